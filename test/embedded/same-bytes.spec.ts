import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson } from '@fordela/domain';
import { ThreadPool } from '../../apps/api/src/platform/compute/compute';
import { workerFile } from '../../apps/api/src/platform/worker-file';
import type { Jobs } from '../../apps/api/src/jobs';

const examples = join(__dirname, '../../docs/formats/examples');
const example = (file: string) => JSON.parse(readFileSync(join(examples, `${file}.json`), 'utf8')) as unknown;
const longMs = 240_000;

/** Examples of every task that draws: what it draws may depend on its seed alone. */
const drawing = [
  ['evaluate', 'decision-smaa'],
  ['evaluate', 'decision-uncertain'],
  ['evaluate', 'decision-krippendorff-alpha'],
  ['evaluate', 'decision-expected-ranks'],
  ['evaluate', 'decision-public-draw'],
  ['evaluate', 'decision-value-of-clarity'],
  ['allocate', 'allocation-funding-probability'],
  ['allocate', 'allocation-value-of-information'],
  ['allocate', 'allocation-policy-simulation'],
] as const;

describe('tasks that draw', () => {
  const thread = workerFile(__filename, join(__dirname, '../../apps/api/src/jobs-thread'));
  const answers = async (pool: ThreadPool<Jobs>, questions: readonly (readonly ['evaluate' | 'allocate', unknown])[]) =>
    (await Promise.all(questions.map(([job, problem]) => pool.run(job, problem, { timeLimitMs: longMs })))).map(
      canonicalJson,
    );
  const smaa = (seed: number) =>
    [
      'evaluate',
      {
        matrix: [
          [0.2, 0.9, 0.4],
          [0.8, 0.1, 0.5],
          [0.5, 0.5, 0.6],
        ],
        criteria: ['a', 'b', 'c'].map((id) => ({ id, scale: { min: 0, max: 1 } })),
        tasks: [{ task: 'smaa', draws: 5000, seed }],
      },
    ] as const;

  it(
    'give the same bytes on one thread and on several, in any order and company',
    async () => {
      const questions = [
        ...drawing.map(([job, file]) => [job, example(file)] as const),
        ...[1, 2].map((seed) => smaa(seed)),
      ];
      const [one, several] = [new ThreadPool<Jobs>(thread, 1), new ThreadPool<Jobs>(thread, 3)];
      const alone = await answers(one, questions);
      expect(one.threadCount).toBe(1);
      const running = answers(several, [...questions].reverse());
      expect(several.threadCount).toBeGreaterThan(1);
      expect((await running).reverse()).toEqual(alone);
      for (const answer of alone) expect(JSON.parse(answer)).toMatchObject({ ok: true });
      expect(alone.at(-1)).not.toBe(alone.at(-2)); // another seed draws otherwise
      await Promise.all([one.close(), several.close()]);
    },
    longMs,
  );
});
