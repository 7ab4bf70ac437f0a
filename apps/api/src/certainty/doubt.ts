import type { RatedCriterion, Round } from '@fordela/domain';
import type { ScoreInput } from '@fordela/portfolio';
import { ratingInterval, type CriterionScore } from '@fordela/scoring';
import type { TaskBasis } from '../allocation/allocation.service';
import type { FundingProbabilityArgs, ScoreKnowledge, WeightKnowledge } from './certainty.types';

/** More reviewers of one score than this have hardly any spread left, and too many outcomes to count exactly. */
const mostReviews = 12;

/** What is known of the weights, as the tasks have it. */
export function knownWeights({ scores }: TaskBasis, knowledge: WeightKnowledge): object {
  if (knowledge === 'stated') return { weights: 'stated' };
  if (knowledge === 'any') return {};
  const levels = [...new Set(scores.criteria.map(({ weight }) => weight))].sort((a, b) => b - a);
  const order = levels.map((level) =>
    scores.criteria.filter(({ weight }) => weight === level).map(({ criterionId }) => criterionId),
  );
  return { weightInformation: { order } };
}

/** The doubt about weights and reviewers that the sampling tasks take. */
export const doubtOf = (basis: TaskBasis, { weights, reviewers, seed }: FundingProbabilityArgs): object => ({
  seed,
  ...knownWeights(basis, weights),
  ...(reviewers === 'none' ? {} : { reviewers, scores: doubtfulScores(basis) }),
});

/** Between which values from 0 to 1 each rated score can lie; null where nothing is in doubt. */
export function scoreSpread({ criteria }: Pick<Round, 'criteria'>, knowledge: ScoreKnowledge) {
  const rated = ratedById(criteria);
  return ({ criterionId, ratings }: CriterionScore): readonly [number, number] | null => {
    const criterion = rated.get(criterionId);
    if (knowledge === 'stated' || !criterion || !ratings) return null;
    const { low, high } = ratingInterval(ratings, criterion, knowledge);
    const ends = [low, high].map((rating) => shareOfScale(criterion, rating)).sort((a, b) => a - b);
    return ends[0]! < ends[1]! ? [ends[0]!, ends[1]!] : null;
  };
}

/** The scores that could have come out otherwise, as values from 0 to 1, of applications that can be chosen. */
function doubtfulScores({ round, scores, options }: TaskBasis): readonly ScoreInput[] {
  const excluded = new Set(options.excluded.map(({ applicationId }) => applicationId));
  const rated = ratedById(round.criteria);
  return scores.applications
    .filter(({ applicationId, score }) => score !== null && !excluded.has(applicationId))
    .flatMap(({ applicationId, criteria }) =>
      criteria.flatMap(({ criterionId, ratings }): ScoreInput[] => {
        const criterion = rated.get(criterionId);
        if (!criterion || !ratings) return [];
        const place = { project: applicationId, value: criterionId };
        if (ratings.counted.length === 0) return [{ ...place, uniform: [0, 1] }];
        if (ratings.counted.length > mostReviews) return [];
        const reviews = ratings.counted.map(({ rating }) => shareOfScale(criterion, rating));
        const reviewerIds = ratings.counted.map(({ reviewerId }) => reviewerId);
        return new Set(reviews).size > 1 ? [{ ...place, reviews, reviewerIds }] : [];
      }),
    );
}

const ratedById = (criteria: Round['criteria']) =>
  new Map(criteria.filter(({ kind }) => kind === 'rated').map((own) => [own.id, own]));

function shareOfScale({ scaleMin, scaleMax, direction }: RatedCriterion, rating: number): number {
  const share = (rating - scaleMin) / (scaleMax - scaleMin);
  return direction === 'maximise' ? share : 1 - share;
}
