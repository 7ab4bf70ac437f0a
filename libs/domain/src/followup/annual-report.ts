import { splitByLargestRemainder, sumSek, sumYears, type Sek } from '../money';
import type { Params } from '../result';
import type { Application, Round } from '../round';
import { annualHeadings, type AnnualArea, type AnnualHeading } from './annual-headings';
import { attainment, type Attainment } from './attainment';
import type { Indicator, IndicatorResult, Perspective } from './indicator';
import { overdueReports, standingOn, type ProjectReport } from './project-report';
import { sexStatistics } from './sex-statistics';

/** A figure of the extract, for a sentence. */
export interface AnnualFigure {
  readonly code: string;
  readonly params: Params;
}

/** What there is in the data under one heading. */
export interface AnnualSection {
  readonly heading: AnnualHeading;
  readonly figures: readonly AnnualFigure[];
  /** Applications the figures rest on, sorted. */
  readonly applicationIds: readonly string[];
  /** Indicators that belong here, as they stood on the last day of the year. */
  readonly attainments: readonly Attainment[];
}

export const grantMeanings = ['requested', 'proposed', 'granted'] as const;
/** What the kronor of the extract are: asked for, proposed in a scenario, or granted by decision. Stands in every sentence on money. */
export type GrantMeaning = (typeof grantMeanings)[number];

/** What the extract is made from. */
export interface AnnualInput {
  readonly round: Round;
  /** Kronor by the id of every application counted. */
  readonly grants: ReadonlyMap<string, Sek>;
  readonly grantsAre: GrantMeaning;
  readonly year: number;
  readonly indicators: readonly Indicator[];
  readonly results: readonly IndicatorResult[];
  readonly reports: readonly ProjectReport[];
  /** Under which area each priority of the strategy falls. */
  readonly areas: Readonly<Record<string, AnnualArea>>;
  /** Fewer people than this: no percentages. */
  readonly smallestCount: number;
}

const sustainability: readonly Perspective[] = ['economic', 'social', 'environmental'];
const horizontal: readonly Perspective[] = ['gender_equality', 'integration', 'environmental', 'climate'];
const transition: readonly Perspective[] = ['environmental', 'climate'];

/**
 * What the data hold for the annual account under the headings of 8 and 9 §§: figures and the rows they rest on. How the efforts have
 * contributed is for people to write; the figures say where to begin, and what is missing.
 *
 * Shapes  One section per heading, in the ordinance's order.
 * Rule    Indicators and reports as they stood on 31 December of the year. A grant is divided equally over the municipalities served,
 *         to the krona.
 * Edges   A heading about which nothing is known has figures of zero projects, and says so.
 * Source  Förordning (2024:99) om resultatredovisning av det regionala utvecklingsarbetet, 8 and 9 §§, in force 2024-04-01.
 */
export function annualReport(input: AnnualInput): readonly AnnualSection[] {
  const chosen = input.round.applications.filter(({ id }) => input.grants.has(id));
  const asOf = `${String(input.year).padStart(4, '0')}-12-31`;
  const ids = new Set(chosen.map(({ id }) => id));
  const indicators = input.indicators.filter(({ applicationId }) => ids.has(applicationId));
  const state: State = { ...input, chosen, indicators, asOf };
  return annualHeadings.map((heading) => ({ heading, ...sectionOf(heading, state) }));
}

interface State extends AnnualInput {
  readonly chosen: readonly Application[];
  readonly asOf: string;
}
type Content = Omit<AnnualSection, 'heading'>;

function sectionOf(heading: AnnualHeading, state: State): Content {
  switch (heading) {
    case '8-1a':
    case '8-1b':
    case '8-1c':
    case '8-1d':
      return areaSection(heading, state);
    case '8-2':
      return perspectiveSection(sustainability, state, []);
    case '9-2':
      return perspectiveSection(sustainability, state, criteriaFigures(state));
    case '8-3':
    case '9-3':
      return territorySection(state);
    case '9-1':
      return decisionSection(state);
    case '9-4':
      return perspectiveSection(horizontal, state, sexFigures(state));
    case '8-transition':
    case '9-transition':
      return perspectiveSection(transition, state, []);
  }
}

function areaSection(area: AnnualArea, state: State): Content {
  const own = state.chosen.filter(({ project }) => {
    const priority = project.strategyPriorityId;
    return priority !== null && state.areas[priority] === area;
  });
  const priorities = state.round.strategyPriorities.filter(({ id }) => state.areas[id] === area).map(({ id }) => id);
  return {
    figures: [{ code: 'annual-priorities', params: { priorities } }, ...projectFigures(own, state)],
    applicationIds: own.map(({ id }) => id),
    attainments: attainmentsOf(own, state),
  };
}

function projectFigures(own: readonly Application[], state: State): readonly AnnualFigure[] {
  const attainments = attainmentsOf(own, state);
  const measured = new Set(state.indicators.map(({ applicationId }) => applicationId));
  return [
    {
      code: 'annual-projects',
      params: {
        count: own.length,
        money: state.grantsAre,
        grant: sumSek(own.map(({ id }) => state.grants.get(id) as Sek)),
        cost: sumSek(own.map(({ project }) => project.totalCostSek)),
      },
    },
    {
      code: 'annual-indicators',
      params: {
        indicators: attainments.length,
        measured: attainments.filter(({ measuredDate }) => measuredDate !== null).length,
        reached: attainments.filter(({ status }) => status === 'reached').length,
        without: own.filter(({ id }) => !measured.has(id)).length,
      },
    },
  ];
}

const attainmentsOf = (own: readonly Application[], state: State): readonly Attainment[] => {
  const ids = new Set(own.map(({ id }) => id));
  return state.indicators
    .filter(({ applicationId }) => ids.has(applicationId))
    .map((indicator) => attainment(indicator, state.results, state.asOf));
};

/** What the indicators say of each perspective: a project is in it when one of its indicators is marked with it. */
function perspectiveSection(list: readonly Perspective[], state: State, first: readonly AnnualFigure[]): Content {
  const marked = (perspective: Perspective) =>
    state.indicators.filter((item) => item.perspectives.includes(perspective));
  const all = state.indicators.filter((item) => list.some((perspective) => item.perspectives.includes(perspective)));
  return {
    figures: [
      ...first,
      ...list.map((perspective) => {
        const own = marked(perspective).map((indicator) => attainment(indicator, state.results, state.asOf));
        return {
          code: 'annual-perspective',
          params: {
            perspective,
            indicators: own.length,
            projects: new Set(marked(perspective).map(({ applicationId }) => applicationId)).size,
            measured: own.filter(({ measuredDate }) => measuredDate !== null).length,
            reached: own.filter(({ status }) => status === 'reached').length,
          },
        };
      }),
    ],
    applicationIds: [...new Set(all.map(({ applicationId }) => applicationId))].sort(),
    attainments: all.map((indicator) => attainment(indicator, state.results, state.asOf)),
  };
}

/** The criteria the applications were judged by, the heaviest first, with their part of the weight. */
function criteriaFigures({ round: { criteria } }: State): readonly AnnualFigure[] {
  const total = criteria.reduce((sum, { weight }) => sum + weight, 0);
  if (!(total > 0)) return [];
  return [...criteria]
    .sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1))
    .map(({ nameSv, nameEn, weight }) => ({
      code: 'annual-criterion',
      params: { nameSv, nameEn, percent: Math.round((weight / total) * 1000) / 10 },
    }));
}

function territorySection({ round: { municipalities }, chosen, grants, grantsAre }: State): Content {
  const codes = new Set(municipalities.map(({ code }) => code));
  const money = new Map<string, Sek>();
  let elsewhere = 0;
  for (const { id, project } of chosen) {
    const served = [...new Set(project.municipalityCodes)].filter((code) => codes.has(code));
    const grant = grants.get(id) as Sek;
    if (served.length === 0) elsewhere += grant;
    else
      splitByLargestRemainder(
        grant,
        served.map(() => 1),
      ).forEach((amount, index) => {
        const code = served[index] as string;
        money.set(code, (money.get(code) ?? 0) + amount);
      });
  }
  const small = municipalities.filter(({ sizeClass }) => sizeClass === 'small');
  const reached = (list: typeof municipalities) => list.filter(({ code }) => (money.get(code) ?? 0) > 0).length;
  return {
    figures: [
      {
        code: 'annual-territory',
        params: {
          money: grantsAre,
          reached: reached(municipalities),
          of: municipalities.length,
          small: reached(small),
          ofSmall: small.length,
          smallGrant: sumSek(small.map(({ code }) => money.get(code) ?? 0)),
        },
      },
      ...municipalities.map(({ code, name, population }) => ({
        code: 'annual-municipality',
        params: {
          municipality: name,
          grant: money.get(code) ?? 0,
          perInhabitant: population > 0 ? Math.round((money.get(code) ?? 0) / population) : null,
        },
      })),
      ...(elsewhere > 0 ? [{ code: 'annual-no-municipality', params: { grant: elsewhere } }] : []),
    ],
    applicationIds: chosen.map(({ id }) => id),
    attainments: [],
  };
}

function decisionSection(state: State): Content {
  const { round, chosen, grants, reports, asOf } = state;
  const own = (id: string) => reports.filter(({ applicationId }) => applicationId === id);
  const standings = chosen.map(({ id }) => standingOn(own(id), asOf)?.standing ?? null);
  const early = chosen.map(({ id, project }) => {
    const total = sumYears(project.phases.flatMap(({ costs }) => costs));
    const first = sumYears(
      project.phases
        .filter(({ cyclePhase }) => cyclePhase === 'foresight_idea' || cyclePhase === 'application')
        .flatMap(({ costs }) => costs),
    );
    return total > 0 ? splitByLargestRemainder(grants.get(id) as Sek, [first, total - first])[0]! : 0;
  });
  const ids = new Set(chosen.map(({ id }) => id));
  const count = (standing: string | null) => standings.filter((item) => item === standing).length;
  return {
    figures: [
      {
        code: 'annual-decisions',
        params: {
          count: chosen.length,
          money: state.grantsAre,
          of: round.applications.length,
          grant: sumSek(grants.values()),
          requested: sumSek(round.applications.map(({ requestedSek }) => requestedSek)),
        },
      },
      { code: 'annual-early-phases', params: { money: state.grantsAre, grant: sumSek(early) } },
      ...projectFigures(chosen, state),
      {
        code: 'annual-standings',
        params: {
          onTrack: count('on_track'),
          late: count('late'),
          closed: count('closed'),
          without: count(null),
          overdue: overdueReports(reports, asOf).filter(({ applicationId }) => ids.has(applicationId)).length,
        },
      },
    ],
    applicationIds: chosen.map(({ id }) => id),
    attainments: attainmentsOf(chosen, state),
  };
}

function sexFigures({ indicators, results, asOf, smallestCount }: State): readonly AnnualFigure[] {
  const { total, withoutResult } = sexStatistics(indicators, results, asOf, smallestCount);
  const { women, men, notStated, shareWomen } = total;
  const percent = shareWomen === null ? null : Math.round(shareWomen * 1000) / 10;
  return [
    {
      code: 'annual-people',
      params: { women, men, notStated, percent, smallest: smallestCount, without: withoutResult },
    },
    { code: 'annual-company-support', params: {} },
  ];
}
