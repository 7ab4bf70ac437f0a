const sqrtTwo = Math.SQRT2;
const inverseSqrtPi = 1 / Math.sqrt(Math.PI);

/** erf(x) for |x| ≤ 2 by its Maclaurin series in the form with positive terms only: no cancellation. */
function errorFunctionSeries(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; n < 200; n += 1) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
    if (Math.abs(term) < 1e-17 * Math.abs(sum)) break;
  }
  return 2 * inverseSqrtPi * Math.exp(-x * x) * sum;
}

/** erfc(x) for x ≥ 2 by its continued fraction, evaluated from the far end; 60 terms give full precision at x = 2. */
function complementFraction(x: number): number {
  if (x > 27.3) return 0;
  let fraction = x;
  for (let k = x < 3 ? 120 : x < 5 ? 60 : 30; k >= 1; k -= 1) fraction = x + k / 2 / fraction;
  return (inverseSqrtPi * Math.exp(-x * x)) / fraction;
}

/**
 * The probability that a standard normal variable is at most z, to about 1e-15 absolute and 1e-13 relative in the lower tail.
 *
 * Edges   ±Infinity give 1 and 0; NaN gives NaN. Below −38.6 the answer underflows to 0.
 * Source  Abramowitz & Stegun 7.1.6 (series) and 7.1.14 (continued fraction).
 * @example normalDistribution(0) // => 0.5
 */
export function normalDistribution(z: number): number {
  const x = Math.abs(z) / sqrtTwo;
  if (Number.isNaN(x)) return NaN;
  if (x < 2) return 0.5 + 0.5 * (z < 0 ? -1 : 1) * errorFunctionSeries(x);
  const tail = 0.5 * complementFraction(x);
  return z < 0 ? tail : 1 - tail;
}

/** The density of the standard normal distribution at z. */
export function normalDensity(z: number): number {
  return Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
}
