import { invariant } from './invariant';

/**
 * Money in whole kronor, as the law on 1:1 funds counts it. Always a safe integer (|x| ≤ 2^53 − 1), never a fraction:
 * every function here refuses anything else as a bug. The unit also stands in the field's name: `requestedSek`.
 */
export type Sek = number;

/** One year's amount. Lists of these are sorted by year and hold each year once. */
export interface YearAmount {
  readonly year: number;
  readonly amountSek: Sek;
}

/** The sum of the amounts in whole kronor; `[]` gives 0. InvariantError if an amount or the sum is not a safe integer. */
export function sumSek(amounts: Iterable<Sek>): Sek {
  let total = 0;
  for (const amount of amounts) {
    invariant(Number.isSafeInteger(amount), `money must be whole kronor, got ${amount}`);
    total += amount;
  }
  invariant(Number.isSafeInteger(total), `sum of money left the safe range: ${total}`);
  return total;
}

/** The sum over all years. */
export function sumYears(amounts: readonly YearAmount[]): Sek {
  return sumSek(amounts.map((entry) => entry.amountSek));
}

/** The amount of one year; 0 when the year is not listed. */
export function amountIn(amounts: readonly YearAmount[], year: number): Sek {
  return amounts.find((entry) => entry.year === year)?.amountSek ?? 0;
}

/**
 * Splits whole kronor in proportion to non-negative parts so that the pieces sum exactly to the amount.
 *
 * Shapes  parts: n ≥ 1, finite and ≥ 0, not all 0. Returns n whole amounts.
 * Rule    Largest remainder (Hamilton): every piece gets the floor of its quota, the kronor left over go one each to the
 *         largest fractional parts, ties to the lower index.
 * Errors  InvariantError on a negative or non-integer amount, a negative or non-finite part, or no positive part.
 * Source  Balinski & Young, Fair Representation (1982), ch. 3.
 * @example splitByLargestRemainder(100, [1, 1, 1]) // => [34, 33, 33]
 */
export function splitByLargestRemainder(amountSek: Sek, parts: readonly number[]): readonly Sek[] {
  invariant(Number.isSafeInteger(amountSek) && amountSek >= 0, `can only split whole kronor ≥ 0, got ${amountSek}`);
  const total = parts.reduce((sum, part) => {
    invariant(part >= 0 && part < Infinity, `a part must be finite and ≥ 0, got ${part}`);
    return sum + part;
  }, 0);
  invariant(total > 0, 'at least one part must be positive');
  const quotas = parts.map((part) => (amountSek * part) / total);
  const pieces = quotas.map(Math.floor);
  let left = amountSek - pieces.reduce((sum, piece) => sum + piece, 0);
  const byRemainder = quotas
    .map((quota, index) => ({ index, remainder: quota - Math.floor(quota) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder) {
    if (left <= 0) break;
    pieces[index] = (pieces[index] as number) + 1;
    left -= 1;
  }
  return pieces;
}
