import fc from 'fast-check';
import { anyProblemFile, bestOfAll, conflictFacts } from '../../../../test/support/adversary';
import { everyPortfolio } from '../../../../test/support/allocation-oracle';
import { allocate } from '../allocate/allocate';
import { parseAllocationProblem } from '../problem/parse-allocation-problem';
import { highsSolver } from '../solver/highs-solver';
import { checkPortfolio } from './check-portfolio';
import { choiceKey } from './choice';
import { limitKey } from './limit-ref';
import type { OptimiseOutcome } from './optimise-task';

const solver = highsSolver();

async function optimised(file: Record<string, unknown>, method: string): Promise<OptimiseOutcome> {
  const tasks = [{ task: 'optimise', ties: 1000, solver: { method } }];
  const answer = await allocate({ ...file, tasks }, { solver: await solver });
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
  return answer.value.results[0]?.outcome as OptimiseOutcome;
}

async function agrees(seed: number, most: number): Promise<void> {
  const file = anyProblemFile(seed, most);
  const parsed = parseAllocationProblem(file);
  if (!parsed.ok) return; // a limit on a group or value this draw does not have
  const problem = parsed.value;
  if (problem.objective === null) throw new Error('every drawn problem states its objective');
  const all = everyPortfolio(problem);
  const { choices } = bestOfAll(problem, problem.objective, all);
  for (const method of ['branch-and-bound', 'dynamic-programming', 'highs']) {
    const { certificate, choice, tied, conflict } = await optimised(file, method);
    if (choices.length === 0) {
      expect(certificate.status).toBe('infeasible');
      if (all.length > 0) continue; // only a ratio of nothing is missing
      const keys = (conflict?.limits ?? []).map(({ limit }) => limitKey(limit));
      expect({ ...conflictFacts(problem, keys), proven: conflict?.smallest }).toEqual({
        ...{ conflict: true, spare: [], smallest: keys.length, proven: true },
      });
      continue;
    }
    expect(checkPortfolio(problem, choice ?? {})).toEqual([]);
    if (method === 'highs') {
      // Its proofs end where its arithmetic does: it may say less than "optimal", never more.
      if (certificate.status === 'optimal') expect(choices.map(choiceKey)).toContain(choiceKey(choice ?? {}));
      continue;
    }
    expect(certificate).toMatchObject({ status: 'optimal', gap: 0 });
    expect(tied?.complete).toBe(true);
    expect(tied?.portfolios.map(choiceKey).sort()).toEqual(choices.map(choiceKey).sort());
  }
}

describe('any mix of limits under any objective', () => {
  it('has the optima, all ties and the smallest conflict that trying every portfolio finds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 1e9 }), (seed) => agrees(seed, 7)),
      { numRuns: 80 },
    );
  }, 120_000);

  it.each([
    [1447, 'a choice already exceeded by what is done, and a project that must be funded'],
    [1966, 'exclusive projects that are both already done: nothing more of them, and no conflict'],
    [3394, 'the same in an order of aims'],
    [3247, 'a point that HiGHS calls optimal and its own decisions beat'],
    [3902, 'a tie within rounding of values counted in billionths'],
    [4333, 'a group that shared costs take more from than its projects bring'],
    [5405, 'the same under a tolerance'],
  ])('agrees on case %i: %s', (seed) => agrees(seed, 8), 60_000);
});
