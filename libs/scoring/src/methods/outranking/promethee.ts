import type { Direction } from '../../problem/criterion';
import { preference, type PreferenceFunction } from './preference-function';

/** PROMETHEE I between two alternatives: preferred, indifferent, or incomparable. */
export type PartialRelation = 'P+' | 'P-' | 'I' | 'R';

export interface PrometheeResult {
  /** π(a, b): the weighted preference of row a over column b; null on the diagonal. */
  readonly preferences: readonly (readonly (number | null)[])[];
  readonly positiveFlow: readonly number[];
  readonly negativeFlow: readonly number[];
  /** The net flow as the sum of its parts in criterion order; equal to positive − negative up to rounding. */
  readonly netFlow: readonly number[];
  /** Net flow of each alternative on each criterion alone, before weighting; m × n in [−1, 1]. */
  readonly criterionFlows: readonly (readonly number[])[];
  /** weight × criterion flow. */
  readonly parts: readonly (readonly number[])[];
  /** PROMETHEE I: how the row stands to the column. */
  readonly relations: readonly (readonly PartialRelation[])[];
}

/**
 * PROMETHEE I and II.
 *
 * Shapes  values: m ≥ 2 × n; weights (sum 1), directions, functions: n.
 * Rule    π(a, b) = Σ w P(lead of a over b). Positive flow = mean of π(a, ·), negative = mean of π(·, a), net = positive − negative:
 *         outgoing minus incoming, so a dominating alternative never has the lower net flow.
 * Source  Brans & Vincke 1985, Management Science 31:647–656; Brans & Mareschal 2005, in Figueira et al., ch. 5.
 */
export function promethee(
  values: readonly (readonly number[])[],
  weights: readonly number[],
  directions: readonly Direction[],
  functions: readonly PreferenceFunction[],
  tolerance: number,
): PrometheeResult {
  const others = values.length - 1;
  const lead = (a: number, b: number, j: number) =>
    directions[j] === 'maximise' ? values[a]![j]! - values[b]![j]! : values[b]![j]! - values[a]![j]!;
  const unicriterion = (a: number, b: number) => weights.map((_, j) => preference(functions[j]!, lead(a, b, j)));
  const preferences = values.map((_, a) =>
    values.map((_, b) =>
      a === b ? null : unicriterion(a, b).reduce((sum, degree, j) => sum + weights[j]! * degree, 0),
    ),
  );
  const sumOf = (xs: readonly (number | null)[]) => xs.reduce<number>((sum, x) => sum + (x ?? 0), 0);
  const positiveFlow = preferences.map((row) => sumOf(row) / others);
  const negativeFlow = values.map((_, a) => sumOf(preferences.map((row) => row[a]!)) / others);
  const criterionFlows = values.map((_, a) =>
    weights.map((_, j) => {
      let flow = 0;
      for (let b = 0; b < values.length; b += 1)
        if (b !== a) flow += preference(functions[j]!, lead(a, b, j)) - preference(functions[j]!, lead(b, a, j));
      return flow / others;
    }),
  );
  const parts = criterionFlows.map((row) => row.map((flow, j) => weights[j]! * flow));
  const relations = values.map((_, a) =>
    values.map((_, b) =>
      partialRelation(positiveFlow[a]! - positiveFlow[b]!, negativeFlow[b]! - negativeFlow[a]!, tolerance),
    ),
  );
  return { preferences, positiveFlow, negativeFlow, netFlow: parts.map(sumOf), criterionFlows, parts, relations };
}

/** Preferred when better in one flow and not worse in the other; incomparable when the flows disagree. */
function partialRelation(leaving: number, entering: number, tolerance: number): PartialRelation {
  const [up, down] = [leaving > tolerance || entering > tolerance, leaving < -tolerance || entering < -tolerance];
  if (up && down) return 'R';
  if (up) return 'P+';
  return down ? 'P-' : 'I';
}
