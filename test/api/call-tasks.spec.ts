import { registeredTasks as allocationTasks } from '@fordela/portfolio';
import { registeredTasks as scoringTasks } from '@fordela/scoring';
import { describeOnDatabase } from '../support/database';
import { demoRound } from '../support/demo-round';
import { useTestApi } from '../support/test-api';

const demo = demoRound();
const callId = demo.call.id;
const each = <Value>(value: Value) => Object.fromEntries(demo.criteria.map(({ id }) => [id, value]));
const [first, second] = ['SRM-26-012', 'SRM-26-001'];
const selection = ['SRM-26-001', 'SRM-26-002', 'SRM-26-006'];
const voters = { from: 'groups', dimension: 'municipality' };

interface Elsewhere {
  readonly needs: string;
  readonly options?: object;
  readonly code: string;
}

/** What a task must be told beyond the stored call; nothing for those not named. */
const scoringOptions: Readonly<Record<string, object>> = {
  promethee: { functions: { type: 'linear', q: 0, p: 2 } },
  'electre-1': { concordance: 0.7, discordance: 0.3 },
  'electre-tri': {
    categories: ['svag', 'stark'],
    profiles: [{ performances: each(3) }],
    q: 0.25,
    p: 0.5,
    cut: 0.6,
  },
  owa: { orderWeights: [0.3, 0.2, 0.15, 0.1, 0.1, 0.05, 0.05, 0.05] },
  choquet: { shapley: { singles: each(1 / 8) } },
  lexicographic: { order: demo.criteria.map(({ id }) => id) },
  satisficing: { levels: each(3) },
  ervd: { reference: each(3) },
  lopm: { limits: each({ lower: 3 }) },
  compare: { methods: [{ task: 'additive-value' }, { task: 'topsis' }, { task: 'vikor' }] },
  'krippendorff-alpha': { criterion: 'C1', level: 'ordinal' },
  'aggregate-ratings': { criterion: 'C1', scale: { min: 1, max: 5 } },
  'funding-zone': { places: 1, ranks: [{ unit: first, rank: 1, low: 1, high: 2 }] },
  'public-draw': { seed: 'nämnden 2026-06-15', ids: [first, second], places: 1 },
  smaa: { draws: 1000, seed: 1, line: 'envelope' },
  tornado: { alternative: first },
  'smallest-change': { alternative: first, over: second },
  'rank-reversal': { method: { task: 'topsis' }, withdraw: [second] },
  'expected-ranks': { funding: { places: 19 } },
};
/** Tasks that answer something no stored call holds: what, how they are asked, and the code of the refusal. */
const scoringElsewhere: Readonly<Record<string, Elsewhere>> = {
  ahp: { needs: 'pairwise comparisons of the alternatives', code: 'problem-missing-key' },
  comet: { needs: 'characteristic objects judged one against another', code: 'problem-not-understood' },
  'rank-entropy': { needs: 'a table of rank acceptabilities', code: 'problem-missing-key' },
  'approval-voting': { needs: 'ballots', code: 'problem-missing-key' },
  'group-ranking': { needs: 'ballots', code: 'ballot-incomplete' },
  'fleiss-kappa': {
    needs: 'the same number of ratings of every application',
    options: { criterion: 'C1' },
    code: 'rating-missing',
  },
  'intraclass-correlation': {
    needs: 'applications that all reviewers have rated',
    options: { criterion: 'C1', missing: 'listwise' },
    code: 'icc-too-few-units',
  },
  'kendall-w': {
    needs: 'reviewers who have all rated everything',
    options: { criterion: 'C1' },
    code: 'rating-missing',
  },
  'cohen-kappa': {
    needs: 'two reviewers who do not give all the same rating',
    options: { criterion: 'C1' },
    code: 'kappa-single-value',
  },
};

const allocationOptions: Readonly<Record<string, object>> = {
  'split-sweep': { dimension: 'ownerGroup', group: 'region_own', steps: 4 },
  'split-grid': { dimension: 'ownerGroup', steps: 3 },
  'policy-simulation': { draws: 10, years: 3 },
  overrides: { overrides: [{ in: [first] }] },
  'max-welfare': { voters },
  'equal-shares': { voters },
  phragmen: {},
  'compare-rules': { voters, rules: [{ rule: 'equal-shares' }, { rule: 'phragmen' }] },
  satisfaction: { voters, selection },
  'election-statistics': { voters },
  priceability: { voters, selection },
  representation: { voters, selection, axioms: ['jr', 'ejr_plus'] },
  'why-not-funded': { voters },
  'portfolio-metrics': { selection },
  reasons: { projects: selection },
};
const allocationElsewhere: Readonly<Record<string, Elsewhere>> = {
  inequality: { needs: 'stated amounts', code: 'allocation-not-understood' },
  'fairness-bounds': { needs: 'stated parties', code: 'allocation-missing-key' },
  liquidity: { needs: 'phases and claims: asked of the call itself', code: 'allocation-missing-key' },
};

interface Outcome {
  readonly refusals?: readonly {
    readonly code: string;
    readonly path: readonly string[];
    readonly messageSv: string;
    readonly messageEn: string;
  }[];
  readonly results?: readonly { readonly task: string; readonly outcome: Record<string, unknown> }[];
}

describeOnDatabase('tasks about a stored call', () => {
  const api = useTestApi();
  const parts = 'refusals { code path messageSv messageEn }';
  const evaluate = async (tasks: unknown, more = '') =>
    (
      await api().data<{ evaluateCall: Outcome }>(
        `query($tasks: Json!) { evaluateCall(callId: "${callId}", tasks: $tasks ${more}) {
          ... on Refused { ${parts} } ... on Evaluation { results { task outcome } } } }`,
        { tasks },
      )
    ).evaluateCall;
  const allocate = async (tasks: unknown, options: object = { objective: 'sum_of_value' }) =>
    (
      await api().data<{ allocateCall: Outcome }>(
        `query($tasks: Json!, $options: AllocationOptionsInput!) { allocateCall(callId: "${callId}", options: $options, tasks: $tasks) {
          ... on Refused { ${parts} } ... on AllocationAnswer { results { task outcome } } } }`,
        { tasks, options },
      )
    ).allocateCall;

  it.each(
    scoringTasks()
      .map(({ name }) => name)
      .filter((name) => !(name in scoringElsewhere)),
  )('answers %s', async (task) => {
    const answer = await evaluate([{ task, ...scoringOptions[task] }]);
    expect(answer.refusals ?? []).toEqual([]);
    expect(answer.results).toHaveLength(1);
  });

  it.each(
    allocationTasks()
      .map(({ name }) => name)
      .filter((name) => !(name in allocationElsewhere)),
  )('answers %s', async (task) => {
    const answer = await allocate([{ task, ...allocationOptions[task] }]);
    expect(answer.refusals ?? []).toEqual([]);
    expect(answer.results).toHaveLength(1);
  });

  it.each([
    ...Object.entries(scoringElsewhere).map(([task, elsewhere]) => ({ task, ...elsewhere, ask: evaluate })),
    ...Object.entries(allocationElsewhere).map(([task, elsewhere]) => ({ task, ...elsewhere, ask: allocate })),
  ])('refuses $task in a sentence, for want of $needs', async ({ task, options, code, ask }) => {
    const { refusals, results } = await ask([{ task, ...options }]);
    expect(results).toBeUndefined();
    expect(refusals?.[0]).toMatchObject({ code });
    for (const { path, messageSv, messageEn } of refusals!) {
      expect(path.slice(0, 2)).toEqual(['tasks', '0']);
      expect(`${messageSv} ${messageEn}`).not.toMatch(/\b(record|array|undefined|NaN)\b/);
      expect(messageSv).toMatch(/^[\p{Lu}”].+\.$/su);
      expect(messageEn).toMatch(/^.+\.$/su);
    }
  });

  it('scores as the scores of the call, whatever else is asked', async () => {
    const { scores } = await api().data<{ scores: { applications: { applicationId: string; score: number }[] } }>(
      `{ scores(callId: "${callId}") { ... on Scores { applications { applicationId score } } } }`,
    );
    const { results } = await evaluate([{ task: 'additive-value' }]);
    const rows = results![0]!.outcome['scores'] as { alternative: string; score: number }[];
    for (const { alternative, score } of rows)
      expect(scores.applications.find(({ applicationId }) => applicationId === alternative)?.score).toBe(score);
  });

  it('leaves a declared conflict out of what reviewer tasks read', async () => {
    const { results } = await evaluate([{ task: 'rating-spread', criterion: 'C1' }]);
    const { units } = results![0]!.outcome as { units: { unit: string; count: number }[] };
    const conflicted = demo.ratings.filter(
      ({ applicationId, criterionId }) => applicationId === 'SRM-26-004' && criterionId === 'C1',
    );
    expect(conflicted.some(({ conflictDeclared }) => conflictDeclared)).toBe(true);
    expect(units.find(({ unit }) => unit === 'SRM-26-004')?.count).toBe(conflicted.length - 1);
  });

  it('walks down the ranking to the money line of the envelope', async () => {
    const { results } = await evaluate([{ task: 'smaa', draws: 200, seed: 7, line: 'envelope' }]);
    expect(JSON.stringify(results![0]!.outcome)).toContain('"funded":{');
  });

  it('refuses what is no task, and an unknown criterion, with the place', async () => {
    const codes = ({ refusals }: Outcome) => refusals?.map(({ code, path }) => [code, path.join('.')]);
    expect(codes(await evaluate('smaa'))).toEqual([['round-tasks-missing', 'tasks']]);
    expect(codes(await allocate([]))).toEqual([['round-tasks-missing', 'tasks']]);
    expect(codes(await evaluate([{ task: 'rating-spread', criterion: 'C9' }]))).toEqual([
      ['criterion-unknown', 'tasks.0.criterion'],
    ]);
    expect(codes(await evaluate([{ task: 'toppsis' }]))?.[0]?.[1]).toBe('tasks.0.task');
  });

  it('recomputes the published examples on request', async () => {
    const { selfTest } = await api().data<{
      selfTest: { reproduced: number; total: number; cases: { id: string; source: string; differences: object[] }[] };
    }>('{ selfTest { reproduced total cases { id source ok differences { figure expected got } } } }');
    expect(selfTest.cases.flatMap(({ differences }) => differences)).toEqual([]);
    expect(selfTest.total).toBe(selfTest.cases.length);
    for (const id of ['topsis-tzeng-huang-2011', 'pb-rules-lackner-skowron-2023', 'liquidity-kraftsamla-three-million'])
      expect(selfTest.cases.map((item) => item.id)).toContain(id);
    expect(selfTest.reproduced).toBe(selfTest.total);
    expect(selfTest.cases.every(({ source }) => source.length > 10)).toBe(true);
  });
});
