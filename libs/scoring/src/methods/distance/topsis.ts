import type { Direction } from '../../problem/criterion';

export const topsisMetrics = ['euclidean', 'manhattan', 'chebyshev'] as const;
export type TopsisMetric = (typeof topsisMetrics)[number];

export interface TopsisResult {
  readonly closeness: readonly number[];
  readonly toIdeal: readonly number[];
  readonly toAntiIdeal: readonly number[];
  readonly ideal: readonly number[];
  readonly antiIdeal: readonly number[];
  readonly weighted: readonly (readonly number[])[];
}

/**
 * Relative closeness to the ideal: distance to the anti-ideal over the sum of both distances.
 *
 * Shapes  values: m × n, already normalised; weights and directions: n. Returns m figures in [0, 1], 1 best.
 * Rule    Ideal and anti-ideal are the best and worst weighted values present, per criterion and direction.
 * Edges   Null when an alternative is at distance 0 from both (no criterion with a weight varies): closeness has no value then.
 * Source  Hwang & Yoon, Multiple Attribute Decision Making (1981), pp. 128–140.
 * @example topsis([[0, 1], [1, 0]], [0.5, 0.5], ['maximise', 'maximise'], 'euclidean')?.closeness // => [0.5, 0.5]
 */
export function topsis(
  values: readonly (readonly number[])[],
  weights: readonly number[],
  directions: readonly Direction[],
  metric: TopsisMetric,
): TopsisResult | null {
  const weighted = values.map((row) => row.map((value, j) => value * weights[j]!));
  const extreme = (best: boolean) =>
    directions.map((direction, j) => {
      const column = weighted.map((row) => row[j]!);
      return (direction === 'maximise') === best ? Math.max(...column) : Math.min(...column);
    });
  const [ideal, antiIdeal] = [extreme(true), extreme(false)];
  const toIdeal = weighted.map((row) => distance(row, ideal, metric));
  const toAntiIdeal = weighted.map((row) => distance(row, antiIdeal, metric));
  if (toIdeal.some((plus, i) => plus + toAntiIdeal[i]! === 0)) return null;
  const closeness = toAntiIdeal.map((minus, i) => minus / (minus + toIdeal[i]!));
  return { closeness, toIdeal, toAntiIdeal, ideal, antiIdeal, weighted };
}

/** Distance between two points of equal length. */
export function distance(a: readonly number[], b: readonly number[], metric: TopsisMetric): number {
  const gaps = a.map((value, j) => Math.abs(value - b[j]!));
  if (metric === 'manhattan') return gaps.reduce((sum, gap) => sum + gap, 0);
  if (metric === 'chebyshev') return Math.max(0, ...gaps);
  return Math.sqrt(gaps.reduce((sum, gap) => sum + gap * gap, 0));
}
