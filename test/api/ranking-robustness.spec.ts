import { evaluate, fundedDownRanking, scoreRound, standardRoundScoring } from '@fordela/scoring';
import { describeOnDatabase } from '../support/database';
import { demoRound } from '../support/demo-round';
import { useTestApi } from '../support/test-api';

const demo = demoRound();
const callId = demo.call.id;

interface Named {
  readonly applicationId: string;
}
interface Robustness {
  readonly refusals?: readonly {
    readonly code: string;
    readonly path: readonly string[];
    readonly messageSv: string;
  }[];
  readonly budgetSek: number;
  readonly applications: readonly (Named & {
    readonly place: number;
    readonly score: number;
    readonly isAboveLine: boolean;
    readonly aboveLine: number;
    readonly bestRank: number;
    readonly worstRank: number;
    readonly rankLow: number;
    readonly rankHigh: number;
    readonly rankShares: readonly number[];
  })[];
  readonly alwaysAbove: readonly Named[];
  readonly depends: readonly Named[];
  readonly neverAbove: readonly Named[];
  readonly neighbours: readonly {
    readonly ahead: Named;
    readonly behind: Named;
    readonly scoreGap: number;
    readonly aheadShare: number;
    readonly smallestMove: number | null;
    readonly changedWeights: readonly { readonly criterionId: string; readonly to: number }[] | null;
  }[];
  readonly criteria: readonly {
    readonly criterionId: string;
    readonly weight: number;
    readonly rankingFrom: number;
    readonly rankingTo: number;
    readonly lineFrom: number;
    readonly lineTo: number;
    readonly above: readonly { readonly rises: Named; readonly falls: Named }[] | null;
  }[];
  readonly tried: {
    readonly weights: readonly { readonly criterionId: string; readonly from: number; readonly to: number }[];
    readonly entering: readonly Named[];
    readonly leaving: readonly Named[];
    readonly moved: readonly (Named & { readonly from: number; readonly to: number })[];
  } | null;
  readonly problem: object;
}
const ids = (list: readonly Named[]) => list.map(({ applicationId }) => applicationId);

/** Scores of the demonstration portfolio under other weights, without the service. */
function scored(weights: Readonly<Record<string, number>> | null) {
  const scores = scoreRound(demo, standardRoundScoring, weights);
  if (!scores.ok) throw new Error(JSON.stringify(scores.refusal));
  const order = scores.value.ranking.flatMap((group) => [...group].sort());
  return {
    order,
    above: fundedDownRanking(demo, order),
    score: (id: string) => scores.value.applications.find(({ applicationId }) => applicationId === id)!.score!,
  };
}

describeOnDatabase('stability of a ranking', () => {
  const api = useTestApi();
  const robustness = async (args = '', of = callId) =>
    (
      await api().data<{ rankingRobustness: Robustness }>(
        `{ rankingRobustness(callId: "${of}", draws: 2000${args}) { ... on Refused { refusals { code path messageSv } }
          ... on RankingRobustness { budgetSek applications { applicationId place score isAboveLine aboveLine bestRank worstRank rankLow rankHigh rankShares }
            alwaysAbove { applicationId } depends { applicationId } neverAbove { applicationId }
            neighbours { ahead { applicationId } behind { applicationId } scoreGap aheadShare smallestMove changedWeights { criterionId to } }
            criteria { criterionId weight rankingFrom rankingTo lineFrom lineTo above { rises { applicationId } falls { applicationId } } }
            tried { weights { criterionId from to } entering { applicationId } leaving { applicationId } moved { applicationId from to } } problem } } }`,
      )
    ).rankingRobustness;

  it('ranks as the scores do, draws the line where the money ends, and repeats itself', async () => {
    const answer = await robustness();
    const { order, above } = scored(null);
    expect(ids(answer.applications)).toEqual(order);
    expect(answer.applications.map(({ place }) => place)).toEqual(order.map((_, index) => index + 1));
    expect(ids(answer.applications.filter(({ isAboveLine }) => isAboveLine))).toEqual(above);
    const { problem } = answer;
    const local = evaluate(problem);
    if (!local.ok) throw new Error(JSON.stringify(local.refusal));
    const { alternatives } = local.value.results[0]!.outcome as {
      alternatives: { alternative: string; funded: { share: number }; rankAcceptability: number[] }[];
    };
    for (const own of answer.applications) {
      const drawn = alternatives.find(({ alternative }) => alternative === own.applicationId)!;
      expect(own.aboveLine).toBe(drawn.funded.share);
      expect(own.rankShares).toEqual(drawn.rankAcceptability);
      expect(own.rankLow).toBeGreaterThanOrEqual(own.bestRank);
      expect(own.rankHigh).toBeLessThanOrEqual(own.worstRank);
      const better = own.rankShares.slice(0, own.rankLow - 1).reduce((sum, share) => sum + share, 0);
      const worse = own.rankShares.slice(own.rankHigh).reduce((sum, share) => sum + share, 0);
      expect(better).toBeLessThanOrEqual(0.05 + 1e-12);
      expect(worse).toBeLessThanOrEqual(0.05 + 1e-12);
    }
    expect([...answer.alwaysAbove, ...answer.depends, ...answer.neverAbove]).toHaveLength(42);
  });

  it('has fewer places that depend on the weights the more is known of them', async () => {
    const some = await Promise.all(
      [', doubt: any', ', doubt: near, margin: 0.05', ', doubt: near, margin: 0.01'].map((args) => robustness(args)),
    );
    const [any, near, nearer] = some.map(({ depends }) => depends.length) as [number, number, number];
    expect(any).toBeGreaterThan(near);
    expect(near).toBeGreaterThanOrEqual(nearer);
  });

  it('says how little makes two neighbours equal: with those weights they are', async () => {
    const { neighbours } = await robustness();
    expect(neighbours).toHaveLength(41);
    const weights = Object.fromEntries(demo.criteria.map(({ id, weight }) => [id, weight]));
    for (const { ahead, behind, scoreGap, aheadShare, smallestMove, changedWeights } of neighbours) {
      expect(aheadShare).toBeGreaterThanOrEqual(0);
      if (smallestMove === null) continue;
      expect(smallestMove > 0).toBe(scoreGap > 1e-9);
      const other = {
        ...weights,
        ...Object.fromEntries(changedWeights!.map(({ criterionId, to }) => [criterionId, to])),
      };
      const { score } = scored(other);
      expect(score(ahead.applicationId)).toBeCloseTo(score(behind.applicationId), 9);
      // A weight that moves from one criterion to another changes a difference of values by at most twice as much.
      expect(2 * smallestMove).toBeGreaterThanOrEqual(scoreGap - 1e-9);
    }
  });

  it('says how far a weight can go before the line moves: there it does, and not before', async () => {
    const { criteria } = await robustness();
    const { above } = scored(null);
    const weights = Object.fromEntries(demo.criteria.map(({ id, weight }) => [id, weight]));
    const at = (criterionId: string, share: number) => {
      const rest = 1 - weights[criterionId]!;
      return scored(
        Object.fromEntries(
          Object.entries(weights).map(([id, w]) => [id, id === criterionId ? share : (w * (1 - share)) / rest]),
        ),
      ).above;
    };
    let moved = 0;
    for (const { criterionId, weight, rankingFrom, rankingTo, lineFrom, lineTo } of criteria) {
      expect(lineFrom).toBeLessThanOrEqual(rankingFrom);
      expect(lineTo).toBeGreaterThanOrEqual(rankingTo);
      expect(weight).toBeGreaterThanOrEqual(lineFrom);
      if (lineTo >= 1) continue;
      expect([...at(criterionId, lineTo - 1e-6)].sort()).toEqual([...above].sort());
      expect([...at(criterionId, lineTo + 1e-6)].sort()).not.toEqual([...above].sort());
      moved += 1;
    }
    expect(moved).toBeGreaterThan(0);
  });

  it('shows what one other weight would do', async () => {
    const { tried } = await robustness(', tried: { criterionId: "C1", share: 0.5 }');
    const weights = Object.fromEntries(tried!.weights.map(({ criterionId, to }) => [criterionId, to]));
    expect(weights['C1']).toBe(0.5);
    expect(Object.values(weights).reduce((sum, to) => sum + to, 0)).toBeCloseTo(1, 12);
    const [now, then] = [scored(null), scored(weights)];
    expect(ids(tried!.entering)).toEqual(then.above.filter((id) => !now.above.includes(id)));
    expect(ids(tried!.leaving)).toEqual(now.above.filter((id) => !then.above.includes(id)));
    for (const { applicationId, from, to } of tried!.moved) {
      expect(now.order[from - 1]).toBe(applicationId);
      expect(then.order[to - 1]).toBe(applicationId);
    }
    expect(tried!.moved.length).toBeGreaterThan(0);
  });

  it('refuses what it cannot use, in words and with the place', async () => {
    const codes = ({ refusals }: Robustness) => refusals?.map(({ code, path }) => [code, path.join('.')]);
    expect(codes(await robustness(', doubt: near, margin: 0'))).toEqual([['number-outside-range', 'margin']]);
    expect(codes(await robustness(', seed: -1'))).toEqual([['number-outside-range', 'seed']]);
    expect(codes(await robustness(', tried: { criterionId: "C9", share: 0.5 }'))).toEqual([
      ['criterion-unknown', 'tried.criterionId'],
    ]);
    expect(codes(await robustness(', tried: { criterionId: "C1", share: 1.5 }'))).toEqual([
      ['number-outside-range', 'tried.share'],
    ]);
    await api().data(
      'mutation { saveCall(input: { id: "EMPTY", name: "Tom", decisionDate: "2027-01-01" }) { __typename } }',
    );
    expect((await robustness('', 'EMPTY')).refusals?.[0]?.messageSv).toMatch(/^[\p{Lu}].+\.$/su);
    expect(
      (await api().ask('{ rankingRobustness(callId: "NONE") { __typename } }')).errors?.[0]?.extensions?.['code'],
    ).toBe('NOT_FOUND');
  });
});
