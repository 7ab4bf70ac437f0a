import type { OwnerGroup } from '../owner-group';

/** What of a portfolio and a call may need somebody's attention, each as the ids it rests on. */
export interface AttentionFigures {
  /** Years whose payments exceed the frame. */
  readonly yearsOverFrame: readonly number[];
  /** Chosen applications that the rules or a person stop. */
  readonly stoppedIds: readonly string[];
  /** Priorities of the strategy that no chosen project answers. */
  readonly uncoveredPriorityIds: readonly string[];
  /** Municipalities without any money of the portfolio. */
  readonly municipalitiesWithout: readonly string[];
  /** Chosen projects whose result may end when they do. */
  readonly atRiskIds: readonly string[];
  /** Chosen projects with a report that has not come in time. */
  readonly overdueIds: readonly string[];
  /** Needs, gaps and recommendations of the plan that no chosen project answers. */
  readonly uncoveredPlanIds: readonly string[];
  /** Municipalities that had too little time before the call closed. */
  readonly shortLeadTimes: readonly string[];
  /** Chosen projects that are late by their last report. */
  readonly lateIds: readonly string[];
  /** Each year's share to each owner group, 0–1, the first year first; years without money left out. */
  readonly ownerShares: readonly { readonly year: number; readonly shares: Readonly<Record<OwnerGroup, number>> }[];
}

/** The screen that has the rows. */
export const attentionScreens = ['envelope', 'applications', 'overview', 'follow_up', 'horizon'] as const;
export type AttentionScreen = (typeof attentionScreens)[number];

export interface AttentionItem {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number | readonly string[]>>;
  readonly screen: AttentionScreen;
  /** The applications it rests on; none where it is about something else. */
  readonly applicationIds: readonly string[];
}

/** Years in a row that make a rise worth saying. */
const yearsOfRise = 3;

/**
 * What needs attention, the gravest first.
 *
 * Rule    The order is fixed and stated: money that does not exist; projects that may not go on; the strategy; municipalities left
 *         out; results that end; reports that do not come; the region's own share having risen at least three years in a row; the
 *         plan; lead times; late projects. Only what holds is listed, each with the rows it rests on.
 * Edges   Nothing holds: []. The reader may show the first few: what is left is still in the list.
 * @example attention({ ...nothing, overdueIds: ['A'] }) // => [{ code: 'attention-reports-overdue', … }]
 */
export function attention(figures: AttentionFigures): readonly AttentionItem[] {
  const about = (code: string, ids: readonly string[], screen: AttentionScreen): readonly AttentionItem[] =>
    ids.length === 0 ? [] : [{ code, params: { count: ids.length }, screen, applicationIds: [...ids].sort() }];
  const named = (code: string, names: readonly string[], screen: AttentionScreen): readonly AttentionItem[] =>
    names.length === 0 ? [] : [{ code, params: { count: names.length, names }, screen, applicationIds: [] }];
  return [
    ...named('attention-over-frame', figures.yearsOverFrame.map(String), 'envelope'),
    ...about('attention-stopped', figures.stoppedIds, 'applications'),
    ...named('attention-priorities-uncovered', figures.uncoveredPriorityIds, 'overview'),
    ...named('attention-municipalities-without', figures.municipalitiesWithout, 'overview'),
    ...about('attention-results-at-risk', figures.atRiskIds, 'follow_up'),
    ...about('attention-reports-overdue', figures.overdueIds, 'follow_up'),
    ...ownShareRise(figures.ownerShares),
    ...named('attention-plan-uncovered', figures.uncoveredPlanIds, 'overview'),
    ...named('attention-lead-time-short', figures.shortLeadTimes, 'horizon'),
    ...about('attention-projects-late', figures.lateIds, 'follow_up'),
  ];
}

function ownShareRise(years: AttentionFigures['ownerShares']): readonly AttentionItem[] {
  let start = years.length - 1;
  while (start > 0 && years[start]!.shares.region_own > years[start - 1]!.shares.region_own) start -= 1;
  const [first, last] = [years[start], years.at(-1)];
  if (!first || !last || years.length - 1 - start < yearsOfRise) return [];
  // One decimal, as shares are written everywhere.
  const percent = (share: number) => Math.round(share * 1000) / 10;
  const params = {
    from: first.year,
    to: last.year,
    fromPercent: percent(first.shares.region_own),
    toPercent: percent(last.shares.region_own),
  };
  return [{ code: 'attention-own-share-rises', params, screen: 'envelope', applicationIds: [] }];
}
