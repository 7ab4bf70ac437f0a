/** Nodes and weights of a quadrature rule on an interval: Σ weights[k]·f(nodes[k]) ≈ ∫ f. */
export interface QuadratureRule {
  readonly nodes: readonly number[];
  readonly weights: readonly number[];
}

/**
 * The Gauss–Legendre rule with `points` nodes on [from, to], exact for polynomials of degree 2·points − 1.
 *
 * Method  Newton's method on the Legendre polynomial from the Chebyshev guess; nodes ascend.
 * Source  Abramowitz & Stegun 25.4.29–30.
 * @example gaussLegendre(1, 0, 2) // => { nodes: [1], weights: [2] }
 */
export function gaussLegendre(points: number, from: number, to: number): QuadratureRule {
  const nodes = new Array<number>(points).fill(0);
  const weights = new Array<number>(points).fill(0);
  const half = (to - from) / 2;
  const middle = (to + from) / 2;
  for (let k = 0; k < points; k += 1) {
    let x = Math.cos((Math.PI * (k + 0.75)) / (points + 0.5));
    let slope = 1;
    for (let step = 0; step < 100; step += 1) {
      let previous = 1;
      let current = x;
      for (let n = 2; n <= points; n += 1) {
        const next = ((2 * n - 1) * x * current - (n - 1) * previous) / n;
        previous = current;
        current = next;
      }
      slope = (points * (x * current - previous)) / (x * x - 1);
      const change = current / slope;
      x -= change;
      if (Math.abs(change) < 1e-16) break;
    }
    nodes[points - 1 - k] = middle + half * x;
    weights[points - 1 - k] = (2 * half) / ((1 - x * x) * slope * slope);
  }
  return { nodes, weights };
}
