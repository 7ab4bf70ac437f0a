import type { Indicator, IndicatorResult } from './indicator';

export const attainmentStatuses = [
  'not_measurable',
  'no_result',
  'worse_than_baseline',
  'under_way',
  'reached',
] as const;
/** `not_measurable`: baseline or target is missing. `no_result`: nothing has been measured yet, which is not zero. */
export type AttainmentStatus = (typeof attainmentStatuses)[number];

export const indicatorParts = ['baseline', 'target', 'method', 'owner'] as const;
export type IndicatorPart = (typeof indicatorParts)[number];

/** How far an indicator has come on a day. */
export interface Attainment {
  readonly indicatorId: string;
  readonly status: AttainmentStatus;
  /** The value on the day: the latest, or the baseline and all that was added; null when nothing has been measured. */
  readonly value: number | null;
  /** The day it was last measured. */
  readonly measuredDate: string | null;
  /** The part of the way from baseline to target, 1 at the target. Not bounded: above 1 beyond it, negative when it got worse. */
  readonly share: number | null;
  /** The part of the time from baseline to target day that has gone, 0–1; null when a day is not stated. */
  readonly elapsedShare: number | null;
  /** True when the target day has passed and the target is not known to be reached. */
  readonly isOverdue: boolean;
  /** What the indicator lacks to be followed. */
  readonly missing: readonly IndicatorPart[];
}

/**
 * How far an indicator has come on a day: (value − baseline) / (target − baseline), which is right in both directions.
 *
 * Rule    Only results up to `asOf` count. `latest`: the value of the last of them. `sum`: baseline + all of them.
 * Edges   No result: null, not 0. Baseline or target not stated: no share, whatever was measured; a `sum` without a baseline has no
 *         value either.
 * Source  European Commission, SWD(2021) 198, section 3.3.5 (baselines, milestones and targets).
 * @example attainment({ ...indicator, baseline: 20, target: 10, direction: 'decrease' }, [measured('2027-05-01', 15)], '2027-12-31').share // => 0.5
 */
export function attainment(indicator: Indicator, results: readonly IndicatorResult[], asOf: string): Attainment {
  const { id, baseline, target, accumulation, direction } = indicator;
  const own = results
    .filter((result) => result.indicatorId === id && result.date <= asOf)
    .sort((a, b) => (a.date < b.date ? -1 : 1));
  const last = own.at(-1) ?? null;
  const value = last === null ? null : accumulation === 'latest' ? last.value : sumFrom(baseline, own);
  const share =
    value === null || baseline === null || target === null ? null : (value - baseline) / (target - baseline);
  const isReached = value !== null && target !== null && (direction === 'increase' ? value >= target : value <= target);
  const isMeasurable = baseline !== null && target !== null;
  const status = !isMeasurable
    ? 'not_measurable'
    : share === null
      ? 'no_result'
      : isReached
        ? 'reached'
        : share < 0
          ? 'worse_than_baseline'
          : 'under_way';
  return {
    indicatorId: id,
    status,
    value,
    measuredDate: last?.date ?? null,
    share,
    elapsedShare: elapsed(indicator, asOf),
    isOverdue: indicator.targetDate !== null && indicator.targetDate < asOf && !isReached,
    missing: indicatorParts.filter((part) => indicator[part === 'owner' ? 'ownerActorId' : part] === null),
  };
}

function sumFrom(baseline: number | null, results: readonly IndicatorResult[]): number | null {
  return baseline === null ? null : results.reduce((sum, result) => sum + result.value, baseline);
}

function elapsed({ baselineDate, targetDate }: Indicator, asOf: string): number | null {
  if (baselineDate === null || targetDate === null) return null;
  const [from, to, now] = [baselineDate, targetDate, asOf].map((day) => Date.parse(`${day}T00:00:00Z`)) as [
    number,
    number,
    number,
  ];
  return Math.min(1, Math.max(0, (now - from) / (to - from)));
}
