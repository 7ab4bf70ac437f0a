import { Injectable } from '@nestjs/common';
import {
  accept,
  attainment,
  overdueReports,
  refusal,
  refuse,
  resultsAtRisk,
  sexStatistics,
  standingOn,
  type Result,
} from '@fordela/domain';
import { sentence } from '@fordela/wording';
import { Clock } from '../platform/clock';
import { dayOf } from '../platform/day';
import { BasisService, type ChosenPortfolio } from '../steering/basis.service';
import { HandoverService } from './handover.service';
import { IndicatorService, measured } from './indicator.service';
import type { Indicator } from './indicator.types';
import { ProjectReportService } from './project-report.service';
import type {
  FollowUp,
  FollowUpArgs,
  FollowUpCounts,
  ProjectFollowUp,
  ResultsAtRisk,
  ResultsAtRiskArgs,
  SexStatistics,
  SexStatisticsArgs,
} from './views.types';

/** The most people a reader may call few. */
const mostSmallest = 100;

/** How projects stand, what may burn out, and who takes part. */
@Injectable()
export class FollowUpService {
  constructor(
    private readonly basis: BasisService,
    private readonly indicators: IndicatorService,
    private readonly reports: ProjectReportService,
    private readonly handovers: HandoverService,
    private readonly clock: Clock,
  ) {}

  /** How the projects of a basis stand on a day. Refused for a scenario that cannot be used. */
  async followUp({ asOf, ...args }: FollowUpArgs): Promise<Result<FollowUp>> {
    const portfolio = await this.basis.of(args);
    if (!portfolio.ok) return portfolio;
    const day = asOf ?? dayOf(this.clock.now());
    const projects = await this.projects(portfolio.value, day);
    return accept({ basis: portfolio.value.basis, asOf: day, counts: countsOf(projects), projects });
  }

  /** Results of a basis that may burn out, with the reasons. */
  async atRisk({ projectTypes, ...args }: ResultsAtRiskArgs): Promise<Result<ResultsAtRisk>> {
    const portfolio = await this.basis.of(args);
    if (!portfolio.ok) return portfolio;
    const { round, grants, basis } = portfolio.value;
    const chosen = round.applications.filter(({ id }) => grants.has(id));
    const handovers = await this.handovers.handover(chosen.map(({ id }) => id));
    const known = handovers.filter((handover) => handover !== null);
    const results = resultsAtRisk(chosen, known, round.actors, projectTypes).map((result) => ({
      ...result,
      reasons: result.reasons.map((reason) => ({
        ...reason,
        messageSv: sentence(reason.code, reason.params, 'sv'),
        messageEn: sentence(reason.code, reason.params, 'en'),
      })),
    }));
    return accept({
      basis,
      projects: chosen.filter(({ project }) => projectTypes.includes(project.projectType)).length,
      atRisk: results.filter(({ isAtRisk }) => isAtRisk).length,
      results,
    });
  }

  /** People by sex in one call or all. */
  async sexStatistics({ callId, asOf, smallestCount }: SexStatisticsArgs): Promise<Result<SexStatistics>> {
    if (smallestCount < 1 || smallestCount > mostSmallest)
      return refuse([refusal('smallest-count', ['smallestCount'], { count: smallestCount, most: mostSmallest })]);
    const day = asOf ?? dayOf(this.clock.now());
    const indicators = await this.indicators.ofCall(callId ?? null);
    const results = await this.resultsOf(indicators);
    return accept({ asOf: day, ...sexStatistics(indicators, results, day, smallestCount) });
  }

  private async resultsOf(indicators: readonly Indicator[]) {
    return measured((await this.indicators.results(indicators.map(({ id }) => id))).flat());
  }

  private async projects({ round, grants }: ChosenPortfolio, day: string): Promise<readonly ProjectFollowUp[]> {
    const chosen = round.applications.filter(({ id }) => grants.has(id));
    const ids = chosen.map(({ id }) => id);
    const indicators = await this.indicators.ofApplications(ids);
    const results = await this.resultsOf(indicators.flat());
    const reports = await this.reports.ofApplications(ids);
    return chosen.map(({ id, project }, index): ProjectFollowUp => {
      const last = standingOn(reports[index]!, day);
      return {
        applicationId: id,
        title: project.title,
        standing: last?.standing ?? null,
        reportId: last?.id ?? null,
        overdueReports: overdueReports(reports[index]!, day).length,
        attainments: indicators[index]!.map((indicator) => attainment(indicator, results, day)),
      };
    });
  }
}

function countsOf(projects: readonly ProjectFollowUp[]): FollowUpCounts {
  const attainments = projects.flatMap((project) => project.attainments);
  const standing = (of: ProjectFollowUp['standing']) => projects.filter((project) => project.standing === of).length;
  const status = (of: string) => attainments.filter((item) => item.status === of).length;
  return {
    onTrack: standing('on_track'),
    late: standing('late'),
    closed: standing('closed'),
    withoutReport: standing(null),
    overdueReports: projects.reduce((sum, project) => sum + project.overdueReports, 0),
    indicators: attainments.length,
    measured: attainments.filter(({ measuredDate }) => measuredDate !== null).length,
    reached: status('reached'),
    notMeasurable: status('not_measurable'),
    withoutIndicator: projects.filter((project) => project.attainments.length === 0).length,
  };
}
