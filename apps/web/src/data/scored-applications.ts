import { useQuery } from '@tanstack/react-query';
import type { Language } from '@fordela/wording';
import scoredApplications from '../gql/scored-applications.graphql?raw';
import type { OwnerGroup, ScoredApplicationsQuery, ScoredApplicationsQueryVariables, Severity } from '../gql/types';
import { ask, refusalError } from './ask';

type Scores = Extract<ScoredApplicationsQuery['scores'], { __typename: 'Scores' }>;
export interface ScoredApplication {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly leadPartner: string;
  readonly ownerGroup: OwnerGroup;
  /** The unit that prepares it; null when it is not stated. */
  readonly preparedBy: string | null;
  readonly requestedSek: number;
  /** Value 0–1 on each criterion, in the call's order of criteria; null where nothing was rated. */
  readonly values: readonly (number | null)[];
  readonly meanRatings: readonly (number | null)[];
  readonly missingRatings: number;
  readonly excludedRatings: number;
  /** What the rules found; the checklist has the rest. */
  readonly findings: readonly { readonly key: string; readonly severity: Severity }[];
}

/** The applications of a call with their values and findings, in the reader's language. */
export function useScoredApplications(callId: string | undefined, language: Language) {
  return useQuery({
    queryKey: ['scores', callId, language],
    enabled: callId !== undefined,
    queryFn: async (): Promise<readonly ScoredApplication[]> => {
      const variables = { callId: callId ?? '' };
      const { scores } = await ask<ScoredApplicationsQuery, ScoredApplicationsQueryVariables>(
        scoredApplications,
        variables,
      );
      if (scores.__typename === 'Refused') throw refusalError(scores, language);
      return scores.applications.map(shown);
    },
  });
}

function shown({
  application,
  criteria,
  missingRatings,
  excludedRatings,
}: Scores['applications'][number]): ScoredApplication {
  const { project } = application;
  return {
    id: application.id,
    title: project.title,
    summary: project.summary,
    leadPartner: project.leadPartner.name,
    ownerGroup: project.ownerGroup,
    preparedBy: application.preparingActor?.name ?? null,
    requestedSek: application.requestedSek,
    values: criteria.map((criterion) => criterion.value),
    meanRatings: criteria.map((criterion) => criterion.performance),
    missingRatings,
    excludedRatings,
    findings: application.findings,
  };
}
