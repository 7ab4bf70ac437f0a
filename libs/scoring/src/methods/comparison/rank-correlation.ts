import { averageRanks, pearson } from '../../weights/objective/objective-weights';

/**
 * Kendall's τ-b between two rankings: (agreeing − disagreeing pairs) / √((pairs untied in x)(pairs untied in y)).
 *
 * Shapes  x, y: ranks of the same n items (1 = best; ties allowed). Null when one of them ties everything.
 * Source  Kendall 1945, Biometrika 33:239–251.
 * @example kendallTauB([1, 2, 3], [1, 3, 2]) // => 1/3
 */
export function kendallTauB(x: readonly number[], y: readonly number[]): number | null {
  let [balance, untiedX, untiedY] = [0, 0, 0];
  for (let i = 0; i < x.length; i += 1)
    for (let j = i + 1; j < x.length; j += 1) {
      const [sx, sy] = [Math.sign(x[i]! - x[j]!), Math.sign(y[i]! - y[j]!)];
      balance += sx * sy;
      untiedX += Math.abs(sx);
      untiedY += Math.abs(sy);
    }
  return untiedX === 0 || untiedY === 0 ? null : balance / Math.sqrt(untiedX * untiedY);
}

/** Spearman's ρ: Pearson's correlation of the average ranks. Null when one of the rankings ties everything. */
export function spearman(x: readonly number[], y: readonly number[]): number | null {
  const [rx, ry] = [averageRanks(x), averageRanks(y)];
  const constant = (xs: readonly number[]) => xs.every((value) => value === xs[0]);
  return constant(rx) || constant(ry) ? null : pearson(rx, ry);
}

/**
 * Weighted Spearman r_w: differences near the top count more.
 *
 * Rule    1 − 6 Σ (x − y)² ((n − x + 1) + (n − y + 1)) / (n⁴ + n³ − n² − n). Null for n < 2.
 * Source  Pinto da Costa & Soares 2005, Australian & New Zealand J. Statistics 47:515–529.
 */
export function weightedSpearman(x: readonly number[], y: readonly number[]): number | null {
  const n = x.length;
  if (n < 2) return null;
  const sum = x.reduce((total, value, i) => total + (value - y[i]!) ** 2 * (n - value + 1 + (n - y[i]! + 1)), 0);
  return 1 - (6 * sum) / (n ** 4 + n ** 3 - n ** 2 - n);
}

/**
 * WS, the similarity of a ranking y to a reference ranking x: 1 when equal; a wrong winner costs most. Not symmetric.
 *
 * Rule    1 − Σ 2^(−x) |x − y| / max(|1 − x|, |n − x|). Null for n < 2.
 * Source  Sałabun & Urbaniak 2020, ICCS, LNCS 12138:632–645.
 * @example rankSimilarity([1, 2], [2, 1]) // => 0.25
 */
export function rankSimilarity(x: readonly number[], y: readonly number[]): number | null {
  const n = x.length;
  if (n < 2) return null;
  return (
    1 -
    x.reduce(
      (total, value, i) =>
        total + (2 ** -value * Math.abs(value - y[i]!)) / Math.max(Math.abs(1 - value), Math.abs(n - value)),
      0,
    )
  );
}
