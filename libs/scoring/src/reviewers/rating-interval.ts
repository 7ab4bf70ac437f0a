import type { AggregatedRating } from './aggregate-ratings';

/**
 * What a rating could have been, by what the reviewers disagree on and have not said.
 *
 * - `mean_without_one`: between the means when any one of the reviewers is left out.
 * - `reviewer_range`: between the lowest and the highest of the reviewers.
 */
export const ratingIntervalRules = ['mean_without_one', 'reviewer_range'] as const;
export type RatingIntervalRule = (typeof ratingIntervalRules)[number];

/**
 * The interval in which a rating lies by a rule, in the units of the scale.
 *
 * Rule    A rating that a reviewer still owes can be anything on the scale: it stands at the lower end for the lowest and at the
 *         upper end for the highest. The aggregated rating itself always lies within, whatever aggregates it.
 * Edges   Nobody has rated: the whole scale. One reviewer in all: the point, for the mean without that reviewer is not known.
 *         "Cannot judge" and conflicts of interest are no missing ratings.
 * @example ratingInterval({ value: 4, counted: [{ reviewerId: 'a', rating: 3 }, { reviewerId: 'b', rating: 5 }], missing: [] }, { scaleMin: 1, scaleMax: 5 }, 'reviewer_range') // => { low: 3, high: 5 }
 */
export function ratingInterval(
  { value, counted, missing }: Pick<AggregatedRating, 'value' | 'counted' | 'missing'>,
  { scaleMin, scaleMax }: { readonly scaleMin: number; readonly scaleMax: number },
  rule: RatingIntervalRule,
): { readonly low: number; readonly high: number } {
  if (counted.length === 0 || value === null) return { low: scaleMin, high: scaleMax };
  const given = counted.map(({ rating }) => rating);
  const lowest = [...given, ...missing.map(() => scaleMin)];
  const highest = [...given, ...missing.map(() => scaleMax)];
  const [low, high] =
    rule === 'reviewer_range'
      ? [Math.min(...lowest), Math.max(...highest)]
      : [meanWithout(lowest, Math.max(...lowest)), meanWithout(highest, Math.min(...highest))];
  return { low: Math.min(low, value), high: Math.max(high, value) };
}

function meanWithout(ratings: readonly number[], one: number): number {
  if (ratings.length === 1) return one;
  return (ratings.reduce((sum, rating) => sum + rating, 0) - one) / (ratings.length - 1);
}
