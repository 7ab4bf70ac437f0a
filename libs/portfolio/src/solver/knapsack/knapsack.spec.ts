import * as fc from 'fast-check';
import { KnapsackCore } from './knapsack-core';
import { KnapsackTable } from './knapsack-table';

interface Case {
  readonly values: readonly number[];
  readonly weights: readonly number[];
  readonly capacity: number;
}

function bestSubset({ values, weights, capacity }: Case): number {
  let best = 0;
  for (let set = 0; set < 1 << values.length; set += 1) {
    let [value, weight] = [0, 0];
    values.forEach((own, i) => {
      if (!(set & (1 << i))) return;
      value += own;
      weight += weights[i] as number;
    });
    if (weight <= capacity) best = Math.max(best, value);
  }
  return best;
}

const cases = fc
  .array(fc.record({ value: fc.integer({ min: -3, max: 40 }), weight: fc.integer({ min: 0, max: 30 }) }), {
    maxLength: 11,
  })
  .chain((items) =>
    fc.record({
      values: fc.constant(items.map(({ value }) => value)),
      weights: fc.constant(items.map(({ weight }) => weight)),
      capacity: fc.integer({ min: 0, max: 200 }),
    }),
  );

describe('the knapsack by core and by table', () => {
  it('is as good as trying every subset, within the capacity', () => {
    fc.assert(
      fc.property(cases, (own) => {
        const best = bestSubset(own);
        for (const answer of [
          new KnapsackCore(own.values, own.weights).solve(own.capacity, 1e6),
          new KnapsackTable(own.values, own.weights, 200).solve(own.capacity),
        ]) {
          const sum = (of: readonly number[]) => of.reduce((total, x, j) => total + x * (answer?.taken[j] ?? 0), 0);
          expect(answer?.objective).toBe(best);
          expect(sum(own.values)).toBe(best);
          expect(sum(own.weights)).toBeLessThanOrEqual(own.capacity);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('answers nothing below a capacity of 0, and when it may not make the states it needs', () => {
    expect(new KnapsackCore([1], [1]).solve(-1, 10)).toBeNull();
    expect(new KnapsackTable([1], [1], 5).solve(-1)).toBeNull();
    const many = Array.from({ length: 40 }, (_, i) => 1000 + ((i * 37) % 101));
    expect(new KnapsackCore(many, many).solve(20_003, 5)).toBeNull();
  });
});
