/**
 * Additive scores as one weight goes from 0 to 1 and the others keep their proportions: straight lines, one per alternative.
 */
export interface WeightLine {
  readonly criterion: number;
  /** The weight it has now. */
  readonly weight: number;
  /** Scores with the weight at 0 and at 1. */
  readonly atZero: readonly number[];
  readonly atOne: readonly number[];
  /** Scores with the weights as they are. */
  readonly now: readonly number[];
  /** False for a single criterion: its weight cannot move. */
  readonly movable: boolean;
}

/**
 * Rule    The other weights are multiplied by one common factor so that all still sum to 1; when they are all 0, they share
 *         the rest equally.
 * Shapes  values: m × n; weights: n, summing to 1.
 * Edges   With a single criterion nothing can change: both ends are the scores now.
 * @example weightLine([[1, 0], [0, 1]], [0.4, 0.6], 0) // => atZero [0, 1], atOne [1, 0], now [0.4, 0.6]
 */
export function weightLine(
  values: readonly (readonly number[])[],
  weights: readonly number[],
  criterion: number,
): WeightLine {
  const now = values.map((row) => scoreOf(row, weights));
  if (weights.length === 1) return { criterion, weight: 1, atZero: now, atOne: now, now, movable: false };
  return {
    criterion,
    weight: weights[criterion]!,
    atZero: values.map((row) => scoreOf(row, weightsAt(weights, criterion, 0))),
    atOne: values.map((row) => row[criterion]!),
    now,
    movable: true,
  };
}

/** All the weights when the criterion's is `weight` and the others keep their proportions. */
export function weightsAt(weights: readonly number[], criterion: number, weight: number): readonly number[] {
  const others = weights.reduce((sum, w, c) => (c === criterion ? sum : sum + w), 0);
  const share = 1 / (weights.length - 1);
  return weights.map((w, c) => (c === criterion ? weight : (1 - weight) * (others > 0 ? w / others : share)));
}

/** Additive score: terms in criterion order. */
export const scoreOf = (row: readonly number[], weights: readonly number[]): number =>
  row.reduce((sum, value, c) => sum + weights[c]! * value, 0);

/** Scores closer than this (relative to the largest, at least 1) are equal; the lower index then stands first. */
export const scoreTolerance = 1e-12;

/** Indices best first; equal scores by index. */
export function orderOf(scores: readonly number[]): readonly number[] {
  const slack = scoreTolerance * Math.max(1, ...scores.map(Math.abs));
  const sorted = scores.map((_, i) => i).sort((a, b) => scores[b]! - scores[a]! || a - b);
  const order: number[] = [];
  let group: number[] = [];
  for (const i of sorted) {
    const last = group.at(-1);
    if (last !== undefined && scores[last]! - scores[i]! > slack) {
      order.push(...group.sort((a, b) => a - b));
      group = [];
    }
    group.push(i);
  }
  return [...order, ...group.sort((a, b) => a - b)];
}
