import type { Sek } from '@fordela/domain';

/**
 * Divides a stream of whole amounts between parts so that every amount is divided exactly and each part's running total stays within a
 * krona of its share of the running total.
 *
 * Shapes  parts: n relative parts ≥ 0, not all 0. The function returned takes the next amount (may be negative) and gives n pieces.
 * Rule    Each part gets the whole kronor it is behind its share; those left over go to the parts furthest behind, ties to the first.
 * @example const split = followShares([1, 1]); split(1) // => [1, 0]; split(1) // => [0, 1]
 */
export function followShares(parts: readonly number[]): (amountSek: Sek) => readonly Sek[] {
  const total = parts.reduce((sum, part) => sum + part, 0);
  const given = parts.map(() => 0);
  let seen = 0;
  return (amountSek) => {
    seen += amountSek;
    const sign = amountSek < 0 ? -1 : 1;
    const behind = parts.map((part, i) => sign * ((seen * part) / total - (given[i] as number)));
    const pieces = behind.map((own) => Math.max(0, Math.floor(own + 1e-9)));
    let left = Math.abs(amountSek) - pieces.reduce((sum, piece) => sum + piece, 0);
    const order = behind
      .map((own, i) => ({ i, rest: own - (pieces[i] as number) }))
      .filter(({ i }) => (parts[i] as number) > 0)
      .sort((a, b) => b.rest - a.rest || a.i - b.i);
    for (let k = 0; left > 0; k = (k + 1) % order.length, left--) {
      const { i } = order[k] as { readonly i: number };
      pieces[i] = (pieces[i] as number) + 1;
    }
    for (let k = order.length - 1; left < 0; k = (k + order.length - 1) % order.length) {
      const { i } = order[k] as { readonly i: number };
      if ((pieces[i] as number) === 0) continue;
      pieces[i] = (pieces[i] as number) - 1;
      left++;
    }
    return pieces.map((piece, i) => {
      const own = sign * piece + 0;
      given[i] = (given[i] as number) + own;
      return own;
    });
  };
}
