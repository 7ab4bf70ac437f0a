import { at, invariant } from '@fordela/domain';
import type { KnapsackAnswer } from './knapsack-core';

/** Entries a table may have: one byte each, and about a nanosecond. */
export const largestTable = 60_000_000;

/**
 * The 0/1 knapsack problem for every capacity up to one, from a single pass of dynamic programming by weight.
 *
 * Shapes  values and weights: whole numbers, one entry per item; weights at least 0. Weights and capacity are counted in the
 *         weights' common divisor. Equal values: the item that came earlier in order of weight.
 * Cost    O(items · capacity) time and memory; ask `tableSize` first.
 * Source  Bellman (1957); Martello & Toth, Knapsack Problems (1990), section 2.6.
 */
export class KnapsackTable {
  private readonly unit: number;
  private readonly capacity: number;
  private readonly order: Int32Array;
  private readonly always: readonly number[];
  private readonly alwaysValue: number;
  private readonly best: Float64Array;
  private readonly takes: Uint8Array;

  constructor(
    private readonly values: ArrayLike<number>,
    private readonly weights: ArrayLike<number>,
    capacity: number,
  ) {
    const items = itemsOfValue(values);
    this.always = items.filter((j) => at(weights, j) === 0);
    this.alwaysValue = this.always.reduce((sum, j) => sum + at(values, j), 0);
    this.unit = unitOf(items, weights);
    this.capacity = Math.floor(capacity / this.unit);
    const inside = items.filter((j) => at(weights, j) > 0 && at(weights, j) / this.unit <= this.capacity);
    // Light items first: the sum of all so far stays small for long, and no capacity above it needs looking at.
    inside.sort((a, b) => at(weights, a) - at(weights, b) || a - b);
    this.order = Int32Array.from(inside);
    const width = this.capacity + 1;
    invariant(inside.length * width <= largestTable, 'the table would be too large');
    const best = new Float64Array(width);
    const takes = new Uint8Array(inside.length * width);
    let reach = 0;
    for (let k = 0; k < inside.length; k += 1) {
      const [w, v] = [at(weights, inside[k] as number) / this.unit, at(values, inside[k] as number)];
      const row = k * width;
      const all = (best[Math.min(reach, this.capacity)] as number) + v;
      const newReach = reach + w;
      // Above the sum of all weights everything is taken.
      for (let c = Math.min(this.capacity, newReach); c >= w; c -= 1) {
        const taken = (best[c - w] as number) + v;
        if (taken > (best[c] as number)) {
          best[c] = taken;
          takes[row + c] = 1;
        }
      }
      if (newReach < this.capacity) {
        best.fill(all, newReach + 1);
        takes.fill(1, row + newReach + 1, row + width);
      }
      reach = newReach;
    }
    this.best = best;
    this.takes = takes;
  }

  /** The best choice within a capacity of at most the table's. */
  solve(capacity: number): KnapsackAnswer | null {
    if (capacity < 0) return null;
    let left = Math.min(this.capacity, Math.floor(capacity / this.unit));
    const objective = (this.best[left] as number) + this.alwaysValue;
    const taken = new Uint8Array(this.values.length);
    for (const j of this.always) taken[j] = 1;
    const width = this.capacity + 1;
    for (let k = this.order.length - 1; k >= 0; k -= 1) {
      if (this.takes[k * width + left] !== 1) continue;
      const j = this.order[k] as number;
      taken[j] = 1;
      left -= at(this.weights, j) / this.unit;
    }
    return { objective, taken };
  }
}

/** The entries a table for these items would have. */
export function tableSize(values: ArrayLike<number>, weights: ArrayLike<number>, capacity: number): number {
  const items = itemsOfValue(values);
  return items.length * (Math.floor(capacity / unitOf(items, weights)) + 1);
}

const itemsOfValue = (values: ArrayLike<number>): number[] =>
  Array.from({ length: values.length }, (_, j) => j).filter((j) => at(values, j) > 0);

function unitOf(items: readonly number[], weights: ArrayLike<number>): number {
  let unit = 0;
  for (const j of items) {
    let [x, y] = [unit, at(weights, j)];
    while (y > 0) [x, y] = [y, x % y];
    unit = x;
  }
  return unit || 1;
}
