import { describeOnDatabase } from '../support/database';
import { demoRound } from '../support/demo-round';
import { solvedLocally } from '../support/solved-locally';
import { useTestApi } from '../support/test-api';
import type { ProbabilityOutcome, RobustOutcome } from '@fordela/portfolio';

const demo = demoRound();
const callId = demo.call.id;
const options = { objective: 'sum_of_value' };

interface Named {
  readonly applicationId: string;
  readonly title: string;
}
interface Refusals {
  readonly refusals?: readonly {
    readonly code: string;
    readonly path: readonly string[];
    readonly messageSv: string;
  }[];
}
interface Robust extends Refusals {
  readonly isComplete: boolean;
  readonly portfolioCount: number;
  readonly safeYes: readonly (Named & { readonly coreIndex: number })[];
  readonly safeNo: readonly Named[];
  readonly discuss: readonly (Named & { readonly coreIndex: number })[];
  readonly leftOut: readonly Named[];
  readonly maximin: { readonly figure: number } | null;
  readonly minimaxRegret: { readonly figure: number } | null;
  readonly scores: string;
  readonly uncertainScores: number;
  readonly missingScores: number;
  readonly conventions: Readonly<Record<string, unknown>>;
  readonly byExample: {
    readonly examples: number;
    readonly discuss: readonly Named[];
    readonly alwaysIn: readonly Named[];
    readonly neverIn: readonly Named[];
  } | null;
  readonly problem: { readonly tasks: readonly { readonly weightInformation?: object }[] };
}
interface Probability extends Refusals {
  readonly applications: readonly (Named & { readonly probability: number; readonly standardError: number })[];
  readonly uncertainScores: number;
  readonly problem: object;
}
interface Information extends Refusals {
  readonly asked: number;
  readonly questions: readonly {
    readonly kind: string;
    readonly application: Named | null;
    readonly criterionIds: readonly string[];
    readonly expectedGain: number;
    readonly messageSv: string;
    readonly messageEn: string;
  }[];
}

// Whole searches over the demonstration call: some take long when much else runs beside them.
jest.setTimeout(240_000);

describeOnDatabase('what of the best portfolio is certain', () => {
  const api = useTestApi();
  const robust = async (weights: string, own: object = options, more = 'scores: stated') =>
    (
      await api().data<{ robustPortfolio: Robust }>(
        `query($o: AllocationOptionsInput!, $w: WeightKnowledge!) { robustPortfolio(callId: "${callId}", options: $o, weights: $w ${more}) {
          ... on Refused { refusals { code path messageSv } }
          ... on RobustPortfolio { isComplete portfolioCount safeYes { applicationId title coreIndex } safeNo { applicationId title }
            discuss { applicationId title coreIndex } leftOut { applicationId } maximin { figure portfolios { grantedSek } } minimaxRegret { figure } scores uncertainScores missingScores conventions
            byExample { examples discuss { applicationId } alwaysIn { applicationId } neverIn { applicationId } } problem } } }`,
        { o: own, w: weights },
      )
    ).robustPortfolio;
  const probability = async (args: string) =>
    (
      await api().data<{ fundingProbability: Probability }>(
        `query($o: AllocationOptionsInput!) { fundingProbability(callId: "${callId}", options: $o, ${args}) {
          ... on Refused { refusals { code path messageSv } }
          ... on FundingProbabilities { applications { applicationId title probability standardError } uncertainScores problem } } }`,
        { o: options },
      )
    ).fundingProbability;

  it('lists safe yes, safe no and to discuss as the engine does without a database', async () => {
    const answer = await robust('order');
    const local = await solvedLocally<RobustOutcome>(answer.problem);
    const possible = (ids: readonly string[]) =>
      ids.filter((id) => !answer.leftOut.some(({ applicationId }) => applicationId === id));
    expect(answer.portfolioCount).toBe(local.portfolioCount);
    expect(answer.safeYes.map(({ applicationId }) => applicationId)).toEqual(local.safeYes);
    expect(answer.safeNo.map(({ applicationId }) => applicationId)).toEqual(possible(local.safeNo));
    expect(answer.discuss.map(({ applicationId }) => applicationId).sort()).toEqual(local.discuss);
    // The call's weights fall from C1 to C8: nothing but that order is taken as known.
    expect(answer.problem.tasks[0]!.weightInformation).toEqual({ order: demo.criteria.map(({ id }) => [id]) });
    expect(answer.maximin!.figure).toBe(local.maximin!.figure);
    expect(answer.discuss.map(({ coreIndex }) => coreIndex)).toEqual(
      [...answer.discuss].map(({ coreIndex }) => coreIndex).sort((a, b) => b - a),
    );
    const titles = new Map(demo.applications.map(({ id, project }) => [id, project.title]));
    expect(answer.safeYes.every(({ applicationId, title }) => titles.get(applicationId) === title)).toBe(true);
  });

  it('has less to discuss the more is known of the weights', async () => {
    const [any, order, stated] = [await robust('any'), await robust('order'), await robust('stated')];
    expect(any.discuss.length).toBeGreaterThan(order.discuss.length);
    expect(order.discuss.length).toBeGreaterThan(stated.discuss.length);
    expect(stated.discuss).toEqual([]);
    const ids = (list: readonly Named[]) => list.map(({ applicationId }) => applicationId);
    expect(ids(order.safeYes)).toEqual(expect.arrayContaining(ids(any.safeYes)));
    expect(ids(stated.safeYes)).toEqual(expect.arrayContaining(ids(order.safeYes)));
  });

  /** The interval of a rated score by the rule, from the ratings themselves. */
  const intervalOf = (applicationId: string, criterionId: string, rule: string) => {
    const own = demo.ratings.filter(
      (rating) =>
        rating.applicationId === applicationId && rating.criterionId === criterionId && !rating.conflictDeclared,
    );
    const given = own.flatMap(({ rating }) => (rating !== null && rating >= 1 && rating <= 5 ? [rating] : []));
    const owed = own.filter(({ rating, cannotJudge }) => rating === null && !cannotJudge).length;
    if (given.length === 0) return [0, 1];
    const ends = [1, 5].map((end) => [...given, ...Array.from({ length: owed }, () => end)]);
    const candidates = ends.flatMap((all) =>
      rule === 'reviewer_range'
        ? all
        : all.map((_, left) => {
            const rest = all.length > 1 ? all.filter((__, k) => k !== left) : all;
            return rest.reduce((sum, rating) => sum + rating, 0) / rest.length;
          }),
    );
    return [Math.min(...candidates), Math.max(...candidates)].map((rating) => (rating - 1) / 4);
  };

  it.each(['mean_without_one', 'reviewer_range'])(
    'asks about scores between the ends of the named rule: %s',
    async (rule) => {
      const answer = await robust('stated', options, `scores: ${rule} stateLimit: 1`);
      const { projects } = answer.problem as unknown as {
        projects: { id: string; values: Record<string, number | { low: number; high: number }> }[];
      };
      let intervals = 0;
      for (const { id, values } of projects)
        for (const [criterionId, value] of Object.entries(values)) {
          const [low, high] = intervalOf(id, criterionId, rule) as [number, number];
          const own = typeof value === 'number' ? { low: value, high: value } : value;
          if (typeof value !== 'number') intervals += 1;
          expect([own.low, own.high]).toEqual([expect.closeTo(low, 9), expect.closeTo(high, 9)]);
        }
      expect(answer).toMatchObject({ scores: rule, uncertainScores: intervals, isComplete: false, maximin: null });
      expect(answer.conventions).toMatchObject({ scores: rule, missingRatings: 'whole-scale' });
      expect(intervals).toBeGreaterThan(200);
      // What was not searched through is not listed, but examples prove some of it.
      expect([answer.safeYes, answer.safeNo, answer.discuss]).toEqual([[], [], []]);
      expect(answer.byExample!.examples).toBeGreaterThan(50);
      expect(answer.byExample!.discuss.length).toBeGreaterThan(0);
    },
  );

  it('has more to discuss when scores are in doubt too, and what examples prove is among it', async () => {
    const exact = await robust('stated');
    const doubt = await robust('stated', options, 'scores: mean_without_one');
    const early = await robust('stated', options, 'scores: mean_without_one stateLimit: 1');
    const local = await solvedLocally<RobustOutcome>(doubt.problem);
    expect([doubt.isComplete, doubt.portfolioCount]).toEqual([true, local.portfolioCount]);
    expect([exact.uncertainScores, exact.byExample, doubt.byExample]).toEqual([0, null, null]);
    const ids = (list: readonly Named[]) => list.map(({ applicationId }) => applicationId);
    expect(ids(exact.safeYes)).toEqual(expect.arrayContaining(ids(doubt.safeYes)));
    expect(ids(exact.safeNo)).toEqual(expect.arrayContaining(ids(doubt.safeNo)));
    expect(doubt.discuss.length).toBeGreaterThan(10);
    expect(doubt.maximin!.figure).toBeLessThan(exact.maximin!.figure);
    expect(doubt.minimaxRegret!.figure).toBeGreaterThan(0);
    expect(ids(doubt.discuss)).toEqual(expect.arrayContaining(ids(early.byExample!.discuss)));
    expect(ids(early.byExample!.alwaysIn)).toEqual(expect.arrayContaining(ids(doubt.safeYes)));
    expect(ids(early.byExample!.neverIn)).toEqual(expect.arrayContaining(ids(doubt.safeNo)));
  });

  it('leaves one reviewer out of everything, as the engine does without a database', async () => {
    const answer = await probability('samples: 60, weights: stated, reviewers: leave_one_out');
    const local = await solvedLocally<ProbabilityOutcome>(answer.problem);
    const expected = new Map(local.projects.map((own) => [own.project, own.probability]));
    for (const { applicationId, probability: share } of answer.applications)
      expect(share).toBe(expected.get(applicationId));
    // Seven reviewers: no more than seven portfolios can be the best one.
    expect(local.distinctPortfolios).toBeGreaterThan(1);
    expect(local.distinctPortfolios).toBeLessThanOrEqual(demo.reviewers.length);
  });

  it('gives the probability of each grant with its error, as the engine does without a database', async () => {
    const answer = await probability('samples: 200, seed: 7');
    const local = await solvedLocally<ProbabilityOutcome>(answer.problem);
    const expected = new Map(local.projects.map((own) => [own.project, own.probability]));
    expect(answer.uncertainScores).toBeGreaterThan(0);
    for (const { applicationId, probability: share, standardError } of answer.applications) {
      expect(share).toBe(expected.get(applicationId));
      expect(standardError).toBeCloseTo(Math.sqrt((share * (1 - share)) / 200), 12);
    }
  });

  it('is a yes or a no when nothing is in doubt', async () => {
    const { applications, uncertainScores } = await probability('samples: 3, weights: stated, reviewers: none');
    expect(uncertainScores).toBe(0);
    expect(applications.filter((own) => own.probability === 1)).toHaveLength(19);
    expect(applications.filter((own) => own.probability !== 0 && own.probability !== 1)).toEqual([]);
  });

  it('asks what would settle most, in words, most first', async () => {
    const { valueOfInformation } = await api().data<{ valueOfInformation: Information }>(
      `query($o: AllocationOptionsInput!) { valueOfInformation(callId: "${callId}", options: $o, weights: any, reviewers: none, list: 3) {
        ... on Refused { refusals { code path messageSv } }
        ... on ValueOfInformation { asked questions { kind application { applicationId title } criterionIds expectedGain messageSv messageEn } } } }`,
      { o: options },
    );
    const { questions, asked } = valueOfInformation;
    expect(asked).toBe(28);
    expect(questions).toHaveLength(3);
    expect(questions[0]).toMatchObject({ kind: 'weights', application: null, criterionIds: ['C6', 'C7'] });
    expect(questions[0]!.messageSv).toBe(
      'Vad väger tyngst: Genomförandeförmåga och Höjer lägstanivån / når tunna förvaltningar?',
    );
    const gains = questions.map(({ expectedGain }) => expectedGain);
    expect(gains).toEqual([...gains].sort((a, b) => b - a));
    expect(gains.at(-1)).toBeGreaterThan(0);
  });

  it('refuses what it cannot use, in words and with the place', async () => {
    expect((await probability('samples: 0')).refusals).toEqual([
      {
        code: 'number-outside-range',
        path: ['samples'],
        messageSv: '0 går inte att räkna med här. Ange ett tal från 1 till 10\u00a0000.',
      },
    ]);
    expect((await robust('order', {})).refusals).toMatchObject([
      { code: 'objective-missing', path: ['options', 'objective'] },
    ]);
    const impossible = {
      objective: 'sum_of_value',
      limits: [
        { dimension: 'ownerGroup', groups: ['region_own'], minSek: 20_000_000 },
        { dimension: 'ownerGroup', groups: ['region_own'], maxSek: 1_000_000 },
      ],
    };
    expect(await robust('order', impossible)).toMatchObject({ portfolioCount: 0, safeYes: [], discuss: [] });
  });
});
