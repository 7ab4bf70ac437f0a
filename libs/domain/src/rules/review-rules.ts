import type { Actor, Application, Rating, Reviewer } from '../round';
import { draft, numberOf, type RuleCheck, type RuleContext } from './rule';

const hasRatings = (_: Application, { round }: RuleContext) => round.ratings.length > 0;
const ratingRow = (rating: Rating) => ({
  table: 'ratings' as const,
  key: `${rating.applicationId}/${rating.reviewerId}/${rating.criterionId}`,
});

/** Enough people have judged, on all criteria, on the scale, and nobody judges or prepares their own. Silent before rating begins. */
export const reviewRules: readonly RuleCheck[] = [
  {
    ruleId: 'too_few_reviewers',
    version: 1,
    parameterIds: ['required_reviewers'],
    applies: hasRatings,
    check: (application, context) => {
      const required = numberOf(context, 'required_reviewers');
      const reviewers = reviewersOf(application, context);
      if (reviewers.length >= required) return [];
      return draft(application, ['ratings'], { reviewers: reviewers.length, required }, reviewerRows(reviewers));
    },
  },
  {
    ruleId: 'missing_ratings',
    version: 1,
    parameterIds: [],
    applies: hasRatings,
    check: (application, context) => {
      const rated = context.round.criteria.filter((criterion) => criterion.kind === 'rated');
      const given = new Map(
        context.ratingsOf(application.id).map((item) => [`${item.reviewerId}/${item.criterionId}`, item]),
      );
      const missing = reviewersOf(application, context).flatMap((reviewerId) =>
        rated
          .map((criterion) => `${reviewerId}/${criterion.id}`)
          .filter((key) => {
            const rating = given.get(key);
            return !rating || (rating.rating === null && !rating.cannotJudge);
          }),
      );
      if (missing.length === 0) return [];
      const reviewers = [...new Set(missing.map((key) => key.split('/')[0] as string))];
      const rows = missing.map((key) => ({ table: 'ratings' as const, key: `${application.id}/${key}` }));
      return draft(application, ['ratings'], { missing: missing.length, reviewers, cells: missing }, rows);
    },
  },
  {
    ruleId: 'rating_out_of_range',
    version: 1,
    parameterIds: [],
    applies: hasRatings,
    check: (application, context) => {
      const criteria = new Map(context.round.criteria.map((criterion) => [criterion.id, criterion]));
      return context.ratingsOf(application.id).flatMap((rating) => {
        const criterion = criteria.get(rating.criterionId);
        if (!criterion || rating.rating === null) return [];
        if (rating.rating >= criterion.scaleMin && rating.rating <= criterion.scaleMax) return [];
        const { reviewerId, criterionId } = rating;
        const params = {
          rating: rating.rating,
          reviewer: reviewerId,
          criterion: criterionId,
          least: criterion.scaleMin,
          most: criterion.scaleMax,
        };
        return draft(application, ['ratings', reviewerId, criterionId], params, [ratingRow(rating)]);
      });
    },
  },
  {
    ruleId: 'conflict_of_interest_declared',
    version: 1,
    parameterIds: [],
    applies: hasRatings,
    check: (application, context) =>
      reviewersOf(application, context)
        .filter((id) =>
          context.ratingsOf(application.id).some((item) => item.reviewerId === id && item.conflictDeclared),
        )
        .flatMap((id) => {
          const affiliation = context.reviewers.get(id)?.affiliationActorId ?? null;
          return draft(application, ['ratings', id], { reviewer: id, affiliation }, reviewerRows([id]));
        }),
  },
  {
    ruleId: 'conflict_of_interest_undeclared',
    version: 1,
    parameterIds: [],
    applies: hasRatings,
    check: (application, context) => {
      const parties = new Set([
        application.project.leadPartnerId,
        ...application.project.partners.map((item) => item.actorId),
      ]);
      const hasDeclared = (id: string) =>
        context.ratingsOf(application.id).some((item) => item.reviewerId === id && item.conflictDeclared);
      return reviewersOf(application, context)
        .map((id) => context.reviewers.get(id))
        .filter((reviewer): reviewer is Reviewer => reviewer !== undefined)
        .filter((reviewer) => reviewer.affiliationActorId !== null && parties.has(reviewer.affiliationActorId))
        .filter((reviewer) => !hasDeclared(reviewer.id))
        .flatMap((reviewer) => {
          const affiliation = reviewer.affiliationActorId as string;
          const isApplicant = affiliation === application.project.leadPartnerId;
          return draft(application, ['ratings', reviewer.id], { reviewer: reviewer.id, affiliation, isApplicant }, [
            ...reviewerRows([reviewer.id]),
            { table: 'partners', key: `${application.id}/${affiliation}` },
          ]);
        });
    },
  },
  {
    ruleId: 'prepared_by_applicant',
    version: 1,
    parameterIds: [],
    applies: ({ preparingActorId }) => preparingActorId !== null,
    check: (application) => {
      const { preparingActorId, project } = application;
      const parties = [project.leadPartnerId, ...project.partners.map((item) => item.actorId)];
      if (preparingActorId === null || !parties.includes(preparingActorId)) return [];
      return draft(application, ['preparingActorId'], { unit: preparingActorId }, [
        { table: 'partners', key: `${application.id}/${preparingActorId}` },
      ]);
    },
  },
  {
    ruleId: 'own_project_judged_inside',
    version: 1,
    parameterIds: [],
    applies: (application, context) => hasRatings(application, context) && isOwnRun(application, context),
    check: (application, context) => {
      const own = organisation(application.project.leadPartnerId, context.actors);
      const reviewers = reviewersOf(application, context);
      const isOutside = (id: string) => {
        const affiliation = context.reviewers.get(id)?.affiliationActorId ?? null;
        return affiliation === null || organisation(affiliation, context.actors) !== own;
      };
      if (reviewers.length === 0 || reviewers.some(isOutside)) return [];
      return draft(application, ['ratings'], { organisation: own, reviewers }, reviewerRows(reviewers));
    },
  },
];

/** Everyone with at least one row for the application, sorted; a declared conflict counts as assigned. */
function reviewersOf(application: Application, context: RuleContext): readonly string[] {
  return [...new Set(context.ratingsOf(application.id).map((rating) => rating.reviewerId))].sort();
}

function reviewerRows(ids: readonly string[]) {
  return ids.map((id) => ({ table: 'reviewers' as const, key: id }));
}

/** True when the region itself leads the project: it is then both funder and applicant. */
function isOwnRun(application: Application, { actors }: RuleContext): boolean {
  return actors.get(application.project.leadPartnerId)?.legalForm === 'region';
}

/** The organisation a unit belongs to: its parent, or itself. */
function organisation(actorId: string, actors: ReadonlyMap<string, Actor>): string {
  return actors.get(actorId)?.parentActorId ?? actorId;
}
