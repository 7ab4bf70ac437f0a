import { invariant } from '@fordela/domain';
import { solveLp, type LpConstraint } from '../../lp/solve-lp';
import { regionVertices } from './region-vertices';
import { regionConstraints, type WeightRegion } from './weight-region';

/**
 * The mean of the corners of a weight region; null when it has too many corners to list (see `regionVertices`).
 * For a pure order of importance these are the rank-order-centroid weights.
 */
export function vertexCentroid(region: WeightRegion): readonly number[] | null {
  const vertices = regionVertices(region);
  if (!vertices) return null;
  invariant(vertices.length > 0, 'a weight region has at least one corner');
  const sums = vertices.reduce(
    (total, point) => total.map((value, j) => value + point[j]!),
    new Array<number>(region.count).fill(0),
  );
  return sums.map((value) => value / vertices.length);
}

/**
 * The centre of a largest ball that fits in the region (within its own flat: Σw = 1 and the stated equalities), and its radius.
 *
 * Edges   Radius 0 when the region has no inside; the point is then still in it. Several balls may be as large: the one the
 *         simplex method ends in, which is the same every time.
 * Source  Boyd & Vandenberghe, Convex Optimization (2004), 8.5.1.
 */
export function chebyshevCentre(region: WeightRegion): {
  readonly weights: readonly number[];
  readonly radius: number;
} {
  const n = region.count;
  const rows = regionConstraints(region);
  const flat = orthonormal(rows.filter(({ relation }) => relation === '=').map(({ coefficients }) => coefficients));
  const withRadius = ({ coefficients, relation, rhs }: LpConstraint): LpConstraint => {
    if (relation === '=') return { coefficients: [...coefficients, 0], relation, rhs };
    const reach = Math.sqrt(squares(remove(coefficients, flat)));
    return { coefficients: [...coefficients, relation === '>=' ? -reach : reach], relation, rhs };
  };
  const signs = Array.from({ length: n }, (_, j): LpConstraint => {
    const coefficients = Array.from({ length: n }, (_, k) => (k === j ? 1 : 0));
    return withRadius({ coefficients, relation: '>=', rhs: 0 });
  });
  const solution = solveLp({
    objective: [...new Array<number>(n).fill(0), 1],
    maximise: true,
    constraints: [...rows.map(withRadius), ...signs],
    bounds: [...Array.from({ length: n }, () => [0, null] as const), [0, 1]],
  });
  invariant(solution.status === 'optimal', 'a weight region that was found feasible has a centre');
  return { weights: solution.x.slice(0, n), radius: solution.x[n]! };
}

const squares = (vector: readonly number[]): number => vector.reduce((sum, value) => sum + value * value, 0);

/** What is left of a vector after its parts along an orthonormal set are taken away. */
function remove(vector: readonly number[], basis: readonly (readonly number[])[]): readonly number[] {
  return basis.reduce((rest, unit) => {
    const along = rest.reduce((sum, value, j) => sum + value * unit[j]!, 0);
    return rest.map((value, j) => value - along * unit[j]!);
  }, vector);
}

function orthonormal(vectors: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const basis: (readonly number[])[] = [];
  for (const vector of vectors) {
    const rest = remove(vector, basis);
    const length = Math.sqrt(squares(rest));
    if (length > 1e-9 * Math.sqrt(squares(vector))) basis.push(rest.map((value) => value / length));
  }
  return basis;
}
