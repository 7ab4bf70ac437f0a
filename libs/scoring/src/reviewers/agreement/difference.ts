import { accept, at, refusal, refuse, type Result } from '@fordela/domain';
import type { RatingValue } from './rating-table';

/** Krippendorff's levels of measurement, each with its own squared difference between two values. */
export const measurementLevels = ['nominal', 'ordinal', 'interval', 'ratio'] as const;
export type MeasurementLevel = (typeof measurementLevels)[number];

/**
 * How different two values are:
 * - a level of measurement;
 * - `absolute`: |a − b|;
 * - `circular`: sin²(π·(a − b)/period), for values that run in a circle (hours, months, directions);
 * - `bipolar`: (a − b)² / ((a + b − 2·lowest)(2·highest − a − b)), for scales with two poles;
 * - `matrix`: the differences themselves, by the order of the listed values. Used as they stand, not squared.
 */
export type Difference =
  | { readonly kind: MeasurementLevel }
  | { readonly kind: 'absolute' }
  | { readonly kind: 'circular'; readonly period: number }
  | { readonly kind: 'bipolar'; readonly lowest: number; readonly highest: number }
  | { readonly kind: 'matrix'; readonly matrix: readonly (readonly number[])[] };

/** Squared ordinal difference: how many ratings lie from one value to the other, the ends counted half. */
function ordinal(counts: readonly number[], a: number, b: number): number {
  let between = 0;
  for (let value = Math.min(a, b); value <= Math.max(a, b); value += 1) between += at(counts, value);
  return (between - (at(counts, a) + at(counts, b)) / 2) ** 2;
}

function numeric(kind: Difference, a: number, b: number): number {
  switch (kind.kind) {
    case 'interval':
      return (a - b) ** 2;
    case 'ratio':
      return a + b === 0 ? 0 : ((a - b) / (a + b)) ** 2;
    case 'absolute':
      return Math.abs(a - b);
    case 'circular':
      return Math.sin((Math.PI * (a - b)) / kind.period) ** 2;
    case 'bipolar': {
      const spread = (a + b - 2 * kind.lowest) * (2 * kind.highest - a - b);
      return spread === 0 ? 0 : (a - b) ** 2 / spread;
    }
    default:
      return a === b ? 0 : 1;
  }
}

/** What keeps a difference from being used on these values: labels without numbers, a matrix that is no distance. */
export function differenceFault(
  difference: Difference,
  values: readonly RatingValue[],
  ordered: boolean,
): Result<null> {
  const labels = values.filter((value) => typeof value === 'string');
  if (difference.kind === 'ordinal' && labels.length > 0 && !ordered)
    return refuse([refusal('alpha-order-needed', [], { value: at(labels, 0) })]);
  if (!['nominal', 'ordinal', 'matrix'].includes(difference.kind) && labels.length > 0)
    return refuse([refusal('alpha-numbers-needed', [], { value: at(labels, 0), difference: difference.kind })]);
  if (difference.kind === 'ratio' && values.some((value) => (value as number) < 0))
    return refuse([refusal('alpha-negative-ratio', [], { value: Math.min(...(values as number[])) })]);
  if (difference.kind === 'circular' && !(difference.period > 0))
    return refuse([refusal('alpha-period', ['period'], { period: difference.period })]);
  if (difference.kind === 'bipolar') {
    const outside = (values as number[]).find((value) => value < difference.lowest || value > difference.highest);
    if (outside !== undefined) return refuse([refusal('rating-outside-values', [], { value: outside })]);
  }
  if (difference.kind !== 'matrix') return accept(null);
  const { matrix } = difference;
  const square = matrix.length === values.length && matrix.every((row) => row.length === values.length);
  if (!square) return refuse([refusal('alpha-matrix-size', ['matrix'], { expected: values.length })]);
  for (const [i, row] of matrix.entries())
    for (const [j, entry] of row.entries()) {
      const bad = !(entry >= 0 && entry < Infinity) || entry !== at(at(matrix, j), i) || (i === j && entry !== 0);
      if (bad) return refuse([refusal('alpha-matrix-entry', ['matrix', i, j], { value: String(entry) })]);
    }
  return accept(null);
}

/**
 * The differences between all pairs of values, as a square matrix in the order of the values.
 *
 * Shapes  counts: how often each value occurs among the pairable ratings (only the ordinal difference depends on them).
 * Source  K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section C.
 */
export function differenceMatrix(
  difference: Difference,
  values: readonly RatingValue[],
  counts: readonly number[],
): readonly (readonly number[])[] {
  if (difference.kind === 'matrix') return difference.matrix;
  return values.map((first, a) =>
    values.map((second, b) => {
      if (a === b) return 0;
      if (difference.kind === 'ordinal') return ordinal(counts, a, b);
      if (difference.kind === 'nominal') return 1;
      return numeric(difference, first as number, second as number);
    }),
  );
}
