import type { Indicator, IndicatorResult } from './indicator';

/** People by sex, and how far the figures may be leaned on. */
export interface SexFigure {
  readonly women: number;
  readonly men: number;
  readonly notStated: number;
  readonly total: number;
  /** Women of those whose sex is stated, 0–1; null when they are fewer than the smallest count. */
  readonly shareWomen: number | null;
  /** True when the stated are fewer than the smallest count: no percentages then. */
  readonly isSmall: boolean;
  /** True when a group has someone but fewer than the smallest count: to publish it may point somebody out. */
  readonly hasSmallGroup: boolean;
}

export interface SexStatistics {
  readonly total: SexFigure;
  /** By application with a result, in order of case id. */
  readonly byApplication: readonly { readonly applicationId: string; readonly figure: SexFigure }[];
  /** By indicator that counts people; null when it has no result. In order of case id and indicator. */
  readonly byIndicator: readonly {
    readonly indicatorId: string;
    readonly applicationId: string;
    readonly figure: SexFigure | null;
  }[];
  /** Indicators that count people and have no result yet. */
  readonly withoutResult: number;
}

/**
 * People by sex over indicators that count them.
 *
 * Rule    Results up to `asOf`: the last of each indicator, or all of them where the indicator sums. What was there before (the
 *         baseline) is not in it: its sexes are not known.
 * Edges   The same person may be counted by several indicators: these are participations, not persons. Nothing measured: zeros in
 *         the total, null for the indicator.
 * Source  Förordning (2017:583) 16 §; the smallest count is the reader's own (the journeys ask for five).
 */
export function sexStatistics(
  indicators: readonly Indicator[],
  results: readonly IndicatorResult[],
  asOf: string,
  smallestCount: number,
): SexStatistics {
  const figureOf = (counts: readonly Counts[]) => figure(counts.reduce(plus, nobody), smallestCount);
  const counted = indicators
    .filter((indicator) => indicator.countsPeople)
    .map((indicator) => ({ indicator, counts: countsOf(indicator, results, asOf) }))
    .sort(
      (a, b) =>
        compare(a.indicator.applicationId, b.indicator.applicationId) || compare(a.indicator.id, b.indicator.id),
    );
  const measured = counted.flatMap(({ indicator, counts }) => (counts ? [{ indicator, counts }] : []));
  const applicationIds = [...new Set(measured.map(({ indicator }) => indicator.applicationId))];
  return {
    total: figureOf(measured.map(({ counts }) => counts)),
    byApplication: applicationIds.map((applicationId) => ({
      applicationId,
      figure: figureOf(
        measured.filter(({ indicator }) => indicator.applicationId === applicationId).map(({ counts }) => counts),
      ),
    })),
    byIndicator: counted.map(({ indicator, counts }) => ({
      indicatorId: indicator.id,
      applicationId: indicator.applicationId,
      figure: counts && figureOf([counts]),
    })),
    withoutResult: counted.length - measured.length,
  };
}

type Counts = Pick<SexFigure, 'women' | 'men' | 'notStated'>;
const nobody: Counts = { women: 0, men: 0, notStated: 0 };
const plus = (a: Counts, b: Counts): Counts => ({
  women: a.women + b.women,
  men: a.men + b.men,
  notStated: a.notStated + b.notStated,
});
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function countsOf({ id, accumulation }: Indicator, results: readonly IndicatorResult[], asOf: string): Counts | null {
  const own = results
    .filter((result) => result.indicatorId === id && result.date <= asOf)
    .sort((a, b) => compare(a.date, b.date));
  const counting = accumulation === 'latest' ? own.slice(-1) : own;
  if (counting.length === 0) return null;
  return counting
    .map(({ women, men, notStated }) => ({ women: women ?? 0, men: men ?? 0, notStated: notStated ?? 0 }))
    .reduce(plus, nobody);
}

function figure(counts: Counts, smallestCount: number): SexFigure {
  const stated = counts.women + counts.men;
  const isSmall = stated < smallestCount;
  return {
    ...counts,
    total: stated + counts.notStated,
    shareWomen: isSmall || stated === 0 ? null : counts.women / stated,
    isSmall,
    hasSmallGroup: Object.values(counts).some((count) => count > 0 && count < smallestCount),
  };
}
