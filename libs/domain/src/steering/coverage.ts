import { sumSek, type Sek } from '../money';
import { cyclePhases, type Application, type CyclePhase, type Round } from '../round';

/** The report's needs, gaps and recommendations, as data. Ids as the projects are tagged with them. */
export interface ReportFrame {
  /** The document it is read from. */
  readonly source: string;
  readonly needs: readonly {
    readonly id: string;
    readonly kind: 'structural' | 'competence' | 'resource';
    readonly nameSv: string;
    readonly phases: readonly CyclePhase[];
    /** Where in the document; null when it does not say. */
    readonly reference: string | null;
  }[];
  readonly gaps: readonly {
    readonly id: string;
    readonly nameSv: string;
    /** The document's answer to the gap; null when it has none. */
    readonly answerSv: string | null;
  }[];
  readonly recommendations: readonly {
    readonly id: string;
    readonly nameSv: string;
    readonly gapIds: readonly string[];
  }[];
  /** Ids of the recommendations the report puts first. */
  readonly topRecommendationIds: readonly string[];
}

export const coverageKinds = ['need', 'gap', 'recommendation', 'priority'] as const;
export type CoverageKind = (typeof coverageKinds)[number];

/** One thing the plan asks for, and what the chosen projects do about it. */
export interface CoveredItem {
  readonly kind: CoverageKind;
  readonly id: string;
  readonly nameSv: string;
  /** Chosen applications that say they answer it, sorted. */
  readonly applicationIds: readonly string[];
  /** Their grants together. A project that answers several things counts in full for each: the sums may not be added up. */
  readonly grantSek: Sek;
  /** Applications not chosen that would answer it, sorted: what there is to choose from. */
  readonly otherApplicationIds: readonly string[];
}

export interface NeedInPhase {
  readonly needId: string;
  readonly cyclePhase: CyclePhase;
  /** False where the report sees no need: a cell outside the heat map. */
  readonly isNeeded: boolean;
  /** Chosen projects with the need and with cost in the phase, sorted. */
  readonly applicationIds: readonly string[];
}

export interface Coverage {
  readonly items: readonly CoveredItem[];
  /** Ids by kind of what no chosen project answers. */
  readonly uncovered: Readonly<Record<CoverageKind, readonly string[]>>;
  readonly needsByPhase: readonly NeedInPhase[];
  /** Tags on projects that the plan does not know, e.g. from another report. */
  readonly unknownTags: readonly {
    readonly kind: CoverageKind;
    readonly id: string;
    readonly applicationIds: readonly string[];
  }[];
}

/**
 * What of the plan a set of projects answers: needs, gaps, recommendations and strategy priorities, with the money behind each.
 *
 * Shapes  `grants`: kronor by the id of every chosen application. Items in the plan's order.
 * Edges   Projects are tagged by their applicants or officers; a tag says that the project means to answer, not that it will.
 */
export function coverage(round: Round, frame: ReportFrame, grants: ReadonlyMap<string, Sek>): Coverage {
  const wanted: readonly { readonly kind: CoverageKind; readonly id: string; readonly nameSv: string }[] = [
    ...frame.needs.map(({ id, nameSv }) => ({ kind: 'need' as const, id, nameSv })),
    ...frame.gaps.map(({ id, nameSv }) => ({ kind: 'gap' as const, id, nameSv })),
    ...frame.recommendations.map(({ id, nameSv }) => ({ kind: 'recommendation' as const, id, nameSv })),
    ...round.strategyPriorities.map(({ id, nameSv }) => ({ kind: 'priority' as const, id, nameSv })),
  ];
  const answering = (kind: CoverageKind, id: string) =>
    round.applications.filter((application) => tagsOf(application)[kind].includes(id));
  const items = wanted.map(({ kind, id, nameSv }): CoveredItem => {
    const all = answering(kind, id)
      .map((application) => application.id)
      .sort();
    const chosen = all.filter((applicationId) => grants.has(applicationId));
    return {
      kind,
      id,
      nameSv,
      applicationIds: chosen,
      grantSek: sumSek(chosen.map((applicationId) => grants.get(applicationId) ?? 0)),
      otherApplicationIds: all.filter((applicationId) => !grants.has(applicationId)),
    };
  });
  const uncovered = (kind: CoverageKind) =>
    items.filter((item) => item.kind === kind && item.applicationIds.length === 0).map((item) => item.id);
  return {
    items,
    uncovered: {
      need: uncovered('need'),
      gap: uncovered('gap'),
      recommendation: uncovered('recommendation'),
      priority: uncovered('priority'),
    },
    needsByPhase: frame.needs.flatMap((need) =>
      cyclePhases.map((cyclePhase) => ({
        needId: need.id,
        cyclePhase,
        isNeeded: need.phases.includes(cyclePhase),
        applicationIds: answering('need', need.id)
          .filter((application) => grants.has(application.id) && hasCostIn(application, cyclePhase))
          .map((application) => application.id)
          .sort(),
      })),
    ),
    unknownTags: unknownTags(round, wanted),
  };
}

function tagsOf({ project }: Application): Readonly<Record<CoverageKind, readonly string[]>> {
  return {
    need: project.needIds,
    gap: project.gapIds,
    recommendation: project.recommendationIds,
    priority: project.strategyPriorityId === null ? [] : [project.strategyPriorityId],
  };
}

function hasCostIn({ project }: Application, cyclePhase: CyclePhase): boolean {
  return project.phases.some(
    (phase) => phase.cyclePhase === cyclePhase && phase.costs.some((entry) => entry.amountSek > 0),
  );
}

function unknownTags(
  round: Round,
  wanted: readonly { readonly kind: CoverageKind; readonly id: string }[],
): Coverage['unknownTags'] {
  const known = new Set(wanted.map((item) => `${item.kind} ${item.id}`));
  return coverageKinds.flatMap((kind) => {
    const tags = new Map<string, string[]>();
    for (const application of round.applications)
      for (const id of tagsOf(application)[kind])
        if (!known.has(`${kind} ${id}`)) tags.set(id, [...(tags.get(id) ?? []), application.id]);
    return [...tags.keys()].sort().map((id) => ({ kind, id, applicationIds: (tags.get(id) as string[]).sort() }));
  });
}
