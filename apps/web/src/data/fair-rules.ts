import { useQuery } from '@tanstack/react-query';
import type { Language } from '@fordela/wording';
import fairRules from '../gql/fair-rules.graphql?raw';
import type { FairRowFragment, FairRulesQuery, FairRulesQueryVariables, FairVoters, OwnerGroup } from '../gql/types';
import { ask, refusalError } from './ask';
import { optionsAtSplit, type Attribution, type Objective } from './split-choice';

/** What is asked: one split, and between whom the rules are to be fair. */
export interface FairChoice {
  readonly callId: string;
  readonly objective: Objective;
  readonly attribution: Attribution;
  readonly share: number;
  readonly voters: FairVoters;
}

interface Named {
  readonly id: string;
  readonly title: string;
}

export interface FairRow {
  readonly rule: string;
  readonly name: string;
  readonly isOptimum: boolean;
  readonly value: number;
  /** Part of the optimum's value that is lost; null when the optimum is worth nothing. */
  readonly lostShare: number | null;
  readonly grants: number;
  readonly grantedSek: number;
  readonly gini: number | null;
  readonly emptyHanded: number | null;
  readonly byOwnerGroup: Readonly<Record<OwnerGroup, number>>;
  readonly municipalities: readonly { readonly code: string; readonly name: string; readonly amountSek: number }[];
  readonly entering: readonly Named[];
  readonly leaving: readonly Named[];
}

/** Fair rules beside the best allocation at a split, the optimum first; asked for when there is a choice. */
export function useFairRules(choice: FairChoice | null, language: Language) {
  return useQuery({
    queryKey: ['fair-rules', choice, language],
    enabled: choice !== null,
    queryFn: async (): Promise<readonly FairRow[]> => {
      const { callId, objective, attribution, share, voters } = choice!;
      const answer = await ask<FairRulesQuery, FairRulesQueryVariables>(fairRules, {
        callId,
        options: optionsAtSplit(objective, attribution, share),
        voters,
      });
      if (answer.fairRules.__typename === 'Refused') throw refusalError(answer.fairRules, language);
      const { optimum, rules } = answer.fairRules;
      return [optimum, ...rules].map((row, index) => shownRow(row, index === 0, language));
    },
  });
}

function shownRow(row: FairRowFragment, isOptimum: boolean, language: Language): FairRow {
  const named = (list: FairRowFragment['entering']): readonly Named[] =>
    list.map(({ applicationId, title }) => ({ id: applicationId, title }));
  const money = (group: OwnerGroup) => row.ownerGroups.groups.find((own) => own.group === group)?.amountSek ?? 0;
  return {
    rule: row.rule,
    name: language === 'sv' ? row.nameSv : row.nameEn,
    isOptimum,
    value: row.value,
    lostShare: row.valueLostShare,
    grants: row.grants,
    grantedSek: row.grantedSek,
    gini: row.municipalities.spread.gini,
    emptyHanded: row.municipalities.emptyHandedShare,
    byOwnerGroup: { region_own: money('region_own'), municipal: money('municipal'), other: money('other') },
    municipalities: row.municipalities.groups.map(({ group, name, amountSek }) => ({ code: group, name, amountSek })),
    entering: named(row.entering),
    leaving: named(row.leaving),
  };
}
