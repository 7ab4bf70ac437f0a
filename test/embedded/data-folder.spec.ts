import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync, chmodSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../apps/api/src/platform/database/data-source';
import { lockDataFolder } from '../../apps/api/src/platform/database/data-folder-lock';
import { Upkeep } from '../../apps/api/src/platform/database/upkeep';
import { startService } from '../../apps/api/src/service';
import { embeddedTemplate } from '../support/embedded-template';
import { ChildProgram } from '../support/child-program';

const schema = { entities: [], migrations: [] };
const inFolder = (folder: string) => ({ kind: 'folder', folder, template: embeddedTemplate() }) as const;
const longMs = 90_000;

describe('the data folder', () => {
  const made: string[] = [];
  const newFolder = () => {
    const folder = mkdtempSync(join(tmpdir(), 'fordela-folder-'));
    made.push(folder);
    return folder;
  };
  afterAll(() => made.forEach((folder) => rmSync(folder, { recursive: true, force: true })));
  const open = (folder: string) => openDatabase(inFolder(folder), schema);

  describe('and a second process', () => {
    const folder = newFolder();
    let holder: ChildProgram;
    beforeAll(async () => {
      holder = ChildProgram.start('hold-folder.ts', [folder]);
      await holder.said(50);
    }, longMs);
    afterAll(() => holder.kill(), longMs);

    it(
      'is refused while the first one lives, with its number',
      async () => {
        expect(holder.lines[0]).toBe('open');
        await expect(open(folder)).rejects.toMatchObject({
          code: 'data-folder-in-use',
          params: { folder, pid: holder.pid },
        });
        const third = ChildProgram.start('hold-folder.ts', [folder]);
        expect(await third.said(1)).toEqual(['data-folder-in-use']);
        expect(await third.ended).toBe(3);
      },
      longMs,
    );

    it(
      'takes over when the first one was killed, and finds every row that was acknowledged',
      async () => {
        await holder.kill();
        const acknowledged = Number(holder.lines.at(-1));
        expect(acknowledged).toBeGreaterThan(20);
        const database = await open(folder);
        const [row] = await database.dataSource.query<{ count: number; most: number }[]>(
          'SELECT count(*)::int AS count, max(number) AS most FROM kept',
        );
        // The one under way when it was killed may or may not be there.
        expect([acknowledged, acknowledged + 1]).toContain(row!.most);
        expect(row!.count).toBe(row!.most);
        await database.close();
      },
      longMs,
    );
  });

  it(
    'keeps what was written from one opening to the next',
    async () => {
      const folder = newFolder();
      const first = await open(folder);
      await first.dataSource.query(`CREATE TABLE kept AS SELECT 9007199254740991::bigint AS most, 'Å' AS letter`);
      await first.close();
      expect(existsSync(join(folder, 'fordela.lock'))).toBe(false);
      const second = await open(folder);
      expect(await second.dataSource.query('SELECT * FROM kept')).toEqual([{ most: 9007199254740991, letter: 'Å' }]);
      await second.close();
    },
    longMs,
  );

  it('is not opened twice by one process either', async () => {
    const folder = newFolder();
    const lock = lockDataFolder(folder);
    expect(() => lockDataFolder(folder)).toThrow(expect.objectContaining({ code: 'data-folder-in-use' }));
    lock.release();
    lockDataFolder(folder).release();
  });

  it(
    'may be made anew after a start that was killed half-way',
    async () => {
      const folder = newFolder();
      mkdirSync(join(folder, 'postgres.new'));
      writeFileSync(join(folder, 'postgres.new/PG_VERSION'), '18\n');
      const database = await open(folder);
      await database.close();
      expect(existsSync(join(folder, 'postgres.new'))).toBe(false);
    },
    longMs,
  );

  describe('lock', () => {
    const withLock = (content: string) => {
      const folder = newFolder();
      writeFileSync(join(folder, 'fordela.lock'), content);
      return folder;
    };
    const holder = { token: 'x', pid: 999_999_999, host: hostname(), processStart: null };

    it('of a process that is gone is taken over', () => {
      const folder = withLock(JSON.stringify(holder));
      const lock = lockDataFolder(folder);
      expect(JSON.parse(readFileSync(join(folder, 'fordela.lock'), 'utf8'))).toMatchObject({ pid: process.pid });
      lock.release();
    });

    it('of a process that was killed while writing it is taken over', () => {
      lockDataFolder(withLock('')).release();
    });

    it('of an earlier process that had our own number is taken over', () => {
      lockDataFolder(withLock(JSON.stringify({ ...holder, pid: process.pid }))).release();
    });

    (existsSync('/proc/1/stat') ? it : it.skip)(
      'of a gone process whose number another one has now is taken over',
      () => {
        lockDataFolder(
          withLock(JSON.stringify({ ...holder, pid: process.ppid, processStart: 'another boot:1' })),
        ).release();
      },
    );

    it('of another computer is left alone, since nobody here can know', () => {
      const folder = withLock(JSON.stringify({ ...holder, host: 'another-computer' }));
      expect(() => lockDataFolder(folder)).toThrow(
        expect.objectContaining({
          code: 'data-folder-held-elsewhere',
          params: expect.objectContaining({ host: 'another-computer' }),
        }),
      );
      expect(readFileSync(join(folder, 'fordela.lock'), 'utf8')).toContain('another-computer');
    });

    it(
      'is given to one of several that find it left behind',
      async () => {
        const folder = withLock(JSON.stringify(holder));
        const programs = [1, 2, 3, 4].map(() => ChildProgram.start('hold-folder.ts', [folder]));
        const first = await Promise.all(programs.map(async (program) => (await program.said(1))[0]));
        expect(first.filter((line) => line === 'open')).toHaveLength(1);
        expect(first.filter((line) => line === 'data-folder-in-use')).toHaveLength(3);
        await Promise.all(programs.map((program) => program.kill()));
      },
      longMs,
    );
  });

  it('that cannot be written to is named', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'a-file'), '');
    await expect(open(join(folder, 'a-file'))).rejects.toMatchObject({ code: 'data-folder-not-writable' });
    await expect(open(join(folder, 'a-file/below'))).rejects.toMatchObject({ code: 'data-folder-not-writable' });
  });

  // The administrator may write everywhere: there, somebody else has to try.
  const nobody = process.getuid?.() === 0 ? 65534 : undefined;
  it(
    'that is read-only is named',
    async () => {
      const folder = newFolder();
      chmodSync(folder, 0o555);
      const program = ChildProgram.start('hold-folder.ts', [folder], nobody === undefined ? {} : { uid: nobody });
      expect(await program.said(1)).toEqual(['data-folder-not-writable']);
      chmodSync(folder, 0o755);
    },
    longMs,
  );

  it('of another version of the database is refused before it is touched', async () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'postgres'));
    writeFileSync(join(folder, 'postgres/PG_VERSION'), '17\n');
    await expect(open(folder)).rejects.toMatchObject({
      code: 'data-folder-other-version',
      params: { found: '17', expected: '18' },
    });
    expect(existsSync(join(folder, 'fordela.lock'))).toBe(false);
  });

  it(
    'with files that are no database is said to be damaged',
    async () => {
      const folder = newFolder();
      mkdirSync(join(folder, 'postgres'));
      writeFileSync(join(folder, 'postgres/PG_VERSION'), '18\n');
      await expect(open(folder)).rejects.toMatchObject({ code: 'data-folder-damaged' });
      expect(existsSync(join(folder, 'fordela.lock'))).toBe(false);
    },
    longMs,
  );

  it(
    'holds the whole service: the demo at first start, kept at the second, and a port that is taken is said to be',
    async () => {
      const settings = { database: inFolder(newFolder()), host: '127.0.0.1', port: 0, demo: true } as const;
      const ask = async (url: string, query: string) => {
        const response = await fetch(`${url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query }),
        });
        return ((await response.json()) as { data: unknown }).data;
      };
      const count = '{ calls { isExample } applications(callId: "CALL-2026-V", first: 1) { totalCount } }';
      const answer = { calls: [{ isExample: true }], applications: { totalCount: 42 } };
      const first = await startService(settings);
      expect(await ask(first.url, count)).toEqual(answer);
      const taken = { ...settings, database: inFolder(newFolder()), port: Number(new URL(first.url).port) };
      await expect(startService(taken)).rejects.toMatchObject({ code: 'port-in-use', params: { port: taken.port } });
      await first.close();
      const second = await startService(settings);
      expect(await ask(second.url, count)).toEqual(answer);
      await second.close();
    },
    longMs,
  );
});

describe('the upkeep of the embedded database', () => {
  it(
    'is done when nobody is waiting',
    async () => {
      const database = await openDatabase({ kind: 'memory', template: embeddedTemplate() }, schema);
      const upkeep = new Upkeep(database);
      expect(await upkeep.tidy()).toBe(true);
      const busy = database.dataSource.query('SELECT 1');
      expect(await upkeep.tidy()).toBe(false);
      await busy;
      await database.close();
    },
    longMs,
  );
});
