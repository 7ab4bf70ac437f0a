import { invariant } from '@fordela/domain';

/** An additive score and the parts it is made of. */
export interface AdditiveScore {
  readonly score: number;
  /** weight × value per criterion; 0 for one that is left out. Adding them in order gives the score to the last bit. */
  readonly parts: readonly number[];
  /** The weights used: as given, or shared among the criteria present. */
  readonly weights: readonly number[];
}

/**
 * Weighted sum of each alternative over its criteria.
 *
 * Shapes  values: m alternatives × n criteria; weights: n ≥ 0. Returns m scores with their parts, in the order of the rows.
 * Edges   m = 0 gives []. A `null` value is left out and the row's weights are scaled up so that their sum stays the same; a row
 *         without any value scores 0. Terms are added in criterion order, so equal rows get equal scores.
 * Errors  InvariantError when a row is not n long.
 * Source  Keeney & Raiffa, Decisions with Multiple Objectives (1976), ch. 3. Cost O(m·n).
 * @example weightedSum([[1, 0], [0.5, 0.5]], [0.75, 0.25]).map((s) => s.score) // => [0.75, 0.5]
 */
export function weightedSum(
  values: readonly (readonly (number | null)[])[],
  weights: readonly number[],
): readonly AdditiveScore[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return values.map((row, i) => {
    invariant(row.length === weights.length, `row ${i} has ${row.length} values for ${weights.length} weights`);
    const complete = row.every((value) => value !== null);
    const present = weights.reduce((sum, weight, j) => (row[j] === null ? sum : sum + weight), 0);
    const used = complete
      ? weights
      : weights.map((weight, j) => (row[j] === null || present === 0 ? 0 : (weight * total) / present));
    const parts = row.map((value, j) => (value === null ? 0 : used[j]! * value));
    return { score: parts.reduce((sum, part) => sum + part, 0), parts, weights: used };
  });
}
