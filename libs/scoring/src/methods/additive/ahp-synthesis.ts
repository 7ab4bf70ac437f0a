/**
 * AHP's overall priorities from local ones.
 *
 * Shapes  priorities: m × n, each column with sum 1; weights: n with sum 1. Returns m priorities with sum 1 and their parts.
 * Modes   distributive: the sum of weight × local priority. ideal: local priorities first divided by the largest of their
 *         column, the sums then scaled to 1; an added copy of a poor alternative then cannot take from the good ones.
 * Source  Saaty 1980; Belton & Gear 1983, Omega 11:228–230 (why the ideal mode).
 */
export function ahpSynthesis(
  priorities: readonly (readonly number[])[],
  weights: readonly number[],
  mode: 'distributive' | 'ideal',
): {
  readonly scores: readonly number[];
  readonly values: readonly (readonly number[])[];
  readonly parts: readonly (readonly number[])[];
} {
  const largest = weights.map((_, j) => Math.max(...priorities.map((row) => row[j]!)));
  const values = priorities.map((row) => row.map((value, j) => (mode === 'ideal' ? value / largest[j]! : value)));
  const total =
    mode === 'ideal'
      ? values.reduce((sum, row) => row.reduce((inner, value, j) => inner + weights[j]! * value, sum), 0)
      : 1;
  const scaled = values.map((row) => row.map((value) => value / total));
  const parts = scaled.map((row) => row.map((value, j) => weights[j]! * value));
  return { scores: parts.map((row) => row.reduce((sum, part) => sum + part, 0)), values: scaled, parts };
}
