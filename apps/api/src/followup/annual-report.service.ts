import { Injectable } from '@nestjs/common';
import {
  accept,
  annualReport,
  areasOfSormlandStrategy,
  refusal,
  refuse,
  type AnnualArea,
  type Refusal,
  type Result,
} from '@fordela/domain';
import { annualSource, annualTexts, sentence } from '@fordela/wording';
import { BasisService } from '../steering/basis.service';
import { areaHeadings, type AnnualReport, type AnnualReportArgs, type PriorityAreaInput } from './annual-report.types';
import { IndicatorService, measured } from './indicator.service';
import { ProjectReportService } from './project-report.service';

const [first, last] = [2000, 2100];
const mostSmallest = 100;

/** The extract for the annual account, under the headings of the ordinance. */
@Injectable()
export class AnnualReportService {
  constructor(
    private readonly basis: BasisService,
    private readonly indicators: IndicatorService,
    private readonly reports: ProjectReportService,
  ) {}

  /** The extract of a basis and year. Refused for a scenario, year, count or priority that cannot be used. */
  async of({ year, smallestCount, areas, ...args }: AnnualReportArgs): Promise<Result<AnnualReport>> {
    const portfolio = await this.basis.of(args);
    if (!portfolio.ok) return portfolio;
    const { round, grants, basis } = portfolio.value;
    const priorities = new Set(round.strategyPriorities.map(({ id }) => id));
    const problems = [...numberRefusals(year, smallestCount), ...areaRefusals(areas ?? [], priorities)];
    if (problems.length > 0) return refuse(problems);
    const indicators = (await this.indicators.ofApplications(basis.applicationIds)).flat();
    const results = measured((await this.indicators.results(indicators.map(({ id }) => id))).flat());
    const reports = (await this.reports.ofApplications(basis.applicationIds)).flat();
    const sections = annualReport({
      round,
      grants,
      grantsAre: meanings[basis.kind],
      year,
      indicators,
      results,
      reports,
      areas: areas ? areasOf(areas) : areasOfSormlandStrategy,
      smallestCount,
    });
    const { citation, url, dueSv, dueEn } = annualSource;
    return accept({
      basis,
      year,
      citation,
      url,
      dueSv,
      dueEn,
      areasAreOurReading: !areas,
      sections: sections.map(({ figures, ...section }) => {
        const { place, sv: titleSv, en: titleEn } = annualTexts[section.heading];
        const worded = figures.map(({ code, params }) => ({
          code,
          params,
          messageSv: sentence(code, params, 'sv'),
          messageEn: sentence(code, params, 'en'),
        }));
        return { ...section, place, titleSv, titleEn, figures: worded };
      }),
    });
  }
}

const meanings = { all_applications: 'requested', scenario: 'proposed', decided: 'granted' } as const;

const areasOf = (areas: readonly PriorityAreaInput[]): Readonly<Record<string, AnnualArea>> =>
  Object.fromEntries(areas.map(({ priorityId, area }) => [priorityId, areaHeadings[area]]));

function numberRefusals(year: number, count: number): readonly Refusal[] {
  return [
    ...(year < first || year > last ? [refusal('year-not-possible', ['year'], { year, first, last })] : []),
    ...(count < 1 || count > mostSmallest
      ? [refusal('smallest-count', ['smallestCount'], { count, most: mostSmallest })]
      : []),
  ];
}

function areaRefusals(areas: readonly PriorityAreaInput[], priorities: ReadonlySet<string>): readonly Refusal[] {
  const ids = areas.map(({ priorityId }) => priorityId);
  return ids.flatMap((id, index) => [
    ...(priorities.has(id) ? [] : [refusal('priority-unknown', ['areas', index, 'priorityId'], { id })]),
    ...(ids.indexOf(id) === index ? [] : [refusal('listed-twice', ['areas', index, 'priorityId'], { item: id })]),
  ]);
}
