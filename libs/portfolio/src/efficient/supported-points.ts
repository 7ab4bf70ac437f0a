import { cutCone, simplexCone, type Cone } from './weights/cone';

/**
 * Which points some weighted sum with positive weights has as its optimum among all of them: the ones a weighted sum can find.
 *
 * Rule    Exact: the cone of weights that prefer the point to every other, by the double description method. A point is supported
 *         when that cone holds a weight with every entry positive.
 * Shapes  points: whole numbers, one row per point, none dominated by another.
 */
export function supportedPoints(points: readonly (readonly number[])[]): readonly boolean[] {
  const whole = points.map((point) => point.map(BigInt));
  return whole.map((point, p) => {
    let cone: Cone = simplexCone(point.length);
    // Neighbours in sorted order cut most: try them first, then outwards.
    for (const other of nearestFirst(whole.length, p)) {
      const difference = point.map((value, k) => value - (whole[other]?.[k] as bigint));
      if (cone.rays.every((ray) => ray.reduce((sum, entry, k) => sum + entry * (difference[k] as bigint), 0n) >= 0n))
        continue;
      cone = cutCone({ ...cone }, difference);
      if (!reachesInside(cone)) return false;
    }
    return reachesInside(cone);
  });
}

/** The sum of the rays lies inside the cone relative to its span: all positive exactly when some weight is. */
const reachesInside = ({ rays }: Cone): boolean =>
  rays.length > 0 && (rays[0] ?? []).every((_, k) => rays.some((ray) => (ray[k] as bigint) > 0n));

function* nearestFirst(count: number, from: number): Generator<number> {
  for (let distance = 1; distance < count; distance++) {
    if (from - distance >= 0) yield from - distance;
    if (from + distance < count) yield from + distance;
  }
}
