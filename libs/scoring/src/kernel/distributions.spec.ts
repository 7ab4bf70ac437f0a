import { discreteQuantile, exponentialQuantile, normalQuantile, triangularQuantile } from './distributions';

describe('quantiles', () => {
  it.each([
    // Wichura (1988), AS 241, the three check values of PPND16.
    [0.25, -0.6744897501960817],
    [0.001, -3.090232306167814],
    [1e-20, -9.262340089798408],
  ])('normal: %p gives %p', (p, z) => {
    expect(normalQuantile(p)).toBeCloseTo(z, 13);
    if (p > 1e-10) expect(normalQuantile(1 - p)).toBeCloseTo(-z, 11);
  });

  it('triangular: closed form at the quartiles of (0, 0.25, 1), and a point when the ends meet', () => {
    expect(triangularQuantile(0.25, 0, 0.25, 1)).toBeCloseTo(0.25, 14);
    expect(triangularQuantile(0.0625, 0, 0.25, 1)).toBeCloseTo(0.125, 14);
    expect(triangularQuantile(0.8125, 0, 0.25, 1)).toBeCloseTo(1 - 0.375, 14);
    expect(triangularQuantile(0.3, 2, 2, 2)).toBe(2);
  });

  it('exponential: the median is ln 2', () => {
    expect(exponentialQuantile(0.5)).toBeCloseTo(Math.LN2, 15);
  });

  it('discrete: each outcome over its own stretch of probability', () => {
    const draw = (p: number) => discreteQuantile(p, [10, 20, 30], [0.2, 0.5, 1]);
    expect([0.1, 0.2, 0.49, 0.5, 0.999].map(draw)).toEqual([10, 20, 20, 30, 30]);
    expect(discreteQuantile(0.9999, [1, 2], [0.5, 0.99])).toBe(2);
  });
});
