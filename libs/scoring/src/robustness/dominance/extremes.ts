import { invariant } from '@fordela/domain';
import { solveLp } from '../../lp/solve-lp';
import { regionVertices } from '../../weights/statements/region-vertices';
import { regionConstraints, type WeightRegion } from '../../weights/statements/weight-region';
import { dot } from '../linear/dense';
import { weightSpace } from '../region/weight-space';

/** The least value of linear functions of the weights over a region. */
export interface Extremes {
  /** min over the region of coefficients · w, and weights where it is attained. */
  readonly least: (coefficients: readonly number[]) => { readonly value: number; readonly weights: readonly number[] };
  /** The corners of the region; null when there are too many to list, and a linear program is solved each time instead. */
  readonly corners: readonly (readonly number[])[] | null;
}

/** Over the corners when they can be listed (a linear function is least at one of them), else by linear programming. */
export function extremesOf(region: WeightRegion): Extremes {
  const corners = listedCorners(region);
  if (corners) {
    invariant(corners.length > 0, 'a weight region has at least one corner');
    return {
      corners,
      least: (coefficients) => {
        let best = corners[0]!;
        let value = dot(coefficients, best);
        for (const corner of corners) {
          const here = dot(coefficients, corner);
          if (here < value) [value, best] = [here, corner];
        }
        return { value, weights: best };
      },
    };
  }
  const constraints = regionConstraints(region);
  return {
    corners,
    least: (coefficients) => {
      const solution = solveLp({ objective: coefficients, maximise: false, constraints });
      invariant(solution.status === 'optimal', 'a weight region is bounded and not empty');
      return { value: solution.objective, weights: solution.x };
    },
  };
}

/** Above this bound on their number, listing the corners could take longer than the linear programs it saves. */
const mostCorners = 3000;

function listedCorners(region: WeightRegion): readonly (readonly number[])[] | null {
  const space = weightSpace(region.count, region.statements);
  invariant(space.ok, 'a weight region is not empty');
  const { sampler } = space.value;
  if (sampler.kind === 'simplex') return sampler.vertices;
  if (sampler.kind === 'fixed') return [sampler.weights];
  const cuts = region.statements.reduce((sum, { relation }) => sum + (relation === '=' ? 2 : 1), 0);
  return choose(region.count + cuts, Math.min(cuts, region.count - 1)) <= mostCorners ? regionVertices(region) : null;
}

/** n over k, a bound on the corners of n half-spaces in k dimensions. */
function choose(n: number, k: number): number {
  let product = 1;
  for (let i = 0; i < k; i++) product = (product * (n - i)) / (i + 1);
  return product;
}
