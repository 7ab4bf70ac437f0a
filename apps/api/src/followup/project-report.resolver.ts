import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Application } from '../call/application.types';
import { CallService } from '../call/call.service';
import type { Loaders } from '../platform/graphql/loaders';
import { Refused } from '../platform/graphql/refused.types';
import { Day } from '../platform/graphql/scalars';
import { ProjectReportService } from './project-report.service';
import { OverdueReport, ProjectReport, ProjectReportInput, SaveProjectReportPayload } from './project-report.types';

@Resolver(() => OverdueReport)
export class OverdueReportResolver {
  constructor(
    private readonly reports: ProjectReportService,
    private readonly calls: CallService,
  ) {}

  @Query(() => [OverdueReport], { description: 'Reports that should have come and have not, the latest first.' })
  overdueReports(
    @Args('callId', { type: () => ID, nullable: true, description: 'One call; all when left out.' })
    callId: string | null,
    @Args('asOf', { type: () => Day, nullable: true, description: 'The day; today when left out.' })
    asOf: string | null,
  ) {
    return this.reports.overdue(callId ?? null, asOf ?? null);
  }

  @Mutation(() => SaveProjectReportPayload, {
    description: 'Saves a report a project owes, or what it said when it came.',
  })
  async saveProjectReport(@Args('input', { description: 'The report.' }) input: ProjectReportInput) {
    const saved = await this.reports.save(input);
    return saved.ok ? { report: saved.value } : Refused.because(saved.refusal);
  }

  @ResolveField(() => ProjectReport, { description: 'The report.' })
  report(@Parent() { reportId }: OverdueReport, @Context('loaders') loaders: Loaders) {
    return loaders.load(this.reports.report, reportId);
  }

  @ResolveField(() => Application, { description: 'The application of the project.' })
  application(@Parent() { applicationId }: OverdueReport, @Context('loaders') loaders: Loaders) {
    return loaders.load(this.calls.application, applicationId);
  }
}

@Resolver(() => Application)
export class ApplicationReportsResolver {
  constructor(private readonly reports: ProjectReportService) {}

  @ResolveField(() => [ProjectReport], { description: 'The reports the project owes or has made, by period.' })
  projectReports(@Parent() { id }: Application, @Context('loaders') loaders: Loaders) {
    return loaders.load(this.reports.ofApplications, id);
  }
}
