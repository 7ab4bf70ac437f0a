import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openDatabase, type Database } from '../../apps/api/src/platform/database/data-source';
import { prepareSchema } from '../../apps/api/src/platform/database/prepare-schema';
import { entities } from '../../apps/api/src/entities';
import { migrations } from '../../migrations/all';
import { describeOnDatabase, emptyDatabase, type TestDatabase } from '../support/database';

interface Constraint {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

describeOnDatabase('the schema steps', () => {
  let empty: TestDatabase;
  let database: Database;
  beforeAll(async () => {
    empty = await emptyDatabase();
    database = await openDatabase(empty.target, { entities, migrations });
  }, 60_000);
  afterAll(async () => {
    await database?.close();
    await empty?.drop();
  }, 60_000);

  const query = <Row>(sql: string) => database.dataSource.query<Row[]>(sql);
  const tables = async () => {
    const rows = await query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace ORDER BY 1`,
    );
    return rows.map(({ name }) => name).filter((name) => name !== 'schema_step');
  };

  it('make every table of the entities, and nothing the entities do not say', async () => {
    const { taken, wasEmpty } = await prepareSchema(database.dataSource, 'when-empty');
    expect(wasEmpty).toBe(true);
    expect(taken).toEqual(migrations.map((migration) => migration.name));
    expect(await tables()).toEqual(database.dataSource.entityMetadatas.map(({ tableName }) => tableName).sort());
    const drift = await database.dataSource.driver.createSchemaBuilder().log();
    expect(drift.upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('go down to nothing and up again', async () => {
    for (let step = 0; step < migrations.length; step += 1) await database.dataSource.undoLastMigration();
    expect(await tables()).toEqual([]);
    await prepareSchema(database.dataSource, 'when-empty');
    expect(await tables()).toHaveLength(database.dataSource.entityMetadatas.length);
    expect(await prepareSchema(database.dataSource, 'when-empty')).toEqual({ taken: [], wasEmpty: false });
  });

  it('allow in a column the words its entity allows', async () => {
    const checks = await query<Constraint>(
      `SELECT conrelid::regclass::text AS table, conname AS name, pg_get_constraintdef(oid) AS definition
       FROM pg_constraint WHERE contype = 'c' AND connamespace = current_schema()::regnamespace`,
    );
    const wordsOf = (text: string) => [...text.matchAll(/'([^']+)'/g)].map((match) => match[1]).sort();
    const stored = new Map(checks.map(({ name, definition }) => [name, wordsOf(definition)]));
    const declared = database.dataSource.entityMetadatas.flatMap((entity) =>
      entity.checks.map((check) => [check.name, wordsOf(check.expression)] as const),
    );
    expect(declared.length).toBeGreaterThan(15);
    for (const [name, words] of declared) expect([name, stored.get(name)]).toEqual([name, words]);
  });

  it('compare all text by its bytes, so that both databases sort alike', async () => {
    const other = await query<{ column: string }>(
      `SELECT a.attrelid::regclass || '.' || a.attname AS column FROM pg_attribute a
       JOIN pg_class c ON c.oid = a.attrelid AND c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace
       WHERE a.atttypid = 'text'::regtype AND a.attcollation <> '"C"'::regcollation AND c.relname <> 'schema_step'`,
    );
    expect(other).toEqual([]);
  });

  it('are refused on a database that a newer version has changed', async () => {
    await query(`INSERT INTO schema_step (timestamp, name) VALUES (9990000000000, 'Future9990000000000')`);
    await expect(prepareSchema(database.dataSource, 'always')).rejects.toMatchObject({
      code: 'schema-newer',
      params: { step: 'Future9990000000000' },
      message: expect.stringContaining('nyare Fördela'),
    });
    await query(`DELETE FROM schema_step WHERE name = 'Future9990000000000'`);
  });

  it('are left to a person on a database that already has some, and taken when asked', async () => {
    class Later9980000000000 implements MigrationInterface {
      readonly name = 'Later9980000000000';
      async up(runner: QueryRunner) {
        await runner.query('CREATE TABLE later (id integer)');
      }
      async down(runner: QueryRunner) {
        await runner.query('DROP TABLE later');
      }
    }
    Object.assign(database.dataSource, { migrations: [...database.dataSource.migrations, new Later9980000000000()] });
    await expect(prepareSchema(database.dataSource, 'when-empty')).rejects.toMatchObject({
      code: 'schema-behind',
      params: { steps: ['Later9980000000000'] },
    });
    expect(await prepareSchema(database.dataSource, 'always')).toEqual({
      taken: ['Later9980000000000'],
      wasEmpty: false,
    });
    expect(await tables()).toContain('later');
  });
});
