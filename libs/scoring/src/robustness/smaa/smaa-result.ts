import { invariant } from '@fordela/domain';
import { weightUnit, type SmaaCounts } from './smaa-counts';
import type { SmaaModel } from './smaa-model';

/** A share of the draws, and how far from the true probability it typically is: √(p(1 − p)/N). */
export interface ShareEstimate {
  readonly share: number;
  readonly standardError: number;
}

/** An entropy in bits, estimated from shares of the draws as they are, and its standard error by the delta method. */
export interface EntropyEstimate {
  readonly bits: number;
  readonly standardError: number;
}

/** What the draws say about one alternative. */
export interface SmaaAlternative {
  /** Share of the draws in which it was first. */
  readonly first: ShareEstimate;
  /** Share of the draws at each rank, from the first, to the depth counted. */
  readonly rankAcceptability: readonly number[];
  readonly rankAcceptabilityErrors: readonly number[];
  readonly expectedRank: { readonly rank: number; readonly standardError: number };
  /** Lowest and highest rank that came at all; null where they lie beyond the depth counted. */
  readonly bestRankSeen: number | null;
  readonly worstRankSeen: number | null;
  /** Entropy in bits of its rank; null when not all ranks were counted. */
  readonly rankEntropy: EntropyEstimate | null;
  /** Mean weights of the draws in which it was first; null when it never was. */
  readonly centralWeights: readonly number[] | null;
  readonly centralWeightsErrors: readonly number[] | null;
  /** Probability of being above the money line; null when there is no line. */
  readonly funded: ShareEstimate | null;
}

export interface SmaaResult {
  readonly draws: number;
  /** No share is further from its probability than this in 95 of 100 runs: 1.96 × √(1/4N). */
  readonly largestError95: number;
  readonly alternatives: readonly SmaaAlternative[];
  /** Row i, column j: share of the draws in which i stood strictly before j. Null when not asked for. */
  readonly pairwiseWinning: readonly (readonly number[])[] | null;
  readonly pairwiseWinningErrors: readonly (readonly number[])[] | null;
  /** Entropy of who is first. */
  readonly choiceEntropy: EntropyEstimate;
  /** Entropy of the whole ranking, never more than log2 of the draws; null when not asked for. */
  readonly rankingEntropy: EntropyEstimate | null;
}

/** √(p(1 − p)/N): the standard error of a share seen in N independent draws. */
export const shareError = (share: number, draws: number): number => Math.sqrt((share * (1 - share)) / draws);

/**
 * The estimates of SMAA-2 from the counts of all the draws.
 *
 * Edges   An alternative that was never first has no central weights. With `competition` ties the shares of one rank can sum to
 *         more than 1, and the entropy of the choice is that of the shares scaled to sum to 1.
 * Errors  InvariantError for no draws: refuse them on entry.
 * Source  Lahdelma & Salminen, "SMAA-2", Operations Research 49 (2001); pairwise winning index: Leskinen et al. (2006).
 */
export function smaaResult(model: SmaaModel, counts: SmaaCounts): SmaaResult {
  const { draws } = counts;
  invariant(draws > 0, 'no draws to estimate from');
  const alternatives = Array.from({ length: model.alternatives }, (_, i) => alternativeResult(model, counts, i));
  const { pairwiseWinning, pairwiseWinningErrors } = pairwise(model, counts);
  return {
    draws,
    largestError95: 1.96 * Math.sqrt(0.25 / draws),
    alternatives,
    pairwiseWinning,
    pairwiseWinningErrors,
    choiceEntropy: entropyEstimate(
      alternatives.map(({ first }) => first.share),
      draws,
    ),
    rankingEntropy: model.countRankings
      ? entropyEstimate(
          Array.from(counts.rankings.counts, (count) => count / draws),
          draws,
        )
      : null,
  };
}

function alternativeResult(model: SmaaModel, counts: SmaaCounts, i: number): SmaaAlternative {
  const { draws } = counts;
  const { criteria, rankDepth, alternatives } = model;
  const estimate = (count: number): ShareEstimate => ({
    share: count / draws,
    standardError: shareError(count / draws, draws),
  });
  const ranks = counts.ranks.subarray(i * rankDepth, (i + 1) * rankDepth);
  const shares = Array.from(ranks, (count) => count / draws);
  const counted = ranks.reduce((sum, count) => sum + count, 0);
  const firstCount = ranks[0] ?? 0;
  const mean = counts.rankSums[i]! / draws;
  const variance = Math.max(0, counts.rankSquares[i]! / draws - mean * mean);
  const allCounted = counted === draws;
  const central = centralWeights(counts, i, criteria, firstCount);
  const best = ranks.findIndex((count) => count > 0);
  return {
    first: estimate(firstCount),
    rankAcceptability: shares,
    rankAcceptabilityErrors: shares.map((share) => shareError(share, draws)),
    expectedRank: { rank: mean, standardError: Math.sqrt(variance / draws) },
    bestRankSeen: best < 0 ? null : best + 1,
    worstRankSeen: allCounted ? ranks.findLastIndex((count) => count > 0) + 1 : null,
    rankEntropy: allCounted && rankDepth === alternatives ? entropyEstimate(shares, draws) : null,
    centralWeights: central?.weights ?? null,
    centralWeightsErrors: central?.errors ?? null,
    funded: model.line ? estimate(counts.funded[i]!) : null,
  };
}

/** Mean weights under which alternative i was first, with the standard error of each mean. */
function centralWeights(
  counts: SmaaCounts,
  i: number,
  criteria: number,
  firstCount: number,
): { weights: readonly number[]; errors: readonly number[] } | null {
  if (firstCount === 0) return null;
  const meanOf = (sums: Float64Array) =>
    Array.from(sums.subarray(i * criteria, (i + 1) * criteria), (sum) => sum / weightUnit / firstCount);
  const weights = meanOf(counts.firstWeights);
  const errors = meanOf(counts.firstWeightSquares).map((square, c) =>
    Math.sqrt(Math.max(0, square - weights[c]! ** 2) / firstCount),
  );
  return { weights, errors };
}

function pairwise({ alternatives }: SmaaModel, { pairs, draws }: SmaaCounts) {
  if (pairs.length === 0) return { pairwiseWinning: null, pairwiseWinningErrors: null };
  const pairwiseWinning = Array.from({ length: alternatives }, (_, i) =>
    Array.from(pairs.subarray(i * alternatives, (i + 1) * alternatives), (count) => count / draws),
  );
  return {
    pairwiseWinning,
    pairwiseWinningErrors: pairwiseWinning.map((row) => row.map((share) => shareError(share, draws))),
  };
}

/**
 * Shannon entropy in bits of shares scaled to sum to 1; 0 is certainty.
 *
 * @example entropyBits([0.3504, 0.6496]) // => 0.9344248
 */
export function entropyBits(shares: readonly number[]): number {
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.reduce((sum, share) => {
    const p = share / total;
    return p > 0 ? sum - p * Math.log2(p) : sum;
  }, 0);
}

/**
 * Entropy of shares and its standard error √((Σ p (log2 p)² − H²)/N).
 *
 * Source  Basharin, "On a statistical estimate for the entropy of a sequence of independent random variables" (1959).
 */
export function entropyEstimate(shares: readonly number[], draws: number): EntropyEstimate {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const bits = entropyBits(shares);
  const squares = shares.reduce((sum, share) => {
    const p = share / total;
    return p > 0 ? sum + p * Math.log2(p) ** 2 : sum;
  }, 0);
  return { bits, standardError: Math.sqrt(Math.max(0, squares - bits * bits) / draws) };
}
