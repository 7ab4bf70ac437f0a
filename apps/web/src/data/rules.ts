import { useQuery } from '@tanstack/react-query';
import rules from '../gql/rules.graphql?raw';
import type { RulesQuery, RulesQueryVariables } from '../gql/types';
import { ask } from './ask';

export type Rule = RulesQuery['rules'][number];
export type RuleFigure = Rule['parameters'][number];
export type Source = Rule['sources'][number];

/** Every rule of the money, in the order of the checklist as the service gives it. */
export function useRules() {
  return useQuery({
    queryKey: ['rules'],
    queryFn: () => ask<RulesQuery, RulesQueryVariables>(rules, {}),
    select: (answer): readonly Rule[] => answer.rules,
  });
}
