import type { Language } from '@fordela/wording';
import { openPlatform } from '../service';
import { readSettings } from '../platform/settings';
import { explainingStartUp } from './start-up';

/** `fordela migrate`: takes the schema steps that the database lacks, and says which. */
export async function migrateDatabase(options: { readonly data?: string; readonly lang: Language }): Promise<void> {
  const settings = explainingStartUp.sync(() => readSettings(process.env, { dataFolder: options.data }));
  const platform = await explainingStartUp(() => openPlatform(settings, 'always'));
  const { taken } = platform.schema;
  await platform.close();
  const nothing =
    options.lang === 'sv'
      ? 'Databasen hade redan denna versions schema.'
      : 'The database already had this version’s schema.';
  process.stdout.write(`${taken.length > 0 ? taken.join('\n') : nothing}\n`);
}
