import { evaluate } from '../evaluate/evaluate';
import { parseDecisionProblem } from '../problem/decision-problem';
import { figureAt } from '@fordela/domain';
import { mergeSmaaCounts, smaaChunk } from './smaa/smaa-counts';
import { smaaAnswer, smaaRun } from './tasks/smaa-task';

/** Reads figures of the outcome of one task by path: `get('alternatives[].first.share')`. */
function outcome(problem: object, task: object) {
  const result = evaluate({ ...problem, tasks: [task] });
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  const all = result.value.results[0]!.outcome;
  return { all, get: (path: string) => figureAt(all, path), number: (path: string) => figureAt(all, path) as number };
}
function refusals(problem: object, task: object): readonly string[] {
  const result = evaluate({ ...problem, tasks: [task] });
  return result.ok ? [] : result.refusal.map(({ code, path }) => `${code} ${path.join('.')}`.trim());
}

interface Bar {
  readonly input: Readonly<Record<string, number | string>>;
  readonly swing: number;
}

/** Three projects on three criteria, all values already; costs in kronor. */
const projects = {
  criteria: ['early', 'shared', 'durable'],
  performances: {
    north: { early: 0.9, shared: 0.2, durable: 0.5 },
    south: { early: 0.4, shared: 0.8, durable: 0.6 },
    west: { early: 0.3, shared: 0.5, durable: { interval: [0.2, 1] } },
  },
};
const exact = {
  ...projects,
  performances: { ...projects.performances, west: { early: 0.3, shared: 0.5, durable: 0.6 } },
  weights: { early: 0.5, shared: 0.3, durable: 0.2 },
};
const asValues = { withoutScale: 'as-values' };

describe('the smaa task', () => {
  const task = { task: 'smaa', ...asValues, draws: 2000, seed: 7 };

  it('answers in ids, with errors, whatever the order of the rows', () => {
    const line = { budget: 100, costs: { north: 60, south: 50, west: 40 } };
    const forward = outcome(projects, { ...task, line });
    const { north, south, west } = projects.performances;
    const backward = outcome({ ...projects, performances: { west, south, north } }, { ...task, line });
    expect(backward.all).toEqual(forward.all);
    expect(forward.get('alternatives[].alternative')).toEqual(['north', 'south', 'west']);
    expect(forward.get('alternatives.0.first.standardError')).toBeGreaterThan(0.005);
    expect(forward.get('alternatives.0.centralWeights[].criterion')).toEqual(['early', 'shared', 'durable']);
    expect(forward.get('alternatives.0.confidence.share')).toBeGreaterThan(0.9);
    expect(forward.get('alternatives.0.funded.share')).toBeGreaterThan(forward.number('alternatives.0.first.share'));
    expect(forward.get('pairwiseWinning.rows')).toEqual(['north', 'south', 'west']);
    expect(forward.get('weights')).toMatchObject({ read: 'free', sampling: 'simplex', dimensions: 2 });
    expect(forward.get('rankingEntropy.bits')).toBeGreaterThan(forward.number('choiceEntropy.bits') - 1e-9);
  });

  it('reads what is known about the weights from the problem, or from its own option', () => {
    const read = (problem: object, options: object = {}) =>
      outcome({ ...projects, ...problem }, { ...task, draws: 50, ...options }).get('weights');
    expect(read({ weights: 'equal' })).toMatchObject({ read: 'fixed', sampling: 'fixed' });
    expect(read({ weights: { method: 'roc', ranking: ['shared', 'early', 'durable'] } })).toMatchObject({
      read: 'ranked',
      sampling: 'simplex',
    });
    const statements = { method: 'statements', statements: ['early >= durable'] };
    expect(read({ weights: statements })).toMatchObject({ read: 'statements', statements: ['early >= durable'] });
    expect(read({ weights: 'equal' }, { uncertainWeights: 'free' })).toMatchObject({ read: 'free' });
    expect(
      read({}, { uncertainWeights: { ranking: ['early', ['shared', 'durable']], sameLevel: 'unordered' } }),
    ).toMatchObject({
      read: 'ranked',
      sampling: 'linear-extension',
    });
    expect(
      read(
        {},
        { uncertainWeights: { intervals: { early: [0.3, 0.31], shared: [0.3, 0.31] } }, thinning: 5, burnIn: 9 },
      ),
    ).toMatchObject({
      sampling: 'hit-and-run',
      thinning: 5,
      burnIn: 9,
    });
    expect(read({ weights: statements }, { uncertainWeights: 'fixed' })).toMatchObject({ read: 'fixed' });
  });

  it('values natural units: lines, bends, steps and curves, and asks what a gap may be', () => {
    const one = (criterion: object, cell: unknown, options: object = {}) =>
      outcome(
        { criteria: [{ id: 'x', ...criterion }], performances: { a: { x: cell }, b: { x: 5 } } },
        { task: 'smaa', draws: 4000, ...options },
      ).number('alternatives.0.first.share');
    const near = (share: number, expected: number) => expect(Math.abs(share - expected)).toBeLessThan(0.035);
    const scale = { scale: { min: 0, max: 10 } };
    near(one(scale, { interval: [0, 10] }), 0.5);
    near(one({ ...scale, direction: 'minimise' }, { interval: [4, 8] }), 0.25);
    near(
      one(
        {
          value: {
            type: 'piecewise',
            points: [
              [0, 0],
              [4, 1],
              [10, 0],
            ],
          },
        },
        { interval: [0, 10] },
      ),
      (5 - 10 / 3) / 10,
    );
    near(
      one(
        {
          value: {
            type: 'stepped',
            steps: [
              [3, 0.5],
              [7, 1],
            ],
          },
        },
        { interval: [0, 10] },
        { ties: 'random' },
      ),
      0.3 + 0.5 * 0.4,
    );
    near(one({ value: { type: 'exponential', worst: 0, best: 10, rho: 0.3 } }, { triangular: [0, 5, 10] }), 0.5);
    near(one({ value: { type: 'linear', worst: 0, best: 10 } }, { normal: [5, 1] }), 0.5);
    near(
      one(scale, {
        discrete: [
          [1, 0.2],
          [9, 0.8],
        ],
      }),
      0.8,
    );
    near(one(scale, null, { missing: 'whole-scale' }), 0.5);
    near(one(scale, 'cannot_judge', { cannotJudge: 'whole-scale' }), 0.5);
    near(one({}, { interval: [0, 6] }, { withoutScale: 'observed-range' }), 1 / 6);
  });

  it('says how far a tabulated curve may be off', () => {
    const result = evaluate({
      criteria: [{ id: 'x', value: { type: 'exponential', worst: 0, best: 10, rho: 0.5 } }],
      performances: { a: { x: { interval: [0, 10] } }, b: { x: 5 } },
      tasks: [{ task: 'smaa', draws: 10 }],
    });
    if (!result.ok) throw new Error('refused');
    const [observation] = result.value.results[0]!.observations;
    expect(observation!.code).toBe('smaa-value-tabulated');
    expect(observation!.params.deviation).toBeLessThan(1e-6);
  });

  it('can be drawn in parts elsewhere and read here', () => {
    const problem = parseDecisionProblem({ ...projects, tasks: [] });
    if (!problem.ok) throw new Error('refused');
    const run = smaaRun(
      problem.value,
      { withoutScale: 'as-values', draws: 900, seed: 7 },
      { path: [], formulas: null },
    );
    if (!run.ok) throw new Error('refused');
    const { model, draws } = run.value;
    const parts = [0, 300, 600].map((from) => smaaChunk(structuredClone(model), from, from + 300));
    const answer = smaaAnswer(run.value, parts.reduce(mergeSmaaCounts));
    expect(JSON.stringify(answer.outcome)).toBe(JSON.stringify(outcome(projects, { ...task, draws }).all));
  });

  it('refuses by name and place what makes no sense', () => {
    expect(refusals(projects, { task: 'smaa' }).length).toBe(3);
    expect(refusals(projects, { ...task, draws: 0 })).toEqual(['problem-too-small tasks.0.draws']);
    expect(refusals(projects, { ...task, seed: -1 })).toEqual(['problem-too-small tasks.0.seed']);
    expect(refusals(projects, { ...task, line: { budget: 10, costs: { north: 1, south: 2 } } })).toEqual([
      'line-cost-missing tasks.0.line.costs',
    ]);
    expect(refusals(projects, { ...task, line: { budget: 10, costs: [1, 2] } })).toEqual([
      'problem-wrong-length tasks.0.line.costs',
    ]);
    expect(
      refusals(projects, { ...task, line: { budget: 10, costs: { north: 1, south: 2, west: 3, east: 4 } } }),
    ).toEqual(['problem-unknown-alternative tasks.0.line.costs.east']);
    expect(refusals(projects, { ...task, uncertainWeights: { ranking: ['early', 'early', 'late'] } })).toEqual([
      'ranking-repeated tasks.0.uncertainWeights.ranking.1',
      'statement-unknown-criterion tasks.0.uncertainWeights.ranking.2',
    ]);
    const contradictory = { ranking: ['early', 'shared'], statements: ['shared >= early + 0.2'] };
    expect(refusals(projects, { ...task, uncertainWeights: contradictory })[0]).toContain(
      'weights-statements-conflict',
    );
    const gap = {
      ...projects,
      performances: { ...projects.performances, east: { early: 1, shared: null, durable: 'cannot_judge' } },
    };
    expect(refusals(gap, task)).toEqual([
      'smaa-missing-score performances.east.shared',
      'smaa-missing-score performances.east.durable',
    ]);
    const levels = {
      criteria: [
        {
          id: 'x',
          value: {
            type: 'levels',
            values: [
              [1, 0],
              [2, 1],
            ],
          },
        },
      ],
      performances: { a: { x: { interval: [1, 2] } } },
    };
    expect(refusals(levels, { task: 'smaa' })).toEqual(['value-out-of-range performances.a.x']);
    const minimise = { criteria: [{ id: 'x', direction: 'minimise' }], performances: { a: { x: 1 } } };
    expect(refusals(minimise, task)[0]).toContain('value-direction-conflict');
  });
});

describe('rank-entropy', () => {
  it('takes acceptabilities from elsewhere, and says only what they tell', () => {
    const three = outcome(
      {},
      {
        task: 'rank-entropy',
        rankAcceptability: [
          [0.5, 0.5, 0],
          [0.5, 0.5, 0],
          [0, 0, 1],
        ],
      },
    );
    expect(three.get('choiceEntropy')).toBeCloseTo(1, 12);
    expect(three.get('rankingEntropy')).toBeNull();
    expect(three.get('rankEntropies[].entropy')).toEqual([1, 1, 0]);
    expect(refusals({}, { task: 'rank-entropy', rankAcceptability: [[0.5, 0.4]] })).toEqual([
      'acceptability-sum tasks.0.rankAcceptability.0',
    ]);
  });
});

describe('sensitivity tasks', () => {
  // north 0.61, south 0.56, west 0.42.
  it('weight-stability names who overtakes whom at which weight', () => {
    const first = outcome(exact, { task: 'weight-stability', ...asValues });
    expect(first.get('ranking[].alternative')).toEqual(['north', 'south', 'west']);
    // With early at w, the others at 3 : 2: north 0.9w + 0.32(1 − w), south 0.4w + 0.72(1 − w).
    expect(first.get('intervals.0.criterion')).toBe('early');
    expect(first.get('intervals.0.lower')).toBeCloseTo(0.4 / 0.9, 12);
    expect(first.get('intervals.0.below')).toEqual([{ rises: 'south', falls: 'north' }]);
    expect(first.get('intervals.0.above')).toBeNull();
    const pair = outcome(exact, { task: 'weight-stability', of: { pair: ['west', 'south'] }, ...asValues });
    expect(pair.get('intervals.0')).toMatchObject({ lower: 0, upper: 1 });
    const line = { budget: 100, costs: { north: 60, south: 50, west: 40 } };
    const funded = outcome(exact, { task: 'weight-stability', of: 'funded', line, ...asValues });
    expect(funded.get('intervals.0.below')).toEqual([{ rises: 'south', falls: 'north' }]);
    expect(refusals(exact, { task: 'weight-stability', of: 'funded', ...asValues })).toEqual([
      'line-needed tasks.0.line',
    ]);
    expect(refusals(exact, { task: 'weight-stability', of: { pair: ['west', 'x'] }, ...asValues })).toEqual([
      'problem-unknown-alternative tasks.0.of.pair.1',
    ]);
  });

  it('works on normalised performances where a normalisation is named', () => {
    const cars = {
      matrix: [
        [250, 16],
        [200, 20],
        [300, 32],
      ],
      types: ['min', 'max'],
      weights: [0.5, 0.5],
    };
    const read = outcome(cars, { task: 'weight-stability', normalisation: 'max' });
    expect(read.get('ranking')).toHaveLength(3);
  });

  it('one-way-sensitivity gives lines, stretches and who leads where', () => {
    const { get } = outcome(exact, { task: 'one-way-sensitivity', ...asValues });
    expect(get('criteria.0.first[].alternative')).toEqual(['south', 'north']);
    expect(get('criteria.0.first.0.to')).toBeCloseTo(0.4 / 0.9, 12);
    expect(get('criteria.0.stretches[].ranking')).toContainEqual(['north', 'south', 'west']);
    expect(get('criteria.0.complete')).toBe(true);
  });

  it('tornado moves weights and uncertain values', () => {
    const uncertain = { ...projects, weights: exact.weights };
    const task = { task: 'tornado', alternative: 'west', over: 'south', ...asValues };
    const found = outcome(uncertain, task);
    const bars = found.get('bars') as readonly Bar[];
    expect(found.get('base')).toBeCloseTo(0.42 - 0.56, 12);
    const value = bars.find(({ input }) => input.of === 'value')!;
    expect(value.input).toMatchObject({ alternative: 'west', criterion: 'durable', low: 0.2, high: 1 });
    expect(value.swing).toBeCloseTo(0.2 * 0.8, 12);
    expect(bars.filter(({ input }) => input.of === 'weight')).toHaveLength(3);
    const only = outcome(exact, { ...task, weightRanges: { early: [0.2, 0.8] } });
    expect(only.get('bars')).toHaveLength(1);
    const spread = outcome(exact, { ...task, weightRanges: {}, valueSpread: 0.1 });
    expect(spread.get('bars')).toHaveLength(6);
    const ends = {
      ...exact,
      performances: {
        ...exact.performances,
        west: {
          early: { normal: [0.5, 0.1] },
          shared: { triangular: [0, 0.5, 1] },
          durable: {
            discrete: [
              [0, 0.5],
              [1, 0.5],
            ],
          },
        },
      },
    };
    const bySource = Object.fromEntries(
      (outcome(ends, { ...task, weightRanges: {} }).get('bars') as readonly Bar[]).map(({ input }) => [
        input.criterion,
        [input.low, input.high],
      ]),
    );
    expect(bySource.early![0]).toBeCloseTo(0.5 - 0.164485, 5);
    expect(bySource.shared![0]).toBeCloseTo(Math.sqrt(0.05 * 0.5), 9);
    expect(bySource.shared![1]).toBeCloseTo(1 - Math.sqrt(0.05 * 0.5), 9);
    expect(bySource.durable).toEqual([0, 1]);
    expect(refusals(exact, { ...task, alternative: 'x' })).toEqual(['problem-unknown-alternative tasks.0.alternative']);
    expect(refusals(exact, { ...task, weightRanges: { x: [0, 1] } })).toEqual([
      'problem-unknown-criterion tasks.0.weightRanges.x',
    ]);
  });

  it('smallest-change passes another or rises above the line, by weights and by scores', () => {
    const swap = outcome(exact, { task: 'smallest-change', alternative: 'south', over: 'north', ...asValues });
    // Lead 0.05; south gains most where 0.5 of early is moved to shared: 0.5 + 0.6 per unit.
    expect(swap.get('weightChange.distance')).toBeCloseTo((2 * 0.05) / 1.1, 9);
    expect(swap.get('scoreChange.smallest')).toMatchObject({ alternative: 'south', criterion: 'early' });
    expect(swap.get('scoreChange.smallest.size')).toBeCloseTo(0.1, 9);
    const lift = outcome(exact, {
      task: 'smallest-change',
      alternative: 'west',
      line: { count: 2 },
      norm: 'largest',
      ...asValues,
    });
    expect(lift.get('weightProof')).toBe('exact');
    expect(lift.get('scoreChange.gap')).toBeCloseTo(0.14, 9);
    const held = outcome(exact, {
      task: 'smallest-change',
      alternative: 'south',
      over: 'north',
      statements: ['early >= 0.49'],
      ...asValues,
    });
    expect(held.get('weightChange.weights.0.to')).toBeGreaterThanOrEqual(0.49 - 1e-9);
    expect(refusals(exact, { task: 'smallest-change', alternative: 'south', ...asValues })).toEqual([
      'change-over-or-line tasks.0',
    ]);
    expect(refusals(exact, { task: 'smallest-change', alternative: 'north', over: 'south', ...asValues })[0]).toContain(
      'change-already-so',
    );
  });
});

describe('the other tasks', () => {
  it('dominance tells what holds for all weights and values', () => {
    const all = outcome(projects, { task: 'dominance', ...asValues });
    expect(all.get('alternatives[].canBeFirst')).toEqual(['alone', 'alone', 'alone']);
    const told = { ...asValues, uncertainWeights: { statements: ['durable <= 0.1', 'early >= 0.5'] } };
    const narrow = outcome(projects, { task: 'dominance', ...told });
    expect(narrow.get('alternatives.2.dominatedBy')).toContain('south');
    expect(narrow.get('alternatives.2.bestRank')).toMatchObject({ rank: 3, proof: 'exact' });
    const normal = { criteria: ['x'], performances: { a: { x: { normal: [0.5, 0.1] } } } };
    expect(refusals(normal, { task: 'dominance', ...asValues })).toEqual(['dominance-no-ends performances.a.x']);
  });

  it('rank-reversal watches any ranking method', () => {
    // Belton & Gear's observation, for range normalisation: withdrawing c changes the range of the second criterion.
    const table = {
      matrix: [
        [10, 1],
        [6, 4],
        [7, 2],
        [0, 20],
      ],
      alternatives: ['a', 'b', 'c', 'd'],
      weights: [0.5, 0.5],
    };
    const method = { task: 'weighted-sum', normalisation: 'min-max' };
    const report = outcome(table, { task: 'rank-reversal', method, withdraw: ['d'] });
    expect(report.get('reversals')).toBe(true);
    expect(report.get('reports.0.withdrawn')).toEqual(['d']);
    expect(report.get('reports.0.causes')).not.toEqual([]);
    const plain = outcome(table, {
      task: 'rank-reversal',
      method: { task: 'weighted-sum', normalisation: 'none' },
      withdraw: 'each',
    });
    expect(plain.all).toEqual({ reversals: false, reports: [] });
    const added = outcome(table, { task: 'rank-reversal', method: { task: 'topsis' }, add: { e: [3, 3] } });
    expect(added.get('reports.0.added')).toEqual(['e']);
    expect(refusals(table, { task: 'rank-reversal', method: 'nothing', withdraw: 'each' })).toEqual([
      'problem-unknown-task tasks.0.method',
    ]);
    expect(refusals(table, { task: 'rank-reversal', method })).toEqual(['reversal-nothing-changes tasks.0']);
    expect(refusals(table, { task: 'rank-reversal', method, withdraw: ['x'] })).toEqual([
      'problem-unknown-alternative tasks.0.withdraw',
    ]);
    expect(refusals(table, { task: 'rank-reversal', method, add: { a: [1, 1], f: [1] } })).toEqual([
      'problem-duplicate-id tasks.0.add.a',
      'problem-wrong-length tasks.0.add.f',
    ]);
    expect(refusals(table, { task: 'rank-reversal', method, withdraw: 'each', add: { e: [1, 1] } })).toEqual([
      'reversal-each-and-add tasks.0.add',
    ]);
    expect(
      refusals(table, { task: 'rank-reversal', method: { task: 'weighted-sum', oops: 1 }, withdraw: 'each' }),
    ).toEqual(['problem-unknown-key tasks.0.method.oops']);
  });

  it('value-of-clarity ranks what is worth finding out', () => {
    const { get, number } = outcome(projects, { task: 'value-of-clarity', draws: 3000, ...asValues });
    expect(number('entropyNow')).toBeGreaterThan(1);
    expect(get('questions[].question.alternative')).toContain('west');
    expect(number('questions.0.reduction')).toBeGreaterThan(0.2);
    const line = { line: { count: 1 } };
    expect(
      outcome(projects, { task: 'value-of-clarity', draws: 500, ...line, ...asValues }).get('questions'),
    ).toHaveLength(7);
    expect(refusals(projects, { task: 'value-of-clarity', parts: 1, ...asValues })[0]).toContain('clarity-parts');
  });
});
