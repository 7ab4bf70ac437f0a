import { at } from '@fordela/domain';
import { choleskySolve } from '../numbers/cholesky';
import { crossedPieces, dot, forEachUnit, innerThroughUnits, throughUnits, type CrossedData } from './crossed-algebra';

/**
 * rating = mean + unit effect + reviewer effect + residual, with independent normal effects. `reml` (restricted maximum likelihood)
 * corrects the variances for estimating the mean; `ml` does not and gives smaller ones.
 */
export const varianceEstimators = ['reml', 'ml'] as const;
export type VarianceEstimator = (typeof varianceEstimators)[number];

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

/** The mean, residual variance and deviance at the ratios, and what later steps need of them. */
function profile(data: CrossedData, unitRatio: number, reviewerRatio: number, estimator: VarianceEstimator) {
  const parts = crossedPieces(data, unitRatio, reviewerRatio);
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
