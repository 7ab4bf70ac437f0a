import type { WeightRegion } from './weight-region';

/** More corners than this are not listed: the answer is then null. */
export const mostVertices = 4000;
const tolerance = 1e-9;

interface Vertex {
  readonly point: readonly number[];
  /** Which of the cuts so far (first the n sign conditions) hold with equality here. */
  readonly tight: ReadonlySet<number>;
}

/**
 * The corners of a weight region, by the double description method: from the corners of the simplex, one cut at a time.
 *
 * Shapes  Returns points of n weights, sorted by their coordinates; null when there are more than 4,000 on the way.
 * Edges   Regions of lower dimension (equalities, or statements that leave a single point) are handled: each cut keeps the corners
 *         on its right side and adds where it crosses an edge.
 * Source  Motzkin, Raiffa, Thompson & Thrall 1953; Fukuda & Prodon 1996 (combinatorial adjacency).
 */
export function regionVertices({ count, statements }: WeightRegion): readonly (readonly number[])[] | null {
  let vertices: readonly Vertex[] | null = Array.from({ length: count }, (_, i) => ({
    point: Array.from({ length: count }, (_, j) => (i === j ? 1 : 0)),
    tight: new Set(Array.from({ length: count }, (_, j) => j).filter((j) => j !== i)),
  }));
  let next = count;
  for (const { coefficients, relation, rhs } of statements) {
    const signs = relation === '=' ? [1, -1] : relation === '>=' ? [1] : [-1];
    for (const sign of signs) {
      if (vertices === null) return null;
      // On the simplex Σw = 1, so a·w ≥ b is the homogeneous (a − b)·w ≥ 0: no constant is left to carry.
      vertices = cut(
        vertices,
        coefficients.map((value) => sign * (value - rhs)),
        next,
      );
      next += 1;
    }
  }
  return vertices && [...vertices].map(({ point }) => point).sort(comparePoints);
}

function cut(vertices: readonly Vertex[], normal: readonly number[], index: number): readonly Vertex[] | null {
  const size = normal.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
  const gaps = vertices.map(({ point }) => point.reduce((sum, value, j) => sum + normal[j]! * value, 0) / size);
  const kept: Vertex[] = [];
  vertices.forEach((vertex, i) => {
    if (Math.abs(gaps[i]!) <= tolerance) kept.push({ point: vertex.point, tight: new Set([...vertex.tight, index]) });
    else if (gaps[i]! > 0) kept.push(vertex);
  });
  for (let i = 0; i < vertices.length; i += 1) {
    if (gaps[i]! <= tolerance) continue;
    for (let k = 0; k < vertices.length; k += 1) {
      if (gaps[k]! >= -tolerance || !adjacent(vertices, i, k)) continue;
      const share = gaps[i]! / (gaps[i]! - gaps[k]!);
      const point = vertices[i]!.point.map((value, j) => value + share * (vertices[k]!.point[j]! - value));
      const tight = new Set([...vertices[i]!.tight].filter((c) => vertices[k]!.tight.has(c)));
      kept.push({ point, tight: tight.add(index) });
      if (kept.length > mostVertices) return null;
    }
  }
  return kept;
}

/** Two corners share an edge when no third corner is tight wherever both are. */
function adjacent(vertices: readonly Vertex[], i: number, k: number): boolean {
  const [a, b] = [vertices[i]!.tight, vertices[k]!.tight];
  const common = [...a].filter((c) => b.has(c));
  return !vertices.some((other, l) => l !== i && l !== k && common.every((c) => other.tight.has(c)));
}

function comparePoints(a: readonly number[], b: readonly number[]): number {
  for (let j = 0; j < a.length; j += 1) if (a[j] !== b[j]) return a[j]! - b[j]!;
  return 0;
}
