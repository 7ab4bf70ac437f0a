import { accept, refusal, refuse, type Result } from '@fordela/domain';
import { pairwiseReasons, type PairwiseReasons } from '../methods/comparison/pairwise-reasons';
import type { RoundScores } from './score-round';

/**
 * Why one application of a scored round is ahead of another, criterion by criterion, largest reason first.
 *
 * Errors  `round-unknown-application`; `application-without-score` for one that has none to compare.
 * @example roundReasons(scores, 'SRM-26-001', 'SRM-26-002') // ahead by 0.08: early phases +0.11, durability −0.03
 */
export function roundReasons(scores: RoundScores, first: string, second: string): Result<PairwiseReasons> {
  const pair = [first, second].map((id) => scores.applications.find(({ applicationId }) => applicationId === id));
  const scored = pair.flatMap((application) =>
    application && application.score !== null
      ? [
          {
            alternative: application.applicationId,
            score: application.score,
            contributions: application.criteria.flatMap(({ criterionId, weight, value, contribution }) =>
              value === null ? [] : [{ criterion: criterionId, weight, value, contribution }],
            ),
          },
        ]
      : [],
  );
  const [a, b] = scored;
  if (a && b && scored.length === 2) return accept(pairwiseReasons(a, b));
  return refuse(
    pair.flatMap((application, index) => {
      const id = index === 0 ? first : second;
      if (!application) return [refusal('round-unknown-application', ['applications'], { application: id })];
      return application.score === null
        ? [refusal('application-without-score', ['applications'], { application: id })]
        : [];
    }),
  );
}
