import { invariant } from '@fordela/domain';

/**
 * Ordered weighted average: the weights belong to places (best value first), not to criteria.
 *
 * Shapes  values: n, higher better and on one scale; orderWeights: n, sum 1.
 * Source  Yager 1988, IEEE Trans. SMC 18:183–190.
 * @example owa([0.7, 1, 0.2, 0.6], [0.4, 0.3, 0.2, 0.1]) // => 0.75
 */
export function owa(values: readonly number[], orderWeights: readonly number[]): number {
  invariant(values.length === orderWeights.length, 'one order weight per value');
  const sorted = [...values].sort((a, b) => b - a);
  return sorted.reduce((sum, value, place) => sum + orderWeights[place]! * value, 0);
}

/** How much the order weights lean to the best value: 1 = maximum, 0.5 = mean, 0 = minimum; 1 for a single value. */
export function orness(orderWeights: readonly number[]): number {
  const n = orderWeights.length;
  if (n === 1) return 1;
  return orderWeights.reduce((sum, weight, place) => sum + (n - 1 - place) * weight, 0) / (n - 1);
}

/** How evenly the order weights use the values: −Σ w ln w. */
export function dispersion(orderWeights: readonly number[]): number {
  return -orderWeights.reduce((sum, weight) => (weight > 0 ? sum + weight * Math.log(weight) : sum), 0);
}

/** Order weights of the quantifier Q(r) = r^exponent: 1 the mean, above 1 stricter ("most"), below 1 more lenient ("a few"). */
export function quantifierWeights(n: number, exponent: number): readonly number[] {
  return Array.from({ length: n }, (_, place) => ((place + 1) / n) ** exponent - (place / n) ** exponent);
}
