import { invariant } from '@fordela/domain';

/** Rows looked at together: their cells stay in the nearest cache while the columns are passed over, four at a time. */
const blockRows = 256;

export interface RangeScores {
  /** One per row. */
  readonly scores: Float64Array;
  readonly minima: Float64Array;
  readonly maxima: Float64Array;
}

/**
 * Additive scores of raw performances, each column scaled by its own range: (x − min)/(max − min) where more is better,
 * (max − x)/(max − min) where less is. From a raw table to scores in two passes, for tables of millions of cells.
 *
 * Shapes  table: rows × criteria, row by row; weights and maximise: one per criterion.
 * Edges   A constant column gives every row `constantAs` (0 or 1) × weight. No rows give no scores.
 * Errors  InvariantError when the table is not a whole number of rows. NaN must have been stopped before.
 * @example rangeScores(Float64Array.of(1, 5, 3, 1), [0.5, 0.5], [true, false], 0).scores // => [0, 1]
 */
export function rangeScores(
  table: Float64Array,
  weights: readonly number[],
  maximise: readonly boolean[],
  constantAs: 0 | 1,
): RangeScores {
  const criteria = weights.length;
  invariant(criteria > 0 && table.length % criteria === 0, 'the table is not a whole number of rows');
  const { minima, maxima } = columnRanges(table, criteria);
  const factors = new Float64Array(criteria);
  const origins = new Float64Array(criteria);
  let constant = 0;
  for (let c = 0; c < criteria; c++) {
    const range = maxima[c]! - minima[c]!;
    if (range > 0) {
      factors[c] = (maximise[c]! ? weights[c]! : -weights[c]!) / range;
      origins[c] = maximise[c]! ? minima[c]! : maxima[c]!;
    } else constant += constantAs * weights[c]!;
  }
  return { scores: distances(table, factors, origins, constant), minima, maxima };
}

/** Least and greatest of every column. */
export function columnRanges(table: Float64Array, criteria: number): { minima: Float64Array; maxima: Float64Array } {
  const minima = new Float64Array(criteria).fill(Infinity);
  const maxima = new Float64Array(criteria).fill(-Infinity);
  const rows = table.length / criteria;
  const inFours = criteria - (criteria % 4);
  for (let start = 0; start < rows; start += blockRows) {
    const end = Math.min(start + blockRows, rows);
    for (let c = 0; c < inFours; c += 4) fourRanges(table, criteria, start, end, c, minima, maxima);
    for (let c = inFours; c < criteria; c++) {
      let low = minima[c]!;
      let high = maxima[c]!;
      for (let at = start * criteria + c; at < end * criteria; at += criteria) {
        const x = table[at]!;
        if (x < low) low = x;
        if (x > high) high = x;
      }
      minima[c] = low;
      maxima[c] = high;
    }
  }
  return { minima, maxima };
}

function fourRanges(
  table: Float64Array,
  criteria: number,
  start: number,
  end: number,
  c: number,
  minima: Float64Array,
  maxima: Float64Array,
): void {
  let low0 = minima[c]!;
  let low1 = minima[c + 1]!;
  let low2 = minima[c + 2]!;
  let low3 = minima[c + 3]!;
  let high0 = maxima[c]!;
  let high1 = maxima[c + 1]!;
  let high2 = maxima[c + 2]!;
  let high3 = maxima[c + 3]!;
  for (let at = start * criteria + c, last = end * criteria; at < last; at += criteria) {
    const x0 = table[at]!;
    const x1 = table[at + 1]!;
    const x2 = table[at + 2]!;
    const x3 = table[at + 3]!;
    if (x0 < low0) low0 = x0;
    if (x0 > high0) high0 = x0;
    if (x1 < low1) low1 = x1;
    if (x1 > high1) high1 = x1;
    if (x2 < low2) low2 = x2;
    if (x2 > high2) high2 = x2;
    if (x3 < low3) low3 = x3;
    if (x3 > high3) high3 = x3;
  }
  minima[c] = low0;
  minima[c + 1] = low1;
  minima[c + 2] = low2;
  minima[c + 3] = low3;
  maxima[c] = high0;
  maxima[c + 1] = high1;
  maxima[c + 2] = high2;
  maxima[c + 3] = high3;
}

/** constant + Σ factor × (x − origin) for every row, terms in column order. */
function distances(table: Float64Array, factors: Float64Array, origins: Float64Array, constant: number): Float64Array {
  const criteria = factors.length;
  const rows = table.length / criteria;
  const scores = new Float64Array(rows);
  const inFours = criteria - (criteria % 4);
  let at = 0;
  for (let i = 0; i < rows; i++) {
    let score = constant;
    for (let c = 0; c < inFours; c += 4) {
      score += factors[c]! * (table[at]! - origins[c]!);
      score += factors[c + 1]! * (table[at + 1]! - origins[c + 1]!);
      score += factors[c + 2]! * (table[at + 2]! - origins[c + 2]!);
      score += factors[c + 3]! * (table[at + 3]! - origins[c + 3]!);
      at += 4;
    }
    for (let c = inFours; c < criteria; c++) score += factors[c]! * (table[at++]! - origins[c]!);
    scores[i] = score;
  }
  return scores;
}
