import { loadFormulaEngine } from '../structure/formula/load-formula-engine';
import { engineVersion, evaluate, type TaskResult } from './evaluate';
import { registeredTasks } from './registry';

const faults = (input: unknown) => {
  const result = evaluate(input);
  return result.ok ? [] : result.refusal.map(({ code, path }) => `${code} at ${path.join('.')}`);
};
const first = (input: unknown): TaskResult => {
  const result = evaluate(input);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value.results[0]!;
};
const base = {
  matrix: [
    [1, 4],
    [2, 3],
    [3, 1],
  ],
  weights: [0.5, 0.5],
};

describe('evaluate', () => {
  it('answers every task with method, version, conventions and the fingerprint of its input', () => {
    const result = evaluate({ ...base, title: 'Demo', tasks: [{ task: 'topsis', label: 'mine' }, { task: 'vikor' }] });
    expect(result).toMatchObject({
      ok: true,
      value: {
        format: 'fordela/evaluation@1',
        engineVersion,
        title: 'Demo',
        inputFingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
        results: [
          {
            task: 'topsis',
            label: 'mine',
            method: 'topsis',
            methodVersion: '1',
            conventions: { normalisation: 'vector', ties: 'competition' },
          },
          { task: 'vikor', label: null, conventions: { v: 0.5 } },
        ],
      },
    });
  });

  it('runs the additive value model when no task is named', () => {
    const criteria = [
      { id: 'x', scale: { min: 1, max: 5 }, weight: 3 },
      {
        id: 'y',
        direction: 'minimise',
        weight: 1,
        scale: {
          levels: [
            { value: 4, anchor: 'high' },
            { value: 0, anchor: 'none' },
          ],
        },
      },
    ];
    const { outcome, method } = first({ criteria, performances: { A: { x: 5, y: 4 }, B: { x: 1, y: 0 } } });
    expect(method).toBe('additive-value');
    expect(outcome).toMatchObject({
      scores: [
        { alternative: 'A', score: 0.75, rank: 1 },
        { alternative: 'B', score: 0.25, rank: 2 },
      ],
    });
  });

  it.each<[string, unknown, string[]]>([
    ['an unknown task', { ...base, tasks: [{ task: 'guess' }] }, ['problem-unknown-task at tasks.0.task']],
    [
      'an option that does not exist',
      { ...base, tasks: [{ task: 'vikor', vv: 1 }] },
      ['problem-unknown-key at tasks.0.vv'],
    ],
    ['an option out of range', { ...base, tasks: [{ task: 'vikor', v: 2 }] }, ['problem-too-big at tasks.0.v']],
    [
      'a label that is no text',
      { ...base, tasks: [{ task: 'vikor', label: 1 }] },
      ['problem-wrong-type at tasks.0.label'],
    ],
    [
      'one fault told once for all tasks',
      { ...base, weights: [1, 1], tasks: [{ task: 'vikor' }, { task: 'topsis' }] },
      ['weights-do-not-sum at weights'],
    ],
    [
      'no table',
      { criteria: ['x'], weights: [1], tasks: [{ task: 'topsis' }] },
      ['performances-missing at performances'],
    ],
    [
      'an empty table',
      { matrix: [], weights: [], tasks: [{ task: 'topsis' }] },
      ['alternatives-missing at alternatives'],
    ],
    ['rows without columns', { matrix: [[], []], tasks: [{ task: 'topsis' }] }, ['criteria-missing at criteria']],
    [
      'a missing performance',
      {
        ...base,
        matrix: [
          [1, null],
          [2, 3],
          [3, 1],
        ],
        tasks: [{ task: 'topsis' }],
      },
      ['performance-missing at matrix.0.1'],
    ],
    [
      'one that could not be judged',
      {
        ...base,
        matrix: [
          [1, 'cannot_judge'],
          [2, 3],
          [3, 1],
        ],
        tasks: [{ task: 'topsis', missing: 'worst' }],
      },
      ['performance-not-judged at matrix.0.1'],
    ],
    [
      'an uncertain one',
      {
        ...base,
        matrix: [
          [1, { normal: [1, 1] }],
          [2, 3],
          [3, 1],
        ],
        tasks: [{ task: 'topsis' }],
      },
      ['performance-uncertain at matrix.0.1'],
    ],
    [
      'leaving out where the method cannot',
      { ...base, tasks: [{ task: 'topsis', missing: 'renormalise-weights' }] },
      ['method-cannot-renormalise at tasks.0.missing'],
    ],
    [
      'logarithms of zero',
      {
        ...base,
        matrix: [
          [0, 4],
          [2, 3],
          [3, 1],
        ],
        tasks: [{ task: 'weighted-sum', normalisation: 'log' }],
      },
      ['normalise-not-positive at criteria.0'],
    ],
    [
      'a reciprocal of zero',
      {
        ...base,
        types: [1, -1],
        matrix: [
          [1, 0],
          [2, 3],
          [3, 1],
        ],
        tasks: [{ task: 'waspas' }],
      },
      ['normalise-not-positive at criteria.1'],
    ],
    [
      'a column of zeros',
      {
        ...base,
        matrix: [
          [0, 4],
          [0, 3],
          [0, 1],
        ],
        tasks: [{ task: 'topsis' }],
      },
      ['normalise-zero-total at criteria.0'],
    ],
    [
      'a negative factor',
      {
        ...base,
        matrix: [
          [-1, 4],
          [2, 3],
          [3, 1],
        ],
        tasks: [{ task: 'weighted-product' }],
      },
      ['method-needs-non-negative at criteria.0'],
    ],
    [
      'negatives where none can be',
      {
        ...base,
        matrix: [
          [-1, 4],
          [2, 3],
          [3, 1],
        ],
        tasks: [{ task: 'marcos' }],
      },
      ['method-needs-positive at criteria.0'],
    ],
    [
      'no scale',
      { ...base, tasks: [{ task: 'additive-value' }] },
      ['value-function-missing at criteria.0', 'value-function-missing at criteria.1'],
    ],
    [
      'a formula without its reader',
      { criteria: [{ id: 'x', formula: 'a' }], data: { A: { a: 1 } }, weights: [1], tasks: [{ task: 'topsis' }] },
      ['formula-engine-needed at criteria.0.formula'],
    ],
    [
      'thresholds that cross',
      { ...base, tasks: [{ task: 'promethee', functions: 'linear', q: 2, p: 1 }] },
      ['promethee-thresholds-crossed at tasks.0.functions', 'promethee-thresholds-crossed at tasks.0.functions'],
    ],
    [
      'a threshold that is missing',
      { ...base, tasks: [{ task: 'promethee', functions: ['v-shape', 'usual'], p: { c2: 1 } }] },
      ['promethee-threshold-missing at tasks.0.functions'],
    ],
    [
      'functions of another number',
      { ...base, tasks: [{ task: 'promethee', functions: ['usual'] }] },
      ['option-length at tasks.0.functions'],
    ],
    [
      'ELECTRE thresholds that cross',
      { ...base, tasks: [{ task: 'electre-3', q: 2, p: 1 }] },
      ['electre-thresholds-crossed at tasks.0', 'electre-thresholds-crossed at tasks.0'],
    ],
    [
      'categories that do not fit the profiles',
      {
        ...base,
        tasks: [{ task: 'electre-tri', cut: 0.7, categories: ['l', 'm', 'h'], profiles: [{ performances: [1, 2] }] }],
      },
      ['electre-tri-categories at tasks.0.categories'],
    ],
    [
      'a profile that lacks a criterion',
      {
        ...base,
        tasks: [{ task: 'electre-tri', cut: 0.7, categories: ['l', 'h'], profiles: [{ performances: { c1: 1 } }] }],
      },
      ['electre-tri-profile-incomplete at tasks.0.profiles.0.performances'],
    ],
    [
      'profiles out of order',
      {
        ...base,
        tasks: [
          {
            task: 'electre-tri',
            cut: 0.7,
            categories: ['l', 'm', 'h'],
            profiles: [{ performances: [2, 2] }, { performances: [1, 3] }],
          },
        ],
      },
      ['electre-tri-profiles-out-of-order at tasks.0.profiles.1'],
    ],
    [
      'order weights of another number',
      { ...base, tasks: [{ task: 'owa', orderWeights: [1] }] },
      ['weights-length at tasks.0.orderWeights'],
    ],
    [
      'order weights that do not sum',
      { ...base, tasks: [{ task: 'owa', orderWeights: [1, 1] }] },
      ['weights-do-not-sum at tasks.0.orderWeights'],
    ],
    ['no capacity', { ...base, tasks: [{ task: 'choquet' }] }, ['choquet-one-capacity at tasks.0']],
    [
      'half a capacity',
      { ...base, tasks: [{ task: 'choquet', capacity: { c1: 0.5, 'c1,c2': 1 } }] },
      ['choquet-incomplete at tasks.0.capacity'],
    ],
    [
      'a capacity of strangers',
      { ...base, tasks: [{ task: 'choquet', capacity: { z: 1 } }] },
      ['choquet-unknown-set at tasks.0.capacity.z'],
    ],
    [
      'a capacity that falls',
      {
        ...base,
        tasks: [{ task: 'choquet', moebius: { singles: { c1: 1.2, c2: 0.3 }, pairs: [['c1', 'c2', -0.5]] } }],
      },
      ['choquet-not-monotone at tasks.0.moebius'],
    ],
    [
      'a capacity to 0.9',
      { ...base, tasks: [{ task: 'choquet', capacity: { c1: 0.5, c2: 0.4, 'c1,c2': 0.9 } }] },
      ['choquet-not-normalised at tasks.0.capacity'],
    ],
    [
      'an order with a stranger',
      { ...base, tasks: [{ task: 'lexicographic', order: ['c1', 'z'] }] },
      ['option-unknown-criterion at tasks.0.order.1'],
    ],
    ['no level', { ...base, tasks: [{ task: 'satisficing', levels: {} }] }, ['satisficing-no-level at tasks.0.levels']],
    [
      'gains and losses mixed',
      { ...base, types: [1, -1], tasks: [{ task: 'decision-rules' }] },
      ['decision-rules-mixed-directions at criteria'],
    ],
    [
      'probabilities to 2',
      { ...base, tasks: [{ task: 'decision-rules', probabilities: [1, 1] }] },
      ['weights-do-not-sum at tasks.0.probabilities'],
    ],
    [
      'no bounds',
      { ...base, tasks: [{ task: 'spotis', bounds: { c1: [0, 5] } }] },
      ['bounds-missing at tasks.0.bounds'],
    ],
    [
      'a performance outside its bounds',
      {
        ...base,
        tasks: [
          {
            task: 'rim',
            bounds: [
              [0, 2],
              [0, 5],
            ],
          },
        ],
      },
      ['performance-out-of-bounds at matrix.2.0'],
    ],
    [
      'an ideal outside its bounds',
      {
        ...base,
        tasks: [
          {
            task: 'rim',
            bounds: [
              [0, 5],
              [0, 5],
            ],
            ideal: { c1: [4, 6] },
          },
        ],
      },
      ['ideal-outside-bounds at tasks.0.ideal'],
    ],
    [
      'an interval upside down',
      {
        ...base,
        tasks: [
          {
            task: 'rafsi',
            bounds: [
              [0, 5],
              [0, 5],
            ],
            interval: [6, 1],
          },
        ],
      },
      ['value-range-empty at tasks.0.interval'],
    ],
    [
      'a reference for one criterion only',
      { ...base, tasks: [{ task: 'ervd', reference: { c1: 1 } }] },
      ['weights-incomplete at tasks.0.reference'],
    ],
    [
      'a limit for one criterion only',
      { ...base, tasks: [{ task: 'lopm', limits: { c1: { lower: 1 } } }] },
      ['weights-incomplete at tasks.0.limits'],
    ],
    [
      'levels that cross',
      { ...base, tasks: [{ task: 'electre-2', p0: 0.4 }] },
      ['electre-2-levels-crossed at tasks.0'],
    ],
    [
      'characteristic values out of order',
      {
        ...base,
        tasks: [
          {
            task: 'comet',
            characteristic: [
              [0, 5],
              [5, 0],
            ],
            preferences: [0, 0, 0, 1],
          },
        ],
      },
      ['comet-values-out-of-order at tasks.0.characteristic'],
    ],
    [
      'too many characteristic objects',
      {
        ...base,
        tasks: [
          {
            task: 'comet',
            characteristic: [0, 1].map(() => Array.from({ length: 150 }, (_, k) => k)),
            preferences: [],
          },
        ],
      },
      ['comet-too-many-objects at tasks.0.characteristic'],
    ],
    [
      'preferences of another number',
      {
        ...base,
        tasks: [
          {
            task: 'comet',
            characteristic: [
              [0, 5],
              [0, 5],
            ],
            preferences: [1],
          },
        ],
      },
      ['option-length at tasks.0.preferences'],
    ],
    [
      'no expert',
      {
        ...base,
        tasks: [
          {
            task: 'comet',
            characteristic: [
              [0, 5],
              [0, 5],
            ],
          },
        ],
      },
      ['problem-unknown-task at tasks.0.expert.task'],
    ],
    [
      'a bell curve in MARE',
      {
        ...base,
        matrix: [
          [{ normal: [1, 1] }, 1],
          [2, 3],
          [3, 1],
        ],
        tasks: [{ task: 'mare' }],
      },
      ['mare-needs-three-points at matrix.0.0'],
    ],
    [
      'nothing to judge by',
      { alternatives: ['A', 'B'], criteria: ['x'], weights: [1], tasks: [{ task: 'ahp', alternatives: {} }] },
      ['ahp-judgements-missing at tasks.0.alternatives.x'],
    ],
    [
      'a comparison of what does not rank',
      {
        ...base,
        tasks: [
          { task: 'compare', methods: [{ task: 'topsis' }, { task: 'electre-1', concordance: 0.5, discordance: 0.5 }] },
        ],
      },
      ['compare-needs-ranking at tasks.0.methods.1.task'],
    ],
    [
      'two labels alike',
      { ...base, tasks: [{ task: 'compare', methods: [{ task: 'topsis' }, { task: 'topsis' }] }] },
      ['compare-label-twice at tasks.0.methods.1'],
    ],
    [
      'an option inside a comparison',
      { ...base, tasks: [{ task: 'compare', methods: [{ task: 'topsis', x: 1 }, { task: 'vikor' }] }] },
      ['problem-unknown-key at tasks.0.methods.0.x'],
    ],
    [
      'reasons for what is no sum',
      { ...base, tasks: [{ task: 'why', method: { task: 'topsis' } }] },
      ['why-needs-contributions at tasks.0.method'],
    ],
    [
      'reasons for a stranger',
      { ...base, tasks: [{ task: 'why', method: { task: 'weighted-sum' }, pairs: [['a1', 'zz']] }] },
      ['problem-unknown-alternative at tasks.0.pairs.0.1'],
    ],
  ])('refuses %s and names the place', (_, input, expected) => {
    expect(faults(input)).toEqual(expected);
  });

  it('has no two tasks of one name', () => {
    const names = registeredTasks().map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('what is not there', () => {
  const table = {
    criteria: [
      { id: 'x', scale: { min: 0, max: 10 } },
      { id: 'y', direction: 'minimise', scale: { min: 0, max: 10 } },
    ],
    weights: [0.6, 0.4],
  };
  const score = (matrix: unknown, options: object) =>
    (
      first({ ...table, matrix, tasks: [{ task: 'additive-value', ...options }] }).outcome as {
        scores: { score: number }[];
      }
    ).scores.map((row) => row.score);

  it('is filled as told, and reported by name', () => {
    const matrix = [
      [8, null],
      [4, 2],
      [6, 'cannot_judge'],
    ];
    const given = { missing: 'worst', cannotJudge: 'best' };
    expect(score(matrix, given)).toEqual([0.48, expect.closeTo(0.56, 12), 0.76]);
    expect(
      score(
        [
          [8, null],
          [4, 2],
          [6, 6],
        ],
        { missing: 'mean' },
      )[0],
    ).toBeCloseTo(0.48 + 0.4 * 0.6, 12);
    expect(
      score(
        [
          [8, null],
          [4, 2],
          [6, 6],
          [1, 7],
        ],
        { missing: 'median' },
      )[0],
    ).toBeCloseTo(0.48 + 0.4 * 0.4, 12);
    const { observations } = first({ ...table, matrix, tasks: [{ task: 'additive-value', ...given }] });
    expect(observations).toEqual([
      { code: 'performance-missing', path: ['matrix', 0, 1], params: { alternative: 'a1', criterion: 'y' } },
      { code: 'performance-not-judged', path: ['matrix', 2, 1], params: { alternative: 'a3', criterion: 'y' } },
    ]);
  });

  it('is left out with its weight shared, when asked', () => {
    const result = first({
      ...table,
      matrix: [
        [8, null],
        [4, 2],
      ],
      tasks: [{ task: 'additive-value', missing: 'renormalise-weights' }],
    });
    expect(result.outcome).toMatchObject({
      scores: [{ score: 0.8, contributions: [{ criterion: 'x', weight: 1, value: 0.8, contribution: 0.8 }] }, {}],
    });
    expect(result.conventions).toMatchObject({ missing: 'renormalise-weights', cannotJudge: 'refuse' });
  });

  it('is not the same as uncertain: expected values only when asked', () => {
    const matrix = [
      [{ triangular: [2, 4, 9] }, { interval: [2, 4] }],
      [
        { normal: [4, 2] },
        {
          discrete: [
            [2, 0.5],
            [4, 0.5],
          ],
        },
      ],
    ];
    expect(score(matrix, { uncertain: 'expected' })).toEqual([expect.closeTo(0.58, 12), expect.closeTo(0.52, 12)]);
  });

  it('a performance outside its scale is reported and clipped, or refused by its value function', () => {
    const { observations } = first({ ...table, matrix: [[12, 2]], tasks: [{ task: 'additive-value' }] });
    expect(observations.map(({ code, params }) => [code, params['alternative'], params['criterion']])).toEqual([
      ['performance-out-of-scale', 'a1', 'x'],
      ['value-out-of-range', 'a1', 'x'],
    ]);
    const strict = { id: 'x', value: { type: 'linear', worst: 0, best: 10, outOfRange: 'refuse' } };
    expect(faults({ criteria: [strict], matrix: [[12]], weights: [1] })).toEqual(['value-out-of-range at matrix.0.0']);
  });
});

describe('computed criteria', () => {
  const problem = {
    criteria: [
      { id: 'early', formula: '(foresight + application) / cost', scale: { min: 0, max: 1 } },
      { id: 'shared', formula: 'min(1, fte / 4)', scale: { min: 0, max: 1 } },
    ],
    data: {
      A: { foresight: 1, application: 2, cost: 10, fte: 2 },
      B: { foresight: 4, application: 4, cost: 10, fte: null },
    },
    weights: [0.5, 0.5],
    tasks: [{ task: 'additive-value', missing: 'worst', detail: true }],
  };

  it('come from the data by formula; a variable that is not stated makes the performance missing', async () => {
    const result = evaluate(problem, await loadFormulaEngine());
    expect(result).toMatchObject({
      ok: true,
      value: {
        results: [
          {
            observations: [{ code: 'performance-missing', params: { alternative: 'B', criterion: 'shared' } }],
            outcome: {
              tables: {
                performances: {
                  rows: ['A', 'B'],
                  values: [
                    [0.3, 0.5],
                    [0.8, 0],
                  ],
                },
              },
            },
          },
        ],
      },
    });
  });

  it('are refused by name when they give no number or want what nobody has', async () => {
    const engine = await loadFormulaEngine();
    const refused = (change: object) => {
      const result = evaluate({ ...problem, ...change }, engine);
      return result.ok
        ? []
        : result.refusal.map(({ code, path, params }) => [
            code,
            path.join('.'),
            params['alternative'] ?? params['variable'] ?? null,
          ]);
    };
    expect(refused({ data: { A: { foresight: 1, application: 2, cost: 0, fte: 2 } } })).toEqual([
      ['formula-not-finite', 'criteria.0.formula', 'A'],
    ]);
    expect(refused({ data: { A: { foresight: 1, application: 2, cost: 1 } } })).toEqual([
      ['formula-unknown-variable', 'criteria.1.formula', 'fte'],
    ]);
    expect(refused({ performances: { A: { early: 1 }, B: {} } })).toEqual([
      ['criterion-computed-and-given', 'performances.A.early', null],
    ]);
  });
});

describe('reasons', () => {
  it('say by what one is ahead of the other, largest first, and add up', () => {
    const criteria = [
      { id: 'early', scale: { min: 0, max: 1 } },
      { id: 'durability', scale: { min: 0, max: 1 } },
    ];
    const result = first({
      criteria,
      performances: { A: { early: 0.2, durability: 0.9 }, B: { early: 0.75, durability: 0.8 } },
      weights: { early: 0.2, durability: 0.8 },
      tasks: [{ task: 'why' }],
    });
    const { pairs } = result.outcome as {
      pairs: {
        ahead: string;
        difference: number;
        reasons: { criterion: string; difference: number }[];
        residue: number;
      }[];
    };
    expect(pairs).toHaveLength(1);
    expect(pairs[0]).toMatchObject({
      ahead: 'B',
      behind: 'A',
      reasons: [{ criterion: 'early' }, { criterion: 'durability' }],
    });
    expect(pairs[0]!.reasons.map(({ difference }) => difference)).toEqual([
      expect.closeTo(0.11, 12),
      expect.closeTo(-0.08, 12),
    ]);
    expect(pairs[0]!.difference).toBeCloseTo(0.03, 12);
    expect(Math.abs(pairs[0]!.residue)).toBeLessThan(1e-15);
  });
});
