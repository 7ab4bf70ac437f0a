import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Language } from '@fordela/wording';
import actorMap from '../gql/actor-map.graphql?raw';
import horizon from '../gql/horizon.graphql?raw';
import monthLetter from '../gql/month-letter.graphql?raw';
import priorityMatrix from '../gql/priority-matrix.graphql?raw';
import recordCallKnownMutation from '../gql/record-call-known.graphql?raw';
import saveSignalMutation from '../gql/save-signal.graphql?raw';
import signalMatrix from '../gql/signal-matrix.graphql?raw';
import signals from '../gql/signals.graphql?raw';
import type {
  ActorMapQuery,
  ActorMapQueryVariables,
  CallKnownInput,
  HorizonQuery,
  HorizonQueryVariables,
  MonthLetterQuery,
  MonthLetterQueryVariables,
  PriorityMatrixQuery,
  PriorityMatrixQueryVariables,
  PriorityQuadrant,
  ReadinessPart,
  RecordCallKnownMutation,
  RecordCallKnownMutationVariables,
  SaveSignalMutation,
  SaveSignalMutationVariables,
  SignalFilter,
  SignalInput,
  SignalMatrixQuery,
  SignalMatrixQueryVariables,
  SignalsQuery,
  SignalsQueryVariables,
} from '../gql/types';
import { ask, refusalError } from './ask';
import { fieldRefusals, saved, type FieldRefusals } from './field-refusals';

export type HorizonCall = HorizonQuery['calls'][number];
export type LeadTimes = HorizonQuery['leadTimes'];
export type Signal = SignalsQuery['signals']['edges'][number]['node'];
export interface SignalPage {
  readonly total: number;
  readonly signals: readonly Signal[];
}

/** The calls with their days, and how long each municipality has known of them. */
export function useHorizon() {
  return useQuery({
    queryKey: ['horizon'],
    queryFn: () => ask<HorizonQuery, HorizonQueryVariables>(horizon, {}),
  });
}

/** Signals, the latest seen first. */
export function useSignals(filter: SignalFilter, first: number) {
  return useQuery({
    queryKey: ['signals', filter, first],
    queryFn: () => ask<SignalsQuery, SignalsQueryVariables>(signals, { first, filter }),
    select: ({ signals: page }): SignalPage => ({
      total: page.totalCount,
      signals: page.edges.map(({ node }) => node),
    }),
    placeholderData: keepPreviousData,
  });
}

/** Saves a signal, or says of each field why not. */
export async function saveSignal(input: SignalInput, language: Language): Promise<FieldRefusals> {
  const { saveSignal: answer } = await ask<SaveSignalMutation, SaveSignalMutationVariables>(saveSignalMutation, {
    input,
  });
  return answer.__typename === 'Refused' ? fieldRefusals(answer, language) : saved;
}

/** Notes when a municipality heard of a call, or says of each field why not. */
export async function recordCallKnown(input: CallKnownInput, language: Language): Promise<FieldRefusals> {
  const { recordCallKnown: answer } = await ask<RecordCallKnownMutation, RecordCallKnownMutationVariables>(
    recordCallKnownMutation,
    { input },
  );
  return answer.__typename === 'Refused' ? fieldRefusals(answer, language) : saved;
}

export type MatrixKind = 'signals' | 'readiness' | 'ease';
export interface MatrixItem {
  readonly id: string;
  readonly title: string;
  readonly importance: number | null;
  readonly readiness: number | null;
  readonly quadrant: PriorityQuadrant | null;
  /** Of an application: what its readiness is made of. */
  readonly parts: readonly { readonly part: ReadinessPart; readonly value: number | null }[];
}

/** Signals or a call's applications placed on two axes with two lines, as the service places them. */
export function useMatrix(
  kind: MatrixKind,
  callId: string | undefined,
  lines: { readonly importance: number; readonly readiness: number },
  language: Language,
) {
  const marks = { importanceLine: lines.importance, readinessLine: lines.readiness };
  return useQuery({
    queryKey: ['matrix', kind, callId, marks, language],
    enabled: kind === 'signals' || callId !== undefined,
    placeholderData: (previous: readonly MatrixItem[] | undefined, query) =>
      query?.queryKey[1] === kind ? previous : undefined,
    queryFn: async (): Promise<readonly MatrixItem[]> => {
      if (kind === 'signals') {
        const { signalMatrix: answer } = await ask<SignalMatrixQuery, SignalMatrixQueryVariables>(signalMatrix, marks);
        if (answer.__typename === 'Refused') throw refusalError(answer, language);
        return answer.signals.map(({ signalId, signal, ...place }) => ({
          id: signalId,
          title: signal.title,
          ...place,
          parts: [],
        }));
      }
      const { priorityMatrix: answer } = await ask<PriorityMatrixQuery, PriorityMatrixQueryVariables>(priorityMatrix, {
        callId: callId ?? '',
        secondAxis: kind,
        ...marks,
      });
      if (answer.__typename === 'Refused') throw refusalError(answer, language);
      return answer.applications.map(({ applicationId, readinessParts, ...place }) => ({
        id: applicationId,
        ...place,
        parts: kind === 'readiness' ? readinessParts : [],
      }));
    },
  });
}

export type Letter = Extract<MonthLetterQuery['monthlySummary'], { __typename: 'ForesightSummary' }>['letter'];

/** The summary of a month in words. */
export function useMonthLetter(month: string, language: Language) {
  return useQuery({
    queryKey: ['month-letter', month, language],
    enabled: /^\d{4}-\d{2}$/.test(month),
    queryFn: async (): Promise<Letter> => {
      const { monthlySummary: answer } = await ask<MonthLetterQuery, MonthLetterQueryVariables>(monthLetter, {
        month,
        language,
      });
      if (answer.__typename === 'Refused') throw refusalError(answer, language);
      return answer.letter;
    },
  });
}

export type ActorMap = Extract<ActorMapQuery['actorMap'], { __typename: 'ActorMap' }>;

/** Who says they do what, beside the projects they are in. */
export function useActorMap(callId: string | undefined, language: Language) {
  return useQuery({
    queryKey: ['actor-map', callId, language],
    enabled: callId !== undefined,
    queryFn: async (): Promise<ActorMap> => {
      const { actorMap: answer } = await ask<ActorMapQuery, ActorMapQueryVariables>(actorMap, { callId: callId ?? '' });
      if (answer.__typename === 'Refused') throw refusalError(answer, language);
      return answer;
    },
  });
}
