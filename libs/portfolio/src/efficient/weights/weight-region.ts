import { accept, refusal, refuse, type Path, type Result } from '@fordela/domain';
import { addFractions, fraction, fractionOf, multiplyFractions, type Fraction } from '../../problem/fraction';
import type { WeightInformation } from '../../problem/allocation-problem';
import { cutCone, simplexCone, type Cone } from './cone';

/** What is known of the weights, as the corner points of all weights that agree with it. */
export interface WeightRegion {
  readonly names: readonly string[];
  /** Corner points as whole numbers in lowest terms: weight = entry / sum of entries. Sorted, largest first weight first. */
  readonly corners: readonly (readonly bigint[])[];
  /** For each corner, which half-spaces it lies on the edge of: what the region's faces are made of. */
  readonly tight: readonly (readonly number[])[];
  /** The same as a cone, to cut further. */
  readonly cone: Cone;
}

/** A half-space Σ coefficients·weight ≥ 0 with the words it came from. */
export interface WeightHalfSpace {
  readonly id: string;
  readonly coefficients: readonly Fraction[];
}

/**
 * The corner points of the weights that agree with what is known: weights ≥ 0, sum 1, order, bounds, linear statements.
 *
 * Rule    Exact: the double description method in whole numbers of any size. `order` states that every value of a group weighs
 *         at least as much as every value of the next group; values of one group are not compared.
 * Edges   Nothing known: the unit vectors. One name: the weight 1.
 * Errors  Refusal weights-contradict with the ids of a smallest set of statements that cannot hold together.
 * Source  Motzkin et al. (1953); Fukuda & Prodon, "Double description method revisited" (1996).
 * @example weightRegion({ values: ['a', 'b'], order: [['a'], ['b']], bounds: {}, statements: [] }, []) // corners [1, 0], [1, 1]
 */
export function weightRegion(information: WeightInformation, path: Path): Result<WeightRegion> {
  const names = information.values;
  const halfSpaces = halfSpacesOf(information);
  const cone = coneOf(names.length, halfSpaces);
  if (cone.rays.length === 0)
    return refuse([refusal('weights-contradict', path, { statements: conflict(names.length, halfSpaces) })]);
  return accept(regionOf(names, cone));
}

/** The part of a region where a further half-space holds; null when it is empty. */
export function narrowed(region: WeightRegion, halfSpace: WeightHalfSpace): WeightRegion | null {
  const cut = cutCone(region.cone, wholeNumbers(halfSpace.coefficients));
  return cut.rays.length === 0 ? null : regionOf(region.names, cut);
}

function regionOf(names: readonly string[], cone: Cone): WeightRegion {
  const order = cone.rays.map((_, i) => i).sort((a, b) => compareRays(cone.rays[a] ?? [], cone.rays[b] ?? []));
  return {
    names,
    corners: order.map((i) => cone.rays[i] ?? []),
    tight: order.map((i) => [...(cone.tight[i] ?? [])].sort((a, b) => a - b)),
    cone,
  };
}

function coneOf(dimension: number, halfSpaces: readonly WeightHalfSpace[]): Cone {
  return halfSpaces.reduce(
    (cone, { coefficients }) => cutCone(cone, wholeNumbers(coefficients)),
    simplexCone(dimension),
  );
}

/** Every stated half-space, made homogeneous with the help of Σ weights = 1. */
function halfSpacesOf({ values, order, bounds, statements }: WeightInformation): readonly WeightHalfSpace[] {
  const unit = (name: string, amount: Fraction, constant: Fraction): readonly Fraction[] =>
    values.map((other) => addFractions(other === name ? amount : fraction(0), constant));
  const negative = (value: Fraction) => multiplyFractions(value, fraction(-1));
  const exact = (text: string) => fractionOf(text) ?? fraction(0);
  const ordered = order.slice(1).flatMap((group, k) =>
    (order[k] ?? []).flatMap((better) =>
      group.map((worse) => ({
        id: `${better} ≥ ${worse}`,
        coefficients: values.map((name) => fraction(name === better ? 1 : name === worse ? -1 : 0)),
      })),
    ),
  );
  const bounded = Object.entries(bounds).flatMap(([name, [low, high]]) => [
    { id: `${name} ≥ ${low}`, coefficients: unit(name, fraction(1), negative(exact(low))) },
    { id: `${name} ≤ ${high}`, coefficients: unit(name, fraction(-1), exact(high)) },
  ]);
  const stated = statements.flatMap(({ id, coefficients, relation, constant }) => {
    const atLeast = values.map((name) => addFractions(exact(coefficients[name] ?? '0'), negative(exact(constant))));
    const sides = [];
    if (relation !== '<=') sides.push({ id, coefficients: atLeast });
    if (relation !== '>=') sides.push({ id, coefficients: atLeast.map(negative) });
    return sides;
  });
  return [...ordered, ...bounded, ...stated];
}

/** The half-space's coefficients times their common denominator. */
function wholeNumbers(coefficients: readonly Fraction[]): readonly bigint[] {
  const common = coefficients.reduce(
    (product, { denominator }) => (product * denominator) / gcd(product, denominator),
    1n,
  );
  return coefficients.map(({ numerator, denominator }) => numerator * (common / denominator));
}

/** A smallest set of statements without a weight: drop each that is not needed for the contradiction, in order. */
function conflict(dimension: number, halfSpaces: readonly WeightHalfSpace[]): readonly string[] {
  let ids = [...new Set(halfSpaces.map(({ id }) => id))];
  for (const id of [...ids]) {
    const without = ids.filter((other) => other !== id);
    if (
      coneOf(
        dimension,
        halfSpaces.filter((space) => without.includes(space.id)),
      ).rays.length === 0
    )
      ids = without;
  }
  return ids;
}

function compareRays(a: readonly bigint[], b: readonly bigint[]): number {
  const sum = (ray: readonly bigint[]) => ray.reduce((total, entry) => total + entry, 0n);
  const [sumA, sumB] = [sum(a), sum(b)];
  for (let i = 0; i < a.length; i++) {
    const difference = (b[i] ?? 0n) * sumA - (a[i] ?? 0n) * sumB;
    if (difference !== 0n) return difference > 0n ? 1 : -1;
  }
  return 0;
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y > 0n) [x, y] = [y, x % y];
  return x;
}
