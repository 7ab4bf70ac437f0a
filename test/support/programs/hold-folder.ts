import 'reflect-metadata';
import { embeddedTemplate } from '../embedded-template';
import { openDatabase } from '../../../apps/api/src/platform/database/data-source';

/**
 * A second process on a data folder, for tests: opens it, says «open», then writes rows and says each number once the database has
 * acknowledged it, until it is killed. Prints the code of a StartUpError instead when it may not.
 */
async function main(folder: string): Promise<void> {
  const { dataSource } = await openDatabase(
    { kind: 'folder', folder, template: embeddedTemplate() },
    { entities: [], migrations: [] },
  );
  process.stdout.write('open\n');
  await dataSource.query('CREATE TABLE IF NOT EXISTS kept (number integer PRIMARY KEY)');
  for (let number = 1; ; number += 1) {
    await dataSource.query('INSERT INTO kept VALUES ($1) ON CONFLICT DO NOTHING', [number]);
    process.stdout.write(`${number}\n`);
  }
}

main(process.argv[2] as string).catch((error: { readonly code?: string; readonly message: string }) => {
  process.stdout.write(`${error.code ?? error.message}\n`);
  process.exit(3);
});
