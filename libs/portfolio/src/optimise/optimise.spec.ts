import fc from 'fast-check';
import {
  everyPortfolio,
  objectiveOf,
  randomProblemFile,
  someObjective,
} from '../../../../test/support/allocation-oracle';
import type { AllocationProblem } from '../problem/allocation-problem';
import { parseAllocationProblem } from '../problem/parse-allocation-problem';
import { highsSolver } from '../solver/highs-solver';
import type { MipSolver } from '../solver/mip-solver';
import { checkPortfolio } from './check-portfolio';
import { optimiserFor } from './optimise';

let solver: MipSolver;
beforeAll(async () => {
  solver = await highsSolver();
});

function read(file: unknown): AllocationProblem {
  const parsed = parseAllocationProblem(file);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
  return parsed.value;
}

describe('the exact optimum', () => {
  it('is as good as trying every portfolio, under any mix of limits and any objective, and so is HiGHS', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 1e9 }), async (seed) => {
        const problem = read({ ...randomProblemFile(seed), objective: someObjective(seed) });
        const { objective } = problem;
        if (objective === null || objective.name === 'lexicographic') throw new Error('unexpected');
        const all = everyPortfolio(problem);
        const best = Math.max(...all.map((choice) => objectiveOf(problem, objective, choice, all)));
        for (const method of ['branch-and-bound', 'highs'] as const) {
          const settings = { ...problem.solver, method };
          const optimum = await (await optimiserFor(problem, objective, settings, { solver })).solve();
          if (all.length === 0 || best === -Infinity) {
            expect(optimum.status).toBe('infeasible');
            continue;
          }
          expect(optimum.status).toBe('optimal');
          expect(checkPortfolio(problem, optimum.choice ?? {})).toEqual([]);
          expect(objectiveOf(problem, objective, optimum.choice ?? {}, all)).toBeCloseTo(best, 9);
        }
      }),
      { numRuns: 120 },
    );
  }, 120_000);
});
