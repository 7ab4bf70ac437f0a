import { accept, at, type Result } from '@fordela/domain';
import { compareIds } from '../methods/common/ranks';
import type { Difference } from '../reviewers/agreement/difference';
import { krippendorffAlpha, type Alpha } from '../reviewers/agreement/krippendorff-alpha';
import type { RatingTable } from '../reviewers/agreement/rating-table';
import { reviewerProfiles, type ProfileReference, type ReviewerProfile } from '../reviewers/agreement/reviewer-profile';
import { spreadByUnit, type Spread } from '../reviewers/agreement/spread';
import { expectedRanks, type ExpectedRanks } from '../reviewers/expected-rank/expected-rank';
import { snsfPriors } from '../reviewers/expected-rank/hyper-posterior';
import { fundingZone, type FundingZone, type LineConvention } from '../reviewers/line/funding-zone';
import type { VarianceEstimator } from '../reviewers/strictness/crossed-effects';
import { strictnessModel, type StrictnessModel } from '../reviewers/strictness/strictness-model';
import type { PreparedRound } from './prepare-round';
import { criterionTable, reviewerIdsOf, reviewerScoreTable } from './reviewer-tables';
import { weightTable, type WeightsById } from './weight-table';

export interface ReviewerReportOptions {
  /** How different two ratings on one criterion are, for Krippendorff's alpha. */
  readonly difference: Difference;
  readonly profileReference: ProfileReference;
  readonly estimator: VarianceEstimator;
  readonly minimumRatings: number;
  readonly disconnected: 'refuse' | 'report';
  readonly gridPoints: number;
  readonly latticePoints: number;
  readonly interval: number;
  /** How many applications can be funded, for the zone at the line; null when nobody has said. */
  readonly places: number | null;
  readonly line: LineConvention;
}

export const standardReviewerReport: ReviewerReportOptions = {
  difference: { kind: 'ordinal' },
  profileReference: 'others',
  estimator: 'reml',
  minimumRatings: 5,
  disconnected: 'refuse',
  gridPoints: 24,
  latticePoints: 256,
  interval: 0.5,
  places: null,
  line: 'rank-of-last-funded',
};

export interface CriterionAgreement {
  readonly criterionId: string;
  /** Alpha, or why there is none (e.g. everybody gave the same rating everywhere). */
  readonly alpha: Result<Pick<Alpha, 'alpha' | 'observedDisagreement' | 'expectedDisagreement' | 'pairableRatings'>>;
}

export interface ApplicationDisagreement {
  readonly applicationId: string;
  /** Weighted mean over the criteria of the spread (standard deviation) of values 0–1; null without two ratings anywhere. */
  readonly disagreement: number | null;
  /** Spread of the scores the reviewers would give alone: differences on single criteria may cancel in it. */
  readonly scores: Omit<Spread, 'unit'>;
  /** The same with each reviewer's applied strictness taken off: what is left is about the application. Null without such a model. */
  readonly scoresWithoutStrictness: Omit<Spread, 'unit'> | null;
  /** Spread of the ratings on each rated criterion, on its own scale. */
  readonly criteria: readonly ({ readonly criterionId: string } & Omit<Spread, 'unit'>)[];
}

/** Everything about the reviewers of a round. Nothing in it has been applied to the scores. */
export interface ReviewerReport {
  readonly options: ReviewerReportOptions;
  readonly reviewerIds: readonly string[];
  readonly criteria: readonly CriterionAgreement[];
  readonly applications: readonly ApplicationDisagreement[];
  /** Application ids, most contested first (ties by id, those without two ratings last). */
  readonly mostContestedFirst: readonly string[];
  /** Compared by the scores each reviewer would give alone (0–1): negative deviation is strict. */
  readonly profiles: readonly (Omit<ReviewerProfile, 'reviewer'> & { readonly reviewerId: string })[];
  /** On the same scores. Raw and adjusted means side by side. */
  readonly strictness: Result<StrictnessModel>;
  /** On the same scores as grades from 1 to 6 (1 + 5 × score), the span that the model's priors were made for. */
  readonly expectedRanks: Result<ExpectedRanks>;
  readonly zone: Result<FundingZone> | null;
}

/**
 * How far the reviewers of a prepared round agree, on what they do not, how strict they are, and how sure the ranking is.
 *
 * Shapes  weights: null for the round's own; they weigh the criteria in the scores compared here.
 * Errors  Refusals of `weightTable`. Each part that cannot be computed carries its own refusals instead of stopping the rest.
 */
export function reviewerReport(
  prepared: PreparedRound,
  options: ReviewerReportOptions,
  weights: WeightsById | null = null,
): Result<ReviewerReport> {
  const weighted = weightTable(prepared, weights);
  if (!weighted.ok) return weighted;
  const shares = weighted.value.weights;
  const reviewerIds = reviewerIdsOf(prepared);
  const { applicationIds } = prepared;
  const scores = reviewerScoreTable(prepared, shares);
  const rated = prepared.criteria.flatMap((criterion, j) =>
    criterion.kind === 'rated' ? [{ criterion, weight: at(shares, j), table: criterionTable(prepared, j) }] : [],
  );
  const spreads = rated.map(({ table }) => spreadByUnit(table));
  const scoreSpreads = spreadByUnit(scores);
  const strictness = strictnessModel(scores, applicationIds, reviewerIds, {
    estimator: options.estimator,
    minimumRatings: options.minimumRatings,
    disconnected: options.disconnected,
  });
  const adjustedSpreads = strictness.ok ? spreadByUnit(withoutStrictness(scores, strictness.value)) : null;
  const applications = applicationIds.map((applicationId, i): ApplicationDisagreement => {
    let sum = 0;
    let total = 0;
    rated.forEach(({ criterion, weight }, k) => {
      const deviation = at(at(spreads, k), i).standardDeviation;
      if (deviation === null) return;
      sum += (weight * deviation) / (criterion.scaleMax - criterion.scaleMin);
      total += weight;
    });
    return {
      applicationId,
      disagreement: total > 0 ? sum / total : null,
      scores: withoutUnit(at(scoreSpreads, i)),
      scoresWithoutStrictness: adjustedSpreads && withoutUnit(at(adjustedSpreads, i)),
      criteria: rated.map(({ criterion }, k) => ({ criterionId: criterion.id, ...withoutUnit(at(at(spreads, k), i)) })),
    };
  });
  const grades = scores.map((row) => row.map((score) => (score === null ? null : 1 + 5 * score)));
  const ranks = expectedRanks(grades, applicationIds, reviewerIds, {
    best: 'highest',
    priors: snsfPriors,
    centre: 'grades',
    disconnected: options.disconnected,
    gridPoints: options.gridPoints,
    latticePoints: options.latticePoints,
    interval: options.interval,
  });
  return accept({
    options,
    reviewerIds,
    criteria: rated.map(({ criterion, table }) => ({
      criterionId: criterion.id,
      alpha: alphaOf(table, options.difference),
    })),
    applications,
    mostContestedFirst: [...applications]
      .sort((a, b) => (b.disagreement ?? -1) - (a.disagreement ?? -1) || compareIds(a.applicationId, b.applicationId))
      .map((entry) => entry.applicationId),
    profiles: reviewerProfiles(scores, options.profileReference).map(({ reviewer, ...rest }) => ({
      reviewerId: at(reviewerIds, reviewer),
      ...rest,
    })),
    strictness,
    expectedRanks: ranks,
    zone: ranks.ok && options.places !== null ? zoneOf(ranks.value, options.places, options.line) : null,
  });
}

const withoutStrictness = (scores: RatingTable, { reviewers }: StrictnessModel): RatingTable =>
  scores.map((row) => row.map((score, column) => (score === null ? null : score - at(reviewers, column).applied)));

function withoutUnit(spread: Spread): Omit<Spread, 'unit'> {
  const { unit: _unit, ...rest } = spread;
  return rest;
}

function alphaOf(table: Parameters<typeof krippendorffAlpha>[0], difference: Difference): CriterionAgreement['alpha'] {
  const alpha = krippendorffAlpha(table, { difference, values: null });
  if (!alpha.ok) return alpha;
  const { observedDisagreement, expectedDisagreement, pairableRatings } = alpha.value;
  return accept({ alpha: alpha.value.alpha, observedDisagreement, expectedDisagreement, pairableRatings });
}

function zoneOf(ranks: ExpectedRanks, places: number, line: LineConvention): Result<FundingZone> {
  const entries = ranks.units.map((unit) => ({
    unitId: unit.unitId,
    rank: unit.expectedRank,
    low: unit.rankLow,
    high: unit.rankHigh,
  }));
  return fundingZone(entries, places, line);
}
