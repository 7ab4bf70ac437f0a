import { useQuery } from '@tanstack/react-query';
import type { Language } from '@fordela/wording';
import gate from '../gql/gate.graphql?raw';
import reviewFindingMutation from '../gql/review-finding.graphql?raw';
import type {
  FindingReviewInput,
  GateQuery,
  GateQueryVariables,
  ReviewFindingMutation,
  ReviewFindingMutationVariables,
} from '../gql/types';
import { ask, fieldRefusals, type FieldRefusal } from './ask';

export type Gate = NonNullable<GateQuery['application']>['gate'];
export type GateLine = Gate['lines'][number];
export type ReviewedFinding = GateLine['findings'][number];

/** The checklist of one application. */
export function useGate(applicationId: string) {
  return useQuery({
    queryKey: ['gate', applicationId],
    queryFn: () => ask<GateQuery, GateQueryVariables>(gate, { id: applicationId }),
    select: (answer): Gate | null => answer.application?.gate ?? null,
  });
}

/** Records what an officer says of a finding; why it was not, [] when it was recorded. */
export async function reviewFinding(input: FindingReviewInput, language: Language): Promise<readonly FieldRefusal[]> {
  const answer = await ask<ReviewFindingMutation, ReviewFindingMutationVariables>(reviewFindingMutation, { input });
  return answer.reviewFinding.__typename === 'Refused' ? fieldRefusals(answer.reviewFinding, language) : [];
}
