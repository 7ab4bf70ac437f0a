import { useQuery } from '@tanstack/react-query';
import { groupName, type Language } from '@fordela/wording';
import compareScenarios from '../gql/compare-scenarios.graphql?raw';
import saveScenarioMutation from '../gql/save-scenario.graphql?raw';
import scenarios from '../gql/scenarios.graphql?raw';
import type {
  CompareScenariosQuery,
  CompareScenariosQueryVariables,
  GroupDimension,
  SaveScenarioMutation,
  SaveScenarioMutationVariables,
  ScenariosQuery,
  ScenariosQueryVariables,
} from '../gql/types';
import { ask, refusalError, sentencesOf } from './ask';
import { optionsAtSplit, type Attribution, type Objective } from './split-choice';
import type { ShownGrant } from './split-sweep';

export type ScenarioSummary = ScenariosQuery['scenarios'][number];

export interface GroupAmount {
  readonly id: string;
  readonly label: string;
  readonly amountSek: number;
  readonly share: number;
  readonly perInhabitantSek: number | null;
}

export interface ComparedScenario {
  readonly id: string;
  readonly name: string;
  readonly savedAt: string;
  readonly objective: string;
  readonly fingerprint: string;
  readonly grants: number;
  readonly usedSek: number;
  readonly value: number;
  readonly ownerGroups: readonly GroupAmount[];
  readonly phases: readonly GroupAmount[];
  readonly themes: readonly GroupAmount[];
  readonly municipalities: readonly GroupAmount[];
}

export interface ScenarioComparison {
  readonly scenarios: readonly [ComparedScenario, ComparedScenario];
  readonly onlyInFirst: readonly ShownGrant[];
  readonly onlyInSecond: readonly ShownGrant[];
  readonly inBoth: number;
}

type Compared = Extract<CompareScenariosQuery['compareScenarios'], { __typename: 'ScenarioComparison' }>;

/** The saved scenarios of a call, the oldest first. */
export function useScenarios(callId: string | undefined) {
  return useQuery({
    queryKey: ['scenarios', callId],
    enabled: callId !== undefined,
    queryFn: () => ask<ScenariosQuery, ScenariosQueryVariables>(scenarios, { callId: callId ?? '' }),
    select: (answer): readonly ScenarioSummary[] => answer.scenarios,
  });
}

/** Two scenarios side by side, the second against the first. */
export function useComparison(ids: readonly [string, string], language: Language) {
  return useQuery({
    queryKey: ['scenarios', 'compared', ...ids, language],
    queryFn: async (): Promise<ScenarioComparison> => {
      const answer = await ask<CompareScenariosQuery, CompareScenariosQueryVariables>(compareScenarios, { ids });
      if (answer.compareScenarios.__typename === 'Refused') throw refusalError(answer.compareScenarios, language);
      return shownComparison(answer.compareScenarios, language);
    },
  });
}

function shownComparison(compared: Compared, language: Language): ScenarioComparison {
  const second = compared.scenarios[1];
  return {
    scenarios: [shownScenario(compared, 0, language), shownScenario(compared, 1, language)],
    onlyInFirst: shownGrants(second?.leaves ?? []),
    onlyInSecond: shownGrants(second?.enters ?? []),
    inBoth: second?.inBoth ?? 0,
  };
}

const shownGrants = (grants: Compared['scenarios'][number]['enters']): readonly ShownGrant[] =>
  grants.map(({ applicationId, title, isRegionOwn, grantedSek }) => ({
    id: applicationId,
    title,
    isRegionOwn: isRegionOwn ?? false,
    grantedSek,
  }));

function shownScenario(compared: Compared, index: number, language: Language): ComparedScenario {
  const { id, name, createdAt, allocation } = compared.scenarios[index]!.scenario;
  const groups = (dimension: GroupDimension) =>
    (compared.dimensions.find((item) => item.dimension === dimension)?.groups ?? []).map((item): GroupAmount => {
      const share = item.shares[index]!;
      return { id: item.group, label: groupName(dimension, item.group, item.name, language), ...share };
    });
  return {
    id,
    name,
    savedAt: createdAt,
    objective: allocation.method.replace(/^\w+:|@\d+$/g, ''),
    fingerprint: allocation.inputFingerprint,
    grants: allocation.funded.length,
    usedSek: allocation.grantedSek,
    value: allocation.value,
    ownerGroups: groups('ownerGroup'),
    phases: groups('phase'),
    themes: groups('theme'),
    municipalities: groups('municipality'),
  };
}

export interface SplitScenario {
  readonly callId: string;
  readonly name: string;
  readonly share: number;
  readonly objective: Objective;
  readonly attribution: Attribution;
}

export type SaveOutcome =
  { readonly saved: true; readonly name: string } | { readonly saved: false; readonly sentences: readonly string[] };

/** Computes the allocation at a split and keeps it under a name, or says why not. */
export async function saveScenario(
  { callId, name, share, objective, attribution }: SplitScenario,
  language: Language,
): Promise<SaveOutcome> {
  const input = { callId, name, options: optionsAtSplit(objective, attribution, share) };
  const answer = await ask<SaveScenarioMutation, SaveScenarioMutationVariables>(saveScenarioMutation, { input });
  return answer.saveScenario.__typename === 'Refused'
    ? { saved: false, sentences: sentencesOf(answer.saveScenario, language) }
    : { saved: true, name: answer.saveScenario.scenario.name };
}
