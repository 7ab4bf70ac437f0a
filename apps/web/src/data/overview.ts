import { useQuery } from '@tanstack/react-query';
import type { Language } from '@fordela/wording';
import overview from '../gql/overview.graphql?raw';
import type { OverviewQuery, OverviewQueryVariables } from '../gql/types';
import { ask, refusalError } from './ask';
import type { Basis } from './basis';

export type Coverage = Extract<OverviewQuery['coverage'], { __typename: 'Coverage' }>;
export type CoveredItem = Coverage['items'][number];
export type GroupShare = Coverage['shares']['ownerGroups'][number];
export type AttentionList = Extract<OverviewQuery['attention'], { __typename: 'Attention' }>;

/** A limit a scenario was computed with. */
export interface ScenarioLimit {
  readonly dimension: string;
  readonly groups: readonly string[];
  readonly maxShare?: number;
  readonly minShare?: number;
  readonly maxSek?: number;
  readonly minSek?: number;
  readonly maxCount?: number;
  readonly minCount?: number;
}

export interface Overview {
  readonly coverage: Coverage;
  readonly attention: AttentionList;
  /** What every application asks for, per municipality. */
  readonly appliedByMunicipality: ReadonlyMap<string, GroupShare>;
  readonly titles: ReadonlyMap<string, string>;
  readonly priorityNamesEn: ReadonlyMap<string, string>;
  /** Null when the basis is no scenario. */
  readonly limits: readonly ScenarioLimit[] | null;
}

/** The picture of a call on one screen. */
export function useOverview(callId: string | undefined, basis: Basis | undefined, language: Language) {
  return useQuery({
    queryKey: ['overview', callId, basis, language],
    enabled: callId !== undefined && basis !== undefined,
    queryFn: async (): Promise<Overview> => {
      const answer = await ask<OverviewQuery, OverviewQueryVariables>(overview, {
        callId: callId ?? '',
        basis: basis?.kind ?? 'all_applications',
        scenarioId: basis?.scenarioId ?? null,
      });
      const { coverage, attention, applied } = answer;
      if (coverage.__typename === 'Refused') throw refusalError(coverage, language);
      if (attention.__typename === 'Refused') throw refusalError(attention, language);
      const municipalities = applied.__typename === 'Coverage' ? applied.shares.municipalities : [];
      const scenario = answer.scenarios.find(({ id }) => id === basis?.scenarioId);
      return {
        coverage,
        attention,
        appliedByMunicipality: new Map(municipalities.map((share) => [share.group, share])),
        titles: new Map(answer.applications.edges.map(({ node }) => [node.id, node.project.title])),
        priorityNamesEn: new Map(answer.strategyPriorities.map(({ id, nameEn }) => [id, nameEn])),
        limits: scenario ? ((scenario.options as { limits?: readonly ScenarioLimit[] }).limits ?? []) : null,
      };
    },
  });
}
