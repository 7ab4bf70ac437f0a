import { cholesky, type Cholesky } from '../numbers/cholesky';
import type { RatingTable } from '../agreement/rating-table';

/** A table of ratings ready for the crossed-effects model. */
export interface CrossedData {
  readonly units: number;
  readonly reviewers: number;
  /** The ratings that are there, row by row. */
  readonly unitOf: Int32Array;
  readonly reviewerOf: Int32Array;
  readonly ratings: Float64Array;
  readonly unitCounts: Int32Array;
  readonly reviewerCounts: Int32Array;
}

export function crossedData(table: RatingTable): CrossedData {
  const reviewers = table[0]?.length ?? 0;
  const cells = table.flatMap((row, unit) =>
    row.flatMap((rating, reviewer) => (rating === null ? [] : [{ unit, reviewer, rating }])),
  );
  const unitCounts = new Int32Array(table.length);
  const reviewerCounts = new Int32Array(reviewers);
  for (const { unit, reviewer } of cells) {
    unitCounts[unit] = (unitCounts[unit] as number) + 1;
    reviewerCounts[reviewer] = (reviewerCounts[reviewer] as number) + 1;
  }
  return {
    units: table.length,
    reviewers,
    unitOf: Int32Array.from(cells, (cell) => cell.unit),
    reviewerOf: Int32Array.from(cells, (cell) => cell.reviewer),
    ratings: Float64Array.from(cells, (cell) => cell.rating),
    unitCounts,
    reviewerCounts,
  };
}

/** H of the crossed-effects model, inverted over the units (diagonal) and made ready over the reviewers. */
export interface CrossedPieces {
  /** Per unit: ratio / (1 + ratio × count). */
  readonly shrink: Float64Array;
  /** Reviewers × reviewers: Zrᵀ·Hu⁻¹·Zr. */
  readonly crossed: Float64Array;
  /** Factor of I + reviewer ratio × crossed. */
  readonly factor: Cholesky;
  /** Of H. */
  readonly logDeterminant: number;
}

export function crossedPieces(data: CrossedData, unitRatio: number, reviewerRatio: number): CrossedPieces {
  const { units, reviewers, unitCounts, reviewerCounts } = data;
  const shrink = Float64Array.from(
    { length: units },
    (_, i) => unitRatio / (1 + unitRatio * (unitCounts[i] as number)),
  );
  const crossed = new Float64Array(reviewers * reviewers);
  for (let j = 0; j < reviewers; j += 1) crossed[j * reviewers + j] = reviewerCounts[j] as number;
  forEachUnit(data, (unit, from, to) => {
    for (let a = from; a < to; a += 1)
      for (let b = from; b < to; b += 1) {
        const place = (data.reviewerOf[a] as number) * reviewers + (data.reviewerOf[b] as number);
        crossed[place] = (crossed[place] as number) - (shrink[unit] as number);
      }
  });
  const inner = crossed.map((entry) => reviewerRatio * entry);
  for (let j = 0; j < reviewers; j += 1) inner[j * reviewers + j] = (inner[j * reviewers + j] as number) + 1;
  const factor = cholesky(inner, reviewers);
  let logDeterminant = factor.logDeterminant;
  for (const count of unitCounts) logDeterminant += Math.log1p(unitRatio * count);
  return { shrink, crossed, factor, logDeterminant };
}

/** Calls back with each unit's run of cells: they stand row by row. */
export function forEachUnit(data: CrossedData, visit: (unit: number, from: number, to: number) => void): void {
  let from = 0;
  for (let unit = 0; unit < data.units; unit += 1) {
    const to = from + (data.unitCounts[unit] as number);
    visit(unit, from, to);
    from = to;
  }
}

/** Zrᵀ·Hu⁻¹·v: one sum per reviewer. */
export function throughUnits(
  data: CrossedData,
  { shrink }: Pick<CrossedPieces, 'shrink'>,
  v: Float64Array,
): Float64Array {
  const sums = new Float64Array(data.reviewers);
  forEachUnit(data, (unit, from, to) => {
    let total = 0;
    for (let a = from; a < to; a += 1) total += v[a] as number;
    for (let a = from; a < to; a += 1) {
      const reviewer = data.reviewerOf[a] as number;
      sums[reviewer] = (sums[reviewer] as number) + (v[a] as number) - (shrink[unit] as number) * total;
    }
  });
  return sums;
}

/** vᵀ·Hu⁻¹·w. */
export function innerThroughUnits(
  data: CrossedData,
  { shrink }: Pick<CrossedPieces, 'shrink'>,
  v: Float64Array,
  w: Float64Array,
): number {
  let sum = 0;
  forEachUnit(data, (unit, from, to) => {
    let totalV = 0;
    let totalW = 0;
    for (let a = from; a < to; a += 1) {
      totalV += v[a] as number;
      totalW += w[a] as number;
      sum += (v[a] as number) * (w[a] as number);
    }
    sum -= (shrink[unit] as number) * totalV * totalW;
  });
  return sum;
}

/** The sum of products, in order. */
export const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let sum = 0;
  for (let k = 0; k < a.length; k += 1) sum += (a[k] as number) * (b[k] as number);
  return sum;
};
