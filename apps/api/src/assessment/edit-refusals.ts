import { refusal, type Refusal } from '@fordela/domain';
import { staleness } from '../platform/staleness';
import type { Criterion } from './criterion.types';
import type { RatingInput, WeightInput } from './edit-assessment.types';
import type { Reviewer } from './reviewer.types';

/** Why a rating cannot be recorded; `[]` when it can. */
export function ratingRefusals(
  input: RatingInput,
  criteria: readonly Criterion[],
  reviewers: readonly Reviewer[],
): readonly Refusal[] {
  const problems: Refusal[] = [];
  const criterion = criteria.find(({ id }) => id === input.criterionId);
  const rating = input.rating ?? null;
  if (!reviewers.some(({ id }) => id === input.reviewerId))
    problems.push(refusal('reviewer-unknown', ['reviewerId'], { id: input.reviewerId }));
  if (!criterion) problems.push(refusal('criterion-unknown', ['criterionId'], { id: input.criterionId }));
  else if (criterion.kind === 'computed')
    problems.push(refusal('criterion-not-rated', ['criterionId'], { id: criterion.id }));
  else if (rating !== null && (rating < criterion.scaleMin || rating > criterion.scaleMax))
    problems.push(
      refusal('rating-outside-scale', ['rating'], { rating, min: criterion.scaleMin, max: criterion.scaleMax }),
    );
  if (rating !== null && input.cannotJudge)
    problems.push(refusal('rating-and-cannot-judge', ['cannotJudge'], { rating }));
  return problems;
}

/** Why weights cannot be set; `[]` when they can. */
export function weightRefusals(weights: readonly WeightInput[], criteria: readonly Criterion[]): readonly Refusal[] {
  const problems: Refusal[] = [];
  weights.forEach(({ criterionId, weight, expectedVersion }, index) => {
    const criterion = criteria.find(({ id }) => id === criterionId);
    if (!criterion) problems.push(refusal('criterion-unknown', ['weights', index, 'criterionId'], { id: criterionId }));
    else {
      const stale = staleness(criterion, expectedVersion);
      if (stale) problems.push({ ...stale, path: ['weights', index, ...stale.path] });
    }
    if (weights.findIndex((other) => other.criterionId === criterionId) !== index)
      problems.push(refusal('criterion-twice', ['weights', index, 'criterionId'], { id: criterionId }));
    if (!(weight >= 0)) problems.push(refusal('weight-negative', ['weights', index, 'weight'], { weight }));
  });
  const sum = withWeights(criteria, weights).reduce((total, { weight }) => total + weight, 0);
  if (problems.length === 0 && !(sum > 0)) problems.push(refusal('weights-all-zero', ['weights']));
  return problems;
}

/** The criteria with the weights given; those not mentioned keep theirs. */
export function withWeights(
  criteria: readonly Criterion[],
  weights: readonly Pick<WeightInput, 'criterionId' | 'weight'>[],
): readonly Criterion[] {
  const given = new Map(weights.map(({ criterionId, weight }) => [criterionId, weight]));
  return criteria.map((criterion) => ({ ...criterion, weight: given.get(criterion.id) ?? criterion.weight }));
}
