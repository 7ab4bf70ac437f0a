import type { Rating, Round } from '@fordela/domain';
import { compareIds } from '../methods/common/ranks';
import type { Judgement } from '../reviewers/aggregate-ratings';

/** One reviewer's judgements of one application, by criterion id. */
export interface ReviewerJudgements {
  readonly reviewerId: string;
  /** Declared on any criterion: then none of this reviewer's ratings of this application count. */
  readonly conflictDeclared: boolean;
  readonly byCriterion: ReadonlyMap<string, Judgement & { readonly index: number | null }>;
}

/**
 * A round's ratings by application, with a judgement for every rated criterion of every reviewer who was to rate the application.
 *
 * Rule    A reviewer was to rate an application when there is at least one row for the two. A criterion without a row is missing.
 *         A conflict of interest concerns the case, so one declared on any criterion leaves out all of that reviewer's ratings of
 *         the application.
 * Shapes  `index` is the row in `round.ratings`; null for a criterion without a row. `unused` lists rows about applications,
 *         reviewers or criteria that are not in the round, or about a computed criterion; `repeated` rows after the first of
 *         one application, reviewer and criterion.
 */
export function roundJudgements(round: Pick<Round, 'applications' | 'criteria' | 'ratings' | 'reviewers'>): {
  readonly byApplication: ReadonlyMap<string, readonly ReviewerJudgements[]>;
  readonly unused: readonly number[];
  readonly repeated: readonly number[];
} {
  const rated = round.criteria.filter((criterion) => criterion.kind === 'rated');
  const ratedIds = new Set(rated.map((criterion) => criterion.id));
  const reviewers = new Set(round.reviewers.map((reviewer) => reviewer.id));
  const rows = new Map(
    round.applications.map((application) => [application.id, new Map<string, Map<string, number>>()]),
  );
  const unused: number[] = [];
  const repeated: number[] = [];
  round.ratings.forEach((rating, index) => {
    const ofApplication = rows.get(rating.applicationId);
    if (!ofApplication || !ratedIds.has(rating.criterionId) || !reviewers.has(rating.reviewerId)) {
      unused.push(index);
      return;
    }
    const ofReviewer = ofApplication.get(rating.reviewerId) ?? new Map<string, number>();
    ofApplication.set(rating.reviewerId, ofReviewer);
    if (ofReviewer.has(rating.criterionId)) repeated.push(index);
    else ofReviewer.set(rating.criterionId, index);
  });
  const byApplication = new Map<string, readonly ReviewerJudgements[]>();
  for (const [applicationId, ofApplication] of rows) {
    const ids = [...ofApplication.keys()].sort(compareIds);
    byApplication.set(
      applicationId,
      ids.map((reviewerId) => reviewerJudgements(reviewerId, ofApplication.get(reviewerId) as Map<string, number>)),
    );
  }
  return { byApplication, unused, repeated };

  function reviewerJudgements(reviewerId: string, indexes: ReadonlyMap<string, number>): ReviewerJudgements {
    const ratingAt = (index: number) => round.ratings[index] as Rating;
    const conflictDeclared = [...indexes.values()].some((index) => ratingAt(index).conflictDeclared);
    const byCriterion = new Map(
      rated.map(({ id }) => {
        const index = indexes.get(id) ?? null;
        const { rating, cannotJudge } = index === null ? { rating: null, cannotJudge: false } : ratingAt(index);
        return [id, { reviewerId, rating, cannotJudge, conflictDeclared, index }] as const;
      }),
    );
    return { reviewerId, conflictDeclared, byCriterion };
  }
}
