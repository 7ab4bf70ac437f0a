import { Fraction, leastCommonMultiple, sumFractions } from './fraction';
import { inOrder } from './tied-outcomes';

export interface WelfareRequest {
  readonly budget: Fraction;
  readonly costs: readonly Fraction[];
  /** Total worth of each project, ≥ 0. */
  readonly values: readonly Fraction[];
  /** Funded in every outcome. Their costs count against the budget. */
  readonly alreadyFunded: readonly number[];
  /** The most outcomes to list. */
  readonly cap: number;
  /** The most (cost, value) pairs to hold at a time; beyond it the search gives up and says so. */
  readonly mostStates: number;
}

export interface WelfareOptimum {
  readonly value: Fraction;
  /** Sets of project indexes, each ascending, in lexicographic order; `complete` false when there are more than the cap. */
  readonly outcomes: readonly (readonly number[])[];
  readonly complete: boolean;
}

interface State {
  readonly cost: bigint;
  readonly value: bigint;
}

/**
 * All sets of projects with the greatest total worth within the budget; null when the problem outgrows `mostStates`.
 *
 * Rule    Every optimal set is an outcome, also those with a project that adds nothing.
 * How     From the last project to the first, the (cost, value) pairs that no other beats in both and that can still reach the best known
 *         value; then a walk from the first, taking only turns from which the optimum is reached.
 * Errors  InvariantError from fractions only; the caller has checked that what is funded already fits.
 * Source  Nemhauser & Ullmann, Discrete Dynamic Programming and Capital Allocation (Management Science 1969).
 */
export function maxWelfare(request: WelfareRequest): WelfareOptimum | null {
  const { costs, values, alreadyFunded } = request;
  const free = costs.map((_, project) => project).filter((project) => !alreadyFunded.includes(project));
  const costUnits = leastCommonMultiple([request.budget, ...costs].map((cost) => cost.denominator));
  const valueUnits = leastCommonMultiple(values.map((value) => value.denominator));
  const cost = free.map((project) => costs[project]!.times(costUnits).numerator);
  const value = free.map((project) => values[project]!.times(valueUnits).numerator);
  const spent = sumFractions(alreadyFunded.map((project) => costs[project]!));
  const room = request.budget.minus(spent).times(costUnits).floor();

  // A greedy set's value: pairs that cannot reach it even with the fractional best of the projects before them are dropped.
  const byDensity = free
    .map((_, item) => item)
    .sort((a, b) => {
      if (cost[a] === 0n || cost[b] === 0n) return Number(cost[b] === 0n) - Number(cost[a] === 0n) || a - b;
      const [left, right] = [value[a]! * cost[b]!, value[b]! * cost[a]!];
      return left > right ? -1 : left < right ? 1 : a - b;
    });
  const known = greedyValue(byDensity, cost, value, room);
  const suffixes: (readonly State[])[] = [[{ cost: 0n, value: 0n }]];
  for (let item = free.length - 1; item >= 0; item--) {
    const bound = fractionalBound(
      byDensity.filter((other) => other < item),
      cost,
      value,
    );
    const states = extend(suffixes[0]!, cost[item]!, value[item]!, room).filter(
      (state) => state.value + bound(room - state.cost) >= known,
    );
    if (states.length > request.mostStates) return null;
    suffixes.unshift(states);
  }
  const best = suffixes[0]![suffixes[0]!.length - 1]!.value;
  const outcomes: number[][] = [];
  const chosen: number[] = [];
  let complete = true;
  const walk = (item: number, left: bigint, missing: bigint): void => {
    if (!complete) return;
    if (item === free.length) {
      if (outcomes.length < request.cap) outcomes.push([...alreadyFunded, ...chosen].sort((a, b) => a - b));
      else complete = false;
      return;
    }
    if (bestWithin(suffixes[item + 1]!, left - cost[item]!) === missing - value[item]!) {
      chosen.push(free[item]!);
      walk(item + 1, left - cost[item]!, missing - value[item]!);
      chosen.pop();
    }
    if (bestWithin(suffixes[item + 1]!, left) === missing) walk(item + 1, left, missing);
  };
  walk(0, room, best);
  const already = sumFractions(alreadyFunded.map((project) => values[project]!));
  return { value: Fraction.of(best, valueUnits).plus(already), outcomes: inOrder(outcomes), complete };
}

/** Merges a list of undominated pairs (rising in both) with itself plus one project; within the room. */
function extend(states: readonly State[], cost: bigint, value: bigint, room: bigint): State[] {
  const merged: State[] = [];
  const add = (state: State) => {
    const last = merged[merged.length - 1];
    if (last && last.value >= state.value) return;
    if (last && last.cost === state.cost) merged.pop();
    merged.push(state);
  };
  let [a, b] = [0, 0];
  while (a < states.length || b < states.length) {
    const without = states[a];
    const before = states[b];
    const withIt = before && { cost: before.cost + cost, value: before.value + value };
    if (withIt && withIt.cost > room) {
      b = states.length;
      continue;
    }
    if (without && (!withIt || without.cost <= withIt.cost)) {
      add(without);
      a += 1;
    } else {
      add(withIt as State);
      b += 1;
    }
  }
  return merged;
}

/** The greatest value at a cost within the room, among undominated pairs; null when none is. */
function bestWithin(states: readonly State[], room: bigint): bigint | null {
  let [low, high] = [0, states.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (states[middle]!.cost <= room) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? null : states[low - 1]!.value;
}

function greedyValue(
  order: readonly number[],
  cost: readonly bigint[],
  value: readonly bigint[],
  room: bigint,
): bigint {
  let [left, total] = [room, 0n];
  for (const item of order)
    if (cost[item]! <= left) {
      left -= cost[item]!;
      total += value[item]!;
    }
  return total;
}

/**
 * At least the value that any set of these projects can add, as a function of the room: whole ones by density, then a part of
 * the next.
 */
function fractionalBound(order: readonly number[], cost: readonly bigint[], value: readonly bigint[]) {
  const costs = [0n];
  const values = [0n];
  for (const item of order) {
    costs.push(costs[costs.length - 1]! + cost[item]!);
    values.push(values[values.length - 1]! + value[item]!);
  }
  return (room: bigint): bigint => {
    let [low, high] = [0, order.length];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (costs[middle]! <= room) low = middle;
      else high = middle - 1;
    }
    const next = order[low];
    const part = next === undefined ? 0n : (value[next]! * (room - costs[low]!)) / cost[next]! + 1n;
    return values[low]! + part;
  };
}
