import { choleskySolve, forwardSolve } from '../numbers/cholesky';
import { crossedPieces, forEachUnit, throughUnits, type CrossedData } from '../strictness/crossed-algebra';
import type { HyperNode } from './hyper-posterior';

/**
 * The effects given the two standard deviations: exactly normal. Given the reviewers' levels the units are independent of each
 * other; `loads` carries what the uncertainty about those levels adds, and shares, between units.
 */
export interface ConditionalEffects {
  readonly unitMeans: Float64Array;
  /** Variance of a unit's effect when the reviewers' levels are known. */
  readonly ownVariances: Float64Array;
  /** Units × reviewers: covariance of two units = own variance (if the same) + the product of their rows. */
  readonly loads: Float64Array;
  readonly levelMeans: Float64Array;
  readonly levelVariances: Float64Array;
}

/**
 * Means and covariances of unit effects and reviewer levels at one point of the grid.
 *
 * Shapes  grades: one per rating of `data`, centred. Cost O(ratings × reviewers + units × reviewers²).
 */
export function conditionalEffects(
  data: CrossedData,
  grades: Float64Array,
  node: Omit<HyperNode, 'weight'>,
  levelDeviation: number,
): ConditionalEffects {
  const { units, reviewers } = data;
  const variance = node.gradeDeviation * node.gradeDeviation;
  const reviewerRatio = (levelDeviation * levelDeviation) / variance;
  const { factor, shrink } = crossedPieces(data, (node.unitDeviation * node.unitDeviation) / variance, reviewerRatio);
  const solved = choleskySolve(factor, throughUnits(data, { shrink }, grades));
  const levelMeans = solved.map((value) => reviewerRatio * value);
  const unitMeans = new Float64Array(units);
  const loads = new Float64Array(units * reviewers);
  const scale = node.gradeDeviation * Math.sqrt(reviewerRatio);
  forEachUnit(data, (unit, from, to) => {
    const own = shrink[unit] as number;
    const touched = new Float64Array(reviewers);
    let left = 0;
    for (let cell = from; cell < to; cell += 1) {
      const reviewer = data.reviewerOf[cell] as number;
      left += (grades[cell] as number) - (levelMeans[reviewer] as number);
      touched[reviewer] = own * scale;
    }
    unitMeans[unit] = own * left;
    loads.set(forwardSolve(factor, touched), unit * reviewers);
  });
  const levelVariances = Float64Array.from({ length: reviewers }, (_, j) => {
    const basis = new Float64Array(reviewers);
    basis[j] = scale;
    return forwardSolve(factor, basis).reduce((sum, x) => sum + x * x, 0);
  });
  return {
    unitMeans,
    ownVariances: shrink.map((own) => own * variance),
    loads,
    levelMeans,
    levelVariances,
  };
}
