import fc from 'fast-check';
import { bestLine, bootstrapMean, meanOf, oneOf, quantileOf, type Distribution, type Line } from './distribution';

const distributions = (): fc.Arbitrary<Distribution> =>
  fc.oneof(
    fc
      .tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: 0, max: 6 }))
      .map(([low, width]): Distribution => ({ kind: 'uniform', low, high: low + width })),
    fc
      .tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }))
      .map(([low, up, down]): Distribution => ({ kind: 'triangular', low, mode: low + up, high: low + up + down })),
    fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 5 }).map((ratings) => oneOf(ratings)),
  );

/** Mean of a function by a fine grid of quantiles: slow, but nothing to get wrong. */
const byGrid = (distribution: Distribution, of: (x: number) => number): number => {
  const steps = 4000;
  let sum = 0;
  for (let k = 0; k < steps; k++) sum += of(quantileOf(distribution, (k + 0.5) / steps));
  return sum / steps;
};

describe('distributions', () => {
  it('have the mean of their quantiles', () => {
    fc.assert(
      fc.property(distributions(), (distribution) => {
        expect(byGrid(distribution, (x) => x)).toBeCloseTo(meanOf(distribution), 2);
      }),
      { numRuns: 60 },
    );
  });

  it('give the mean of the largest line as a fine grid does', () => {
    const lines = fc.array(
      fc.record({ intercept: fc.integer({ min: -4, max: 4 }), slope: fc.integer({ min: -3, max: 3 }) }),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(distributions(), lines, (distribution, all: Line[]) => {
        const { mean, probabilities } = bestLine(all, distribution);
        const values = (x: number) => all.map(({ intercept, slope }) => intercept + slope * x);
        expect(Math.abs(byGrid(distribution, (x) => Math.max(...values(x))) - mean)).toBeLessThan(0.01);
        expect(probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9);
        // Knowing more never costs: at least as good as the best line at the mean.
        expect(mean).toBeGreaterThanOrEqual(Math.max(...values(meanOf(distribution))) - 1e-9);
      }),
      { numRuns: 150 },
    );
  });

  it('has the exact chances of a bootstrap mean', () => {
    const { outcomes } = bootstrapMean([1, 4]) as Extract<Distribution, { kind: 'discrete' }>;
    expect(outcomes).toEqual([
      { value: 1, probability: 0.25 },
      { value: 2.5, probability: 0.5 },
      { value: 4, probability: 0.25 },
    ]);
    expect(meanOf(bootstrapMean([2, 3, 5, 5, 1]))).toBeCloseTo(3.2, 9);
  });
});
