import { useQuery } from '@tanstack/react-query';
import selfTest from '../gql/self-test.graphql?raw';
import type { SelfTestQuery, SelfTestQueryVariables } from '../gql/types';
import { ask } from './ask';

/** The published examples, recomputed when the reader asks. */
export function useSelfTest(enabled: boolean) {
  return useQuery({
    queryKey: ['self-test'],
    enabled,
    queryFn: () => ask<SelfTestQuery, SelfTestQueryVariables>(selfTest, {}),
    select: (answer) => answer.selfTest,
  });
}
