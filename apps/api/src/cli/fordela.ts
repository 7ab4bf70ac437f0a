import { Command, InvalidArgumentError } from 'commander';
import { engineVersion } from '@fordela/scoring';
import { languages, type Language } from '@fordela/wording';
import { CommandFailure, exitCodes } from './exit-codes';
import type { allocateFile } from './allocate-file';
import type { evaluateFile } from './evaluate-file';
import type { exportFiles } from './export-files';
import type { importFiles } from './import-files';
import type { migrateDatabase } from './migrate-database';
import type { printSelfTest } from './print-self-test';
import type { serve } from './serve';

/**
 * The second doorway: the same engine from a shell, without a database for `evaluate` and `allocate`. Each command loads its own
 * part when it runs: an answer in a shell should not wait for the service to be read in.
 */
const languageOption = [
  '--lang <language>',
  'språk för meddelanden / language of messages: sv, en',
  (value: string): Language => {
    if ((languages as readonly string[]).includes(value)) return value as Language;
    throw new InvalidArgumentError(`välj / choose ${languages.join(', ')}`);
  },
  'sv',
] as const;
const prettyOption = [
  '--pretty',
  'text för människor i stället för JSON / text for people instead of JSON',
  false,
] as const;

const program = new Command('fordela')
  .description('Beslutsstöd för 1:1-medel. Motorn föreslår, människor beslutar. / Decision support for 1:1 funds.')
  .version(engineVersion)
  .showHelpAfterError()
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : exitCodes.usage));

program
  .command('evaluate')
  .description('räkna ett beslutsproblem (docs/formats/decision-problem.md) / evaluate a decision problem')
  .argument('<file>', 'JSON-fil, eller - för standard in / JSON file, or - for standard input')
  .option(...prettyOption)
  .option(...languageOption)
  .action(async (...given: Parameters<typeof evaluateFile>) =>
    (await import('./evaluate-file.js')).evaluateFile(...given),
  );

program
  .command('allocate')
  .description(
    'lös ett fördelningsproblem (docs/formats/allocation-problem.md) eller ett Pabulib-val (.pb) / solve an allocation problem',
  )
  .argument('<file>', 'JSON- eller .pb-fil, eller - för standard in / JSON or .pb file, or - for standard input')
  .option(
    '--tasks <json>',
    'uppgifter som JSON-lista, i stället för filens / tasks as a JSON list, instead of the file’s own',
  )
  .option(...prettyOption)
  .option(...languageOption)
  .action(async (...given: Parameters<typeof allocateFile>) =>
    (await import('./allocate-file.js')).allocateFile(...given),
  );

program
  .command('import')
  .description('förhandsgranska och läs in kalkylark eller kommafiler / preview and import spreadsheets or comma files')
  .argument(
    '<files...>',
    'CSV- eller XLSX-fil, eller en mapp med kommafiler / a CSV or XLSX file, or a folder of comma files',
  )
  .option('--call <id>', 'utlysning att läsa in i / call to import into')
  .option('--all', 'spara även rader som någon bör titta på / also save rows that someone should look at', false)
  .option(
    '--save',
    'spara raderna utan fel (annars bara förhandsgranskning) / save the rows without errors (otherwise preview only)',
    false,
  )
  .option('--data <folder>', 'mapp för den inbyggda databasen / folder of the embedded database')
  .option(...prettyOption)
  .option(...languageOption)
  .action(async (...given: Parameters<typeof importFiles>) =>
    (await import('./import-files.js')).importFiles(...given),
  );

program
  .command('export')
  .description('ta ut en utlysning som kalkylark eller kommafiler / export a call as a spreadsheet or comma files')
  .argument('<target>', 'FIL.csv, FIL.xlsx, FIL.zip eller en mapp / FILE.csv, FILE.xlsx, FILE.zip or a folder')
  .option('--call <id>', 'utlysning att ta ut (den senaste) / call to export (the last)')
  .option('--overwrite', 'skriv över filer som finns / replace files that exist', false)
  .option('--data <folder>', 'mapp för den inbyggda databasen / folder of the embedded database')
  .option(...languageOption)
  .action(async (...given: Parameters<typeof exportFiles>) =>
    (await import('./export-files.js')).exportFiles(...given),
  );

program
  .command('serve')
  .description('starta tjänsten och webbsidan / start the service and the page')
  .option('--port <port>', 'port (3000)')
  .option('--host <address>', 'adress att lyssna på / address to listen on (127.0.0.1)')
  .option('--data <folder>', 'mapp för den inbyggda databasen / folder of the embedded database')
  .option(...languageOption)
  .action(async (...given: Parameters<typeof serve>) => (await import('./serve.js')).serve(...given));

program
  .command('migrate')
  .description('för databasen till denna versions schema / bring the database to this version’s schema')
  .option('--data <folder>', 'mapp för den inbyggda databasen / folder of the embedded database')
  .option(...languageOption)
  .action(async (...given: Parameters<typeof migrateDatabase>) =>
    (await import('./migrate-database.js')).migrateDatabase(...given),
  );

program
  .command('self-test')
  .description('räkna om de publicerade fallen / recompute the published cases')
  .option(...prettyOption)
  .option(...languageOption)
  .action(async (...given: Parameters<typeof printSelfTest>) =>
    (await import('./print-self-test.js')).printSelfTest(...given),
  );

program.parseAsync().catch((error: unknown) => {
  if (error instanceof CommandFailure) {
    process.stderr.write(`${error.lines.join('\n')}\n`);
    process.exit(error.exitCode);
  }
  process.stderr.write(
    `Något gick fel i Fördela. / Something went wrong in Fördela.\n${error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exit(exitCodes.internal);
});
