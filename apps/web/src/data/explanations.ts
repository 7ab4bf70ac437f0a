import { useQuery } from '@tanstack/react-query';
import type { Language } from '@fordela/wording';
import explanations from '../gql/explanations.graphql?raw';
import type { ExplanationsQuery, ExplanationsQueryVariables, Fate } from '../gql/types';
import { ask, refusalError } from './ask';
import { optionsAtSplit, type Attribution, type Objective } from './split-choice';

export interface ShownExplanation {
  readonly id: string;
  readonly title: string;
  readonly isRegionOwn: boolean;
  readonly fate: Fate;
  readonly sentence: string;
  /** What would turn it. */
  readonly more: readonly string[];
}

/** Reasons for each yes and no at one split, asked for when the reader wants them. */
export function useExplanations(
  callId: string,
  objective: Objective,
  attribution: Attribution,
  share: number,
  language: Language,
  enabled: boolean,
) {
  return useQuery({
    queryKey: ['explanations', callId, objective, attribution, share, language],
    enabled,
    queryFn: async (): Promise<readonly ShownExplanation[]> => {
      const answer = await ask<ExplanationsQuery, ExplanationsQueryVariables>(explanations, {
        callId,
        options: optionsAtSplit(objective, attribution, share),
      });
      if (answer.explanations.__typename === 'Refused') throw refusalError(answer.explanations, language);
      const text = (own: { readonly messageSv: string; readonly messageEn: string }) =>
        language === 'sv' ? own.messageSv : own.messageEn;
      return answer.explanations.explanations.map((own) => ({
        id: own.applicationId,
        title: own.title,
        isRegionOwn: own.isRegionOwn ?? false,
        fate: own.fate,
        sentence: text(own),
        more: [...own.changes.map(text), (language === 'sv' ? own.unsettledSv : own.unsettledEn) ?? []].flat(),
      }));
    },
  });
}
