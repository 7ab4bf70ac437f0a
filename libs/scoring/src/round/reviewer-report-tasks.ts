import { measurementLevels } from '../reviewers/agreement/difference';
import type { PreparedRound } from './prepare-round';
import type { ReviewerReport } from './reviewer-report';
import { reviewerScores } from './reviewer-tables';
import type { RoundTaskInput } from './tasks-of-round';

/**
 * The tasks that give the figures of a reviewer report, for `tasksOfRound`: `evaluate` of that problem reproduces them without the
 * round. Parts that the report could not compute are not asked for, nor is alpha by a difference that is no level of measurement.
 *
 * Shapes  weights: one per criterion, those the report weighed the reviewers' scores with.
 * Rule    Agreement and spread per criterion on its own scale; profiles, strictness and spread of the scores each reviewer alone would
 *         give (0–1); expected ranks on the same scores as grades 1 + 5 × score.
 */
export function reviewerReportTasks(
  prepared: PreparedRound,
  weights: readonly number[],
  report: ReviewerReport,
): readonly RoundTaskInput[] {
  const { options, reviewerIds } = report;
  const tables = { units: [...prepared.applicationIds], reviewers: [...reviewerIds] };
  const grades = reviewerScores(prepared, weights).flatMap(({ reviewerId, scores }) =>
    Object.entries(scores).map(([unit, score]) => ({ unit, reviewer: reviewerId, rating: 1 + 5 * score })),
  );
  const level = measurementLevels.find((known) => known === options.difference.kind);
  return [
    ...report.criteria.flatMap(({ criterionId, alpha }): RoundTaskInput[] => [
      ...(alpha.ok && level ? [{ task: 'krippendorff-alpha', label: criterionId, criterion: criterionId, level }] : []),
      { task: 'rating-spread', label: criterionId, criterion: criterionId, ...tables },
    ]),
    { task: 'rating-spread', label: 'scores', ...tables },
    { task: 'reviewer-profiles', reference: options.profileReference, ...tables },
    ...(report.strictness.ok
      ? [
          {
            task: 'reviewer-strictness',
            estimator: options.estimator,
            minimumRatings: options.minimumRatings,
            disconnected: options.disconnected,
            ...tables,
          },
        ]
      : []),
    ...(report.expectedRanks.ok
      ? [
          {
            task: 'expected-ranks',
            disconnected: options.disconnected,
            gridPoints: options.gridPoints,
            latticePoints: options.latticePoints,
            interval: options.interval,
            ...(options.places === null ? {} : { funding: { places: options.places, line: options.line } }),
            ratings: grades,
            ...tables,
          },
        ]
      : []),
  ] as readonly RoundTaskInput[];
}
