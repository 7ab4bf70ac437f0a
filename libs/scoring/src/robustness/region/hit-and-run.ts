import { SampleStream } from '../../kernel/sample-stream';
import { cholesky } from '../linear/dense';
import type { AffineHull } from './affine-hull';
import { weightDraw } from './draw-weights';
import type { HitAndRun } from './sampler';

export interface WalkOptions {
  /** Steps between two samples; default ⌈ln(d + 1)/4 · d³⌉ for d dimensions. */
  readonly thinning?: number;
  /** Steps before the first sample of a chain; default ten times the thinning. */
  readonly burnIn?: number;
}

/** Samples of one chain. Fixed, since sample k must not depend on how the work is divided. */
const chainLength = 100;

/** Steps between two samples, as in the R package hitandrun. */
export const defaultThinning = (dimensions: number): number =>
  Math.max(1, Math.ceil((Math.log(dimensions + 1) / 4) * dimensions ** 3));

/**
 * A hit-and-run sampler of the region. A pilot walk measures how wide the region is in its different directions; the walk proper
 * takes its steps accordingly, so that a long thin region is crossed as fast as a round one.
 *
 * Source  Smith, Operations Research 32 (1984); any direction law with full support: Bélisle, Romeijn & Smith, Math. of OR 18 (1993);
 *         thinning: Tervonen, van Valkenhoef, Basturk & Postmus, EJOR 224 (2013) and the R package hitandrun.
 */
export function hitAndRun(hull: AffineHull, options: WalkOptions = {}): HitAndRun {
  const thinning = options.thinning ?? defaultThinning(hull.basis.length);
  const burnIn = options.burnIn ?? 10 * thinning;
  const { centre, halfSpaces } = hull;
  const start: HitAndRun = {
    kind: 'hit-and-run',
    centre,
    directions: hull.basis,
    halfSpaces,
    thinning,
    burnIn,
    chainLength,
  };
  let directions = hull.basis;
  for (let round = 0; round < 2; round++) directions = roundedDirections({ ...start, directions }, hull.basis, round);
  return { ...start, directions };
}

/** Directions under which the region, as seen by a pilot walk of 100·d samples, is about equally wide. */
function roundedDirections(
  walk: HitAndRun,
  basis: readonly (readonly number[])[],
  round: number,
): readonly (readonly number[])[] {
  const dimensions = basis.length;
  const pilot = { ...walk, thinning: dimensions, burnIn: 20 * dimensions, chainLength: 100 * dimensions };
  const seed = new SampleStream(round, 'pilot').below(4294967296);
  const draw = weightDraw(pilot, seed);
  const weights = new Float64Array(walk.centre.length);
  const mean = new Array<number>(dimensions).fill(0);
  const products = basis.map(() => new Array<number>(dimensions).fill(0));
  const count = pilot.chainLength;
  for (let sample = 0; sample < count; sample++) {
    draw(sample, weights);
    const y = basis.map((direction) =>
      direction.reduce((sum, value, c) => sum + value * (weights[c]! - walk.centre[c]!), 0),
    );
    for (let a = 0; a < dimensions; a++) {
      mean[a]! += y[a]! / count;
      for (let b = 0; b < dimensions; b++) products[a]![b]! += (y[a]! * y[b]!) / count;
    }
  }
  const covariance = products.map((row, a) => row.map((value, b) => value - mean[a]! * mean[b]!));
  const lower = cholesky(covariance);
  if (!lower) return walk.directions;
  return lower[0]!.map((_, column) =>
    walk.centre.map((_, c) => lower.reduce((sum, row, a) => sum + row[column]! * basis[a]![c]!, 0)),
  );
}
