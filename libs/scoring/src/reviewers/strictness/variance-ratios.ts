import type { CrossedData } from './crossed-algebra';
import { crossedDeviance, type VarianceEstimator } from './crossed-effects';

/** The largest ratio of an effect's variance to the residual variance that is tried: beyond it ratings have no residual left. */
export const largestRatio = 1e8;

const spans = [-8, -6, -4, -3, -2, -1, 0, 1, 2, 3, 4, 6, 8, 12];
const ceiling = Math.log(largestRatio);

interface Point {
  readonly unit: number;
  readonly reviewer: number;
  readonly deviance: number;
}

/** Walks downhill on the logarithms from a start, in eight directions, halving the step until it no longer matters. */
function compass(
  start: readonly [number, number],
  free: readonly [boolean, boolean],
  deviance: (u: number, r: number) => number,
): Point {
  let [unit, reviewer] = start;
  let best = deviance(unit, reviewer);
  for (let step = 1; step > 1e-9;) {
    let moved = false;
    for (const [du, dr] of [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
      [1, 1],
      [1, -1],
      [-1, 1],
      [-1, -1],
    ] as const) {
      if ((du !== 0 && !free[0]) || (dr !== 0 && !free[1])) continue;
      const nextUnit = Math.min(ceiling, unit + du * step);
      const nextReviewer = Math.min(ceiling, reviewer + dr * step);
      const next = deviance(nextUnit, nextReviewer);
      if (next >= best) continue;
      [unit, reviewer, best] = [nextUnit, nextReviewer, next];
      moved = true;
    }
    if (!moved) step /= 2;
  }
  return { unit, reviewer, deviance: best };
}

/**
 * The variance ratios at which the (restricted) likelihood is greatest.
 *
 * Method  A grid over the logarithms and over each ratio being exactly 0, then a compass search from the best grid point of each
 *         of the four cases (both, one, the other, none). The simpler case wins unless the other is better by more than 1e-9.
 * Edges   Ratios stop at 1e8: reached when reviewers differ by constants only and nothing is left as residual.
 */
export function bestVarianceRatios(
  data: CrossedData,
  estimator: VarianceEstimator,
): { readonly unitRatio: number; readonly reviewerRatio: number } {
  const ratio = (log: number) => (log === -Infinity ? 0 : Math.exp(log));
  const deviance = (unit: number, reviewer: number) => crossedDeviance(data, ratio(unit), ratio(reviewer), estimator);
  const cases: readonly (readonly [boolean, boolean])[] = [
    [false, false],
    [true, false],
    [false, true],
    [true, true],
  ];
  let best: Point | null = null;
  for (const free of cases) {
    let start: Point | null = null;
    for (const unit of free[0] ? spans : [-Infinity])
      for (const reviewer of free[1] ? spans : [-Infinity]) {
        const value = deviance(unit, reviewer);
        if (!start || value < start.deviance) start = { unit, reviewer, deviance: value };
      }
    if (!start) continue;
    const found = compass([start.unit, start.reviewer], free, deviance);
    if (!best || found.deviance < best.deviance - 1e-9) best = found;
  }
  return { unitRatio: ratio(best?.unit ?? -Infinity), reviewerRatio: ratio(best?.reviewer ?? -Infinity) };
}
