import * as fc from 'fast-check';
import {
  capacityOfMoebius,
  choquet,
  interaction,
  moebius,
  monotonicityFault,
  shapley,
  type Capacity,
} from './capacity';
import { dispersion, orness, owa, quantifierWeights } from './owa';

const sizes = fc.integer({ min: 1, max: 5 });
/** Monotone capacities: the running maximum of random worths over subsets, scaled so that the whole is 1. */
const capacities = sizes.chain((n) =>
  fc
    .array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 2 ** n, maxLength: 2 ** n })
    .map((raw): Capacity => {
      const worth = Float64Array.from(raw);
      worth[0] = 0;
      for (let bit = 1; bit < worth.length; bit <<= 1)
        for (let set = 0; set < worth.length; set += 1)
          if (set & bit) worth[set] = Math.max(worth[set]!, worth[set ^ bit]!);
      return worth.map((value) => value / worth.at(-1)!);
    }),
);
const withValues = capacities.chain((capacity) => {
  const n = Math.log2(capacity.length);
  return fc.record({
    capacity: fc.constant(capacity),
    values: fc.array(fc.double({ min: 0, max: 20, noNaN: true }), { minLength: n, maxLength: n }),
  });
});

describe('capacities and the Choquet integral', () => {
  it('equals the Möbius sum of minima', () => {
    fc.assert(
      fc.property(withValues, ({ capacity, values }) => {
        const byMasses = [...moebius(capacity)].reduce((sum, mass, set) => {
          const members = values.filter((_, j) => set & (1 << j));
          return members.length === 0 ? sum : sum + mass * Math.min(...members);
        }, 0);
        expect(choquet(values, capacity)).toBeCloseTo(byMasses, 9);
      }),
    );
  });

  it('lies between the least and the greatest value, never falls, and is their mean for an additive capacity', () => {
    fc.assert(
      fc.property(withValues, fc.double({ min: 0, max: 5, noNaN: true }), ({ capacity, values }, more) => {
        const result = choquet(values, capacity);
        expect(result).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
        expect(result).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
        expect(choquet([values[0]! + more, ...values.slice(1)], capacity)).toBeGreaterThanOrEqual(result - 1e-9);
      }),
    );
    const additive = Float64Array.from({ length: 8 }, (_, set) =>
      [0.5, 0.3, 0.2].reduce((sum, w, j) => (set & (1 << j) ? sum + w : sum), 0),
    );
    expect(choquet([10, 20, 30], additive)).toBeCloseTo(17, 12);
    expect(choquet([-3, 2, 1], additive)).toBeCloseTo(-0.7, 12);
  });

  it('goes to Möbius masses and back, and Shapley values sum to the whole', () => {
    fc.assert(
      fc.property(capacities, (capacity) => {
        const n = Math.log2(capacity.length);
        const masses = moebius(capacity);
        capacityOfMoebius(masses).forEach((value, set) => expect(value).toBeCloseTo(capacity[set]!, 9));
        expect(shapley(masses, n).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
        expect(monotonicityFault(capacity)).toBeNull();
      }),
    );
  });

  it('Shapley values are the mean of what each adds over all orders of joining', () => {
    fc.assert(
      fc.property(capacities, (capacity) => {
        const n = Math.log2(capacity.length);
        const orders = permutations(Array.from({ length: n }, (_, j) => j));
        const mean = Array.from(
          { length: n },
          (_, j) =>
            orders.reduce((sum, order) => {
              const before = order.slice(0, order.indexOf(j)).reduce((set, k) => set | (1 << k), 0);
              return sum + capacity[before | (1 << j)]! - capacity[before]!;
            }, 0) / orders.length,
        );
        shapley(moebius(capacity), n).forEach((value, j) => expect(value).toBeCloseTo(mean[j]!, 9));
      }),
    );
  });

  it('interaction is positive for complements and negative for overlap', () => {
    const of = (a: number, b: number) => interaction(moebius(Float64Array.of(0, a, b, 1)), 0, 1);
    expect(of(0.2, 0.3)).toBeCloseTo(0.5, 12);
    expect(of(0.9, 0.8)).toBeCloseTo(-0.7, 12);
    expect(monotonicityFault(Float64Array.of(0, 0.9, 0.2, 0.8))).toEqual({ smaller: 1, larger: 3 });
  });
});

function permutations(items: readonly number[]): readonly (readonly number[])[] {
  if (items.length <= 1) return [items];
  return items.flatMap((item) => permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));
}

describe('ordered weighted averages', () => {
  it('are the maximum, the mean and the minimum at the ends of orness', () => {
    const values = [3, 9, 6];
    expect([owa(values, [1, 0, 0]), owa(values, [0, 0, 1])]).toEqual([9, 3]);
    expect(owa(values, [1 / 3, 1 / 3, 1 / 3])).toBeCloseTo(6, 12);
    expect([orness([1, 0, 0]), orness([0, 0, 1]), orness([1])]).toEqual([1, 0, 1]);
    expect(orness([1 / 3, 1 / 3, 1 / 3])).toBeCloseTo(0.5, 12);
    expect(dispersion([0.5, 0.5, 0])).toBeCloseTo(Math.log(2), 12);
  });

  it('do not heed who has which value; quantifiers grow stricter with the exponent', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 6 }),
        fc.double({ min: 0.2, max: 5, noNaN: true }),
        (values, exponent) => {
          const weights = quantifierWeights(values.length, exponent);
          expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
          expect(owa([...values].reverse(), weights)).toBe(owa(values, weights));
          expect(owa(values, quantifierWeights(values.length, exponent + 1))).toBeLessThanOrEqual(
            owa(values, weights) + 1e-9,
          );
        },
      ),
    );
  });
});
