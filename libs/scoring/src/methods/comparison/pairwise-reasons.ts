import type { Contribution } from '../common/outcome';

/** Why one alternative is ahead of another, as figures. */
export interface PairwiseReasons {
  readonly ahead: string;
  readonly behind: string;
  /** Sum of the reasons in criterion order. */
  readonly difference: number;
  /** Largest in size first; positive speaks for the one ahead. Ties keep criterion order. */
  readonly reasons: readonly { readonly criterion: string; readonly difference: number }[];
  /** score(ahead) − score(behind) − difference: what the order of adding leaves, at most some units of the last bit. */
  readonly residue: number;
}

interface Scored {
  readonly alternative: string;
  readonly score: number;
  readonly contributions: readonly Contribution[];
}

/**
 * The difference of two additive scores criterion by criterion. The one with the higher score is named ahead; of equals the first.
 * A criterion that one of them lacks counts as 0 there.
 */
export function pairwiseReasons(first: Scored, second: Scored): PairwiseReasons {
  const [ahead, behind] = second.score > first.score ? [second, first] : [first, second];
  const part = (scored: Scored, criterion: string) =>
    scored.contributions.find((item) => item.criterion === criterion)?.contribution ?? 0;
  const criteria = [...new Set([...ahead.contributions, ...behind.contributions].map(({ criterion }) => criterion))];
  const reasons = criteria.map((criterion) => ({
    criterion,
    difference: part(ahead, criterion) - part(behind, criterion),
  }));
  const difference = reasons.reduce((sum, reason) => sum + reason.difference, 0);
  return {
    ahead: ahead.alternative,
    behind: behind.alternative,
    difference,
    reasons: reasons
      .map((reason, index) => ({ reason, index }))
      .sort((a, b) => Math.abs(b.reason.difference) - Math.abs(a.reason.difference) || a.index - b.index)
      .map(({ reason }) => reason),
    residue: ahead.score - behind.score - difference,
  };
}
