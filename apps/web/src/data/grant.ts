import { useQuery } from '@tanstack/react-query';
import type { Language } from '@fordela/wording';
import grant from '../gql/grant.graphql?raw';
import scenarioGrants from '../gql/scenario-grants.graphql?raw';
import recordDecisionMutation from '../gql/record-decision.graphql?raw';
import recordGrantEventMutation from '../gql/record-grant-event.graphql?raw';
import type {
  GrantDecisionInput,
  GrantEventInput,
  GrantQuery,
  GrantQueryVariables,
  RecordDecisionMutation,
  RecordDecisionMutationVariables,
  RecordGrantEventMutation,
  RecordGrantEventMutationVariables,
  ScenarioGrantsQuery,
  ScenarioGrantsQueryVariables,
} from '../gql/types';
import { ask, fieldRefusals, type FieldRefusal } from './ask';

export type GrantHistory = NonNullable<GrantQuery['application']>;

/** What is decided about an application, what has been paid on it, and the plan of its project's money. */
export function useGrant(applicationId: string) {
  return useQuery({
    queryKey: ['grant', applicationId],
    queryFn: () => ask<GrantQuery, GrantQueryVariables>(grant, { id: applicationId }),
    select: (answer): GrantHistory | null => answer.application ?? null,
  });
}

export interface ScenarioGrant {
  readonly id: string;
  readonly name: string;
  /** What the scenario gives the application per year; [] when it gives nothing. */
  readonly amounts: readonly { readonly year: number; readonly amountSek: number }[];
}

/** The scenarios of a call with what each gives one application, the oldest first. */
export function useScenarioGrants(callId: string, applicationId: string) {
  return useQuery({
    queryKey: ['scenarios', callId, 'grants'],
    queryFn: () => ask<ScenarioGrantsQuery, ScenarioGrantsQueryVariables>(scenarioGrants, { callId }),
    select: ({ scenarios }): readonly ScenarioGrant[] =>
      scenarios.map(({ id, name, allocation }) => ({
        id,
        name,
        amounts: allocation.funded.find((grant) => grant.applicationId === applicationId)?.years ?? [],
      })),
  });
}

/** Records what people decided; why it was not, [] when it was recorded. */
export async function recordDecision(input: GrantDecisionInput, language: Language): Promise<readonly FieldRefusal[]> {
  const { recordDecision: answer } = await ask<RecordDecisionMutation, RecordDecisionMutationVariables>(
    recordDecisionMutation,
    { input },
  );
  return answer.__typename === 'Refused' ? fieldRefusals(answer, language) : [];
}

/** Records an advance, a claim or a recovery; why it was not, [] when it was recorded. */
export async function recordGrantEvent(input: GrantEventInput, language: Language): Promise<readonly FieldRefusal[]> {
  const { recordGrantEvent: answer } = await ask<RecordGrantEventMutation, RecordGrantEventMutationVariables>(
    recordGrantEventMutation,
    { input },
  );
  return answer.__typename === 'Refused' ? fieldRefusals(answer, language) : [];
}
