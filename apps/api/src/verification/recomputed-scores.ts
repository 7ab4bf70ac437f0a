import { invariant } from '@fordela/domain';
import { roundScoringVersion, type Evaluation, type RoundScores } from '@fordela/scoring';

/** Scores as they are kept: as the round gave them, with the engine's answer to their decision problem (older records have none). */
export type RecordedScores = RoundScores & { readonly answer?: Evaluation };

/** What of kept scores is made of the reviewers' ratings, and not of the problem: taken over, and guarded by its fingerprint alone. */
export const scorePartsOfCall = [
  'conventions',
  'inputFingerprint',
  'criteria.statedWeight',
  'criteria.lowest',
  'criteria.highest',
  'criteria.withoutValue',
  'applications.criteria.performance',
  'applications.criteria.ratings',
  'applications.reviewers',
  'observations',
] as const;

interface AdditiveOutcome {
  readonly scores: readonly {
    readonly alternative: string;
    readonly score: number;
    readonly rank: number;
    readonly contributions: readonly {
      readonly criterion: string;
      readonly weight: number;
      readonly value: number | null;
      readonly contribution: number;
    }[];
  }[];
  readonly ranking: RoundScores['ranking'];
  readonly weights: readonly { readonly criterion: string; readonly weight: number }[];
}

/** What a criterion gives an application it has no rating of. */
const nothing = { value: null, weight: 0, contribution: 0 };

/** The kept scores with every part that follows from their decision problem put in anew. */
export function recomputedScores(recorded: RecordedScores, answer: Evaluation): RecordedScores {
  const result = answer.results[0];
  invariant(result?.task === 'additive-value', 'a round is scored by additive values');
  const { scores, ranking, weights } = result.outcome as AdditiveOutcome;
  const weightOf = new Map(weights.map(({ criterion, weight }) => [criterion, weight]));
  const rowOf = new Map(scores.map((row) => [row.alternative, row]));
  return {
    ...recorded,
    methodVersion: roundScoringVersion,
    criteria: recorded.criteria.map((criterion) => ({
      ...criterion,
      weight: weightOf.get(criterion.criterionId) ?? 0,
    })),
    applications: recorded.applications.map((application) => {
      const row = rowOf.get(application.applicationId);
      return {
        ...application,
        score: row?.score ?? null,
        rank: row?.rank ?? null,
        criteria: application.criteria.map((criterion) => {
          const part = row?.contributions.find((item) => item.criterion === criterion.criterionId);
          const { value, weight, contribution } = part ?? nothing;
          return { ...criterion, value, weight, contribution };
        }),
      };
    }),
    ranking,
    ...(recorded.answer ? { answer } : {}),
  };
}
