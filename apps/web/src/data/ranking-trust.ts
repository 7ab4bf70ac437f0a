import { useQuery } from '@tanstack/react-query';
import type { Language } from '@fordela/wording';
import rankingTrust from '../gql/ranking-trust.graphql?raw';
import type { DisagreementCause, RankingDoubt, RankingTrustQuery, RankingTrustQueryVariables } from '../gql/types';
import { ask, refusalError } from './ask';

export interface Contested {
  readonly id: string;
  readonly title: string;
  /** Weighted standard deviation of the values, 0 to 1. */
  readonly disagreement: number;
  readonly cause: DisagreementCause | null;
  readonly isAtLine: boolean;
}

export interface PlaceInDoubt {
  readonly id: string;
  readonly title: string;
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

export interface RankingTrust {
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
      return {
        contested: agreement.applications.flatMap(({ applicationId, title, disagreement, cause, zone }) =>
          disagreement === null
            ? []
            : [{ id: applicationId, title, disagreement, cause, isAtLine: zone === 'random_selection' }],
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
