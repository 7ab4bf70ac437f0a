import type { EfficientOutcome } from '@fordela/portfolio';
import { describeOnDatabase } from '../support/database';
import { demoRound } from '../support/demo-round';
import { solvedLocally } from '../support/solved-locally';
import { useTestApi } from '../support/test-api';

const demo = demoRound();
const callId = demo.call.id;

interface Named {
  readonly applicationId: string;
}
interface Point {
  readonly values: readonly number[];
  readonly isSupported: boolean | null;
  readonly portfolio: { readonly grantedSek: number; readonly grants: number; readonly applications: readonly Named[] };
  readonly entering: readonly Named[];
  readonly leaving: readonly Named[];
}
interface Answer {
  readonly isComplete: boolean;
  readonly frontierSize: number;
  readonly aims: readonly {
    readonly unit: string;
    readonly direction: string;
    readonly best: number;
    readonly nameSv: string;
  }[];
  readonly points: readonly Point[];
  readonly problem: object;
  readonly refusals?: readonly { readonly code: string; readonly path: readonly string[] }[];
}

describeOnDatabase('efficient portfolios of stored applications', () => {
  const api = useTestApi();
  const ask = async (aims: readonly object[], list = 2_000) =>
    (
      await api().data<{ efficientPortfolios: Answer }>(
        `query($a: [AimInput!]!, $list: Int!) { efficientPortfolios(callId: "${callId}", options: { objective: sum_of_value }, aims: $a, list: $list) {
          ... on Refused { refusals { code path messageSv } }
          ... on EfficientPortfolios { isComplete statesVisited frontierSize portfolioCount aims { aim unit direction best worst nameSv nameEn }
            points { values isSupported portfolioCount portfolio { grants grantedSek applications { applicationId title } } entering { applicationId } leaving { applicationId } }
            applications { applicationId title coreIndex decision } problem } } }`,
        { a: aims, list },
      )
    ).efficientPortfolios;
  it('says what is proven when the search ends early', async () => {
    const { efficientPortfolios } = await api().data<{
      efficientPortfolios: Answer & {
        readonly proof: {
          readonly efficientPoints: number;
          readonly bestPossible: readonly number[];
          readonly within: number;
        };
        readonly observations: readonly { readonly code: string; readonly messageSv: string }[];
      };
    }>(
      `query { efficientPortfolios(callId: "${callId}", options: { objective: sum_of_value }, stateLimit: 500,
        aims: [{ aim: value }, { aim: smallest_group, dimension: municipality }]) { ... on EfficientPortfolios {
          isComplete frontierSize points { values isProven } proof { efficientPoints bestPossible within } problem observations { code messageSv } } } }`,
    );
    const { isComplete, points, proof, problem, observations } = efficientPortfolios;
    const local = await solvedLocally<EfficientOutcome>(problem);
    expect(isComplete).toBe(false);
    expect([proof.efficientPoints, proof.within]).toEqual([local.proof!.efficientPoints, local.proof!.within]);
    expect(points.filter((point) => (point as Point & { isProven: boolean }).isProven)).toHaveLength(
      proof.efficientPoints,
    );
    points.forEach(({ values }) =>
      values.forEach((value, k) => expect(value).toBeLessThanOrEqual(proof.bestPossible[k]! + 1e-9)),
    );
    expect(observations.find(({ code }) => code === 'efficient-incomplete')!.messageSv).toMatch(
      /Bevisat: \d+ av dem är effektiva, och för varje möjlig portfölj .* % av målets spann sämre\. Höj gränsen/u,
    );
  });

  const valueAndMoney = [{ aim: 'value' }, { aim: 'least_money' }];

  it('are the engine’s own, from the best by value to nothing at all', async () => {
    const answer = await ask(valueAndMoney);
    const local = await solvedLocally<EfficientOutcome>(answer.problem);
    expect(answer.isComplete).toBe(true);
    expect(answer.points.map(({ values, isSupported }) => [values, isSupported])).toEqual(
      local.frontier.map(({ values, supported }) => [values, supported]),
    );
    expect(answer.points).toHaveLength(answer.frontierSize);
    const best = answer.points[0]!;
    expect([best.portfolio.grants, best.portfolio.grantedSek]).toEqual([19, 21_000_000]);
    expect(answer.points.at(-1)!.values).toEqual([0, 0]);
    expect(answer.aims.map(({ unit, direction }) => [unit, direction])).toEqual([
      ['value', 'most'],
      ['money', 'least'],
    ]);
  });

  it('are never dominated, cost what they say, and some are found by no weighing', async () => {
    const { points } = await ask(valueAndMoney);
    points.slice(1).forEach(({ values }, index) => {
      expect(values[0]).toBeLessThan(points[index]!.values[0]!);
      expect(values[1]).toBeLessThan(points[index]!.values[1]!);
    });
    for (const { values, portfolio } of points) expect(portfolio.grantedSek).toBe(values[1]);
    expect(points.some(({ isSupported }) => isSupported === false)).toBe(true);
    expect(points.some(({ isSupported }) => isSupported === true)).toBe(true);
  });

  it('tell who enters and leaves from each point to the next', async () => {
    const { points } = await ask(valueAndMoney);
    const ids = (list: readonly Named[]) => list.map(({ applicationId }) => applicationId);
    points.slice(1).forEach(({ portfolio, entering, leaving }, index) => {
      const before = ids(points[index]!.portfolio.applications);
      const after = before.filter((id) => !ids(leaving).includes(id)).concat(ids(entering));
      expect(after.sort()).toEqual(ids(portfolio.applications));
    });
  });

  it('take a criterion and a group as aims, and name them', async () => {
    const byCriterion = await ask([{ aim: 'criterion', criterionId: 'C7' }, { aim: 'least_money' }], 3);
    expect(byCriterion.aims[0]!.nameSv).toBe('Höjer lägstanivån / når tunna förvaltningar');
    expect(byCriterion.points).toHaveLength(3);
    expect(byCriterion.points[0]!.values[0]).toBe(byCriterion.aims[0]!.best);
    const group = { aim: 'group_money', dimension: 'ownerGroup', groups: ['municipal'] };
    const byGroup = await ask([group, { aim: 'grants' }]);
    expect(byGroup.aims.map(({ nameSv, unit, direction }) => [nameSv, unit, direction])).toEqual([
      ['Pengar till Kommunala', 'money', 'most'],
      ['Antal bidrag', 'count', 'least'],
    ]);
    for (const { values, portfolio } of byGroup.points) expect(portfolio.grants).toBe(values[1]);
  });

  it('say when the search was given up', async () => {
    const { efficientPortfolios } = await api().data<{
      efficientPortfolios: { isComplete: boolean; observations: readonly { code: string }[] };
    }>(
      `query($a: [AimInput!]!) { efficientPortfolios(callId: "${callId}", options: { objective: sum_of_value }, aims: $a, stateLimit: 50) {
        ... on EfficientPortfolios { isComplete observations { code } } } }`,
      { a: valueAndMoney },
    );
    expect(efficientPortfolios.isComplete).toBe(false);
    expect(efficientPortfolios.observations.map(({ code }) => code)).toContain('efficient-incomplete');
  });

  it('refuse an aim that lacks something, or one alone, with the place', async () => {
    expect((await ask([{ aim: 'criterion' }, { aim: 'grants' }])).refusals).toMatchObject([
      { code: 'aim-incomplete', path: ['aims', '0', 'criterionId'] },
    ]);
    expect((await ask([{ aim: 'value' }])).refusals).toMatchObject([{ code: 'number-outside-range', path: ['aims'] }]);
    expect((await ask([{ aim: 'value' }, { aim: 'criterion', criterionId: 'X' }])).refusals).toMatchObject([
      { path: expect.arrayContaining(['aims', '1']) },
    ]);
  });
});
