import fc from 'fast-check';
import { normalQuantile } from '../../kernel/distributions';
import { chiSquareTail } from './chi-square-tail';
import { fDistribution, fQuantile, fTail } from './f-distribution';
import { gaussLegendre } from './gauss-legendre';
import { regularizedIncompleteBeta } from './incomplete-beta';
import { logGamma } from './log-gamma';
import { normalDensity, normalDistribution } from './normal-distribution';
import { quickNormalDistribution } from './normal-table';
import { mean, median, sortedQuantile } from './summaries';

const relative = (actual: number, expected: number) => Math.abs(actual - expected) / Math.abs(expected);

describe('log gamma', () => {
  it('is the logarithm of the factorial, and of √π at one half', () => {
    let factorial = 0;
    for (let n = 1; n < 60; n += 1) {
      expect(Math.abs(logGamma(n) - factorial)).toBeLessThan(1e-14 * Math.max(1, factorial));
      factorial += Math.log(n);
    }
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 14);
    expect(logGamma(0)).toBeNaN();
    expect(logGamma(-1.5)).toBeNaN();
  });
});

describe('regularised incomplete beta', () => {
  it('equals the binomial tail for whole a and b (oracle: the sum)', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 25 }),
        fc.integer({ min: 1, max: 25 }),
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        (a, b, x) => {
          const n = a + b - 1;
          let tail = 0;
          let choose = 1;
          for (let k = 0; k <= n; k += 1) {
            if (k > 0) choose *= (n - k + 1) / k;
            if (k >= a) tail += choose * x ** k * (1 - x) ** (n - k);
          }
          expect(Math.abs(regularizedIncompleteBeta(a, b, x) - tail)).toBeLessThan(1e-12);
        },
      ),
    );
  });
  it('is symmetric and keeps its ends', () => {
    expect(regularizedIncompleteBeta(2, 3, 0.5)).toBeCloseTo(0.6875, 14);
    expect(regularizedIncompleteBeta(0.5, 0.5, 0.25)).toBeCloseTo(1 / 3, 14); // arcsine law
    expect(regularizedIncompleteBeta(3.7, 11.2, 0.3) + regularizedIncompleteBeta(11.2, 3.7, 0.7)).toBeCloseTo(1, 14);
    expect(regularizedIncompleteBeta(2, 3, 0)).toBe(0);
    expect(regularizedIncompleteBeta(2, 3, 1)).toBe(1);
    expect(regularizedIncompleteBeta(0, 3, 0.5)).toBeNaN();
  });
});

describe('F distribution', () => {
  it('has the closed tail (1 + 2x/d2)^(−d2/2) for two degrees of freedom', () => {
    for (const d2 of [1, 3.5, 10, 47.2, 200])
      for (const x of [0.01, 0.5, 1, 3, 40]) {
        expect(relative(fTail(x, 2, d2), (1 + (2 * x) / d2) ** (-d2 / 2))).toBeLessThan(1e-11);
        expect(fDistribution(x, 2, d2) + fTail(x, 2, d2)).toBeCloseTo(1, 13);
      }
  });
  it('has the published quantiles', () => {
    // Tables of the F distribution (Pearson & Hartley, Biometrika Tables, vol. I, table 18), to their printed digits.
    expect(fQuantile(0.95, 5, 10)).toBeCloseTo(3.3258, 4);
    expect(fQuantile(0.95, 1, 1)).toBeCloseTo(161.4476, 3);
    expect(fQuantile(0.99, 10, 20)).toBeCloseTo(3.3682, 4);
    expect(fQuantile(0.975, 5, 15)).toBeCloseTo(3.5764, 4);
    expect(fQuantile(0.975, 15, 5)).toBeCloseTo(6.4277, 4);
  });
  it('inverts the distribution for whole and broken degrees of freedom', () => {
    const degrees = fc.double({ min: 0.3, max: 300, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), degrees, degrees, (p, d1, d2) => {
        const x = fQuantile(p, d1, d2);
        expect(Math.abs(fDistribution(x, d1, d2) - p)).toBeLessThan(1e-12);
        // Reciprocal law: the p quantile with (d1, d2) is one over the 1 − p quantile with (d2, d1).
        expect(relative(x, 1 / fQuantile(1 - p, d2, d1))).toBeLessThan(1e-8);
      }),
    );
    expect([fQuantile(0, 3, 4), fQuantile(1, 3, 4)]).toEqual([0, Infinity]);
  });
});

describe('normal distribution', () => {
  // Computed as 0.5·erfc(−z/√2) with the C library's erfc.
  const known: readonly [number, number][] = [
    [-35, 1.1249107064725534e-268],
    [-8.3, 5.2055697448902866e-17],
    [-5, 2.866515718791946e-7],
    [-3, 0.0013498980316300957],
    [-2.83, 0.0023274002067315545],
    [-2.5, 0.006209665325776139],
    [-1, 0.15865525393145707],
    [-0.1, 0.460172162722971],
    [0.3, 0.6179114221889526],
    [1.7, 0.955434537241457],
    [2.9, 0.998134186699616],
    [4, 0.9999683287581669],
    [6, 0.9999999990134123],
  ];
  it.each(known)('at %d is %d', (z, p) => {
    expect(relative(normalDistribution(z), p)).toBeLessThan(2e-13);
    if (z > -9) expect(Math.abs(quickNormalDistribution(z) - p)).toBeLessThan(3e-15);
  });
  it('agrees with its quick form everywhere', () => {
    fc.assert(
      fc.property(fc.double({ min: -12, max: 12, noNaN: true }), (z) => {
        expect(Math.abs(quickNormalDistribution(z) - normalDistribution(z))).toBeLessThan(3e-15);
      }),
      { numRuns: 2000 },
    );
    expect(quickNormalDistribution(-Infinity)).toBe(0);
    expect(quickNormalDistribution(Infinity)).toBe(1);
  });
  it('is inverted by the quantile of the kernel', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 0.5, noNaN: true }), (p) => {
        expect(relative(normalDistribution(normalQuantile(p)), p)).toBeLessThan(1e-11);
      }),
    );
  });
  it('integrates its density', () => {
    const { nodes, weights } = gaussLegendre(40, -1, 2);
    const area = nodes.reduce((sum, x, k) => sum + (weights[k] ?? 0) * normalDensity(x), 0);
    expect(area).toBeCloseTo(normalDistribution(2) - normalDistribution(-1), 14);
  });
});

describe('chi-square tail', () => {
  it('is e^(−x/2) for two degrees of freedom, and the published 5 % points', () => {
    for (const x of [0.1, 1, 2.9, 3.1, 20]) expect(relative(chiSquareTail(x, 2), Math.exp(-x / 2))).toBeLessThan(1e-13);
    expect(chiSquareTail(3.841458820694124, 1)).toBeCloseTo(0.05, 12);
    expect(chiSquareTail(30.143527205646159, 19)).toBeCloseTo(0.05, 10);
    expect(chiSquareTail(0, 4)).toBe(1);
  });
});

describe('Gauss–Legendre', () => {
  it('is exact for polynomials of degree 2n − 1', () => {
    for (const n of [1, 2, 5, 16]) {
      const rule = gaussLegendre(n, -1, 3);
      const degree = 2 * n - 1;
      const sum = rule.nodes.reduce((total, x, k) => total + (rule.weights[k] ?? 0) * x ** degree, 0);
      expect(relative(sum, (3 ** (degree + 1) - 1) / (degree + 1))).toBeLessThan(1e-12);
    }
  });
});

describe('summaries', () => {
  it('takes the middle, the mean and the interpolated quantile', () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([])]).toEqual([2, 2.5, null]);
    expect([mean([1, 2, 6]), mean([])]).toEqual([3, null]);
    expect(sortedQuantile([1, 2, 3, 4], 0.25)).toBe(1.75);
  });
});
