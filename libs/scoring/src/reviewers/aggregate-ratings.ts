import { accept, at, refusal, refuse, type Refusal, type Result } from '@fordela/domain';
import { mean, median } from './numbers/summaries';

/** One reviewer's judgement of one thing. */
export interface Judgement {
  readonly reviewerId: string;
  /** Null: not (yet) given. */
  readonly rating: number | null;
  readonly cannotJudge: boolean;
  readonly conflictDeclared: boolean;
}

/** How several ratings become one. */
export const ratingAggregations = ['mean', 'median', 'trimmed-mean'] as const;
export type RatingAggregation = (typeof ratingAggregations)[number];

/** A rating outside the scale is never used: it refuses the computation, or is left out and reported. */
export const outOfScalePolicies = ['refuse', 'leave-out'] as const;
export type OutOfScalePolicy = (typeof outOfScalePolicies)[number];

export interface AggregationOptions {
  readonly aggregation: RatingAggregation;
  /** Share of the ratings taken away at each end by `trimmed-mean`, in [0, 0.5); disregarded by the others. */
  readonly trimShare: number;
  readonly scaleMin: number;
  readonly scaleMax: number;
  readonly outOfScale: OutOfScalePolicy;
}

/** The one rating, and what became of every judgement. The lists hold reviewer ids in the order given. */
export interface AggregatedRating {
  /** Null when no judgement counts: missing is not zero. */
  readonly value: number | null;
  readonly counted: readonly { readonly reviewerId: string; readonly rating: number }[];
  readonly missing: readonly string[];
  readonly cannotJudge: readonly string[];
  /** Declared a conflict of interest: left out whatever was rated. */
  readonly conflicted: readonly string[];
  readonly outOfScale: readonly { readonly reviewerId: string; readonly rating: number }[];
}

/**
 * The mean of what is left when floor(share × n) values are taken away at each end.
 * @example trimmedMean([1, 2, 3, 4, 100], 0.2) // => 3
 */
export function trimmedMean(values: readonly number[], share: number): number | null {
  const cut = Math.floor(share * values.length);
  const sorted = [...values].sort((a, b) => a - b);
  return mean(sorted.slice(cut, sorted.length - cut));
}

/** What is wrong with the options, as refusals; empty when nothing is. */
export function aggregationFaults(options: AggregationOptions): readonly Refusal[] {
  const faults: Refusal[] = [];
  if (!(options.scaleMin < options.scaleMax))
    faults.push(refusal('rating-scale-empty', [], { min: String(options.scaleMin), max: String(options.scaleMax) }));
  if (options.aggregation === 'trimmed-mean' && !(options.trimShare >= 0 && options.trimShare < 0.5))
    faults.push(refusal('trim-share-out-of-range', ['trimShare'], { share: String(options.trimShare) }));
  return faults;
}

/**
 * One rating out of several reviewers' judgements of the same thing.
 *
 * Rule    A declared conflict leaves the judgement out whatever it says; then "cannot judge"; then missing; then out of scale.
 *         What is left is aggregated. Equal judgements in another order give the same value up to rounding; `mean` adds in the
 *         order given.
 * Edges   Nothing left: value null.
 * Errors  Refusals: of the options; `rating-not-finite`; `rating-out-of-scale` for each one under `outOfScale: 'refuse'`.
 */
export function aggregateRatings(
  judgements: readonly Judgement[],
  options: AggregationOptions,
): Result<AggregatedRating> {
  const faults = [...aggregationFaults(options)];
  const counted: { reviewerId: string; rating: number }[] = [];
  const outOfScale: { reviewerId: string; rating: number }[] = [];
  const missing: string[] = [];
  const cannotJudge: string[] = [];
  const conflicted: string[] = [];
  judgements.forEach(({ reviewerId, rating, ...judgement }, index) => {
    if (judgement.conflictDeclared) conflicted.push(reviewerId);
    else if (judgement.cannotJudge) cannotJudge.push(reviewerId);
    else if (rating === null) missing.push(reviewerId);
    else if (!Number.isFinite(rating)) faults.push(refusal('rating-not-finite', [index], { value: String(rating) }));
    else if (rating < options.scaleMin || rating > options.scaleMax) {
      outOfScale.push({ reviewerId, rating });
      if (options.outOfScale === 'refuse')
        faults.push(
          refusal('rating-out-of-scale', [index], {
            reviewer: reviewerId,
            value: rating,
            min: options.scaleMin,
            max: options.scaleMax,
          }),
        );
    } else counted.push({ reviewerId, rating });
  });
  if (faults.length > 0) return refuse(faults);
  const ratings = counted.map((entry) => entry.rating);
  return accept({
    value: aggregated(ratings, options),
    counted,
    missing,
    cannotJudge,
    conflicted,
    outOfScale,
  });
}

function aggregated(ratings: readonly number[], options: AggregationOptions): number | null {
  if (ratings.length === 1) return at(ratings, 0);
  if (options.aggregation === 'mean') return mean(ratings);
  return options.aggregation === 'median' ? median(ratings) : trimmedMean(ratings, options.trimShare);
}
