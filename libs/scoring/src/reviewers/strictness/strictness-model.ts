import { accept, at, refusal, refuse, type Result } from '@fordela/domain';
import { compareIds, rankBy } from '../../methods/common/ranks';
import { ratingTableFaults, type RatingTable } from '../agreement/rating-table';
import { mean } from '../numbers/summaries';
import { ratingComponents } from './connected-components';
import { crossedData } from './crossed-algebra';
import { crossedFit, type VarianceEstimator } from './crossed-effects';
import { bestVarianceRatios, largestRatio } from './variance-ratios';

export interface StrictnessOptions {
  readonly estimator: VarianceEstimator;
  /** A reviewer with fewer ratings than this is not adjusted for, however far off. */
  readonly minimumRatings: number;
  /** Parts of the ratings that no reviewer links: refuse them, or fit all the same and name the parts. */
  readonly disconnected: 'refuse' | 'report';
}

export interface ReviewerStrictness {
  readonly reviewerId: string;
  readonly ratings: number;
  readonly rawMean: number | null;
  /** Estimated effect on a rating, drawn towards 0: negative is strict, positive lenient. */
  readonly effect: number;
  readonly standardError: number;
  /** How much of the reviewer's own evidence the estimate keeps: 1 − error variance / reviewer variance; 0 without one. */
  readonly reliability: number;
  /** What is taken off this reviewer's ratings in `adjustedMean`: the effect, or 0 below the minimum number of ratings. */
  readonly applied: number;
  readonly belowMinimum: boolean;
}

export interface AdjustedUnit {
  readonly unitId: string;
  readonly ratings: number;
  /** Mean of the ratings as given; null without ratings. */
  readonly rawMean: number | null;
  /** Mean of rating − applied effect; null without ratings. */
  readonly adjustedMean: number | null;
  /** The adjusted mean drawn towards the overall mean by how little it rests on. */
  readonly shrunkenMean: number;
  readonly standardError: number;
  /** Competition ranks, highest first; null without ratings. */
  readonly rawRank: number | null;
  readonly adjustedRank: number | null;
}

export interface StrictnessModel {
  readonly overallMean: number;
  readonly overallMeanError: number;
  readonly variances: { readonly unit: number; readonly reviewer: number; readonly residual: number };
  /** Minus twice the (restricted) log likelihood at the estimates. */
  readonly deviance: number;
  /** True when no residual variation is left and the effects are as good as unshrunken. */
  readonly withoutResidual: boolean;
  readonly reviewers: readonly ReviewerStrictness[];
  readonly units: readonly AdjustedUnit[];
  /** Ids of the parts that ratings link; one part when everything hangs together. Parts without ratings are not listed. */
  readonly parts: readonly { readonly unitIds: readonly string[]; readonly reviewerIds: readonly string[] }[];
}

const sorted = (indexes: readonly number[], ids: readonly string[]): readonly string[] =>
  indexes.map((index) => at(ids, index)).sort(compareIds);

/**
 * How strict each reviewer is, and the units' means with that taken off. Both the raw and the adjusted figures are always given:
 * applying them is a decision, never a default.
 *
 * Model   rating = mean + unit effect + reviewer effect + residual, all effects normal and independent; variances by REML or ML,
 *         effects as best linear unbiased predictions (shrunken). It assumes that who rated what does not depend on quality.
 * Shapes  table: units × reviewers, gaps allowed; higher is better. ids: one per row and per column, unique.
 * Errors  Refusals: of the table; `strictness-too-few-reviewers` (< 2 with ratings), `strictness-too-few-units` (< 2),
 *         `strictness-too-few-ratings` (no more ratings than units with ratings: nobody overlaps), `ratings-no-variation`,
 *         `minimum-ratings`, and `ratings-disconnected` for each part beyond the first, with its ids, under `refuse`.
 * Source  Searle, Casella & McCulloch, Variance Components (1992); for panels: Johnson, Statistical analysis of the National
 *         Institutes of Health peer review system, PNAS 105 (2008) 11076–11080.
 */
export function strictnessModel(
  table: RatingTable,
  unitIds: readonly string[],
  reviewerIds: readonly string[],
  options: StrictnessOptions,
): Result<StrictnessModel> {
  const faults = ratingTableFaults(table);
  if (faults.length > 0) return refuse(faults);
  if (!Number.isInteger(options.minimumRatings) || options.minimumRatings < 1)
    return refuse([refusal('minimum-ratings', ['minimumRatings'], { minimum: String(options.minimumRatings) })]);
  const data = crossedData(table);
  const rated = data.unitCounts.filter((count) => count > 0).length;
  const active = data.reviewerCounts.filter((count) => count > 0).length;
  if (active < 2) return refuse([refusal('strictness-too-few-reviewers', [], { reviewers: active })]);
  if (rated < 2) return refuse([refusal('strictness-too-few-units', [], { units: rated })]);
  if (data.ratings.length <= rated)
    return refuse([refusal('strictness-too-few-ratings', [], { ratings: data.ratings.length, units: rated })]);
  if (data.ratings.every((rating) => rating === data.ratings[0]))
    return refuse([refusal('ratings-no-variation', [], { value: data.ratings[0] as number })]);
  const parts = ratingComponents(table)
    .filter((part) => part.units.length > 0 && part.reviewers.length > 0)
    .map((part) => ({ unitIds: sorted(part.units, unitIds), reviewerIds: sorted(part.reviewers, reviewerIds) }));
  if (parts.length > 1 && options.disconnected === 'refuse')
    return refuse(
      parts
        .slice(1)
        .map((part) =>
          refusal('ratings-disconnected', [], { applications: part.unitIds, reviewers: part.reviewerIds }),
        ),
    );

  const ratios = bestVarianceRatios(data, options.estimator);
  const fit = crossedFit(data, ratios.unitRatio, ratios.reviewerRatio, options.estimator);
  const variances = {
    unit: ratios.unitRatio * fit.residualVariance,
    reviewer: ratios.reviewerRatio * fit.residualVariance,
    residual: fit.residualVariance,
  };
  const reviewers = reviewerIds.map((reviewerId, j): ReviewerStrictness => {
    const ratings = data.reviewerCounts[j] as number;
    const effect = at(fit.reviewerEffects, j);
    const standardError = at(fit.reviewerErrors, j);
    const belowMinimum = ratings < options.minimumRatings;
    return {
      reviewerId,
      ratings,
      rawMean: mean(table.map((row) => at(row, j)).filter((rating) => rating !== null)),
      effect,
      standardError,
      reliability: variances.reviewer > 0 ? Math.max(0, 1 - standardError ** 2 / variances.reviewer) : 0,
      applied: belowMinimum ? 0 : effect,
      belowMinimum,
    };
  });
  const units = table.map((row, i) => {
    const kept = row.flatMap((rating, j) => (rating === null ? [] : [{ rating, applied: at(reviewers, j).applied }]));
    const adjustedMean = mean(kept.map(({ rating, applied }) => rating - applied));
    const pull = (ratios.unitRatio * kept.length) / (1 + ratios.unitRatio * kept.length);
    return {
      unitId: at(unitIds, i),
      ratings: kept.length,
      rawMean: mean(kept.map(({ rating }) => rating)),
      adjustedMean,
      shrunkenMean: adjustedMean === null ? fit.mean : fit.mean + pull * (adjustedMean - fit.mean),
      standardError: at(fit.unitErrors, i),
    };
  });
  const rawRanks = ranksOf(
    units.map((unit) => unit.rawMean),
    unitIds,
  );
  const adjustedRanks = ranksOf(
    units.map((unit) => unit.adjustedMean),
    unitIds,
  );
  return accept({
    overallMean: fit.mean,
    overallMeanError: fit.meanError,
    variances,
    deviance: fit.deviance,
    withoutResidual: Math.max(ratios.unitRatio, ratios.reviewerRatio) >= largestRatio * (1 - 1e-6),
    reviewers,
    units: units.map((unit, i) => ({ ...unit, rawRank: at(rawRanks, i), adjustedRank: at(adjustedRanks, i) })),
    parts,
  });
}

/** Competition ranks of the means that exist, highest first. */
function ranksOf(means: readonly (number | null)[], ids: readonly string[]): readonly (number | null)[] {
  const there = means.map((value, index) => ({ value, index })).filter((entry) => entry.value !== null);
  const { ranks } = rankBy(
    there.map(({ index }) => at(ids, index)),
    there.map(({ value }) => value as number),
    { best: 'highest', ties: 'competition' },
  );
  const all = new Array<number | null>(means.length).fill(null);
  there.forEach(({ index }, place) => {
    all[index] = at(ranks, place);
  });
  return all;
}
