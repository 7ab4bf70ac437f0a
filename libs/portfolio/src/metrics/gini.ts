import { invariant } from '@fordela/domain';
import { Fraction } from '../fair/fraction';

/** A value that `weight` units (people, municipalities) each have. */
export interface Weighted<Value> {
  readonly value: Value;
  readonly weight: number;
}

/**
 * Gini coefficient: half the mean absolute difference between two units drawn with replacement, over the mean. 0 when all have
 * the same, (n − 1) / n when one of n has everything.
 *
 * Edges   Null for no units. 0 when nobody has anything: all have the same.
 * Errors  InvariantError on a negative or non-finite value: the coefficient means nothing then.
 * Source  Sen, On Economic Inequality (1973), ch. 2. Terms are added in rising order of value.
 * @example gini([0, 0, 0, 100, 100, 100]) // => 0.5
 */
export function gini(values: readonly number[]): number | null {
  for (const value of values) invariant(value >= 0 && value < Infinity, `Gini needs values ≥ 0, got ${value}`);
  const sorted = [...values].sort((a, b) => a - b);
  const total = sorted.reduce((sum, value) => sum + value, 0);
  if (sorted.length === 0) return null;
  if (total === 0) return 0;
  const n = sorted.length;
  return sorted.reduce((sum, value, index) => sum + (2 * index + 1 - n) * value, 0) / (n * total);
}

/**
 * Gini coefficient of exact values with whole-number weights: as if each value stood there `weight` times.
 *
 * Edges   Null for no units; 0 when nobody has anything.
 * Errors  InvariantError on a negative value or weight.
 * @example giniExact([{ value: Fraction.zero, weight: 1 }, { value: Fraction.one, weight: 1 }]) // => 1/2
 */
export function giniExact(units: readonly Weighted<Fraction>[]): Fraction | null {
  const sorted = [...units].sort((a, b) => a.value.compare(b.value));
  let [before, total, sum] = [0n, Fraction.zero, Fraction.zero];
  const heads = sorted.reduce((count, { weight }) => count + BigInt(weight), 0n);
  for (const { value, weight } of sorted) {
    invariant(value.sign() >= 0 && weight >= 0, 'Gini needs values and weights ≥ 0');
    const count = BigInt(weight);
    total = total.plus(value.times(count));
    sum = sum.plus(value.times(count * (2n * before + count - heads)));
    before += count;
  }
  if (heads === 0n) return null;
  return total.sign() === 0 ? Fraction.zero : sum.over(total).over(heads);
}

/**
 * Gini coefficient between people of what groups have per head: every inhabitant of a group counts as having the group's amount over its
 * inhabitants. Null without inhabitants.
 *
 * @example giniPerHead([{ amount: 100, heads: 10 }, { amount: 0, heads: 10 }]) // => 0.5
 */
export function giniPerHead(groups: readonly { readonly amount: number; readonly heads: number }[]): number | null {
  const units = groups
    .filter(({ heads }) => heads > 0)
    .map(({ amount, heads }) => ({ value: Fraction.of(amount, heads), weight: heads }));
  return giniExact(units)?.toNumber() ?? null;
}
