import { join } from 'node:path';
import { ThreadPool } from '../../apps/api/src/platform/compute/compute';
import { workerFile } from '../../apps/api/src/platform/worker-file';
import type { Jobs } from '../../apps/api/src/jobs';

type OddJobs = Readonly<Record<string, (input: unknown) => unknown>>;
const longMs = 60_000;

describe('the thread pool', () => {
  const hook = process.env['FORDELA_TYPESCRIPT_HOOK'] as string;
  const filename = join(__dirname, '../support/programs/odd-jobs.ts');
  let pool: ThreadPool<OddJobs>;
  beforeAll(() => {
    pool = new ThreadPool({ filename, execArgv: ['--require', hook] });
  });
  afterAll(() => pool.close());
  const run = (job: string, input: unknown = null, timeLimitMs?: number): Promise<unknown> =>
    pool.run(job, input, { timeLimitMs });

  it(
    'takes JSON there and back',
    async () => {
      expect(await run('echo', { a: [1, null, 'å'] })).toEqual({ a: [1, null, 'å'] });
    },
    longMs,
  );

  it(
    'lets a bug through as it is',
    async () => {
      await expect(run('throw')).rejects.toThrow('a bug');
    },
    longMs,
  );

  it.each([
    ['exit', 'UNAVAILABLE', 'computation-failed'],
    ['memory', 'UNAVAILABLE', 'computation-failed'],
  ])(
    'survives a thread that dies (%s) and says so',
    async (job, code, reason) => {
      await expect(run(job)).rejects.toMatchObject({ code, reason });
      expect(await run('echo', 'still here')).toBe('still here');
    },
    longMs,
  );

  it(
    'ends a job that goes on too long, while others go on',
    async () => {
      await expect(run('spin', null, 300)).rejects.toMatchObject({ code: 'TIME_LIMIT', params: { seconds: 0.3 } });
      expect(await run('echo', 1)).toBe(1);
    },
    longMs,
  );

  it(
    'keeps the event loop free while a thread is busy',
    async () => {
      const spinning = run('spin', null, 1500).catch((error: { code: string }) => error.code);
      let turns = 0;
      let isSpinning = true;
      void spinning.then(() => (isSpinning = false));
      while (isSpinning) {
        await new Promise((resolve) => setImmediate(resolve));
        turns += 1;
      }
      expect(await spinning).toBe('TIME_LIMIT');
      expect(turns).toBeGreaterThan(10);
    },
    longMs,
  );

  it(
    'runs the real jobs',
    async () => {
      const thread = workerFile(__filename, join(__dirname, '../../apps/api/src/jobs-thread'));
      const real = new ThreadPool<Jobs>(thread);
      const answer = await real.run('evaluate', {
        matrix: [
          [1, 2],
          [3, 4],
        ],
        weights: 'equal',
        tasks: [{ task: 'weighted-sum', normalisation: 'max' }],
      });
      expect(answer).toMatchObject({ ok: true, value: { results: [{ task: 'weighted-sum' }] } });
      expect(await real.run('evaluate', { matrix: 'no' })).toMatchObject({ ok: false });
      await real.close();
    },
    longMs,
  );
});
