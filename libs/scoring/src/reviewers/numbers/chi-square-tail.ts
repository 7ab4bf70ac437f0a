import { logGamma } from './log-gamma';

/**
 * The probability that a chi-square variable with `degrees` degrees of freedom exceeds x: Q(degrees/2, x/2).
 *
 * Method  The series of the lower incomplete gamma function left of its bulk, Lentz's continued fraction to the right.
 * Edges   x ≤ 0 gives 1; degrees not positive or NaN give NaN.
 * Source  Abramowitz & Stegun 6.5.29, 6.5.31, 26.4.19.
 * @example chiSquareTail(3.841458820694124, 1) // => 0.05
 */
export function chiSquareTail(x: number, degrees: number): number {
  if (!(degrees > 0) || Number.isNaN(x)) return NaN;
  if (x <= 0) return 1;
  const a = degrees / 2;
  const z = x / 2;
  const front = Math.exp(a * Math.log(z) - z - logGamma(a));
  if (z < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n < 10_000 && term > 1e-17 * sum; n += 1) {
      term *= z / (a + n);
      sum += term;
    }
    return 1 - front * sum;
  }
  let b = z + 1 - a;
  let c = 1 / 1e-300;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < 10_000; n += 1) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    const change = d * c;
    fraction *= change;
    if (Math.abs(change - 1) < 1e-16) break;
  }
  return front * fraction;
}
