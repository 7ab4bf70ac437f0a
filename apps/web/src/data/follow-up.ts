import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Language } from '@fordela/wording';
import followUp from '../gql/follow-up.graphql?raw';
import lessons from '../gql/lessons.graphql?raw';
import projectsFollowed from '../gql/projects-followed.graphql?raw';
import recordIndicatorResultMutation from '../gql/record-indicator-result.graphql?raw';
import saveHandoverMutation from '../gql/save-handover.graphql?raw';
import saveIndicatorMutation from '../gql/save-indicator.graphql?raw';
import saveLessonMutation from '../gql/save-lesson.graphql?raw';
import saveProjectReportMutation from '../gql/save-project-report.graphql?raw';
import type {
  FollowUpQuery,
  FollowUpQueryVariables,
  HandoverInput,
  IndicatorInput,
  IndicatorResultInput,
  LessonFilter,
  LessonInput,
  LessonsQuery,
  LessonsQueryVariables,
  ProjectReportInput,
  ProjectsFollowedQuery,
  ProjectsFollowedQueryVariables,
  RecordIndicatorResultMutation,
  RecordIndicatorResultMutationVariables,
  SaveHandoverMutation,
  SaveHandoverMutationVariables,
  SaveIndicatorMutation,
  SaveIndicatorMutationVariables,
  SaveLessonMutation,
  SaveLessonMutationVariables,
  SaveProjectReportMutation,
  SaveProjectReportMutationVariables,
} from '../gql/types';
import { ask, refusalError } from './ask';
import type { Basis } from './basis';
import { fieldRefusals, saved, type FieldRefusals } from './field-refusals';

type Made<Key extends 'followUp' | 'resultsAtRisk' | 'sexStatistics', Name> = Extract<
  FollowUpQuery[Key],
  { __typename: Name }
>;
export type FollowUp = Made<'followUp', 'FollowUp'>;
export type FollowedProject = FollowUp['projects'][number];
export type Attainment = FollowedProject['attainments'][number];
export type Indicator = Attainment['indicator'];
export type ResultsAtRisk = Made<'resultsAtRisk', 'ResultsAtRisk'>;
export type SexStatistics = Made<'sexStatistics', 'SexStatistics'>;

export interface FollowUpAnswer {
  readonly followUp: FollowUp;
  readonly atRisk: ResultsAtRisk;
  readonly sexes: SexStatistics;
  readonly overdue: FollowUpQuery['overdueReports'];
}

/** How the projects of a basis stand, what is at risk when they end, and who takes part. */
export function useFollowUp(callId: string | undefined, basis: Basis | undefined, language: Language) {
  return useQuery({
    queryKey: ['follow-up', callId, basis, language],
    enabled: callId !== undefined && basis !== undefined,
    queryFn: async (): Promise<FollowUpAnswer> => {
      const answer = await ask<FollowUpQuery, FollowUpQueryVariables>(followUp, {
        callId: callId ?? '',
        basis: basis?.kind ?? 'all_applications',
        scenarioId: basis?.scenarioId ?? null,
      });
      for (const part of [answer.followUp, answer.resultsAtRisk, answer.sexStatistics])
        if (part.__typename === 'Refused') throw refusalError(part, language);
      return {
        followUp: answer.followUp as FollowUp,
        atRisk: answer.resultsAtRisk as ResultsAtRisk,
        sexes: answer.sexStatistics as SexStatistics,
        overdue: answer.overdueReports,
      };
    },
  });
}

type ApplicationNode = ProjectsFollowedQuery['applications']['edges'][number]['node'];
export type Report = ApplicationNode['projectReports'][number];
export type Handover = NonNullable<ApplicationNode['handover']>;
export interface ProjectRow {
  readonly id: string;
  readonly title: string;
  readonly indicators: ApplicationNode['indicators'];
  readonly reports: readonly Report[];
  readonly handover: Handover | null;
}
export interface Followed {
  readonly projects: readonly ProjectRow[];
  readonly actors: readonly { readonly id: string; readonly name: string }[];
}

/** Every project of a call with its reports and who takes over, and the actors to choose from. */
export function useProjectsFollowed(callId: string | undefined) {
  return useQuery({
    queryKey: ['projects-followed', callId],
    enabled: callId !== undefined,
    queryFn: () =>
      ask<ProjectsFollowedQuery, ProjectsFollowedQueryVariables>(projectsFollowed, { callId: callId ?? '' }),
    select: ({ applications, actors }): Followed => ({
      projects: applications.edges.map(({ node }) => ({
        id: node.id,
        title: node.project.title,
        indicators: node.indicators,
        reports: node.projectReports,
        handover: node.handover,
      })),
      actors: actors.edges.map(({ node }) => node).sort((a, b) => a.name.localeCompare(b.name, 'sv')),
    }),
  });
}

export type Lesson = LessonsQuery['lessons']['edges'][number]['node'];

/** The library of lessons, the latest learnt first. */
export function useLessons(filter: LessonFilter) {
  return useQuery({
    queryKey: ['lessons', filter],
    queryFn: () => ask<LessonsQuery, LessonsQueryVariables>(lessons, { first: 100, filter }),
    select: ({ lessons: page }) => ({ total: page.totalCount, lessons: page.edges.map(({ node }): Lesson => node) }),
    placeholderData: keepPreviousData,
  });
}

type Outcome = { readonly __typename: string } & Partial<Parameters<typeof fieldRefusals>[0]>;
const outcome = (answer: Outcome, language: Language): FieldRefusals =>
  answer.refusals ? fieldRefusals({ refusals: answer.refusals }, language) : saved;

/** Records what was measured on a day, or says of each field why not. */
export async function recordIndicatorResult(input: IndicatorResultInput, language: Language): Promise<FieldRefusals> {
  const answer = await ask<RecordIndicatorResultMutation, RecordIndicatorResultMutationVariables>(
    recordIndicatorResultMutation,
    { input },
  );
  return outcome(answer.recordIndicatorResult, language);
}

/** Saves an indicator, or says of each field why not. */
export async function saveIndicator(input: IndicatorInput, language: Language): Promise<FieldRefusals> {
  const answer = await ask<SaveIndicatorMutation, SaveIndicatorMutationVariables>(saveIndicatorMutation, { input });
  return outcome(answer.saveIndicator, language);
}

/** Saves a report, or says of each field why not. */
export async function saveProjectReport(input: ProjectReportInput, language: Language): Promise<FieldRefusals> {
  const answer = await ask<SaveProjectReportMutation, SaveProjectReportMutationVariables>(saveProjectReportMutation, {
    input,
  });
  return outcome(answer.saveProjectReport, language);
}

/** Saves who carries a result on, or says of each field why not. */
export async function saveHandover(input: HandoverInput, language: Language): Promise<FieldRefusals> {
  const answer = await ask<SaveHandoverMutation, SaveHandoverMutationVariables>(saveHandoverMutation, { input });
  return outcome(answer.saveHandover, language);
}

/** Saves a lesson, or says of each field why not. */
export async function saveLesson(input: LessonInput, language: Language): Promise<FieldRefusals> {
  const answer = await ask<SaveLessonMutation, SaveLessonMutationVariables>(saveLessonMutation, { input });
  return outcome(answer.saveLesson, language);
}
