import { at } from '@fordela/domain';
import type { RatingTable } from '../agreement/rating-table';
import { cholesky, choleskySolve, type Cholesky } from '../numbers/cholesky';

/**
 * rating = mean + unit effect + reviewer effect + residual, with independent normal effects. `reml` (restricted maximum likelihood)
 * corrects the variances for estimating the mean; `ml` does not and gives smaller ones.
 */
export const varianceEstimators = ['reml', 'ml'] as const;
export type VarianceEstimator = (typeof varianceEstimators)[number];

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

/**
 * The model at given variance ratios: everything that is closed form there. With ρ the ratios to the residual variance,
 * H = I + ρu·Zu·Zuᵀ + ρr·Zr·Zrᵀ is inverted over the units (diagonal) and then over the reviewers (a small Cholesky factor).
 */
export interface CrossedFit {
  readonly unitRatio: number;
  readonly reviewerRatio: number;
  readonly mean: number;
  readonly residualVariance: number;
  /** Minus twice the (restricted) log likelihood. */
  readonly deviance: number;
  readonly unitEffects: readonly number[];
  readonly reviewerEffects: readonly number[];
  /** Standard errors of prediction: of estimated effect − true effect, with the mean unknown. */
  readonly meanError: number;
  readonly unitErrors: readonly number[];
  readonly reviewerErrors: readonly number[];
}

interface Pieces {
  readonly shrink: Float64Array;
  /** Reviewers × reviewers: Zrᵀ·Hu⁻¹·Zr. */
  readonly crossed: Float64Array;
  readonly factor: Cholesky;
  readonly logDeterminant: number;
}

function pieces(data: CrossedData, unitRatio: number, reviewerRatio: number): Pieces {
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
function forEachUnit(data: CrossedData, visit: (unit: number, from: number, to: number) => void): void {
  let from = 0;
  for (let unit = 0; unit < data.units; unit += 1) {
    const to = from + (data.unitCounts[unit] as number);
    visit(unit, from, to);
    from = to;
  }
}

/** Hu⁻¹·v summed per reviewer, and vᵀ·Hu⁻¹·w for a second vector. */
function throughUnits(data: CrossedData, { shrink }: Pieces, v: Float64Array): Float64Array {
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

function innerThroughUnits(data: CrossedData, { shrink }: Pieces, v: Float64Array, w: Float64Array): number {
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

const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let sum = 0;
  for (let k = 0; k < a.length; k += 1) sum += (a[k] as number) * (b[k] as number);
  return sum;
};

/** The mean, residual variance and deviance at the ratios, and what later steps need of them. */
function profile(data: CrossedData, unitRatio: number, reviewerRatio: number, estimator: VarianceEstimator) {
  const parts = pieces(data, unitRatio, reviewerRatio);
  const count = data.ratings.length;
  const ones = new Float64Array(count).fill(1);
  // Centre first: the same likelihood, fewer digits lost in the quadratic form.
  const centre = data.ratings.reduce((sum, rating) => sum + rating, 0) / count;
  const y = data.ratings.map((rating) => rating - centre);
  const onesByReviewer = throughUnits(data, parts, ones);
  const yByReviewer = throughUnits(data, parts, y);
  const solvedOnes = choleskySolve(parts.factor, onesByReviewer);
  const information = innerThroughUnits(data, parts, ones, ones) - reviewerRatio * dot(onesByReviewer, solvedOnes);
  const mean = (innerThroughUnits(data, parts, ones, y) - reviewerRatio * dot(yByReviewer, solvedOnes)) / information;
  const residuals = y.map((value) => value - mean);
  const byReviewer = throughUnits(data, parts, residuals);
  const solved = choleskySolve(parts.factor, byReviewer);
  const square = innerThroughUnits(data, parts, residuals, residuals) - reviewerRatio * dot(byReviewer, solved);
  const degrees = estimator === 'reml' ? count - 1 : count;
  const residualVariance = square / degrees;
  const deviance =
    degrees * (1 + Math.log(2 * Math.PI * residualVariance)) +
    parts.logDeterminant +
    (estimator === 'reml' ? Math.log(information) : 0);
  return {
    parts,
    mean: centre + mean,
    residuals,
    solved,
    onesByReviewer,
    solvedOnes,
    information,
    residualVariance,
    deviance,
  };
}

/** Minus twice the (restricted) log likelihood at the ratios of unit and reviewer variance to the residual variance. */
export function crossedDeviance(
  data: CrossedData,
  unitRatio: number,
  reviewerRatio: number,
  estimator: VarianceEstimator,
): number {
  return profile(data, unitRatio, reviewerRatio, estimator).deviance;
}

/**
 * The fit at given ratios: best linear unbiased predictions of the effects and their standard errors.
 *
 * Source  Henderson, Biometrics 31 (1975) 423–447; Searle, Casella & McCulloch, Variance Components (1992), ch. 6–7.
 *         Cost O(ratings × reviewers + reviewers³).
 */
export function crossedFit(
  data: CrossedData,
  unitRatio: number,
  reviewerRatio: number,
  estimator: VarianceEstimator,
): CrossedFit {
  const p = profile(data, unitRatio, reviewerRatio, estimator);
  const { factor, crossed, shrink } = p.parts;
  const { reviewers } = data;
  const variance = p.residualVariance;
  const reviewerEffects = Array.from(p.solved, (value) => reviewerRatio * value);
  const unitEffects = new Array<number>(data.units).fill(0);
  const unitErrors = new Array<number>(data.units).fill(0);
  forEachUnit(data, (unit, from, to) => {
    const weight = 1 - (shrink[unit] as number) * (to - from); // 1 / (1 + ratio × count)
    let left = 0;
    const touched = new Float64Array(reviewers);
    for (let a = from; a < to; a += 1) {
      const reviewer = data.reviewerOf[a] as number;
      left += (p.residuals[a] as number) - at(reviewerEffects, reviewer);
      touched[reviewer] = weight;
    }
    unitEffects[unit] = (shrink[unit] as number) * left;
    const solved = choleskySolve(factor, touched);
    const known = weight * (to - from) - reviewerRatio * dot(touched, solved);
    const fromMean = weight * (to - from) - reviewerRatio * dot(touched, p.solvedOnes);
    const information = known - (fromMean * fromMean) / p.information;
    unitErrors[unit] = Math.sqrt(Math.max(0, variance * unitRatio * (1 - unitRatio * information)));
  });
  const reviewerErrors = Array.from({ length: reviewers }, (_, j) => {
    const column = Float64Array.from({ length: reviewers }, (__, k) => crossed[k * reviewers + j] as number);
    const known = choleskySolve(factor, column)[j] as number;
    const fromMean = p.solvedOnes[j] as number;
    const information = known - (fromMean * fromMean) / p.information;
    return Math.sqrt(Math.max(0, variance * reviewerRatio * (1 - reviewerRatio * information)));
  });
  return {
    unitRatio,
    reviewerRatio,
    mean: p.mean,
    residualVariance: variance,
    deviance: p.deviance,
    unitEffects,
    reviewerEffects,
    meanError: Math.sqrt(variance / p.information),
    unitErrors,
    reviewerErrors,
  };
}
