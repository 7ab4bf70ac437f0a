import { invariant } from '@fordela/domain';

/**
 * The part of the best total value that is given up for fairness: (best − fair) / best. Null when the best is 0.
 *
 * Errors  InvariantError when fair is above best: then best was not the best.
 * Source  Bertsimas, Farias & Trichakis, The Price of Fairness (Operations Research 2011).
 * @example priceOfFairness(100, 92) // => 0.08
 */
export function priceOfFairness(best: number, fair: number): number | null {
  invariant(fair <= best * (1 + 1e-12), `a fair value of ${fair} is above the best, ${best}`);
  return best > 0 ? Math.max(0, (best - fair) / best) : null;
}

/**
 * No price of proportional fairness is above 1 − (2√n − 1)/n, for n parties with equal best values and divisible means.
 *
 * Edges   Projects that are all or nothing may exceed it: then it is a yardstick, not a bound.
 * Source  Bertsimas, Farias & Trichakis (2011), theorem 1.
 * @example proportionalFairnessBound(4) // => 0.25
 */
export function proportionalFairnessBound(parties: number): number {
  invariant(Number.isInteger(parties) && parties >= 1, `parties are counted, got ${parties}`);
  return 1 - (2 * Math.sqrt(parties) - 1) / parties;
}

/**
 * No price of max-min fairness is above 1 − 4n/(n + 1)², under the same conditions.
 *
 * Source  Bertsimas, Farias & Trichakis (2011), theorem 2.
 * @example maxMinFairnessBound(3) // => 0.25
 */
export function maxMinFairnessBound(parties: number): number {
  invariant(Number.isInteger(parties) && parties >= 1, `parties are counted, got ${parties}`);
  return 1 - (4 * parties) / (parties + 1) ** 2;
}
