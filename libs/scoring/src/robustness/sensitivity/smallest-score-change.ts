import { accept, refusal, refuse, type Refusal, type Result } from '@fordela/domain';
import { normOf, type Norm } from '../linear/nearest-point';
import { fundedBy, type MoneyLine } from '../smaa/money-line';
import { orderOf, scoreOf } from './weight-line';
import { additiveFaults } from './weight-stability';

/** One value changed, all others as they are. */
export interface SingleValueChange {
  readonly alternative: number;
  readonly criterion: number;
  readonly from: number;
  readonly to: number;
  readonly size: number;
}

/** What it takes for an alternative to reach a score. */
export interface ScoreChange {
  /** The score it must reach; at it scores are equal, above it the order is the other one. */
  readonly neededScore: number;
  /** How much its score must rise. */
  readonly gap: number;
  /** Per criterion, the change of its value there that does it alone; null where even the best value is not enough. */
  readonly byCriterion: readonly (SingleValueChange | null)[];
  /** The smallest of these; ties: the earlier criterion. Null when none is enough alone. */
  readonly smallest: SingleValueChange | null;
  /** The smallest joint change of several of its values, by the norm asked for; null when even all at their best are not enough. */
  readonly joint: { readonly norm: Norm; readonly changes: readonly number[]; readonly size: number } | null;
}

export interface ScoreChangeOptions {
  /** Lowest and highest value there is; default 0 and 1. */
  readonly limits?: readonly [number, number];
  /** Norm of the joint change; default `sum`. */
  readonly norm?: Norm;
}

/** What it takes to catch up with another alternative, from both sides. */
export interface ScoreSwap extends ScoreChange {
  /** Per criterion, the fall of the other's value there that does it alone; null where the lowest value is not enough. */
  readonly fallsOfOther: readonly (SingleValueChange | null)[];
}

/**
 * The smallest change of values that lets one alternative catch up with another: one value alone, or several together. Closed form.
 *
 * Shapes  values: m × n; weights: n summing to 1; pair: [the one behind, the one ahead].
 * Errors  Those of `weightStability`; `change-already-so`; `change-unknown-alternative`; `change-limits`.
 * @example smallestScoreSwap([[1, 0], [0, 1]], [0.6, 0.4], [1, 0]).value.smallest // criterion 0 of 1: from 0 to 1/3
 */
export function smallestScoreSwap(
  values: readonly (readonly number[])[],
  weights: readonly number[],
  pair: readonly [behind: number, ahead: number],
  options: ScoreChangeOptions = {},
): Result<ScoreSwap> {
  const faults = faultsOf(values, weights, pair, options);
  if (faults.length > 0) return refuse(faults);
  const [behind, ahead] = pair;
  const scores = values.map((row) => scoreOf(row, weights));
  const order = orderOf(scores);
  if (order.indexOf(behind) < order.indexOf(ahead)) return refuse([refusal('change-already-so', ['pair'])]);
  const change = reach(values, weights, behind, Math.max(scores[ahead]!, scores[behind]!), options);
  const [lowest] = options.limits ?? [0, 1];
  const fallsOfOther = weights.map((weight, criterion) =>
    singleChange(ahead, criterion, values[ahead]![criterion]!, -change.gap / weight, lowest),
  );
  return accept({ ...change, fallsOfOther });
}

/**
 * The smallest change of an alternative's own values that lifts it above the money line, all others as they are. Closed form: its
 * score only has to reach the lowest place in the ranking at which it is funded.
 *
 * Edges   Value null when it is not funded even from the first place (its cost exceeds the budget).
 * Errors  As for `smallestScoreSwap`.
 */
export function smallestScoreLift(
  values: readonly (readonly number[])[],
  weights: readonly number[],
  alternative: number,
  line: MoneyLine,
  options: ScoreChangeOptions = {},
): Result<ScoreChange | null> {
  const faults = faultsOf(values, weights, [alternative], options);
  if (faults.length > 0) return refuse(faults);
  const scores = values.map((row) => scoreOf(row, weights));
  const order = orderOf(scores);
  if (fundedBy(line, order)[alternative]) return refuse([refusal('change-already-so', ['alternative'])]);
  for (let place = order.indexOf(alternative) - 1; place >= 0; place--) {
    const rest = order.filter((i) => i !== alternative);
    const lifted = [...rest.slice(0, place), alternative, ...rest.slice(place)];
    if (fundedBy(line, lifted)[alternative])
      return accept(reach(values, weights, alternative, scores[rest[place]!]!, options));
  }
  return accept(null);
}

function reach(
  values: readonly (readonly number[])[],
  weights: readonly number[],
  alternative: number,
  neededScore: number,
  options: ScoreChangeOptions,
): ScoreChange {
  const [, highest] = options.limits ?? [0, 1];
  const row = values[alternative]!;
  const gap = neededScore - scoreOf(row, weights);
  const byCriterion = weights.map((weight, criterion) =>
    singleChange(alternative, criterion, row[criterion]!, gap === 0 ? 0 : gap / weight, highest),
  );
  const smallest = byCriterion.reduce(
    (least, change) => (change && (!least || change.size < least.size) ? change : least),
    null,
  );
  const norm = options.norm ?? 'sum';
  const room = row.map((value) => Math.max(0, highest - value));
  const changes = jointChange(weights, room, gap, norm);
  return {
    neededScore,
    gap,
    byCriterion,
    smallest,
    joint: changes && { norm, changes, size: normOf(changes, norm) },
  };
}

function singleChange(
  alternative: number,
  criterion: number,
  from: number,
  change: number,
  end: number,
): SingleValueChange | null {
  if (!Number.isFinite(change)) return null;
  const to = from + change;
  if (change > 0 ? to > end + 1e-12 : change < 0 && to < end - 1e-12) return null;
  return {
    alternative,
    criterion,
    from,
    to: change > 0 ? Math.min(to, end) : change < 0 ? Math.max(to, end) : to,
    size: Math.abs(change),
  };
}

/**
 * Rises of several values, none larger than its room, that together lift the score by the gap, as small as possible in the norm:
 * `sum` fills the heaviest criteria first; `euclidean` raises in proportion to the weights, `largest` all alike, each until its
 * room is used.
 */
function jointChange(
  weights: readonly number[],
  room: readonly number[],
  gap: number,
  norm: Norm,
): readonly number[] | null {
  if (gap <= 0) return weights.map(() => 0);
  const most = weights.reduce((sum, weight, c) => sum + weight * room[c]!, 0);
  if (most < gap - 1e-12) return null;
  const changes = weights.map(() => 0);
  if (norm === 'sum') {
    let left = gap;
    const heaviest = weights.map((_, c) => c).sort((a, b) => weights[b]! - weights[a]! || a - b);
    for (const c of heaviest) {
      if (left <= 0 || weights[c]! === 0) break;
      changes[c] = Math.min(room[c]!, left / weights[c]!);
      left -= weights[c]! * changes[c]!;
    }
    return changes;
  }
  // Rise with speed s until full; from one criterion that becomes full to the next the lift grows in a straight line.
  const speed = weights.map((weight) => (norm === 'euclidean' ? weight : weight > 0 ? 1 : 0));
  const fullAt = room.map((space, c) => (speed[c]! > 0 ? space / speed[c]! : Infinity));
  const liftAt = (time: number) =>
    weights.reduce((sum, weight, c) => sum + weight * Math.min(room[c]!, speed[c]! * time), 0);
  const times = [...new Set(fullAt)].filter(Number.isFinite).sort((a, b) => a - b);
  let from = 0;
  for (const time of times) {
    if (liftAt(time) >= gap) break;
    from = time;
  }
  const rate = weights.reduce((sum, weight, c) => (fullAt[c]! > from ? sum + weight * speed[c]! : sum), 0);
  const time = rate > 0 ? from + Math.max(0, gap - liftAt(from)) / rate : from;
  return weights.map((_, c) => Math.min(room[c]!, speed[c]! * time));
}

function faultsOf(
  values: readonly (readonly number[])[],
  weights: readonly number[],
  alternatives: readonly number[],
  { limits = [0, 1] }: ScoreChangeOptions,
): Refusal[] {
  const unknown = alternatives.filter((i) => !(Number.isInteger(i) && i >= 0 && i < values.length));
  const [low, high] = limits;
  return [
    ...additiveFaults(values, weights),
    ...unknown.map((i) => refusal('change-unknown-alternative', [], { alternative: String(i) })),
    ...(low < high && Number.isFinite(low) && Number.isFinite(high)
      ? []
      : [refusal('change-limits', ['limits'], { low: String(low), high: String(high) })]),
  ];
}
