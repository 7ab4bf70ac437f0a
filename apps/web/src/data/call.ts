import { useQuery } from '@tanstack/react-query';
import calls from '../gql/calls.graphql?raw';
import type { CallsQuery, CallsQueryVariables } from '../gql/types';
import { ask } from './ask';

export type Call = CallsQuery['calls'][number];

/** The call the page is about: the latest by day of decision; null when there is none. */
export function useCall() {
  return useQuery({
    queryKey: ['calls'],
    queryFn: () => ask<CallsQuery, CallsQueryVariables>(calls, {}),
    select: ({ calls: all }): Call | null =>
      all.reduce<Call | null>((last, call) => (last && last.decisionDate >= call.decisionDate ? last : call), null),
  });
}
