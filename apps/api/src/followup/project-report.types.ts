import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Entity, ForeignKey, Index } from 'typeorm';
import type { ProjectReport as ProjectReportData, ProjectStanding, ReportKind } from '@fordela/domain';
import { outcomeOf } from '../platform/graphql/refused.types';
import { Day } from '../platform/graphql/scalars';
import { DayOf, Id, Text, Version, Word, words } from '../platform/stored';

export const reportKindWords = words<ReportKind>('ReportKind', 'Kind of report.', {
  progress: 'Progress report (lägesrapport).',
  final: 'Final report (slutrapport); it closes the project.',
});

export const projectStandingWords = words<ProjectStanding>('ProjectStanding', 'How a project stands, by its report.', {
  on_track: 'On track (enligt plan).',
  late: 'Late (försenat).',
  closed: 'Closed (avslutat).',
});

@ObjectType({ description: 'A report a project owes, and what it said once it came.' })
@Entity('project_report')
@Index('project_report_application_ix', ['applicationId', 'periodTo', 'id'])
export class ProjectReport implements ProjectReportData {
  @Id('Identifier.', { key: true })
  readonly id: string;
  @ForeignKey('Application', { name: 'project_report_application_fk', onDelete: 'CASCADE' })
  @Id('The application of the project.')
  readonly applicationId: string;
  @Word(reportKindWords, 'Kind of report.')
  readonly kind: ReportKind;
  @DayOf('First day of the period it is about.')
  readonly periodFrom: string;
  @DayOf('Last day of the period.')
  readonly periodTo: string;
  @DayOf('Last day to hand it in.')
  readonly dueDate: string;
  @DayOf('The day it came; null while it is awaited.', { optional: true })
  readonly submittedDate: string | null;
  @Word(projectStandingWords, 'How the project stands; null while it is awaited.', { optional: true })
  readonly standing: ProjectStanding | null;
  @Text('What it says; null while it is awaited.', { optional: true })
  readonly text: string | null;
  @Text('What has departed from the plan; null when nothing has.', { optional: true })
  readonly deviations: string | null;
  @Version()
  readonly version: number;
}

@InputType({ description: 'A report as it should be, whole. Without a day it came, it is awaited.' })
export class ProjectReportInput {
  @Field(() => ID, { nullable: true, description: 'The report to change; left out for a new one.' })
  readonly id?: string | null;
  @Field(() => ID, { description: 'The application of the project.' })
  readonly applicationId: string;
  @Field(() => reportKindWords, { description: 'Kind of report.' })
  readonly kind: ReportKind;
  @Field(() => Day, { description: 'First day of the period it is about.' })
  readonly periodFrom: string;
  @Field(() => Day, { description: 'Last day of the period.' })
  readonly periodTo: string;
  @Field(() => Day, { description: 'Last day to hand it in.' })
  readonly dueDate: string;
  @Field(() => Day, { nullable: true, description: 'The day it came.' })
  readonly submittedDate?: string | null;
  @Field(() => projectStandingWords, { nullable: true, description: 'How the project stands.' })
  readonly standing?: ProjectStanding | null;
  @Field(() => String, { nullable: true, description: 'What it says.' })
  readonly text?: string | null;
  @Field(() => String, { nullable: true, description: 'What has departed from the plan.' })
  readonly deviations?: string | null;
  @Field(() => Int, {
    nullable: true,
    description: 'The version the edit was made from; null for a report that is new.',
  })
  readonly expectedVersion?: number | null;
}

@ObjectType({ description: 'The report was saved.' })
export class ProjectReportSaved {
  @Field(() => ProjectReport, { description: 'The report as it now is.' })
  readonly report: ProjectReport;
}

export const SaveProjectReportPayload = outcomeOf(
  'SaveProjectReportPayload',
  'The report that was saved, or why not.',
  ProjectReportSaved,
);

@ObjectType({ description: 'A report that should have come and has not.' })
export class OverdueReport {
  @Field(() => ID, { description: 'The report.' })
  readonly reportId: string;
  @Field(() => ID, { description: 'The application of the project.' })
  readonly applicationId: string;
  @Field(() => Day, { description: 'When it was due.' })
  readonly dueDate: string;
  @Field(() => Int, { description: 'Days since.' })
  readonly daysLate: number;
}
