import { useQuery } from '@tanstack/react-query';
import type { Language } from '@fordela/wording';
import rankingTrust from '../gql/ranking-trust.graphql?raw';
import triedWeight from '../gql/tried-weight.graphql?raw';
import type {
  DisagreementCause,
  RankingDoubt,
  RankingTrustQuery,
  RankingTrustQueryVariables,
  ReviewerStance,
  TriedWeightQuery,
  TriedWeightQueryVariables,
} from '../gql/types';
import { ask, refusalError } from './ask';

interface Named {
  readonly id: string;
  readonly title: string;
}

export interface Contested extends Named {
  /** Weighted standard deviation of the values, 0 to 1. */
  readonly disagreement: number;
  readonly cause: DisagreementCause | null;
  readonly isAtLine: boolean;
  /** The criterion the ratings lie furthest apart on; null when they agree on every one. */
  readonly mostAbout: { readonly name: string; readonly lowest: number; readonly highest: number } | null;
}

export interface PlaceInDoubt extends Named {
  readonly place: number;
  readonly isAboveLine: boolean;
  readonly aboveLine: number;
  readonly rankLow: number;
  readonly rankHigh: number;
}

export interface WeightSlack {
  readonly id: string;
  readonly name: string;
  readonly weight: number;
  readonly from: number;
  readonly to: number;
}

/** A reviewer beside those who rated the same applications. */
export interface ReviewerProfile {
  readonly id: string;
  readonly name: string;
  readonly compared: number;
  /** In score, 0 to 1; negative is strict. Null without a comparison. */
  readonly effect: number | null;
  readonly standardError: number | null;
  readonly stance: ReviewerStance | null;
}

/** Two next to each other in the ranking, and the least that would make them change places. */
export interface Neighbours {
  readonly place: number;
  readonly ahead: Named;
  readonly behind: Named;
  readonly aheadShare: number;
  readonly isAtLine: boolean;
  readonly smallestMove: number | null;
  readonly moved: readonly { readonly name: string; readonly from: number; readonly to: number }[];
}

export interface RankingTrust {
  /** Those the ratings cannot place on either side of the line. */
  readonly undecided: readonly Named[];
  /** On which side of the line applications would come with strictness taken off. */
  readonly withoutStrictness: { readonly above: readonly Named[]; readonly below: readonly Named[] };
  /** Strictest first. */
  readonly reviewers: readonly ReviewerProfile[];
  readonly neighbours: readonly Neighbours[];

  /** Where two have rated, most contested first. */
  readonly contested: readonly Contested[];
  /** Agreement per criterion, least first; null where it cannot be computed. */
  readonly criteria: readonly { readonly id: string; readonly name: string; readonly alpha: number | null }[];
  readonly places: readonly PlaceInDoubt[];
  readonly weights: readonly WeightSlack[];
}

/** How far the reviewers agree and how stable the ranking is; asked for when there is a doubt to ask with. */
export function useRankingTrust(callId: string, doubt: RankingDoubt | null, language: Language) {
  return useQuery({
    queryKey: ['ranking-trust', callId, doubt, language],
    enabled: doubt !== null,
    queryFn: async (): Promise<RankingTrust> => {
      const answer = await ask<RankingTrustQuery, RankingTrustQueryVariables>(rankingTrust, { callId, doubt: doubt! });
      const { reviewerAgreement: agreement, rankingRobustness: robustness } = answer;
      if (agreement.__typename === 'Refused') throw refusalError(agreement, language);
      if (robustness.__typename === 'Refused') throw refusalError(robustness, language);
      const name = (own: { readonly nameSv: string; readonly nameEn: string }) =>
        language === 'sv' ? own.nameSv : own.nameEn;
      const criterionNames = new Map(agreement.criteria.map((own) => [own.criterionId, name(own)]));
      const criterion = (id: string) => criterionNames.get(id) ?? id;
      const isAbove = (rank: number | null) => rank !== null && rank <= agreement.places;
      const crossing = (from: boolean) =>
        agreement.applications
          .filter(
            ({ rawRank, adjustedRank }) =>
              rawRank !== null && adjustedRank !== null && isAbove(rawRank) === from && isAbove(adjustedRank) !== from,
          )
          .map(named);
      return {
        undecided: agreement.discussFirst.map(named),
        withoutStrictness: { above: crossing(false), below: crossing(true) },
        reviewers: agreement.reviewers.map(({ reviewerId, ...own }) => ({ id: reviewerId, ...own })),
        neighbours: robustness.neighbours.map(({ ahead, behind, changedWeights, ...own }) => ({
          ...own,
          ahead: named(ahead),
          behind: named(behind),
          moved: (changedWeights ?? []).map(({ criterionId, from, to }) => ({
            name: criterion(criterionId),
            from,
            to,
          })),
        })),
        contested: agreement.applications.flatMap(({ applicationId, title, disagreement, cause, zone, criteria }) =>
          disagreement === null
            ? []
            : [
                {
                  ...{ id: applicationId, title, disagreement, cause, isAtLine: zone === 'random_selection' },
                  mostAbout: widest(criteria, criterion),
                },
              ],
        ),
        criteria: agreement.criteria.map((own) => ({ id: own.criterionId, name: name(own), alpha: own.alpha })),
        places: robustness.applications.map(({ applicationId, ...own }) => ({ id: applicationId, ...own })),
        weights: robustness.criteria.map((own) => ({
          id: own.criterionId,
          name: name(own),
          weight: own.weight,
          from: own.lineFrom,
          to: own.lineTo,
        })),
      };
    },
  });
}

const named = ({ applicationId, title }: { readonly applicationId: string; readonly title: string }): Named => ({
  id: applicationId,
  title,
});

interface Spread {
  readonly criterionId: string;
  readonly lowest: number | null;
  readonly highest: number | null;
  readonly standardDeviation: number | null;
}

/** The criterion with the widest spread; of equal ones the first of the call. */
function widest(spreads: readonly Spread[], nameOf: (id: string) => string): Contested['mostAbout'] {
  const most = spreads.reduce<Spread | null>(
    (best, own) => ((own.standardDeviation ?? 0) > (best?.standardDeviation ?? 0) ? own : best),
    null,
  );
  return most && most.lowest !== null && most.highest !== null
    ? { name: nameOf(most.criterionId), lowest: most.lowest, highest: most.highest }
    : null;
}

export interface WeightToTry {
  readonly criterionId: string;
  /** Part of all weights, 0 to 1. */
  readonly share: number;
}

export interface TriedWeight {
  readonly from: number;
  readonly to: number;
  readonly entering: readonly Named[];
  readonly leaving: readonly Named[];
  readonly moved: number;
}

/** What another weight of one criterion would do to the ranking and the line; asked for when there is one. */
export function useTriedWeight(callId: string, tried: WeightToTry | null, language: Language) {
  return useQuery({
    queryKey: ['tried-weight', callId, tried, language],
    enabled: tried !== null,
    queryFn: async (): Promise<TriedWeight> => {
      const variables = { callId, tried: tried! };
      const { rankingRobustness } = await ask<TriedWeightQuery, TriedWeightQueryVariables>(triedWeight, variables);
      if (rankingRobustness.__typename === 'Refused') throw refusalError(rankingRobustness, language);
      const outcome = rankingRobustness.tried!;
      const own = outcome.weights.find(({ criterionId }) => criterionId === tried!.criterionId);
      return {
        ...{ from: own?.from ?? 0, to: own?.to ?? 0 },
        entering: outcome.entering.map(named),
        leaving: outcome.leaving.map(named),
        moved: outcome.moved.length,
      };
    },
  });
}
