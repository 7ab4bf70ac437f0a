import { evaluate } from '../evaluate/evaluate';

interface WeightsOutcome {
  readonly weights: readonly { readonly criterion: string; readonly weight: number }[];
  readonly groups: readonly { readonly group: string; readonly weight: number }[];
}

function weightsOf(problem: object) {
  const result = evaluate({ ...problem, tasks: [{ task: 'weights' }] });
  if (!result.ok) return result.refusal.map(({ code, path }) => `${code} at ${path.join('.')}`);
  const { weights, groups } = result.value.results[0]!.outcome as WeightsOutcome;
  return {
    ...Object.fromEntries(weights.map(({ criterion, weight }) => [criterion, Math.round(weight * 1e9) / 1e9])),
    ...Object.fromEntries(groups.map(({ group, weight }) => [group, Math.round(weight * 1e9) / 1e9])),
  };
}

const tree = (rest: object = {}) => [
  {
    id: 'g',
    weight: 3,
    children: [
      { id: 'x', weight: 1 },
      { id: 'y', weight: 3 },
    ],
    ...rest,
  },
  { id: 'z', weight: 1 },
];

describe('weights through the criteria tree', () => {
  it('multiply local weights down to the leaves', () => {
    expect(weightsOf({ criteria: tree() })).toEqual({ x: 0.1875, y: 0.5625, z: 0.25, g: 0.75 });
  });

  it('may be judged in each group by a method of its own', () => {
    const children = [{ id: 'x' }, { id: 'y' }];
    expect(
      weightsOf({ criteria: tree({ children, childWeights: { method: 'ahp', pairwise: { upper: [3] } } }) }),
    ).toEqual({
      x: 0.5625,
      y: 0.1875,
      z: 0.25,
      g: 0.75,
    });
    expect(weightsOf({ criteria: tree({ children: [{ id: 'x' }] }) })).toEqual({ x: 0.75, z: 0.25, g: 0.75 });
    expect(
      weightsOf({
        criteria: tree({ children, childWeights: { method: 'statements', statements: ['x >= y'] } }),
      }),
    ).toEqual({ x: 0.5625, y: 0.1875, z: 0.25, g: 0.75 });
  });

  it('may be computed in a group whose children are measured', () => {
    const criteria = tree({ children: [{ id: 'x' }, { id: 'y' }], childWeights: 'standard-deviation' });
    const matrix = [
      [0, 0, 1],
      [1, 0, 2],
      [0, 1, 3],
      [1, 1, 4],
    ];
    expect(weightsOf({ criteria, matrix })).toEqual({ x: 0.375, y: 0.375, z: 0.25, g: 0.75 });
  });

  it('stand aside for weights of the leaves given for the whole problem', () => {
    expect(weightsOf({ criteria: tree(), weights: 'equal' })).toEqual({
      x: 0.333333333,
      y: 0.333333333,
      z: 0.333333333,
      g: 0.666666667,
    });
    expect(
      weightsOf({ criteria: tree(), weights: { method: 'statements', statements: ['g = 0.4', 'x = y'] } }),
    ).toEqual({
      x: 0.2,
      y: 0.2,
      z: 0.6,
      g: 0.4,
    });
  });

  it.each<[string, object, string[]]>([
    ['no weights at all', { criteria: ['x', 'y'] }, ['weights-missing at weights']],
    [
      'a group without',
      { criteria: tree({ children: [{ id: 'x' }, { id: 'y' }] }) },
      ['weights-missing at criteria.0'],
    ],
    [
      'one child without',
      { criteria: tree({ children: [{ id: 'x', weight: 1 }, { id: 'y' }] }) },
      ['weights-partly-missing at criteria.0.children.1.weight'],
    ],
    ['a negative local weight', { criteria: tree({ weight: -1 }) }, ['weights-negative at criteria.0.weight']],
    [
      'zeros only',
      {
        criteria: tree({
          children: [
            { id: 'x', weight: 0 },
            { id: 'y', weight: 0 },
          ],
        }),
      },
      ['weights-unusable-total at criteria.0'],
    ],
    ['weights twice', { criteria: tree({ childWeights: 'equal' }) }, ['weights-twice at criteria.0.childWeights']],
    [
      'entropy over groups',
      {
        criteria: [
          {
            id: 'h',
            childWeights: 'entropy',
            weight: 1,
            children: [{ id: 'g', children: [{ id: 'x' }] }, { id: 'z' }],
          },
        ],
      },
      ['weights-need-table at criteria.0.childWeights'],
    ],
  ])('refuse %s', (_, problem, expected) => {
    expect(weightsOf(problem)).toEqual(expected);
  });
});
