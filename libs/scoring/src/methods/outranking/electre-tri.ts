import { credibilityOf, type PseudoCriterion } from './credibility';

/**
 * What the pessimistic rule asks of a profile: that the alternative outranks it (Yu 1992, Mousseau et al. 2000), or that it is
 * preferred to it, outranking without being outranked (as some programs do; the result is then never higher).
 */
export const pessimisticRules = ['outranks', 'preferred'] as const;
export type PessimisticRule = (typeof pessimisticRules)[number];

export interface TriAssignment {
  /** Category indexes, 0 the worst. The pessimistic rule never assigns higher than the optimistic. */
  readonly pessimistic: number;
  readonly optimistic: number;
  /** σ(a, b_h) and σ(b_h, a) for each profile, worst first. */
  readonly toProfile: readonly number[];
  readonly fromProfile: readonly number[];
}

/**
 * ELECTRE TRI-B: sorts alternatives into ordered categories by the profiles between them.
 *
 * Shapes  values: m × n; profiles: k × n, worst first; criteria: per profile n pseudo-criteria (thresholds may differ by profile).
 *         cut λ in [0.5, 1]. Returns for each alternative categories 0…k.
 * Rule    Pessimistic: from the best profile down, the first that a outranks (σ(a, b) ≥ λ) has a in the category above it.
 *         Optimistic: from the worst profile up, the first that is preferred to a (σ(b, a) ≥ λ and not σ(a, b) ≥ λ) has a below it.
 * Source  Yu 1992; Mousseau, Slowinski & Zielniewicz 2000, Computers & OR 27:757–777.
 */
export function electreTri(
  values: readonly (readonly number[])[],
  profiles: readonly (readonly number[])[],
  criteria: readonly (readonly PseudoCriterion[])[],
  cut: number,
  rule: PessimisticRule,
): readonly TriAssignment[] {
  return values.map((row) => {
    const toProfile = profiles.map((profile, h) => credibilityOf(row, profile, criteria[h]!).credibility);
    const fromProfile = profiles.map((profile, h) => credibilityOf(profile, row, criteria[h]!).credibility);
    const outranks = (h: number) => toProfile[h]! >= cut - 1e-12;
    const outranked = (h: number) => fromProfile[h]! >= cut - 1e-12;
    let pessimistic = profiles.length;
    const passes = (h: number) => outranks(h) && (rule === 'outranks' || !outranked(h));
    while (pessimistic > 0 && !passes(pessimistic - 1)) pessimistic -= 1;
    let optimistic = 0;
    while (optimistic < profiles.length && !(outranked(optimistic) && !outranks(optimistic))) optimistic += 1;
    return { pessimistic, optimistic, toProfile, fromProfile };
  });
}
