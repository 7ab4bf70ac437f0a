import fc from 'fast-check';
import { dice, everyPortfolio, randomProblemFile } from '../../../../test/support/allocation-oracle';
import { fundedIn } from '../optimise/choice';
import { countsIn } from '../optimise/group-money';
import { parseAllocationProblem } from '../problem/parse-allocation-problem';
import { moneyOf, valueOf } from '../../../../test/support/allocation-oracle';
import type { AimInput } from './efficient-aims';
import { efficientPortfolios } from './efficient-portfolios';

/** A random problem with two or three aims; money to a group and the smallest group among them. */
function problemOf(seed: number) {
  const file = { ...randomProblemFile(seed, 9), synergies: [], objective: 'sum_of_value', valueDecimals: 9 };
  const parsed = parseAllocationProblem(JSON.parse(JSON.stringify(file)));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
  const problem = parsed.value;
  const { int } = dice(seed + 5);
  const owners = problem.dimensions['owner'] ?? [];
  const aims: AimInput[] = ['sum_of_value', ...(int(0, 1) ? ['b'] : [])];
  const kind = owners.length > 0 ? int(0, 1) : 1;
  aims.push(kind === 0 ? { objective: 'group_money', dimension: 'owner', groups: [owners[0]!] } : 'least_money');
  const valuesOf = (choice: Readonly<Record<string, string>>) =>
    aims.map((aim) => {
      if (aim === 'sum_of_value') return valueOf(problem, choice, 'value');
      if (aim === 'b') return valueOf(problem, choice, 'b');
      if (aim === 'least_money') return -moneyOf(problem, choice) / problem.moneyScale;
      const money = fundedIn(problem, choice).reduce(
        (sum, { project, level }) => sum + countsIn(project, level, 'owner', [owners[0]!], 'money', null),
        0,
      );
      return money / problem.moneyScale;
    });
  return {
    problem,
    aims,
    valuesOf: (choice: Readonly<Record<string, string>>) =>
      valuesOf(choice).map((value, k) => (k < aims.length - 1 ? value / problem.valueScale : value)),
  };
}

describe('a frontier whose search stopped early', () => {
  it('holds what it says is proven, by trying every portfolio', () => {
    let early = 0;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 0, max: 40 }), (seed, stateLimit) => {
        const { problem, aims, valuesOf } = problemOf(seed);
        const outcome = efficientPortfolios(
          problem,
          { aims, equal: 'one', list: 1, stateLimit, markSupported: false },
          [],
        );
        if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
        const { complete, proof, frontier, frontierSize, aims: named } = outcome.value;
        if (complete) return expect(proof).toBeNull();
        early += 1;
        const sign = named.map(({ direction }) => (direction === 'most' ? 1 : -1));
        const toMost = (values: readonly (number | null)[]) =>
          values.map((value, k) => (sign[k] as number) * (value ?? Infinity * (sign[k] as number)));
        const points = frontier.map(({ values }) => toMost(values));
        const bound = toMost(proof!.bestPossible);
        const all = everyPortfolio(problem).map(valuesOf);
        const slack = 1e-6;
        const ranges = bound.map(
          (_, k) => Math.max(...points.map((own) => own[k]!)) - Math.min(...points.map((own) => own[k]!)) || 1,
        );
        for (const own of all) {
          own.forEach((value, k) => expect(value).toBeLessThanOrEqual(bound[k]! + slack));
          if (points.length === 0) continue;
          const loss = Math.min(
            ...points.map((point) => Math.max(...point.map((value, k) => (own[k]! - value) / ranges[k]!))),
          );
          // A range of 0 counts differences in the engine's units, which are no larger than the reader's.
          expect(loss).toBeLessThanOrEqual(proof!.within! + slack);
        }
        expect(proof!.efficient).toHaveLength(frontierSize);
        points.forEach((point, p) => {
          if (!proof!.efficient[p]) return;
          const beaten = all.some(
            (own) =>
              own.every((value, k) => value >= point[k]! - slack) && own.some((value, k) => value > point[k]! + slack),
          );
          expect(beaten).toBe(false);
        });
      }),
      { numRuns: 150 },
    );
    expect(early).toBeGreaterThan(30);
  }, 120_000);
});
