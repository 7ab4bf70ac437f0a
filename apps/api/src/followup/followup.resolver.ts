import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Application } from '../call/application.types';
import { CallService } from '../call/call.service';
import type { Loaders } from '../platform/graphql/loaders';
import { Refused } from '../platform/graphql/refused.types';
import { AnnualReportService } from './annual-report.service';
import { AnnualReportArgs, AnnualReportPayload } from './annual-report.types';
import { Attainment } from './attainment.types';
import { FollowUpService } from './followup.service';
import { IndicatorService } from './indicator.service';
import { Indicator } from './indicator.types';
import {
  FollowUpArgs,
  FollowUpPayload,
  ResultAtRisk,
  ResultsAtRiskArgs,
  ResultsAtRiskPayload,
  SexStatisticsArgs,
  SexStatisticsPayload,
} from './views.types';

@Resolver(() => ResultAtRisk)
export class FollowUpResolver {
  constructor(
    private readonly followUps: FollowUpService,
    private readonly annualReports: AnnualReportService,
    private readonly calls: CallService,
  ) {}

  @Query(() => FollowUpPayload, {
    complexity: 500,
    description: 'How the projects of a portfolio stand: on track, late or closed, and results against promise.',
  })
  async followUp(@Args() args: FollowUpArgs) {
    const made = await this.followUps.followUp(args);
    return made.ok ? made.value : Refused.because(made.refusal);
  }

  @Query(() => ResultsAtRiskPayload, {
    complexity: 500,
    description: 'Results that may burn out when the project ends: no receiver, nobody who pays, or one person only.',
  })
  async resultsAtRisk(@Args() args: ResultsAtRiskArgs) {
    const made = await this.followUps.atRisk(args);
    return made.ok ? made.value : Refused.because(made.refusal);
  }

  @Query(() => SexStatisticsPayload, {
    complexity: 100,
    description: 'People by sex over the indicators that count them.',
  })
  async sexStatistics(@Args() args: SexStatisticsArgs) {
    const made = await this.followUps.sexStatistics(args);
    return made.ok ? made.value : Refused.because(made.refusal);
  }

  @Query(() => AnnualReportPayload, {
    complexity: 500,
    description:
      'An extract for the annual account of the regional development work, under the headings of 8 and 9 §§.',
  })
  async annualReport(@Args() args: AnnualReportArgs) {
    const made = await this.annualReports.of(args);
    return made.ok ? made.value : Refused.because(made.refusal);
  }

  @ResolveField(() => Application, { description: 'The application of the project.' })
  application(@Parent() { applicationId }: ResultAtRisk, @Context('loaders') loaders: Loaders) {
    return loaders.load(this.calls.application, applicationId);
  }
}

@Resolver(() => Attainment)
export class AttainmentResolver {
  constructor(private readonly indicators: IndicatorService) {}

  @ResolveField(() => Indicator, { description: 'The indicator.' })
  indicator(@Parent() { indicatorId }: Attainment, @Context('loaders') loaders: Loaders) {
    return loaders.load(this.indicators.indicator, indicatorId);
  }
}
