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
