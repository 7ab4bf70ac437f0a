/**
 * Contributions rounded for display so that they add up to the rounded score exactly.
 *
 * Rule    Everything in units of the last decimal; each part is rounded down, and the units that are then missing from the
 *         rounded score go one each to the largest fractions (ties: the lower index): largest remainder.
 * Shapes  parts: n numbers whose sum is the score. Returns n rounded parts and their sum.
 * Edges   Works for negative parts; n = 0 gives a score of 0.
 * @example roundedContributions([0.333, 0.333, 0.334], 2) // => { parts: [0.33, 0.33, 0.34], score: 1 }
 */
export function roundedContributions(
  parts: readonly number[],
  decimals: number,
): { readonly parts: readonly number[]; readonly score: number } {
  const unit = 10 ** decimals;
  const score = Math.round(parts.reduce((sum, part) => sum + part, 0) * unit) + 0; // + 0: never −0
  const down = parts.map((part) => Math.floor(part * unit));
  let left = score - down.reduce((sum, part) => sum + part, 0);
  const order = parts
    .map((part, index) => ({ index, fraction: part * unit - down[index]! }))
    .sort((a, b) => b.fraction - a.fraction || a.index - b.index);
  for (const { index } of order) {
    if (left <= 0) break;
    down[index] = down[index]! + 1;
    left -= 1;
  }
  return { parts: down.map((part) => part / unit + 0), score: score / unit };
}
