import { allocate } from '../allocate/allocate';
import { highsSolver } from '../solver/highs-solver';

const solver = highsSolver();

/** The outcome of the only task of a file; a refusal as its codes and figures. */
async function outcomeOf(file: object) {
  const answer = await allocate(file, { solver: await solver });
  if (!answer.ok) return answer.refusal.map(({ code, params }) => ({ code, ...params }));
  const [result] = answer.value.results;
  return { ...(result?.outcome as object), observed: answer.value.observations.map(({ code }) => code) };
}
const optimum = async (file: object) => {
  const outcome = (await outcomeOf(file)) as { certificate?: { status: string; objective: number } };
  return outcome.certificate?.status === 'optimal' ? outcome.certificate.objective : outcome;
};

describe('short forms of the allocation problem', () => {
  const plain = { budget: 10, ids: ['a', 'b', 'c'], value: [6, 5, 5], cost: [6, 5, 5] };

  it.each<[string, object]>([
    ['as columns', plain],
    ['columns by project', { budget: 10, value: { a: 6, b: 5, c: 5 }, cost: { c: 5, b: 5, a: 6 } }],
    ['values with one criterion', { budget: 10, values: [6, 5, 5], cost: [6, 5, 5] }],
    [
      'projects by id',
      { budget: 10, projects: { a: { value: 6, cost: 6 }, b: { value: 5, cost: 5 }, c: { value: 5, cost: 5 } } },
    ],
    ['projects without ids', { budget: 10, projects: [6, 5, 5].map((x) => ({ value: x, cost: x })) }],
    ['a task by its name', { ...plain, tasks: 'optimise' }],
    ['tasks by their names', { ...plain, tasks: ['optimise'] }],
  ])('%s are the same problem', async (_, file) => expect(await optimum(file)).toBe(10));

  it('a project without id goes by its name', async () => {
    const projects = [
      { name: 'Park', value: 2, cost: 1 },
      { value: 3, cost: 1 },
    ];
    expect(await outcomeOf({ budget: 1, projects, exclusive: [['Park', 2]] })).toMatchObject({
      choice: { 2: 'requested' },
    });
  });

  it('columns that do not fit are refused', async () => {
    expect(await outcomeOf({ ...plain, cost: { a: 1, b: 1, d: 1, e: 1 } })).toEqual([
      { code: 'allocation-column-length', column: 'cost', length: 4, expected: 3 },
    ]);
  });

  it.each<[string, object, object]>([
    ['points by voter', { v1: { a: 3 }, v2: { b: 1 } }, { measure: 'utilities' }],
    [
      'Pabulib’s cumulative',
      { type: 'cumulative', voters: [{ utilities: { a: 3 } }, { utilities: { b: 1 } }] },
      { measure: 'utilities' },
    ],
    ['Pabulib’s ordinal', { type: 'ordinal', voters: [{ ranking: ['a'] }, { ranking: ['b'] }] }, {}],
    ['approvals', [['a'], ['b']], {}],
  ])('an election of %s at one cost for all', async (_, ballots, options) => {
    const file = { budget: 2, ids: ['a', 'b', 'c'], cost: 1, ballots, tasks: [{ task: 'equal-shares', ...options }] };
    expect(await outcomeOf(file)).toMatchObject({ selected: ['a', 'b'] });
  });

  it('years may be counted from 0 or 1, and written with their ceilings', async () => {
    const projects = [
      { value: 5, cost: { 0: 3, 1: 3 } },
      { value: 4, cost: { 0: 3 } },
    ];
    expect(await optimum({ years: { 0: 5, 1: 2 }, projects })).toBe(4);
    expect(
      await optimum({
        years: [
          { year: 0, ceiling: 5 },
          { year: 1, ceiling: 3 },
        ],
        projects,
      }),
    ).toBe(5);
  });

  it('income of a year may be spent in it, and later when money is carried over', async () => {
    const projects = [
      { id: 'pays', value: 1, cost: { 1: 10, 2: -20 } },
      { id: 'late', value: 3, cost: { 3: 15 } },
    ];
    const years = { 1: 10, 2: 0, 3: 0 };
    expect(await optimum({ years, projects })).toBe(1);
    expect(await optimum({ years, projects, carryOver: true })).toBe(4);
    expect(await outcomeOf({ budget: 3, value: [1], cost: [-1] })).toMatchObject([
      { code: 'allocation-negative-amount' },
    ]);
  });

  it('limits without a group hold for all together, with a dimension for each of its groups', async () => {
    const file = { budget: 20, value: [-1, -2, -3], cost: [6, 5, 4] };
    expect(await optimum({ ...file, limits: [{ min: 9 }] })).toBe(-3);
    const groups = { budget: 20, value: [5, 4, 3, 2], cost: [1, 1, 1, 1], group: ['x', 'x', 'y', 'y'] };
    expect(await optimum({ ...groups, limits: [{ dimension: 'group', maxCount: 1 }] })).toBe(8);
  });

  it('a demand to cover: least money for enough of something that is not money', async () => {
    const file = {
      cost: { money: [2, 3, 4], benefit: [3, 4, 5] },
      otherResources: [{ id: 'benefit' }],
      limits: [{ resources: ['benefit'], min: 7 }],
      objective: 'least_money',
    };
    expect(await optimum(file)).toBe(5);
  });

  it.each([
    [{ capacity: 3 }, 'capacity', 'budget'],
    [{ profits: [1] }, 'profits', 'value'],
    [{ precedence: [] }, 'precedence', 'requires'],
  ])('what the literature calls otherwise is refused with the name here', async (other, key, meant) => {
    expect(await outcomeOf({ ...plain, ...other })).toEqual([{ code: 'allocation-unknown-key', key, meant }]);
  });

  it('a task by another name is refused with the name here', async () => {
    expect(await outcomeOf({ ...plain, tasks: ['method of equal shares'] })).toMatchObject([
      { code: 'allocation-unknown-task', meant: 'equal-shares' },
    ]);
  });
});

describe('forms that a careful outsider chooses', () => {
  const ids = ['a', 'b', 'c'];
  const plain = { budget: 10, ids, value: [6, 5, 5], cost: [6, 5, 5] };

  it.each<[string, object]>([
    ['costs by resource and project', { cost: { kr: { a: 6, b: 5, c: 5 }, tim: { a: 1, b: 2, c: 3 } } }],
    ['costs by resource and project, nothing where none', { cost: { kr: { a: 6, b: 5, c: 5 }, tim: { c: 5 } } }],
    ['costs by project and resource', { cost: { a: { kr: 6 }, b: { kr: 5, tim: 2 }, c: { kr: 5, tim: 3 } } }],
    ['costs as rows by resource', { cost: [{ kr: 6 }, { kr: 5, tim: 2 }, { kr: 5, tim: 3 }] }],
  ])('%s', async (_, columns) => {
    const file = { budget: { kr: 10, tim: 5 }, value: { a: 6, b: 5, c: 5 }, ...columns };
    expect(await optimum(file)).toBe(10);
    expect(await optimum({ ...file, value: [6, 5, 5] })).toBe(10);
  });

  it.each<[string, object]>([
    ['by name and project', { values: { f: { a: 6, b: 5, c: 5 }, g: { c: 3, b: 4, a: 1 } } }],
    ['by project and name', { values: { a: { f: 6, g: 1 }, b: { f: 5, g: 4 }, c: { f: 5, g: 3 } } }],
    [
      'as rows by name',
      {
        values: [
          { f: 6, g: 1 },
          { f: 5, g: 4 },
          { f: 5, g: 3 },
        ],
      },
    ],
  ])('values %s', async (_, values) => {
    expect(await optimum({ budget: 10, ids, cost: [6, 5, 5], ...values, objective: 'maximin' })).toBe(7);
  });

  it('a value short is refused, not read as nothing', async () => {
    expect(await outcomeOf({ budget: 10, ids, cost: 1, values: { f: { a: 6, c: 5 } } })).toMatchObject([
      { code: 'allocation-column-length', column: 'f', length: 2, expected: 3 },
    ]);
  });

  it('a column of groups may hold tags and parts', async () => {
    const file = { ...plain, group: ['R', { R: 1, K: 4 }, ['K']], limits: [{ group: 'R', max: 1 }] };
    expect(await optimum(file)).toBe(10);
  });

  it.each<[string, object]>([
    [
      'rows',
      {
        cost: [
          [4, -3],
          [5, 0],
          [0, 4],
        ],
      },
    ],
    [
      'rows by resource',
      {
        cost: [
          [4, 5, 0],
          [-3, 0, 4],
        ],
        costRows: 'resources',
      },
    ],
    ['lists by year', { cost: { 1: [4, 5, 0], 2: ['-3', 0, 4] } }],
  ])('income in %s pays for a later project', async (_, columns) => {
    const file = { years: { 1: 5, 2: 1 }, ids, value: [1, 2, 3], ...columns };
    expect(await optimum(file)).toBe(4);
  });

  it('shares in thirds hold exactly', async () => {
    const file = { budget: 9, value: [4, 4, 1], cost: [3, 3, 3], group: ['R', 'R', 'K'] };
    expect(await optimum({ ...file, limits: [{ group: 'K', minShare: '1/3', of: 'spent' }] })).toBe(9);
    expect(await optimum({ ...file, limits: [{ group: 'R', maxShare: '1/3' }] })).toBe(5);
    expect(await optimum({ ...file, limits: [{ group: 'R', maxShare: '1/0' }] })).toMatchObject([
      { code: 'allocation-not-understood', expected: 'decimal' },
    ]);
  });

  it.each<[string, unknown]>([
    ['by name', ['nytta']],
    ['by name with a ceiling', { nytta: 100 }],
    ['in full', [{ id: 'nytta' }]],
  ])('other resources %s', async (_, otherResources) => {
    const file = { cost: { money: [6, 5, 5], nytta: [3, 2, 2] }, objective: 'least_money' };
    const limits = [{ resources: ['nytta'], min: 5 }];
    expect(await optimum({ ...file, otherResources, limits })).toBe(11);
  });

  it('a column of ids with one of them twice is refused where it stands', async () => {
    const answer = await allocate({ ...plain, ids: ['a', 'a', 'b'] }, { solver: await solver });
    expect(answer.ok ? [] : answer.refusal.map(({ path }) => path)).toEqual([['ids', 1]]);
  });
});

describe('ballots that a careful outsider writes', () => {
  const file = { budget: 4, ids: ['a', 'b', 'c'], cost: [1, 2, 2] };
  const supportersOf = async (ballots: unknown, measure = 'cardinality') => {
    const answer = await outcomeOf({ ...file, ballots, tasks: [{ task: 'greedy', measure }] });
    const { steps } = answer as unknown as { steps?: { project: string; worth: { value: number } }[] };
    return steps ? Object.fromEntries(steps.map(({ project, worth }) => [project, worth.value])) : answer;
  };
  const approvals = { a: 2, b: 1 };

  it.each<[string, unknown]>([
    ['lists', [['a', 'b'], ['a']]],
    [
      '0 and 1',
      [
        [1, 1, 0],
        [1, 0, 0],
      ],
    ],
    ['0 and 1 by voter', { ann: [1, 1, 0], bo: [1, 0, 0] }],
    ['lists under their type', { type: 'approval', voters: [['a', 'b'], ['a']] }],
    ['lists by voter under their type', { type: 'approval', voters: { ann: ['a', 'b'], bo: ['a'] } }],
    [
      '0 and 1 under their type',
      {
        type: 'approval',
        voters: [
          [1, 1, 0],
          [1, 0, 0],
        ],
      },
    ],
  ])('approvals as %s', async (_, ballots) => {
    expect(await supportersOf(ballots)).toMatchObject(approvals);
  });

  it.each<[string, unknown]>([
    ['by project', [{ a: 3, b: 1 }, { a: 2 }]],
    ['by project under their type', { type: 'scoring', voters: [{ a: 3, b: 1 }, { a: 2 }] }],
    ['by voter and project under their type', { type: 'utility', voters: { ann: { a: 3, b: 1 }, bo: { a: 2 } } }],
    [
      'as rows under their type',
      {
        type: 'utility',
        voters: [
          [3, 1, 0],
          ['2', 0, 0],
        ],
      },
    ],
  ])('points %s', async (_, ballots) => {
    expect(await supportersOf(ballots, 'utilities')).toMatchObject({ a: 5, b: 1 });
  });

  it('ranks as lists under their type', async () => {
    const ballots = {
      type: 'ranking',
      voters: [
        ['a', 'b', 'c'],
        ['a', 'c'],
      ],
    };
    expect(await supportersOf(ballots, 'borda')).toMatchObject({ a: 3 });
  });

  it('marks are no marks when a project is called 0', async () => {
    const tasks = [{ task: 'greedy', measure: 'cardinality' }];
    const answer = await outcomeOf({ budget: 1, ids: [0, 1], cost: 1, ballots: [[0, 1], [0]], tasks });
    expect(answer).toMatchObject({ selected: ['0'] });
  });

  it.each<[string, unknown, object[]]>([
    [
      'points as rows without a type',
      [
        [3, 1, 0],
        [2, 0, 0],
      ],
      [{ code: 'allocation-ballot-rows' }],
    ],
    [
      'a row that is short',
      { type: 'utility', voters: [[3, 1]] },
      [{ code: 'allocation-column-length', length: 2, expected: 3 }],
    ],
    ['a key misspelt', [{ aproves: ['a'] }], [{ code: 'allocation-unknown-key', key: 'aproves' }]],
    ['a project unknown', [{ d: 3 }], [{ code: 'allocation-unknown-project', project: 'd' }]],
  ])('%s is refused', async (_, ballots, refusals) => {
    expect(await supportersOf(ballots)).toMatchObject(refusals);
  });

  it('ballots without values and tasks are told to ask something', async () => {
    expect(await outcomeOf({ ...file, ballots: [['a']] })).toContainEqual({ code: 'allocation-no-task' });
  });
});

describe('what comes first and what comes next', () => {
  const file = { budget: 10, ids: ['a', 'b', 'c'], cost: [5, 5, 4], values: { f: [3, 3, 3], g: [1, 2, 1] } };
  const choiceUnder = async (objective: unknown) => {
    const answer = await outcomeOf({ ...file, objective });
    return 'choice' in answer
      ? Object.keys(answer.choice as object)
          .sort()
          .join('')
      : answer;
  };
  it.each<[string, unknown]>([
    ['a list of values', ['f', 'g']],
    ['stages by name', { objective: 'lexicographic', stages: ['f', 'g'] }],
    [
      'stages in full',
      { objective: 'lexicographic', stages: ['f', 'g'].map((of) => ({ objective: 'sum_of_value', of })) },
    ],
  ])('%s: least money among equals', async (_, objective) => expect(await choiceUnder(objective)).toBe('bc'));

  it('a list may name objectives, and unknown names are refused in their place', async () => {
    expect(await choiceUnder([{ objective: 'sum_of_value', of: 'f', tolerance: 3 }, 'least_money'])).toBe('c');
    expect(await choiceUnder(['f', 'h'])).toMatchObject([{ code: 'allocation-unknown-value', value: 'h' }]);
  });
});

describe('faults that would be misread', () => {
  const plain = { budget: 100, ids: ['a', 'b'], value: [6, 5], cost: [60, 50], group: ['R', 'K'] };
  const observedIn = async (file: object) => ((await outcomeOf(file)) as { observed?: string[] }).observed;

  it('a share written as an amount is pointed out', async () => {
    expect(await observedIn({ ...plain, limits: [{ group: 'R', max: 0.35 }] })).toContain('limit-below-one');
    expect(await observedIn({ ...plain, limits: [{ group: 'R', max: 35 }] })).toEqual([]);
    const shares = { budget: 1, cost: ['0.6', '0.5'], limits: [{ group: 'R', max: 0.35 }] };
    expect(await observedIn({ ...plain, ...shares })).toEqual([]);
  });

  it('a value left without weight is pointed out', async () => {
    const { value: _, ...rest } = plain;
    const file = { ...rest, values: { f: [1, 2], g: [2, 1] } };
    expect(await observedIn({ ...file, weights: { f: 1 } })).toContain('allocation-value-without-weight');
    expect(await observedIn({ ...file, weights: { f: 1, g: 0 } })).toEqual([]);
  });

  it.each<[string, object, (string | number)[], string]>([
    ['a kind of link', { links: [{ type: 'excludes', projects: ['a', 'b'] }] }, ['links', 0, 'type'], 'sequence'],
    ['a kind of objective', { objective: { maximise: 'value' } }, ['objective', 'objective'], 'least_money'],
    ['the objective of a stage', { objective: [{ objective: 'value' }] }, ['objective', 0, 'objective'], 'maximin'],
  ])('%s is refused in its place with what may stand there', async (_, part, path, choice) => {
    const answer = await allocate({ ...plain, ...part }, { solver: await solver });
    const [first] = answer.ok ? [] : answer.refusal;
    expect(first).toMatchObject({ code: 'allocation-unknown-choice', path });
    expect(first?.params['choices']).toContain(choice);
  });

  it('a ballot in full with a fault is not taken for points', async () => {
    const file = { ...plain, ballots: [{ approves: 'a,b' }], tasks: 'greedy' };
    expect(await outcomeOf(file)).toEqual([{ code: 'allocation-wrong-type', expected: 'array' }]);
  });

  it('weights of a knapsack are told apart from weights of values', async () => {
    expect(await outcomeOf({ budget: 10, values: [6, 5], weights: [6, 5] })).toEqual([
      { code: 'allocation-weights-list' },
    ]);
  });
});
