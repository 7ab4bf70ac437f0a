import { at, invariant } from '@fordela/domain';
import { mean, median } from '../numbers/summaries';
import type { RatingTable } from './rating-table';

/** How far apart the reviewers of one unit are. Everything but `count` is null when there is nothing to measure. */
export interface Spread {
  readonly unit: number;
  readonly count: number;
  readonly mean: number | null;
  readonly median: number | null;
  readonly lowest: number | null;
  readonly highest: number | null;
  /** Highest − lowest; null below two ratings. */
  readonly range: number | null;
  /** Sample standard deviation (n − 1); null below two ratings. */
  readonly standardDeviation: number | null;
  /** Median distance from the median, not scaled to a standard deviation; null below two ratings. */
  readonly medianDeviation: number | null;
}

export const spreadMeasures = ['standard-deviation', 'range', 'median-deviation'] as const;
export type SpreadMeasure = (typeof spreadMeasures)[number];

/** The spread of each unit's ratings, in the order of the rows. Gaps are left out. */
export function spreadByUnit(table: RatingTable): readonly Spread[] {
  return table.map((row, unit) => {
    const ratings = row.filter((rating) => rating !== null);
    const several = ratings.length >= 2;
    const centre = mean(ratings);
    const middle = median(ratings);
    const lowest = ratings.length > 0 ? Math.min(...ratings) : null;
    const highest = ratings.length > 0 ? Math.max(...ratings) : null;
    const squares = ratings.reduce((sum, rating) => sum + (rating - (centre ?? 0)) ** 2, 0);
    return {
      unit,
      count: ratings.length,
      mean: centre,
      median: middle,
      lowest,
      highest,
      range: several ? (highest as number) - (lowest as number) : null,
      standardDeviation: several ? Math.sqrt(squares / (ratings.length - 1)) : null,
      medianDeviation: several ? median(ratings.map((rating) => Math.abs(rating - (middle as number)))) : null,
    };
  });
}

const measured = (spread: Spread, by: SpreadMeasure): number | null =>
  by === 'range' ? spread.range : by === 'standard-deviation' ? spread.standardDeviation : spread.medianDeviation;

/**
 * Units from most to least contested.
 *
 * Shapes  ids: one per row, the last tie-break (ascending). Units with fewer than two ratings come last, in id order.
 * @example disagreementOrder(spreadByUnit([[3, 3], [1, 5]]), ['a', 'b'], 'range') // => [1, 0]
 */
export function disagreementOrder(
  spreads: readonly Spread[],
  ids: readonly string[],
  by: SpreadMeasure,
): readonly number[] {
  invariant(spreads.length === ids.length, `${spreads.length} spreads for ${ids.length} ids`);
  return spreads
    .map((spread, index) => ({ index, size: measured(spread, by), id: at(ids, index) }))
    .sort((a, b) => (b.size ?? -1) - (a.size ?? -1) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
    .map((entry) => entry.index);
}
