/**
 * Scores of a complete table in one pass over typed memory: the same figures as `weightedSum`, to the last bit, without the
 * parts. For re-ranking while a weight is being moved; imports nothing.
 *
 * Shapes  values: m × n partial values, row by row; weights: n. Returns m scores.
 * Edges   Terms are added in criterion order, starting from 0.
 * @example scoreTable(Float64Array.of(1, 0, 0.5, 0.5), [0.75, 0.25]) // => Float64Array.of(0.75, 0.5)
 */
export function scoreTable(values: Float64Array, weights: ArrayLike<number>): Float64Array {
  const n = weights.length;
  const m = n === 0 ? 0 : values.length / n;
  const scores = new Float64Array(m);
  for (let i = 0, k = 0; i < m; i += 1) {
    let score = 0;
    for (let j = 0; j < n; j += 1, k += 1) score += (weights[j] as number) * (values[k] as number);
    scores[i] = score;
  }
  return scores;
}

/** The rows of a table one after another, for `scoreTable`. */
export function flatTable(values: readonly (readonly number[])[]): Float64Array {
  const n = values[0]?.length ?? 0;
  const flat = new Float64Array(values.length * n);
  values.forEach((row, i) => flat.set(row, i * n));
  return flat;
}
