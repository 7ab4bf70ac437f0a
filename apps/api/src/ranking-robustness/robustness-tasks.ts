import type { RoundScores, RoundScoringOptions } from '@fordela/scoring';
import type { RankingRobustnessArgs } from './ranking-robustness.types';

/** Scores nearer than this are equal: nothing has to change for them to meet. */
export const equalWithin = 1e-9;

/** The tasks behind the answer, and how many scores are missing among what they rest on. */
export interface RobustnessTasks {
  readonly tasks: readonly object[];
  /** Applications and criteria without a usable rating, of applications that have a score. */
  readonly gaps: number;
}

/**
 * What the engine is asked about a ranking.
 *
 * Rule    Draws of weights always. The exact answers need a value everywhere: with gaps, and a policy that shares the weight of what is
 *         missing, they are left out, and the draws let a missing value be anything on its scale.
 */
export function robustnessTasks(
  scores: RoundScores,
  order: readonly string[],
  args: RankingRobustnessArgs,
  missing: RoundScoringOptions['missing'],
): RobustnessTasks {
  const scored = new Map(scores.applications.map((own) => [own.applicationId, own]));
  const gaps = order.reduce(
    (sum, id) => sum + scored.get(id)!.criteria.filter(({ performance }) => performance === null).length,
    0,
  );
  const drawing = {
    task: 'smaa',
    draws: args.draws,
    seed: args.seed,
    uncertainWeights: uncertainWeights(scores, args),
    line: 'envelope',
    pairs: true,
    rankingEntropy: false,
    rankDepth: order.length,
    confidenceDraws: 0,
    missing: 'whole-scale',
    cannotJudge: 'whole-scale',
  };
  if (gaps > 0 && missing === 'renormalise-weights') return { tasks: [drawing], gaps };
  const table = gaps > 0 ? { missing, cannotJudge: missing } : {};
  const pairs = order.slice(1).flatMap((behind, place) => {
    const ahead = order[place]!;
    return scored.get(ahead)!.score! - scored.get(behind)!.score! > equalWithin ? [{ behind, ahead }] : [];
  });
  const tasks = [
    drawing,
    { task: 'weight-stability', label: 'ranking', of: 'ranking', ...table },
    { task: 'weight-stability', label: 'line', of: 'funded', line: 'envelope', ...table },
    ...pairs.map(({ behind, ahead }) => ({
      task: 'smallest-change',
      label: behind,
      alternative: behind,
      over: ahead,
      ...table,
    })),
  ];
  return { tasks, gaps: 0 };
}

function uncertainWeights({ criteria }: RoundScores, { doubt, margin }: RankingRobustnessArgs): 'free' | object {
  if (doubt === 'any') return 'free';
  if (doubt === 'near') {
    const interval = (weight: number) => [Math.max(0, weight - margin), Math.min(1, weight + margin)];
    return {
      intervals: Object.fromEntries(criteria.map(({ criterionId, weight }) => [criterionId, interval(weight)])),
    };
  }
  const levels = [...new Set(criteria.map(({ weight }) => weight))].sort((a, b) => b - a);
  return {
    ranking: levels.map((level) =>
      criteria.filter(({ weight }) => weight === level).map(({ criterionId }) => criterionId),
    ),
    sameLevel: 'unordered',
  };
}
