import { refusal, refuse, accept, type Refusal, type Result } from '@fordela/domain';
import { fundedBy, type MoneyLine } from '../smaa/money-line';
import { orderOf, scoreTolerance, weightLine, type WeightLine } from './weight-line';

/** What is to stay as it is while one weight changes. */
export type StabilityTarget =
  | { readonly of: 'first' }
  | { readonly of: 'ranking' }
  | { readonly of: 'funded'; readonly line: MoneyLine }
  | { readonly of: 'pair'; readonly pair: readonly [number, number] };

/** Two alternatives that change places: `rises` overtakes `falls`. */
export interface Overtaking {
  readonly rises: number;
  readonly falls: number;
}

/** Where a weight can go before the target changes. */
export interface StabilityInterval {
  readonly criterion: number;
  readonly weight: number;
  /** The target is the same at every weight strictly between these; at a limit that is not 0 or 1 two scores are equal. */
  readonly lower: number;
  readonly upper: number;
  /** Who overtakes whom just below `lower` and just above `upper`; null when the weight can go all the way to 0 or 1. */
  readonly below: readonly Overtaking[] | null;
  readonly above: readonly Overtaking[] | null;
}

/**
 * For each criterion, how far its weight can go, the others keeping their proportions, before the target changes. Exact, since
 * scores are straight lines in the weight: no sampling and no grid.
 *
 * Shapes  values: m × n partial values; weights: n ≥ 0, summing to 1 (within 1e-9).
 * Ties    Scores equal now (within 1e-12) count in index order: the one listed later rises as soon as its line is steeper.
 * Errors  `stability-too-few` for no alternative; `stability-not-finite`; `stability-weights` unless weights are ≥ 0 and sum to 1.
 * Source  Mareschal, "Weight stability intervals in multicriteria decision aid", EJOR 33 (1988).
 * @example weightStability([[1, 0], [0, 1]], [0.6, 0.4], { of: 'first' }) // criterion 0: first place kept on (0.5, 1]
 */
export function weightStability(
  values: readonly (readonly number[])[],
  weights: readonly number[],
  target: StabilityTarget,
): Result<readonly StabilityInterval[]> {
  const faults = additiveFaults(values, weights);
  if (faults.length > 0) return refuse(faults);
  return accept(weights.map((_, criterion) => intervalOf(weightLine(values, weights, criterion), target)));
}

/** What is wrong with a table and its weights, for the functions of this room. */
export function additiveFaults(values: readonly (readonly number[])[], weights: readonly number[]): Refusal[] {
  const refusals: Refusal[] = [];
  if (values.length === 0 || weights.length === 0)
    refusals.push(refusal('stability-too-few', [], { alternatives: values.length, criteria: weights.length }));
  values.forEach((row, i) => {
    if (row.length !== weights.length)
      refusals.push(refusal('stability-row-length', ['values', i], { length: row.length, expected: weights.length }));
    row.forEach((value, c) => {
      if (!Number.isFinite(value))
        refusals.push(refusal('stability-not-finite', ['values', i, c], { value: String(value) }));
    });
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (!weights.every((weight) => weight >= 0) || !(Math.abs(sum - 1) <= 1e-9))
    refusals.push(refusal('stability-weights', ['weights'], { sum: String(sum) }));
  return refusals;
}

/** The interval of one criterion. */
export function intervalOf(line: WeightLine, target: StabilityTarget): StabilityInterval {
  const { criterion, weight } = line;
  if (!line.movable) return { criterion, weight, lower: weight, upper: weight, below: null, above: null };
  const budget = target.of === 'funded' && target.line.kind === 'budget' ? target.line : null;
  const [below, above] = ([-1, 1] as const).map((direction) =>
    budget ? walk(line, budget, direction) : limit(line, target, direction),
  );
  return {
    criterion,
    weight,
    lower: below ? below.weight : 0,
    upper: above ? above.weight : 1,
    below: below?.overtakings ?? null,
    above: above?.overtakings ?? null,
  };
}

interface Limit {
  readonly weight: number;
  readonly overtakings: readonly Overtaking[];
}

/** The pairs (first before second) that must keep their order for the target to stay: one limit per pair, the nearest counts. */
function guardedPairs(
  order: readonly number[],
  target: StabilityTarget,
  scores: readonly number[],
): readonly (readonly [number, number])[] {
  switch (target.of) {
    case 'first':
      return order.slice(1).map((other) => [order[0]!, other]);
    case 'ranking':
      return order.slice(1).map((other, place) => [order[place]!, other]);
    case 'pair': {
      const [a, b] = target.pair;
      return order.indexOf(a) < order.indexOf(b) ? [[a, b]] : [[b, a]];
    }
    case 'funded': {
      const funded = fundedBy(target.line, order);
      const inside = scores.map((_, i) => i).filter((i) => funded[i]);
      const outside = scores.map((_, i) => i).filter((i) => !funded[i]);
      return inside.flatMap((a) => outside.map((b) => [a, b] as const));
    }
  }
}

/** The nearest weight in the direction (1 up, −1 down) at which a guarded pair meets and then changes order. */
function limit(line: WeightLine, target: StabilityTarget, direction: 1 | -1): Limit | null {
  let nearest: number | null = null;
  let overtakings: Overtaking[] = [];
  for (const [ahead, behind] of guardedPairs(orderOf(line.now), target, line.now)) {
    const meeting = meetingWeight(line, ahead, behind, direction);
    if (meeting === null) continue;
    const gain = nearest === null ? -1 : direction * (meeting - nearest);
    if (gain < -scoreTolerance) [nearest, overtakings] = [meeting, []];
    if (gain <= scoreTolerance) overtakings.push({ rises: behind, falls: ahead });
  }
  return nearest === null ? null : { weight: nearest, overtakings };
}

/** Where the two scores meet when the weight moves in the direction, if they change order there strictly inside (0, 1). */
function meetingWeight(line: WeightLine, ahead: number, behind: number, direction: 1 | -1): number | null {
  const size = scoreTolerance * Math.max(1, Math.abs(line.now[ahead]!), Math.abs(line.now[behind]!));
  const lead = Math.abs(line.now[ahead]! - line.now[behind]!) <= size ? 0 : line.now[ahead]! - line.now[behind]!;
  const [atZero, atOne] = [line.atZero[ahead]! - line.atZero[behind]!, line.atOne[ahead]! - line.atOne[behind]!];
  const slope = atOne - atZero;
  if (Math.abs(slope) <= size || slope * direction > 0) return null;
  const end = direction > 0 ? atOne : atZero;
  if (end >= -size) return null; // they meet at the very end or not at all: the order never changes
  const meeting = lead === 0 ? line.weight : atZero / (atZero - atOne);
  return Math.min(1, Math.max(0, meeting));
}

/**
 * For a budget line: follows the ranking from one overtaking to the next (only neighbours can change places) until the set of
 * funded alternatives is another one.
 */
function walk(line: WeightLine, money: MoneyLine, direction: 1 | -1): Limit | null {
  for (const step of rankingSteps(line, direction)) {
    const before = fundedBy(money, step.before);
    if (fundedBy(money, step.order).some((funded, i) => funded !== before[i]))
      return { weight: step.weight, overtakings: step.overtakings };
  }
  return null;
}

/** One place on a weight line where the ranking changes: who overtook whom, and the rankings before and after. */
export interface RankingStep {
  readonly weight: number;
  readonly before: readonly number[];
  readonly order: readonly number[];
  readonly overtakings: readonly Overtaking[];
}

/** Every change of the ranking from the weight now to 1 (direction 1) or to 0 (−1), in turn. */
export function* rankingSteps(line: WeightLine, direction: 1 | -1): Generator<RankingStep> {
  const order = [...orderOf(line.now)];
  let at = line.weight;
  for (;;) {
    const meetings = order.slice(1).map((behind, place) => meetingWeight(line, order[place]!, behind, direction));
    const ahead = meetings.filter(
      (weight) => weight !== null && direction * (weight - at) >= -scoreTolerance,
    ) as number[];
    if (ahead.length === 0) return;
    const weight = direction > 0 ? Math.min(...ahead) : Math.max(...ahead);
    const before = [...order];
    const overtakings: Overtaking[] = [];
    // All that meet at this weight change places together: bubble until no neighbours are left to.
    for (let swapped = true; swapped;) {
      swapped = false;
      for (let place = 1; place < order.length; place++) {
        const [falls, rises] = [order[place - 1]!, order[place]!];
        const meeting = meetingWeight(line, falls, rises, direction);
        if (meeting === null || direction * (meeting - weight) > scoreTolerance) continue;
        order[place - 1] = rises;
        order[place] = falls;
        overtakings.push({ rises, falls });
        swapped = true;
      }
    }
    at = weight;
    yield { weight, before, order: [...order], overtakings };
  }
}
