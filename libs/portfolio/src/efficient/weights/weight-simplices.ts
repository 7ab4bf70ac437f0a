import type { RandomStream } from '@fordela/domain';
import type { WeightRegion } from './weight-region';

/** A region of weights cut into simplices, so that it can be drawn from evenly and its mean taken exactly. */
export interface WeightSimplices {
  /** Corner points as weights. */
  readonly corners: readonly (readonly number[])[];
  /** Corner indexes of each simplex. */
  readonly simplices: readonly (readonly number[])[];
  /** Volume of each, in the region's own dimension (length, area, …). */
  readonly volumes: readonly number[];
  readonly volume: number;
}

/** More simplices than this are not made: null is returned. */
export const mostSimplices = 100_000;

/**
 * Cuts the region into simplices by pulling its first corner, then the first corner of every face that misses it, and so on.
 *
 * Edges   A single corner: one simplex of volume 1. Null when there would be more than `mostSimplices`.
 * Source  Lee & Santos, "Subdivisions and triangulations of polytopes", Handbook of Discrete and Computational Geometry, ch. 16.
 */
export function weightSimplices(region: WeightRegion): WeightSimplices | null {
  const corners = region.corners.map((corner) => {
    const sum = corner.reduce((total, entry) => total + entry, 0n);
    return corner.map((entry) => ratio(entry, sum));
  });
  const simplices: (readonly number[])[] = [];
  const all = corners.map((_, i) => i);
  const cut = (face: readonly number[], apexes: readonly number[]): boolean => {
    const [apex] = face;
    if (apex === undefined) return true;
    if (face.length === 1) return simplices.push([...apexes, apex]) <= mostSimplices;
    return facesOf(face, region.tight)
      .filter((side) => !side.includes(apex))
      .every((side) => cut(side, [...apexes, apex]));
  };
  if (!cut(all, [])) return null;
  const volumes = simplices.map((simplex) => simplexVolume(simplex.map((i) => corners[i] as readonly number[])));
  return { corners, simplices, volumes, volume: volumes.reduce((sum, volume) => sum + volume, 0) };
}

/** The nearest double to a quotient of two whole numbers of any size. */
function ratio(numerator: bigint, denominator: bigint): number {
  const shift = 10n ** 17n;
  const whole = numerator / denominator;
  return Number(whole) + Number(((numerator - whole * denominator) * shift) / denominator) / 1e17;
}

/** The largest proper faces of a face, each as its corners in order. */
function facesOf(face: readonly number[], tight: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const byPlane = new Map<number, number[]>();
  for (const corner of face)
    for (const plane of tight[corner] ?? []) byPlane.set(plane, [...(byPlane.get(plane) ?? []), corner]);
  const sides = [...new Map([...byPlane.values()].map((side) => [side.join(), side])).values()].filter(
    (side) => side.length < face.length,
  );
  return sides.filter(
    (side) => !sides.some((other) => other !== side && side.every((corner) => other.includes(corner))),
  );
}

/** Volume by orthogonal heights over the first corner, divided by the dimension's factorial. */
function simplexVolume(corners: readonly (readonly number[])[]): number {
  const [base, ...others] = corners;
  if (!base) return 0;
  const directions: number[][] = [];
  let volume = 1;
  others.forEach((corner, k) => {
    const edge = corner.map((value, i) => value - (base[i] as number));
    // Twice, so that rounding in long thin simplices does not leave a trace of the earlier directions.
    for (let pass = 0; pass < 2; pass++)
      for (const direction of directions) {
        const along = edge.reduce((sum, value, i) => sum + value * (direction[i] as number), 0);
        edge.forEach((value, i) => (edge[i] = value - along * (direction[i] as number)));
      }
    const height = Math.sqrt(edge.reduce((sum, value) => sum + value * value, 0));
    if (height > 0) directions.push(edge.map((value) => value / height));
    volume *= height / (k + 1);
  });
  return volume;
}

/** The mean of all weights of the region. */
export function meanWeights({ corners, simplices, volumes, volume }: WeightSimplices): readonly number[] {
  const mean = new Array<number>(corners[0]?.length ?? 0).fill(0);
  simplices.forEach((simplex, s) => {
    const share = (volumes[s] as number) / volume / simplex.length;
    for (const corner of simplex)
      (corners[corner] as readonly number[]).forEach((value, i) => (mean[i] = (mean[i] as number) + share * value));
  });
  return mean;
}

/** Weights drawn evenly from the region: a simplex by its volume, then a point in it. Every draw takes the same count of numbers. */
export function drawWeights(parts: WeightSimplices, stream: RandomStream, into: Float64Array): void {
  const { corners, simplices, volumes, volume } = parts;
  let rest = stream.uniform() * volume;
  let s = 0;
  while (s < simplices.length - 1 && rest >= (volumes[s] as number)) rest -= volumes[s++] as number;
  const simplex = simplices[s] as readonly number[];
  into.fill(0);
  let total = 0;
  for (const corner of simplex) {
    const part = stream.exponential();
    total += part;
    const weights = corners[corner] as readonly number[];
    for (let i = 0; i < weights.length; i++) into[i] = (into[i] as number) + part * (weights[i] as number);
  }
  for (let i = 0; i < into.length; i++) into[i] = (into[i] as number) / total;
}
