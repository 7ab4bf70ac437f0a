/**
 * A capacity: how much every set of criteria is worth together. Sets are bit masks (bit j = criterion j), so 2^n figures;
 * μ(∅) = 0, μ(all) = 1, and a larger set is never worth less.
 */
export type Capacity = Float64Array;

/** Most criteria a capacity is held for: 2^16 figures. */
export const mostCapacityCriteria = 16;
const tolerance = 1e-9;

/** The Möbius masses of a capacity: what each set is worth beyond its subsets. Source: Rota 1964; Chateauneuf & Jaffray 1989. */
export function moebius(capacity: Capacity): Float64Array {
  return overSubsets(capacity, (mass, bit) => mass - bit);
}

/** The capacity with the given Möbius masses. */
export function capacityOfMoebius(masses: Float64Array): Capacity {
  return overSubsets(masses, (value, bit) => value + bit);
}

function overSubsets(values: Float64Array, combine: (withBit: number, withoutBit: number) => number): Float64Array {
  const result = Float64Array.from(values);
  for (let bit = 1; bit < result.length; bit <<= 1)
    for (let set = 0; set < result.length; set += 1)
      if (set & bit) result[set] = combine(result[set]!, result[set ^ bit]!);
  return result;
}

/** A set and a larger one that is worth less; null when the capacity is monotone. */
export function monotonicityFault(capacity: Capacity): { readonly smaller: number; readonly larger: number } | null {
  for (let set = 0; set < capacity.length; set += 1)
    for (let bit = 1; bit < capacity.length; bit <<= 1)
      if (!(set & bit) && capacity[set]! > capacity[set | bit]! + tolerance) return { smaller: set, larger: set | bit };
  return null;
}

/**
 * Choquet integral: the mean of the values in which each step up is weighed by the worth of the criteria that reach it.
 *
 * Shapes  values: n on one scale; capacity: 2^n.
 * Source  Choquet 1953; Grabisch 1996, EJOR 89:445–456.
 * @example choquet([18, 16, 10], Float64Array.of(0, 0.45, 0.45, 0.5, 0.3, 0.9, 0.9, 1)) // => 13.9
 */
export function choquet(values: readonly number[], capacity: Capacity): number {
  const order = values.map((_, j) => j).sort((a, b) => values[a]! - values[b]! || a - b);
  let set = capacity.length - 1;
  let below = 0;
  let sum = 0;
  for (const j of order) {
    sum += (values[j]! - below) * capacity[set]!;
    below = values[j]!;
    set &= ~(1 << j);
  }
  return sum;
}

/** The Shapley value of each criterion from the Möbius masses: its mean worth over all orders of joining. Sums to μ(all). */
export function shapley(masses: Float64Array, n: number): readonly number[] {
  return Array.from({ length: n }, (_, j) => {
    let sum = 0;
    for (let set = 0; set < masses.length; set += 1) if (set & (1 << j)) sum += masses[set]! / bits(set);
    return sum;
  });
}

/** Interaction index of two criteria from the Möbius masses (Murofushi & Soneda 1993): above 0 they complement, below 0 they overlap. */
export function interaction(masses: Float64Array, i: number, j: number): number {
  const both = (1 << i) | (1 << j);
  let sum = 0;
  for (let set = 0; set < masses.length; set += 1) if ((set & both) === both) sum += masses[set]! / (bits(set) - 1);
  return sum;
}

function bits(set: number): number {
  let count = 0;
  for (let rest = set; rest > 0; rest &= rest - 1) count += 1;
  return count;
}
