import { normalDensity, normalDistribution } from './normal-distribution';

const step = 1 / 128;
const limit = 9;
let values: Float64Array | undefined;
let densities: Float64Array | undefined;

/**
 * `normalDistribution` from a table of 1/128 steps with a fifth-order Taylor step: within 2e-15 of it, some ten times faster.
 * For inner loops that need millions of probabilities. Beyond ±9 the answer is 0 or 1 (error below 1e-18).
 */
export function quickNormalDistribution(z: number): number {
  if (!(z > -limit)) return 0;
  if (z >= limit) return 1;
  if (!values || !densities) {
    const size = (2 * limit) / step + 1;
    values = Float64Array.from({ length: size }, (_, k) => normalDistribution(k * step - limit));
    densities = Float64Array.from({ length: size }, (_, k) => normalDensity(k * step - limit));
  }
  const index = Math.round((z + limit) / step);
  const x = index * step - limit;
  const h = z - x;
  const density = densities[index] as number;
  // Derivatives of the density are the density times Hermite polynomials.
  const second = -x / 2;
  const third = (x * x - 1) / 6;
  const fourth = (-x * x * x + 3 * x) / 24;
  const fifth = (x * x * x * x - 6 * x * x + 3) / 120;
  return (values[index] as number) + density * h * (1 + h * (second + h * (third + h * (fourth + h * fifth))));
}
