import { useQuery } from '@tanstack/react-query';
import envelope from '../gql/envelope.graphql?raw';
import ownerShares from '../gql/owner-shares.graphql?raw';
import type {
  EnvelopeProfile,
  EnvelopeQuery,
  EnvelopeQueryVariables,
  OwnerAttribution,
  OwnerSharesQuery,
  OwnerSharesQueryVariables,
} from '../gql/types';
import { ask } from './ask';

export type EnvelopeYear = EnvelopeQuery['envelope'][number];

/** The envelope of a call year by year, for what is decided or for a scenario. */
export function useEnvelope(callId: string | undefined, scenarioId: string | null, profile: EnvelopeProfile) {
  return useQuery({
    queryKey: ['envelope', callId, scenarioId, profile],
    enabled: callId !== undefined,
    queryFn: () => ask<EnvelopeQuery, EnvelopeQueryVariables>(envelope, { callId: callId ?? '', scenarioId, profile }),
    select: (answer): readonly EnvelopeYear[] => answer.envelope,
  });
}

export type OwnerShareYear = OwnerSharesQuery['ownerShares'][number];

/** How each year's money falls on the region's own projects, municipalities and others. */
export function useOwnerShares(attribution: OwnerAttribution) {
  return useQuery({
    queryKey: ['owner-shares', attribution],
    queryFn: () => ask<OwnerSharesQuery, OwnerSharesQueryVariables>(ownerShares, { attribution }),
    select: (answer): readonly OwnerShareYear[] => answer.ownerShares,
  });
}
