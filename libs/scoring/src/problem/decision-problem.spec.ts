import { parseDecisionProblem } from './decision-problem';

/** The refusals as `code at path` lines. */
function faults(input: unknown): string[] {
  const result = parseDecisionProblem(input);
  return result.ok ? [] : result.refusal.map(({ code, path }) => `${code} at ${path.join('.')}`);
}

describe('reading a decision problem', () => {
  it('names alternatives and criteria of a bare matrix', () => {
    const result = parseDecisionProblem({
      matrix: [
        [1, 2],
        [3, 4],
      ],
      types: [1, -1],
      weights: [0.5, 0.5],
    });
    expect(result).toMatchObject({
      ok: true,
      value: {
        alternatives: [{ id: 'a1' }, { id: 'a2' }],
        criteria: [
          { id: 'c1', direction: 'maximise' },
          { id: 'c2', direction: 'minimise' },
        ],
        performances: [
          [
            { kind: 'number', value: 1 },
            { kind: 'number', value: 2 },
          ],
          [
            { kind: 'number', value: 3 },
            { kind: 'number', value: 4 },
          ],
        ],
        tasks: [{ task: 'additive-value' }],
      },
    });
  });

  it('reads tables by name in any order, and a missing cell as missing', () => {
    const result = parseDecisionProblem({
      criteria: ['x', 'y'],
      performances: { B: { y: 'cannot_judge' }, A: { y: { interval: [1, 2] }, x: null } },
    });
    expect(result.ok && result.value.performances).toEqual([
      [{ kind: 'missing' }, { kind: 'cannot_judge' }],
      [{ kind: 'missing' }, { kind: 'interval', low: 1, high: 2 }],
    ]);
  });

  it('keeps the tree and lists its leaves in tree order with the groups they lie in', () => {
    const result = parseDecisionProblem({
      criteria: [
        { id: 'g', weight: 2, children: [{ id: 'g1', children: [{ id: 'x' }, { id: 'y' }] }, { id: 'z' }] },
        { id: 'w', weight: 1 },
      ],
    });
    expect(result.ok && result.value.criteria.map(({ id, groupIds }) => [id, groupIds])).toEqual([
      ['x', ['g', 'g1']],
      ['y', ['g', 'g1']],
      ['z', ['g']],
      ['w', []],
    ]);
  });

  it('gives the same fingerprint whatever the order of the keys, and another for another figure', () => {
    const fingerprintOf = (input: unknown) => {
      const result = parseDecisionProblem(input);
      return result.ok && result.value.inputFingerprint;
    };
    expect(fingerprintOf({ matrix: [[1]], title: 't' })).toBe(fingerprintOf({ title: 't', matrix: [[1]] }));
    expect(fingerprintOf({ matrix: [[1]] })).not.toBe(fingerprintOf({ matrix: [[2]] }));
  });

  it.each<[string, unknown, string[]]>([
    ['NaN', { matrix: [[1, NaN]] }, ['problem-not-finite at matrix.0.1']],
    ['infinity in a task', { tasks: [{ task: 'x', v: -Infinity }] }, ['problem-not-finite at tasks.0.v']],
    ['a function', { title: () => 1 }, ['problem-wrong-type at title']],
    ['not an object', [], ['problem-wrong-type at ']],
    ['an unknown key', { matrix: [[1]], wieghts: [1] }, ['problem-unknown-key at wieghts']],
    ['an own __proto__', JSON.parse('{"data":{"__proto__":{"x":1}}}'), ['problem-unknown-key at data.__proto__']],
    ['another format', { format: 'fordela/decision-problem@2' }, ['problem-unknown-choice at format']],
    ['text for a number', { matrix: [[1, 'x']] }, ['problem-not-understood at matrix.0.1']],
    ['a short interval', { matrix: [[{ interval: [1] }]] }, ['problem-too-small at matrix.0.0.interval']],
    ['a stray key in a cell', { matrix: [[{ interval: [1, 2], x: 1 }]] }, ['problem-unknown-key at matrix.0.0.x']],
    ['a reversed interval', { matrix: [[{ interval: [2, 1] }]] }, ['problem-uncertain-cell at matrix.0.0']],
    ['a negative spread', { matrix: [[{ normal: [2, -1] }]] }, ['problem-uncertain-cell at matrix.0.0']],
    [
      'probabilities to 0.9',
      {
        matrix: [
          [
            {
              discrete: [
                [1, 0.5],
                [2, 0.4],
              ],
            },
          ],
        ],
      },
      ['problem-uncertain-cell at matrix.0.0'],
    ],
    ['a triangle out of order', { matrix: [[{ triangular: [3, 2, 4] }]] }, ['problem-uncertain-cell at matrix.0.0']],
    ['a ragged table', { matrix: [[1, 2], [3]] }, ['problem-wrong-length at matrix.1']],
    ['too few rows', { alternatives: ['A', 'B'], matrix: [[1]] }, ['problem-wrong-length at matrix']],
    ['two tables', { matrix: [[1]], performances: [[1]] }, ['problem-two-tables at matrix']],
    ['an id twice', { criteria: ['x', 'x'] }, ['problem-duplicate-id at criteria.1']],
    ['an alternative twice', { alternatives: ['A', 'A'] }, ['problem-duplicate-id at alternatives.1']],
    [
      'a group id like a leaf',
      { criteria: [{ id: 'x', children: [{ id: 'x' }] }] },
      ['problem-duplicate-id at criteria.0.children.0'],
    ],
    ['types of another length', { matrix: [[1, 2]], types: [1] }, ['problem-wrong-length at types']],
    [
      'a direction given twice',
      { criteria: [{ id: 'x', direction: 'max' }], types: [-1] },
      ['problem-direction-conflict at criteria.0.direction'],
    ],
    [
      'a measured group',
      { criteria: [{ id: 'g', formula: 'x', children: [{ id: 'x' }] }] },
      ['problem-group-is-not-measured at criteria.0.formula'],
    ],
    [
      'weights below a leaf',
      { criteria: [{ id: 'x', childWeights: 'equal' }] },
      ['problem-leaf-has-child-weights at criteria.0.childWeights'],
    ],
    [
      'an empty scale',
      { criteria: [{ id: 'x', scale: { min: 1, max: 1 } }] },
      ['problem-scale-empty at criteria.0.scale'],
    ],
    [
      'an unknown alternative',
      { alternatives: ['A'], performances: { B: {} } },
      ['problem-unknown-alternative at performances.B'],
    ],
    [
      'an unknown criterion',
      { criteria: ['x'], performances: { A: { y: 1 } } },
      ['problem-unknown-criterion at performances.A.y'],
    ],
    ['data of nobody', { alternatives: ['A'], data: { B: { x: 1 } } }, ['problem-unknown-alternative at data.B']],
    [
      'an unknown value function',
      { criteria: [{ id: 'x', value: { type: 'wavy' } }] },
      ['problem-unknown-choice at criteria.0.value.type'],
    ],
    ['an unknown weight method', { weights: { method: 'guess' } }, ['problem-unknown-choice at weights.method']],
    ['a stray key in weights', { weights: { method: 'merec', x: 1 } }, ['problem-unknown-key at weights.x']],
    [
      'a weight method without its judgements',
      { weights: { method: 'swing' } },
      ['problem-not-understood at weights.points'],
    ],
    ['text among weights', { weights: [1, 'x'] }, ['problem-wrong-type at weights.1']],
    ['text among named weights', { weights: { a: 'x' } }, ['problem-wrong-type at weights.a']],
  ])('refuses %s and names the place', (_, input, expected) => {
    expect(faults(input)).toEqual(expected);
  });

  it('refuses nesting without end instead of exhausting the stack', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 100_000; level += 1) deep = [deep];
    expect(faults({ tasks: deep })).toEqual([expect.stringMatching(/^problem-too-deep/)]);
  });

  it('tells every fault at once, not only the first', () => {
    expect(faults({ criteria: ['x', 'x'], alternatives: ['A', 'A'], matrix: [[1], [2, 3]] })).toHaveLength(3);
  });
});
