import type { RatedCriterion, Rating, Result } from '@fordela/domain';
import { evaluate, scoreRound, standardRoundScoring, tasksOfRound } from '@fordela/scoring';
import { smallApplication, smallRound } from '../../../../libs/domain/src/rules/small-round.fixture';
import type { RankingRobustnessArgs } from './ranking-robustness.types';
import { neighbouringPairs, rankedApplications, stabilities } from './robustness-result';
import { robustnessTasks } from './robustness-tasks';

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}
const criterion = (id: string): RatedCriterion => ({
  ...{ id, key: id, nameSv: id, nameEn: id, question: null, reportReference: null, weight: 1, kind: 'rated' },
  ...{ formula: null, scaleMin: 1, scaleMax: 5, direction: 'maximise' },
});
const rated = (applicationId: string, criterionId: string, rating: number): Rating => ({
  ...{
    applicationId,
    criterionId,
    rating,
    reviewerId: 'R1',
    cannotJudge: false,
    conflictDeclared: false,
    comment: null,
  },
});
const args: RankingRobustnessArgs = {
  ...{ callId: 'call', doubt: 'order', margin: 0.05, tried: null, draws: 500, seed: 1, policy: null },
};
/** Nobody has rated C; B lacks a rating on C2 when `gap`. */
function answered(gap: boolean) {
  const ratings = [rated('A', 'C1', 5), rated('A', 'C2', 2), rated('B', 'C1', 3), rated('B', 'C2', 3)];
  const round = smallRound(
    ['A', 'B', 'C'].map((id) => smallApplication({ id }, { id })),
    { criteria: [criterion('C1'), criterion('C2')], ratings: gap ? ratings.slice(0, 3) : ratings },
  );
  const scores = value(scoreRound(round, standardRoundScoring));
  const order = scores.ranking.flat();
  const { tasks, gaps } = robustnessTasks(scores, order, args, standardRoundScoring.missing);
  const { results } = value(evaluate(value(tasksOfRound(round, standardRoundScoring, null, tasks))));
  const answers = { round, scores, order, results };
  const applications = rankedApplications(answers);
  return {
    gaps,
    order,
    applications,
    neighbours: neighbouringPairs(answers, applications),
    criteria: stabilities(answers),
  };
}

describe('what is asked about a ranking', () => {
  it('leaves out what has no score, and asks all of the rest', () => {
    const { gaps, order, neighbours, criteria } = answered(false);
    expect(gaps).toBe(0);
    expect(order).toEqual(['A', 'B']);
    expect(criteria.map(({ criterionId }) => criterionId)).toEqual(['C1', 'C2']);
    // A leads by ½ on C1 and trails by ¼ on C2: equal when C1 weighs 1/3 and C2 2/3, a sixth moved from where both weigh the same.
    expect(neighbours[0]!.smallestMove).toBeCloseTo(1 / 6, 9);
    expect(criteria[0]!.rankingFrom).toBeCloseTo(1 / 3, 9);
  });
  it('lets what nobody has rated be anything, and asks nothing that needs it', () => {
    const { gaps, applications, neighbours, criteria } = answered(true);
    expect(gaps).toBe(1);
    expect(applications.map(({ bestRank, worstRank }) => [bestRank, worstRank])).toEqual([
      [1, 2],
      [1, 2],
    ]);
    expect(neighbours[0]).toMatchObject({ smallestMove: null, changedWeights: null });
    expect(criteria).toEqual([]);
  });
});
