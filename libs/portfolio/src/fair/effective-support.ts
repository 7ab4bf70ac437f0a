import { runEqualShares } from './equal-shares-run';
import { Fraction } from './fraction';
import type { Start } from './rule';
import type { Support } from './support';

/**
 * When the supporters' money is counted in each round: `after_payment`, with what they have left once the round's winner is paid
 * (as pabutools does); or `before_payment`: then 100 % is reached exactly when the project would have won a round.
 */
export const supportTimings = ['after_payment', 'before_payment'] as const;
export type SupportTiming = (typeof supportTimings)[number];

export interface EffectiveSupport {
  readonly project: number;
  /** What its supporters would have paid at best, as part of its cost: 1 = enough. At least 1 for a funded project. */
  readonly share: Fraction;
  /** The purchase at whose price it was best; null when it was best with all that was left at the end. */
  readonly bestAgainst: number | null;
}

/**
 * How near a project was to being funded by the Method of Equal Shares.
 *
 * Rule    The method is run without the project. At every purchase its supporters would pay, at the winner's price per satisfaction,
 *         min(money, price × satisfaction) each; at the end all they have left. The most of these over the cost.
 * Edges   Null for a project that costs nothing or satisfies nobody.
 * Source  pabutools, calculate_effective_support.
 */
export function effectiveSupport(
  support: Support,
  request: { readonly endowment: Fraction; readonly start: Start },
  project: number,
  isFunded: boolean,
  timing: SupportTiming,
): EffectiveSupport | null {
  const cost = support.cost[project]!;
  if (cost === 0n || support.projectStart[project] === support.projectStart[project + 1]) return null;
  let best: { share: Fraction; bestAgainst: number | null } = { share: Fraction.zero, bestAgainst: null };
  const offer = (money: { top: bigint; bottom: bigint }, against: number | null) => {
    const share = Fraction.of(money.top, money.bottom * cost);
    if (share.compare(best.share) > 0) best = { share, bestAgainst: against };
  };
  runEqualShares(support, {
    ...request,
    without: project,
    watch: ({ moment, winner, finder }) => {
      if (!winner) return offer(finder.exactMoney(project), null);
      if (moment !== (timing === 'after_payment' ? 'paid' : 'chosen')) return;
      // Money per satisfaction is price / scale of the winner; this project's supporters would pay that × their own scale.
      const { top, bottom } = winner.price;
      const price = { top: top * support.scale[project]!, bottom: bottom * support.scale[winner.project]! };
      offer(finder.exactCover(project, price), winner.project);
    },
  });
  const share = isFunded && best.share.compare(Fraction.one) < 0 ? Fraction.one : best.share;
  return { project, share, bestAgainst: best.bestAgainst };
}
