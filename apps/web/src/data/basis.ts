import { useQuery } from '@tanstack/react-query';
import basisChoices from '../gql/basis-choices.graphql?raw';
import type { BasisChoicesQuery, BasisChoicesQueryVariables, BasisKind } from '../gql/types';
import { ask } from './ask';

/** Which projects a screen is about, and their money. */
export interface Basis {
  readonly kind: BasisKind;
  readonly scenarioId: string | null;
}

export interface BasisChoices {
  readonly isAnythingDecided: boolean;
  readonly scenarios: readonly { readonly id: string; readonly name: string }[];
}

/** What there is to choose from in a call. */
export function useBasisChoices(callId: string | undefined) {
  return useQuery({
    queryKey: ['basis-choices', callId],
    enabled: callId !== undefined,
    queryFn: () => ask<BasisChoicesQuery, BasisChoicesQueryVariables>(basisChoices, { callId: callId ?? '' }),
    select: ({ followUp, scenarios }): BasisChoices => ({
      isAnythingDecided: followUp.__typename === 'FollowUp' && followUp.basis.applicationIds.length > 0,
      scenarios,
    }),
  });
}

/** The basis the address asks for; what is decided when it asks for none, and every application while nothing is. */
export function basisOf(asked: string | undefined, choices: BasisChoices): Basis {
  if (asked === 'decided' || asked === 'all_applications') return { kind: asked, scenarioId: null };
  if (asked && choices.scenarios.some(({ id }) => id === asked)) return { kind: 'scenario', scenarioId: asked };
  return { kind: choices.isAnythingDecided ? 'decided' : 'all_applications', scenarioId: null };
}
