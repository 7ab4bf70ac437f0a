import { at, invariant } from '@fordela/domain';
import type { GroupLimit } from '../problem/allocation-problem';
import { checkPortfolio } from './check-portfolio';
import type { Choice } from './choice';
import type { ConstraintSystem } from './constraints';
import { groupCurves, moneyTies, type GroupCurve } from './group-curves';
import type { ObjectiveProgram } from './objective-program';
import { pointOf } from './program';
import type { SolveRecord } from './solve-model';

/** Version of the tables' figures in a certificate. */
const tableVersion = '1.0.0';

/** Additions that joining the tables may take, about two seconds. */
const mostJoining = 2_000_000_000;

/**
 * The proven optimum by dynamic programming, where nothing ties projects together but one ceiling of money and limits of money for
 * disjoint groups of one dimension; null where the problem is not like that, or its tables would be too large.
 *
 * Rule    One table per limited set of groups and one for all others. Joined by (max,+): F(m) = max over x of F₁(m − x) + f₂(x), x
 *         within the set's limits. Of equal portfolios the one with least money counts.
 */
export function optimumByTables(system: ConstraintSystem, program: ObjectiveProgram): SolveRecord | null {
  if (program.auxiliaries.length > 0 || program.rows.length > 0) return null;
  const ties = moneyTies(system);
  const parts = ties && partsOf(system);
  if (!ties || !parts || ties.ceiling === null || ties.groupRows.length > 2 * parts.limited.length) return null;
  const sets = [...parts.limited.map(({ groups }) => groups), parts.others];
  const worthless = parts.limited.some(({ min }) => min) ? 'kept' : 'left-out';
  const tables = groupCurves(system, program, ties.banned, parts.dimension, sets, ties.ceiling, worthless);
  if (!tables) return null;
  const { unit, curves } = tables;
  const size = Math.floor(ties.ceiling / unit) + 1;
  const ranges = sets.map((_, index): Range => {
    const limit = parts.limited[index];
    const bound = (side: 'min' | 'max') => (limit?.[side]?.kind === 'amount' ? limit[side].amount : null);
    return {
      curve: at(curves, index),
      low: Math.ceil((bound('min') ?? 0) / unit),
      high: Math.min(size - 1, Math.floor((bound('max') ?? ties.ceiling ?? 0) / unit)),
    };
  });
  const joined = joinedOptimum(ranges, size);
  if (joined === 'too-large') return null;
  if (joined === null) return { ...record, status: 'infeasible', objective: null, bound: null, values: null };
  const choice = Object.assign(
    {},
    ...joined.moneys.map((money, index) => at(ranges, index).curve.choice(money)),
  ) as Choice;
  return recordOf(system, program, joined.best, choice);
}

const record = { method: 'dynamic-programming', methodVersion: tableVersion, nodes: null } as const;

/** The record of a portfolio that tables say is best, checked again in whole numbers against every limit. */
export function recordOf(
  system: ConstraintSystem,
  program: ObjectiveProgram,
  units: number,
  choice: Choice,
): SolveRecord {
  const values = pointOf(system, choice, system.columns.length);
  const reached = program.weights.reduce((sum, weight, j) => sum + weight * (values[j] as number), 0);
  invariant(
    reached === units && checkPortfolio(system.problem, choice).length === 0,
    'a table and its portfolio agree',
  );
  return { ...record, status: 'optimal', objective: units, bound: units, values };
}

/** The limited sets of groups and the rest of their dimension, when the limits are amounts for disjoint sets of one dimension. */
function partsOf({ problem }: ConstraintSystem): {
  readonly dimension: string | null;
  readonly limited: readonly GroupLimit[];
  readonly others: readonly string[];
} | null {
  const limited = problem.groupLimits.filter(({ min, max }) => min || max);
  const [first] = limited;
  if (!first) return { dimension: null, limited: [], others: [] };
  const named = limited.flatMap(({ groups }) => groups);
  const isPlain = limited.every(
    ({ dimension, measure, min, max, resourceIds }) =>
      dimension === first.dimension &&
      measure === 'money' &&
      resourceIds === null &&
      [min, max].every((bound) => bound === null || bound.kind === 'amount'),
  );
  if (!isPlain || new Set(named).size < named.length) return null;
  const others = (problem.dimensions[first.dimension] ?? []).filter((group) => !named.includes(group));
  return { dimension: first.dimension, limited, others };
}

interface Range {
  readonly curve: GroupCurve;
  readonly low: number;
  readonly high: number;
}

/** The best sum over the ranges with at most size − 1 money in all, and each range's money; null when there is none. */
function joinedOptimum(
  ranges: readonly Range[],
  size: number,
): { readonly best: number; readonly moneys: readonly number[] } | 'too-large' | null {
  let work = 0;
  const steps: { readonly total: Float64Array; readonly from: Int32Array }[] = [];
  let total = new Float64Array(size).fill(-Infinity);
  total[0] = 0;
  for (const { curve, low, high } of ranges) {
    const reachable = total.reduce((count, value) => count + (value > -Infinity ? 1 : 0), 0);
    work += reachable * Math.max(0, high - low + 1);
    if (work > mostJoining) return 'too-large';
    const next = new Float64Array(size).fill(-Infinity);
    const from = new Int32Array(size);
    for (let before = 0; before < size; before += 1) {
      const base = total[before] as number;
      if (base === -Infinity) continue;
      const last = Math.min(high, size - 1 - before);
      for (let money = low; money <= last; money += 1) {
        const value = base + (curve.exactly[money] as number);
        if (value > (next[before + money] as number)) {
          next[before + money] = value;
          from[before + money] = money;
        }
      }
    }
    steps.push({ total: next, from });
    total = next;
  }
  let best = 0;
  for (let money = 1; money < size; money += 1) if ((total[money] as number) > (total[best] as number)) best = money;
  if (total[best] === -Infinity) return null;
  const moneys: number[] = [];
  let left = best;
  for (let k = ranges.length - 1; k >= 0; k -= 1) {
    const money = at(at(steps, k).from, left);
    moneys.unshift(money);
    left -= money;
  }
  return { best: total[best] as number, moneys };
}
