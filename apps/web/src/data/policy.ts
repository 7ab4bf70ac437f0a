import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { policyTexts, type Language } from '@fordela/wording';
import policyModel from '../gql/policy-model.graphql?raw';
import policySimulation from '../gql/policy-simulation.graphql?raw';
import type {
  ModelBandFragment,
  PolicyModelQuery,
  PolicyModelQueryVariables,
  PolicySimulationQuery,
  PolicySimulationQueryVariables,
} from '../gql/types';
import { ask, fieldRefusals, type FieldRefusal } from './ask';
import { ownPolicyId, type ChangedAssumptions, type OwnPolicy } from './policy-choice';

export type Band = Pick<ModelBandFragment, 'likely' | 'p5' | 'p95'>;

/** A policy there is to choose. */
export interface Policy extends OwnPolicy {
  readonly id: string;
  readonly name: string;
}

/** A number the model rests on, as it is before anyone changes it. */
export interface Assumption {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly low: number;
  readonly likely: number;
  readonly high: number;
  readonly reportSections: readonly string[];
}

export interface PolicyModel {
  readonly policies: readonly Policy[];
  readonly assumptions: readonly Assumption[];
}

/** The policies there are to compare and what the model assumes. */
export function usePolicyModel(language: Language) {
  return useQuery({
    queryKey: ['policy-model'],
    staleTime: Infinity,
    queryFn: () => ask<PolicyModelQuery, PolicyModelQueryVariables>(policyModel, {}),
    select: ({ policyModel: { policies, assumptions } }): PolicyModel => ({
      policies: policies.map(({ nameSv, nameEn, ...policy }) => ({
        ...policy,
        name: language === 'sv' ? nameSv : nameEn,
      })),
      assumptions: assumptions.map(({ name, nameSv, nameEn, unitSv, unitEn, ...own }) => ({
        ...own,
        id: name,
        name: language === 'sv' ? nameSv : nameEn,
        unit: language === 'sv' ? unitSv : unitEn,
      })),
    }),
  });
}

/** The reader's own policy with its name. */
export const namedOwn = (own: OwnPolicy, language: Language): Policy => ({
  ...own,
  id: ownPolicyId,
  name: policyTexts[language].ownPolicy,
});

export interface PolicyQuestion {
  readonly callId: string;
  readonly policies: readonly Policy[];
  readonly assumptions: ChangedAssumptions;
  readonly yearlySek: number | null;
  readonly years: number;
}

type Answer = Extract<PolicySimulationQuery['policySimulation'], { __typename: 'PolicySimulation' }>;
export type SimulatedPolicy = Answer['policies'][number];

/** What the model says, or why it cannot be run. `refusals` is empty when it was. */
export interface PolicyOutcome {
  readonly simulation: Answer | null;
  readonly refusals: readonly FieldRefusal[];
}

/** Compares policies by the model, at least two. The figures of the last question stay until the next are there. */
export function usePolicySimulation(question: PolicyQuestion | null, language: Language) {
  const variables: PolicySimulationQueryVariables | null = question && {
    callId: question.callId,
    policies: question.policies.map(({ id, use, run, grants }) => ({ id, use, run, grants })),
    assumptions: Object.entries(question.assumptions).map(([name, [low, likely, high, source]]) => ({
      ...{ name, low, likely, high },
      source: source || null,
    })),
    yearlySek: question.yearlySek,
    years: question.years,
  };
  return useQuery({
    queryKey: ['policy-simulation', variables],
    enabled: variables !== null,
    placeholderData: keepPreviousData,
    queryFn: () => ask<PolicySimulationQuery, PolicySimulationQueryVariables>(policySimulation, variables!),
    select: ({ policySimulation: answer }): PolicyOutcome =>
      answer.__typename === 'Refused'
        ? { simulation: null, refusals: fieldRefusals(answer, language) }
        : { simulation: answer, refusals: [] },
  });
}
