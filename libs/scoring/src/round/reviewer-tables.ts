import { at } from '@fordela/domain';
import { compareIds } from '../methods/common/ranks';
import type { RatingTable } from '../reviewers/agreement/rating-table';
import type { PreparedRound } from './prepare-round';

/** Every reviewer who was to rate something in the round, in id order: the columns of the tables below. */
export function reviewerIdsOf(prepared: PreparedRound): readonly string[] {
  return [...new Set(prepared.reviewers.flat().map((entry) => entry.reviewerId))].sort(compareIds);
}

/**
 * The ratings that count on one criterion: applications × reviewers. Conflicts, "cannot judge", missing and out of scale are null,
 * as is everything about a computed criterion.
 */
export function criterionTable(prepared: PreparedRound, criterion: number): RatingTable {
  const reviewerIds = reviewerIdsOf(prepared);
  return prepared.ratings.map((row) => {
    const given = new Map(at(row, criterion)?.counted.map(({ reviewerId, rating }) => [reviewerId, rating]));
    return reviewerIds.map((id) => given.get(id) ?? null);
  });
}

/**
 * The score each reviewer alone would give each application, 0 to 1: the weighted mean of the values of the ratings that count, over
 * the rated criteria on which the reviewer has one. Null without any, or when these criteria weigh nothing.
 *
 * Shapes  weights: one per criterion, as in `WeightedTable`. Returns applications × reviewers.
 */
export function reviewerScoreTable(prepared: PreparedRound, weights: readonly number[]): RatingTable {
  const tables = prepared.criteria.map((criterion, j) =>
    criterion.kind === 'rated' ? criterionTable(prepared, j) : null,
  );
  return prepared.applicationIds.map((_, i) =>
    reviewerIdsOf(prepared).map((__, column) => {
      let sum = 0;
      let total = 0;
      prepared.criteria.forEach((criterion, j) => {
        const table = at(tables, j);
        const rating = table === null ? null : at(at(table, i), column);
        if (rating === null) return;
        const share = (rating - criterion.scaleMin) / (criterion.scaleMax - criterion.scaleMin);
        sum += at(weights, j) * (criterion.direction === 'maximise' ? share : 1 - share);
        total += at(weights, j);
      });
      return total > 0 ? sum / total : null;
    }),
  );
}

/** The score each reviewer alone would give each application, by reviewer and application id; pairs without one are left out. */
export function reviewerScores(
  prepared: PreparedRound,
  weights: readonly number[],
): readonly { readonly reviewerId: string; readonly scores: Readonly<Record<string, number>> }[] {
  const table = reviewerScoreTable(prepared, weights);
  return reviewerIdsOf(prepared).map((reviewerId, column) => ({
    reviewerId,
    scores: Object.fromEntries(
      prepared.applicationIds.flatMap((applicationId, i) => {
        const score = at(at(table, i), column);
        return score === null ? [] : [[applicationId, score]];
      }),
    ),
  }));
}
