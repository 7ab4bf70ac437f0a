import { at, type RatedCriterion, type Round } from '@fordela/domain';
import type { Observation } from '../evaluate/task';
import type { AggregatedRating } from '../reviewers/aggregate-ratings';
import type { ReviewerJudgements } from './round-judgements';

/** What became of one reviewer's judgements of one application. Criterion ids in the round's order. */
export interface ReviewerUse {
  readonly reviewerId: string;
  readonly conflictDeclared: boolean;
  readonly counted: readonly string[];
  readonly missing: readonly string[];
  readonly cannotJudge: readonly string[];
  readonly outOfScale: readonly string[];
}

/** Sorts a reviewer's judgements of one application by what became of them. */
export function reviewerUse(entry: ReviewerJudgements, criteria: readonly RatedCriterion[]): ReviewerUse {
  const rated = criteria.filter((criterion) => criterion.kind === 'rated');
  const kind = (criterion: RatedCriterion): 'counted' | 'missing' | 'cannotJudge' | 'outOfScale' => {
    const { rating, cannotJudge } = entry.byCriterion.get(criterion.id) ?? { rating: null, cannotJudge: false };
    if (cannotJudge) return 'cannotJudge';
    if (rating === null) return 'missing';
    return rating < criterion.scaleMin || rating > criterion.scaleMax ? 'outOfScale' : 'counted';
  };
  const of = (wanted: string) =>
    rated.filter((criterion) => kind(criterion) === wanted).map((criterion) => criterion.id);
  return {
    reviewerId: entry.reviewerId,
    conflictDeclared: entry.conflictDeclared,
    counted: entry.conflictDeclared ? [] : of('counted'),
    missing: of('missing'),
    cannotJudge: of('cannotJudge'),
    outOfScale: of('outOfScale'),
  };
}

/** What was left out, by name: conflicts once per reviewer and application, the rest rating by rating. */
export function ratingObservations(
  round: Round,
  byApplication: ReadonlyMap<string, readonly ReviewerJudgements[]>,
  ratings: readonly (readonly (AggregatedRating | null)[])[],
): readonly Observation[] {
  const observations: Observation[] = [];
  round.applications.forEach((application, i) => {
    for (const entry of byApplication.get(application.id) ?? []) {
      if (entry.conflictDeclared) {
        const left = [...entry.byCriterion.values()].filter((judgement) => judgement.rating !== null).length;
        observations.push({
          code: 'rating-conflict-left-out',
          path: ['applications', i],
          params: { application: application.id, reviewer: entry.reviewerId, ratings: left },
        });
        continue;
      }
      round.criteria.forEach((criterion, j) => {
        const judgement = entry.byCriterion.get(criterion.id);
        const aggregated = at(at(ratings, i), j);
        if (!judgement || !aggregated) return;
        const code = aggregated.missing.includes(entry.reviewerId)
          ? 'rating-not-given'
          : aggregated.cannotJudge.includes(entry.reviewerId)
            ? 'rating-cannot-judge'
            : aggregated.outOfScale.some((left) => left.reviewerId === entry.reviewerId)
              ? 'rating-out-of-scale'
              : null;
        if (code === null) return;
        observations.push({
          code,
          path: judgement.index === null ? ['applications', i] : ['ratings', judgement.index],
          params: {
            application: application.id,
            reviewer: entry.reviewerId,
            criterion: criterion.id,
            value: judgement.rating,
            min: criterion.scaleMin,
            max: criterion.scaleMax,
          },
        });
      });
    }
  });
  return observations;
}
