import { useQuery } from '@tanstack/react-query';
import type { Language } from '@fordela/wording';
import grant from '../gql/grant.graphql?raw';
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
} from '../gql/types';
import { ask, sentencesOf } from './ask';

export type GrantHistory = NonNullable<GrantQuery['application']>;

/** What is decided about an application, what has been paid on it, and the plan of its project's money. */
export function useGrant(applicationId: string) {
  return useQuery({
    queryKey: ['grant', applicationId],
    queryFn: () => ask<GrantQuery, GrantQueryVariables>(grant, { id: applicationId }),
    select: (answer): GrantHistory | null => answer.application ?? null,
  });
}

/** Records what people decided; the sentences of a refusal, [] when it was recorded. */
export async function recordDecision(input: GrantDecisionInput, language: Language): Promise<readonly string[]> {
  const { recordDecision: answer } = await ask<RecordDecisionMutation, RecordDecisionMutationVariables>(
    recordDecisionMutation,
    { input },
  );
  return answer.__typename === 'Refused' ? sentencesOf(answer, language) : [];
}

/** Records an advance, a claim or a recovery; the sentences of a refusal, [] when it was recorded. */
export async function recordGrantEvent(input: GrantEventInput, language: Language): Promise<readonly string[]> {
  const { recordGrantEvent: answer } = await ask<RecordGrantEventMutation, RecordGrantEventMutationVariables>(
    recordGrantEventMutation,
    { input },
  );
  return answer.__typename === 'Refused' ? sentencesOf(answer, language) : [];
}
