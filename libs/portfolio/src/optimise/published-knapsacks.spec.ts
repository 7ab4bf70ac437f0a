import { allocate } from '../allocate/allocate';
import { knapsackCases } from '../self-test/knapsack-cases';
import { highsSolver } from '../solver/highs-solver';
import type { OptimiseOutcome } from './optimise-task';

const solver = highsSolver();

describe('published knapsacks', () => {
  it.each(knapsackCases())('$id has its published optimum by every method', async ({ problem, figures }) => {
    const optimum = figures.find(({ figure }) => figure.endsWith('objective'))?.is as number;
    // A table of 24 × 6 million entries is no test for every day.
    const tables = optimum < 1_000_000 ? ['dynamic-programming'] : [];
    for (const method of ['auto', 'branch-and-bound', 'highs', ...tables]) {
      const answer = await allocate(
        { ...(problem as object), tasks: [{ task: 'optimise', solver: { method } }] },
        { solver: await solver },
      );
      if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
      const { certificate } = answer.value.results[0]?.outcome as OptimiseOutcome;
      expect(certificate).toMatchObject({ status: 'optimal', objective: optimum });
    }
  });
});
