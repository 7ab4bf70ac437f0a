import * as fc from 'fast-check';
import { ratingInterval, ratingIntervalRules } from './rating-interval';

const scale = { scaleMin: 1, scaleMax: 5 };
const rated = (ratings: readonly number[], owed = 0) => ({
  value: ratings.length > 0 ? ratings.reduce((sum, rating) => sum + rating, 0) / ratings.length : null,
  counted: ratings.map((rating, k) => ({ reviewerId: `r${k}`, rating })),
  missing: Array.from({ length: owed }, (_, k) => `m${k}`),
});
const ratings = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 5 });
const rules = fc.constantFrom(...ratingIntervalRules);
const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('what a rating could have been', () => {
  it('is the whole scale when nobody has rated', () => {
    for (const rule of ratingIntervalRules)
      expect(ratingInterval(rated([], 1), scale, rule)).toEqual({ low: 1, high: 5 });
  });

  it('is between the lowest and the highest, or between the means without one of them', () => {
    expect(ratingInterval(rated([3, 4, 5]), scale, 'reviewer_range')).toEqual({ low: 3, high: 5 });
    expect(ratingInterval(rated([3, 4, 5]), scale, 'mean_without_one')).toEqual({ low: 3.5, high: 4.5 });
    expect(ratingInterval(rated([4]), scale, 'mean_without_one')).toEqual({ low: 4, high: 4 });
  });

  it('covers every rating a reviewer still owes, by trying them all', () => {
    fc.assert(
      fc.property(ratings, rules, (given, rule) => {
        const interval = ratingInterval(rated(given, 1), scale, rule);
        const ends = [1, 2, 3, 4, 5].map((owed) => {
          const all = [...given, owed];
          const values =
            rule === 'reviewer_range' ? all : all.map((_, left) => meanOf(all.filter((__, k) => k !== left)));
          return [Math.min(...values), Math.max(...values)] as const;
        });
        expect(interval.low).toBeCloseTo(Math.min(meanOf(given), ...ends.map(([low]) => low)), 12);
        expect(interval.high).toBeCloseTo(Math.max(meanOf(given), ...ends.map(([, high]) => high)), 12);
      }),
    );
  });

  it('holds the rating itself, stays on the scale, and is no wider without one than over all of them', () => {
    fc.assert(
      fc.property(ratings, fc.integer({ min: 0, max: 2 }), (given, owed) => {
        const own = rated(given, owed);
        const [without, range] = ratingIntervalRules.map((rule) => ratingInterval(own, scale, rule));
        for (const { low, high } of [without!, range!]) {
          expect(low).toBeLessThanOrEqual(own.value!);
          expect(high).toBeGreaterThanOrEqual(own.value!);
          expect(low).toBeGreaterThanOrEqual(1);
          expect(high).toBeLessThanOrEqual(5);
        }
        expect(without!.low).toBeGreaterThanOrEqual(range!.low - 1e-12);
        expect(without!.high).toBeLessThanOrEqual(range!.high + 1e-12);
      }),
    );
  });
});
