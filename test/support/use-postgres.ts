import { join } from 'node:path';
import { Client } from 'pg';

const wanted = process.env['TEST_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';

/** Finds the server before the tests are read; without one they are skipped, and that is said. */
async function usePostgres(): Promise<void> {
  // A busy machine is slow, and slow is no failure.
  jest.setTimeout(120_000);
  process.env['FORDELA_TEST_DATABASE'] = 'postgres';
  process.env['FORDELA_TYPESCRIPT_HOOK'] = join(__dirname, 'typescript-hook.cjs');
  const client = new Client({ connectionString: wanted, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    await client.end();
    process.env['FORDELA_TEST_POSTGRES'] = wanted;
  } catch (error) {
    // Told to connect and could not: that is a failure, not a reason to skip.
    if (process.env['TEST_DATABASE_URL']) throw error;
    process.env['FORDELA_TEST_POSTGRES'] = '';
    process.stderr.write(
      `Skipped on PostgreSQL: nothing answers at 127.0.0.1:5432 (${(error as Error).message}). Set TEST_DATABASE_URL.\n`,
    );
  }
}

export = usePostgres;
