import { MigrationExecutor, type DataSource, type QueryRunner } from 'typeorm';
import { StartUpError } from '../errors/start-up-error';

/** `always`: bring the schema up to date. `when-empty`: only make it where there is none; an older one is refused. */
export type MigrationPolicy = 'always' | 'when-empty';

/** What was done to the schema. */
export interface PreparedSchema {
  /** Names of the steps taken now, oldest first. */
  readonly taken: readonly string[];
  /** True when there was no schema before. */
  readonly wasEmpty: boolean;
}

/** Of all programs that could hold an advisory lock in this database, the one that changes Fördela's schema. */
const migrationLock = 0x464f5244;

/**
 * Checks that this version can use the database's schema, and makes or updates it as the policy allows. One at a time: a second
 * process waits for the first one's steps and finds nothing left to do.
 *
 * Errors  StartUpError `schema-newer` when the database knows a step this version does not; `schema-behind` when steps are
 *         missing and the policy leaves them to `fordela migrate`.
 */
export async function prepareSchema(dataSource: DataSource, policy: MigrationPolicy): Promise<PreparedSchema> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    try {
      return await prepare(dataSource, runner, policy);
    } finally {
      await runner.query('SELECT pg_advisory_unlock($1)', [migrationLock]);
    }
  } finally {
    await runner.release();
  }
}

async function prepare(dataSource: DataSource, runner: QueryRunner, policy: MigrationPolicy): Promise<PreparedSchema> {
  const known = dataSource.migrations.map((migration) => migration.name ?? migration.constructor.name);
  const done = await stepsTaken(runner, dataSource.options.migrationsTableName ?? 'migrations');
  const newer = done.find((name) => !known.includes(name));
  if (newer) throw new StartUpError('schema-newer', { step: newer });
  const missing = known.filter((name) => !done.includes(name));
  const wasEmpty = done.length === 0;
  if (missing.length === 0) return { taken: [], wasEmpty };
  if (policy === 'when-empty' && !wasEmpty) throw new StartUpError('schema-behind', { steps: missing });
  // On the same connection as the lock: the embedded database has only one.
  await new MigrationExecutor(dataSource, runner).executePendingMigrations();
  return { taken: missing, wasEmpty };
}

async function stepsTaken(runner: QueryRunner, table: string): Promise<readonly string[]> {
  const [found] = (await runner.query('SELECT to_regclass($1) AS name', [table])) as { name: string | null }[];
  if (!found?.name) return [];
  const rows = (await runner.query(`SELECT name FROM ${table} ORDER BY id`)) as { name: string }[];
  return rows.map((row) => row.name);
}
