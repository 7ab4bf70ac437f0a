/**
 * Weighted product of each alternative: Π value^weight.
 *
 * Shapes  values: m × n, all ≥ 0 and in the same direction (higher is better); weights: n. Returns m scores with log₁₀ parts.
 * Edges   A value of 0 gives the score 0 and the logarithm −∞ (unless its weight is 0). A `null` value is left out and the weights of
 *         the row are scaled up so that their sum stays the same.
 * Source  Bridgman 1922; Miller & Starr 1969. Ratios of two scores do not depend on the units of the criteria.
 * @example weightedProduct([[4, 9]], [0.5, 0.5])[0].score // => 6
 */
export function weightedProduct(
  values: readonly (readonly (number | null)[])[],
  weights: readonly number[],
): readonly { readonly score: number; readonly logScore: number; readonly logParts: readonly number[] }[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return values.map((row) => {
    const present = weights.reduce((sum, weight, j) => (row[j] === null ? sum : sum + weight), 0);
    const scale = row.every((value) => value !== null) || present === 0 ? 1 : total / present;
    const used = weights.map((weight, j) => (row[j] === null ? 0 : weight * scale));
    const score = row.reduce<number>(
      (product, value, j) => (value === null ? product : product * value ** used[j]!),
      1,
    );
    const logParts = row.map((value, j) => (value === null || used[j] === 0 ? 0 : used[j]! * Math.log10(value)));
    return { score, logScore: logParts.reduce((sum, part) => sum + part, 0), logParts };
  });
}
