/** A pointed cone by its extreme rays, whole numbers in lowest terms, with the half-spaces each lies on the edge of. */
export interface Cone {
  readonly rays: readonly (readonly bigint[])[];
  readonly tight: readonly ReadonlySet<number>[];
  /** Coefficients of every half-space so far: the first ones say that each coordinate is ≥ 0. */
  readonly halfSpaces: readonly (readonly bigint[])[];
}

/** All vectors with non-negative entries: the rays are the unit vectors. */
export function simplexCone(dimension: number): Cone {
  const places = Array.from({ length: dimension }, (_, i) => i);
  const units = places.map((i) => places.map((j) => (i === j ? 1n : 0n)));
  return {
    rays: units,
    tight: places.map((i) => new Set(places.filter((j) => j !== i))),
    halfSpaces: units,
  };
}

/**
 * The part of the cone where coefficients · x ≥ 0, by one step of the double description method: rays on the right side stay,
 * and each edge that crosses the plane gives a ray on it. Two rays share an edge when no third lies on all planes they share.
 */
export function cutCone(cone: Cone, coefficients: readonly bigint[]): Cone {
  const sides = cone.rays.map((ray) => dot(coefficients, ray));
  const index = cone.halfSpaces.length;
  const halfSpaces = [...cone.halfSpaces, coefficients];
  const rays: (readonly bigint[])[] = [];
  const tight: ReadonlySet<number>[] = [];
  cone.rays.forEach((ray, i) => {
    const side = sides[i] as bigint;
    if (side < 0n) return;
    rays.push(ray);
    const own = cone.tight[i] as ReadonlySet<number>;
    tight.push(side === 0n ? new Set([...own, index]) : own);
  });
  cone.rays.forEach((inside, i) => {
    if ((sides[i] as bigint) <= 0n) return;
    cone.rays.forEach((outside, j) => {
      if ((sides[j] as bigint) >= 0n || !shareEdge(cone, i, j)) return;
      const [up, down] = [sides[i] as bigint, -(sides[j] as bigint)];
      const ray = lowestTerms(inside.map((entry, k) => entry * down + (outside[k] as bigint) * up));
      rays.push(ray);
      tight.push(new Set(halfSpaces.flatMap((plane, h) => (dot(plane, ray) === 0n ? [h] : []))));
    });
  });
  return { rays, tight, halfSpaces };
}

function shareEdge(cone: Cone, i: number, j: number): boolean {
  const [a, b] = [cone.tight[i] as ReadonlySet<number>, cone.tight[j] as ReadonlySet<number>];
  const common = [...a].filter((plane) => b.has(plane));
  return !cone.tight.some((other, k) => k !== i && k !== j && common.every((plane) => other.has(plane)));
}

const dot = (a: readonly bigint[], b: readonly bigint[]): bigint =>
  a.reduce((sum, entry, k) => sum + entry * (b[k] as bigint), 0n);

function lowestTerms(ray: readonly bigint[]): readonly bigint[] {
  const common = ray.reduce((divisor, entry) => {
    let [x, y] = [divisor, entry < 0n ? -entry : entry];
    while (y > 0n) [x, y] = [y, x % y];
    return x;
  }, 0n);
  return common > 1n ? ray.map((entry) => entry / common) : ray;
}
