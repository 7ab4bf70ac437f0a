const primes = [
  2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103, 107, 109,
  113, 127, 131, 137, 139, 149, 151, 157, 163, 167, 173, 179, 181, 191, 193, 197, 199, 211, 223, 227, 229, 233, 239,
  241, 251,
];

/**
 * Point k of a deterministic, evenly spread sequence in the open unit cube: Richtmyer's, with the square roots of primes as steps.
 * No random numbers: the same point on every machine.
 *
 * Shapes  dimension 0 is k + ½ over `count`, so that it is spread exactly; the others by irrational steps.
 * Edges   Beyond 54 dimensions the roots are reused with a shift: such coordinates matter little here.
 * Source  Niederreiter, Random Number Generation and Quasi-Monte Carlo Methods (1992), ch. 3.
 */
export function latticeCoordinate(k: number, dimension: number, count: number): number {
  if (dimension === 0) return (k + 0.5) / count;
  const place = dimension - 1;
  const root = Math.sqrt(primes[place % primes.length] as number);
  const shifted = (k + 1) * root + Math.floor(place / primes.length) * 0.381966;
  const fraction = shifted - Math.floor(shifted);
  return Math.min(1 - 1e-12, Math.max(1e-12, fraction));
}
