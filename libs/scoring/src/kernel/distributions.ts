/**
 * Quantile functions: the value below which a share `p` (strictly between 0 and 1) of the distribution lies. Feeding them the
 * uniform numbers of a sample gives draws of the distribution.
 */

/** Exponential with mean 1: −ln(1 − p). */
export const exponentialQuantile = (p: number): number => -Math.log1p(-p);

/**
 * Triangular on [low, high] with its peak at mode; low = high gives that value.
 *
 * Source  Kotz & van Dorp, Beyond Beta (2004), ch. 1.
 * @example triangularQuantile(0.5, 0, 0.5, 1) // => 0.5
 */
export function triangularQuantile(p: number, low: number, mode: number, high: number): number {
  const range = high - low;
  if (range <= 0) return low;
  const peak = (mode - low) / range;
  return p < peak ? low + Math.sqrt(p * range * (mode - low)) : high - Math.sqrt((1 - p) * range * (high - mode));
}

/** The first outcome at which the running sum of probabilities exceeds p; the last one when rounding leaves none. */
export function discreteQuantile(p: number, values: ArrayLike<number>, cumulative: ArrayLike<number>): number {
  const last = values.length - 1;
  for (let k = 0; k < last; k++) if (p < (cumulative[k] as number)) return values[k] as number;
  return values[last] as number;
}

const polynomial = (coefficients: readonly number[], x: number): number =>
  coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);

const central = {
  above: [
    3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125, 45921.953931549871457,
    67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
  ],
  below: [
    1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077, 21213.794301586595867, 39307.89580009271061,
    28729.085735721942674, 5226.495278852545925,
  ],
};
const middle = {
  above: [
    1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504,
    1.27045825245236838258, 0.24178072517745061177, 0.0227238449892691845833, 7.7454501427834140764e-4,
  ],
  below: [
    1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455, 0.14810397642748007459,
    0.0151986665636164571966, 5.475938084995344946e-4, 1.05075007164441684324e-9,
  ],
};
const tail = {
  above: [
    6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123,
    0.026532189526576123093, 0.0012426609473880784386, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
  ],
  below: [
    1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525, 7.868691311456132591e-4,
    1.8463183175100546818e-5, 1.4215117583164458887e-7, 2.04426310338993978564e-15,
  ],
};

/**
 * Quantile of the standard normal distribution, to about 1e-16 relative.
 *
 * Source  Wichura, "Algorithm AS 241: the percentage points of the normal distribution", Applied Statistics 37 (1988).
 * @example normalQuantile(0.25) // => -0.6744897501960817
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * polynomial(central.above, r)) / polynomial(central.below, r);
  }
  const r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p));
  const size =
    r <= 5
      ? polynomial(middle.above, r - 1.6) / polynomial(middle.below, r - 1.6)
      : polynomial(tail.above, r - 5) / polynomial(tail.below, r - 5);
  return q < 0 ? -size : size;
}
