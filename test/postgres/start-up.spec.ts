import { createServer, type AddressInfo, type Server } from 'node:net';
import { Client } from 'pg';
import { entities } from '../../apps/api/src/entities';
import { openDatabase } from '../../apps/api/src/platform/database/data-source';
import { prepareSchema } from '../../apps/api/src/platform/database/prepare-schema';
import { migrations } from '../../migrations/all';
import { describeOnDatabase, emptyDatabase, type TestDatabase } from '../support/database';

const schema = { entities, migrations };
const open = (url: string) => openDatabase({ kind: 'server', url }, schema);

describeOnDatabase('starting on a server', () => {
  let empty: TestDatabase;
  let url: URL;
  beforeAll(async () => {
    empty = await emptyDatabase();
    url = new URL((empty.target as { url: string }).url);
  });
  afterAll(() => empty.drop());
  const changed = (change: (url: URL) => void) => {
    const other = new URL(url);
    change(other);
    return other.toString();
  };

  it('says that it does not answer when it is down', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    await expect(open(`postgres://someone:secret@127.0.0.1:${port}/x`)).rejects.toMatchObject({
      code: 'database-unreachable',
      params: { host: `127.0.0.1:${port}`, reason: 'ECONNREFUSED' },
      message: expect.not.stringContaining('secret'),
    });
  });

  it('says the same when something else answers there', async () => {
    const server: Server = createServer((socket) => socket.resume().end()).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    await expect(open(`postgres://127.0.0.1:${port}/x`)).rejects.toMatchObject({ code: 'database-unreachable' });
    await new Promise((resolve) => server.close(resolve));
  });

  it('names the database that is not there', async () => {
    await expect(open(changed((other) => (other.pathname = '/no_such_database')))).rejects.toMatchObject({
      code: 'database-missing',
      params: { database: 'no_such_database' },
    });
  });

  it('names the user who is not let in, and never the password', async () => {
    const stranger = changed((other) => {
      other.username = 'no_such_user';
      other.password = 'secret-word';
    });
    const refusal = await open(stranger).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'database-login-refused', params: { user: 'no_such_user' } });
    expect(String((refusal as Error).message)).not.toContain('secret-word');
  });

  it('does not take what is no address of a server', async () => {
    for (const wrong of ['', 'mysql://x', 'not an address', 'http://localhost/x'])
      await expect(open(wrong)).rejects.toMatchObject({ code: 'database-url-invalid' });
  });

  it('makes the schema in an empty database, once, when several start at the same time', async () => {
    const databases = await Promise.all([1, 2, 3].map(() => open(url.toString())));
    const prepared = await Promise.all(databases.map(({ dataSource }) => prepareSchema(dataSource, 'when-empty')));
    expect(prepared.map(({ taken }) => taken.length).sort()).toEqual([0, 0, migrations.length]);
    await Promise.all(databases.map((database) => database.close()));
  });

  it('says that a database older than 15 is too old', async () => {
    // A server of that age is not at hand: what it says of itself is answered by one that is.
    const client = new Client({ connectionString: url.toString() });
    await client.connect();
    await client.query(`CREATE SCHEMA old`);
    await client.query(`CREATE FUNCTION old.current_setting(text) RETURNS text LANGUAGE sql AS
      $$ SELECT CASE WHEN $1 = 'server_version_num' THEN '140012' WHEN $1 = 'server_version' THEN '14.12' ELSE pg_catalog.current_setting($1) END $$`);
    await client.query(`ALTER DATABASE ${url.pathname.slice(1)} SET search_path = old, pg_catalog, public`);
    await client.end();
    await expect(open(url.toString())).rejects.toMatchObject({
      code: 'database-too-old',
      params: { version: '14.12' },
    });
  });
});
