import * as fc from 'fast-check';
import { dice, everyPortfolio } from '../../../../test/support/allocation-oracle';
import { allocate } from '../allocate/allocate';
import type { Choice } from '../optimise/choice';
import type { AllocationProblem } from '../problem/allocation-problem';
import { parseAllocationProblem } from '../problem/parse-allocation-problem';
import { highsSolver } from '../solver/highs-solver';
import type { Reason } from './reasons';
import type { ReasonsOutcome } from './reasons-task';
import { weightSteps } from './weight-line';

const solver = highsSolver();
const weights = { a: 2, b: 1, c: 1 };
type Criterion = keyof typeof weights;
const criteria = Object.keys(weights) as Criterion[];
const total = 4;

/** Twelve projects under one budget and one group's least; values of three weighted criteria in multiples of 3, so that every step's are whole. */
function problemFile(seed: number) {
  const { int } = dice(seed);
  const projects = Array.from({ length: 12 }, (_, index) => ({
    id: `p${index + 1}`,
    values: { a: 3 * int(0, 20), b: 3 * int(0, 20), c: 3 * int(0, 20) },
    cost: int(5, 60),
    groups: { owner: ['region', 'kommun'][int(0, 1)] },
  }));
  const asked = projects.reduce((sum, { cost }) => sum + cost, 0);
  return {
    budget: Math.floor((int(25, 60) * asked) / 100),
    projects,
    limits: [{ id: 'least', dimension: 'owner', group: 'region', min: int(5, 20) }],
    weights,
    objective: int(0, 2) === 0 ? 'value_times_money' : 'sum_of_value',
  };
}

/** A portfolio's objective with a criterion's weight at nothing and at everything, the others sharing the rest; common factors left out. */
function endsOf({ projects, objective }: AllocationProblem, choice: Choice, criterion: Criterion) {
  const ends = { atZero: 0, atOne: 0 };
  for (const { id, levels } of projects) {
    const level = levels.find((own) => own.id === choice[id]);
    if (!level) continue;
    const value = (name: Criterion) => level.values[name]?.point ?? 0;
    const factor = objective?.name === 'value_times_money' ? level.money : 1;
    for (const name of criteria)
      if (name === criterion) ends.atOne += factor * (total - weights[criterion]) * value(name);
      else ends.atZero += factor * weights[name] * value(name);
  }
  return ends;
}

/** The best objective at every step of these portfolios. */
function bestAlong(ends: readonly { readonly atZero: number; readonly atOne: number }[]): Float64Array {
  const best = new Float64Array(weightSteps + 1).fill(-Infinity);
  for (const { atZero, atOne } of ends)
    for (let step = 0; step <= weightSteps; step += 1) {
      const own = (weightSteps - step) * atZero + step * atOne;
      if (own > (best[step] as number)) best[step] = own;
    }
  return best;
}

/** For each project the nearest step of a single weight at which a best portfolio funds it, or leaves it out, by trying every step of each. */
function nearestByTrying(problem: AllocationProblem, reasons: readonly Reason[]) {
  const portfolios = everyPortfolio(problem);
  const nearest = new Map<string, { criterion: Criterion; step: number; away: number }>();
  for (const criterion of criteria) {
    const now = Math.round((weights[criterion] * weightSteps) / total);
    const ends = portfolios.map((choice) => endsOf(problem, choice, criterion));
    const best = bestAlong(ends);
    for (const { project, level } of reasons) {
      const own = bestAlong(
        ends.filter((_, index) => (portfolios[index]?.[project] === undefined) === (level !== null)),
      );
      for (let step = 0; step <= weightSteps; step += 1) {
        const away = Math.abs(step - now);
        if (away === 0 || own[step] !== best[step] || away >= (nearest.get(project)?.away ?? Infinity)) continue;
        nearest.set(project, { criterion, step, away });
      }
    }
  }
  return nearest;
}

it('the nearest weight that turns a project is what trying every step of every weight finds, or none', async () => {
  const turned = { 'by a weight': 0, 'by none': 0 };
  await fc.assert(
    fc.asyncProperty(fc.nat(1_000_000), async (seed) => {
      const file = problemFile(seed);
      const parsed = parseAllocationProblem(file);
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
      const tasks = [{ task: 'reasons', changes: ['weight'] }];
      const answer = await allocate({ ...file, tasks }, { solver: await solver });
      if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
      const { reasons } = answer.value.results[0]?.outcome as ReasonsOutcome;
      const judged = reasons.filter(({ fate, price }) => ['funded', 'not-funded'].includes(fate) && price !== 0);
      const nearest = nearestByTrying(parsed.value, judged);
      for (const { project, changes } of judged) {
        const [own, expected] = [changes[0], nearest.get(project)];
        expect([seed, project, own ? own.params['criterion'] : null, own?.to]).toEqual([
          seed,
          project,
          expected?.criterion ?? null,
          expected && (total * expected.step) / weightSteps,
        ]);
        turned[own ? 'by a weight' : 'by none'] += 1;
      }
    }),
    { numRuns: 5 },
  );
  expect(Math.min(...Object.values(turned))).toBeGreaterThan(20);
});
