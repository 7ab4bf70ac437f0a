import * as fc from 'fast-check';
import { rankOrderWeights } from '../rank-order';
import { linearStatements, statementNames } from './linear-statement';
import { regionVertices } from './region-vertices';
import { chebyshevCentre, vertexCentroid } from './representative-weights';
import { irreducibleConflict, weightRanges, weightRegion, type WeightRegion } from './weight-region';

const leaf = (id: string) => ({ id, name: null, weight: null, childWeights: null, children: [], path: [] });
const flat = (...ids: string[]) => ids.map(leaf);
const read = (text: string, ids = ['a', 'b', 'c']) => {
  const result = linearStatements(text, statementNames(flat(...ids)), ids.length, []);
  return result.ok
    ? result.value.map(({ coefficients, relation, rhs }) => [coefficients, relation, rhs])
    : result.refusal[0]!.code;
};
const region = (tree: ReturnType<typeof flat>, ...statements: string[]): WeightRegion => {
  const result = weightRegion(tree, { statements }, []);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
};

describe('statements about weights', () => {
  it.each<[string, unknown]>([
    ['w(a) >= w(b)', [[[1, -1, 0], '>=', 0]]],
    ['a >= 2*b + 0.05', [[[1, -2, 0], '>=', 0.05]]],
    [
      'a ≥ b ≥ c',
      [
        [[1, -1, 0], '>=', 0],
        [[0, 1, -1], '>=', 0],
      ],
    ],
    ['2 a - 0.5*w(b) = w("c")', [[[2, -0.5, -1], '=', 0]]],
    ['0.1 <= a', [[[-1, 0, 0], '<=', -0.1]]],
    ['-a + b < c', [[[-1, 1, -1], '<=', 0]]],
    ['a + b == 0.6', [[[1, 1, 0], '=', 0.6]]],
    ['a >= 1e-2', [[[1, 0, 0], '>=', 0.01]]],
    ['a', 'statement-not-readable'],
    ['a >=', 'statement-not-readable'],
    ['a >= b c', 'statement-not-readable'],
    ['a >= 2 * 3', 'statement-not-readable'],
    ['>= a', 'statement-not-readable'],
    ['a >= d', 'statement-unknown-criterion'],
    ['a >= a', 'statement-empty'],
    ['1 >= 0', 'statement-empty'],
  ])('reads %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('reads ids with spaces in quotes, and a group as the sum of its criteria', () => {
    const tree = [{ ...leaf('g'), children: flat('early phase', 'b') }, leaf('c')];
    const names = statementNames(tree);
    const result = linearStatements('w("early phase") + w(g) >= c', names, 3, []);
    expect(result.ok && result.value[0]!.coefficients).toEqual([2, 1, -1]);
  });

  it('takes coefficients and intervals as well', () => {
    const result = weightRegion(
      flat('a', 'b'),
      {
        statements: [{ id: 's', coefficients: { a: 1, b: -1 }, relation: '>=', constant: 0.1 }],
        intervals: { b: [0.2, 0.3] },
      },
      [],
    );
    expect(
      result.ok && weightRanges(result.value).map((ends) => ends.map((end) => Math.round(end * 1e9) / 1e9)),
    ).toEqual([
      [0.7, 0.8],
      [0.2, 0.3],
    ]);
  });

  it('names an irreducible set of statements in conflict, and nothing that has no part in it', () => {
    const result = weightRegion(
      flat('a', 'b', 'c'),
      { statements: ['a >= b', 'b >= c', 'c >= a + 0.1', 'a >= 0.05'], intervals: { b: [0, 0.9] } },
      ['weights'],
    );
    expect(result).toMatchObject({ ok: false, refusal: [{ code: 'weights-statements-conflict' }] });
    expect(!result.ok && result.refusal[0]!.params['statements']).toEqual(['a >= b', 'b >= c', 'c >= a + 0.1']);
  });

  it('leaves a set that agrees as soon as any one of it is taken away', () => {
    const ids = ['a', 'b', 'c'];
    const statement = fc
      .tuple(fc.constantFrom(...ids), fc.constantFrom('>=', '<='), fc.constantFrom(...ids, '0.2', '0.4', '0.7'))
      .filter(([a, , b]) => a !== b);
    fc.assert(
      fc.property(fc.array(statement, { minLength: 3, maxLength: 7 }), (written) => {
        const statements = written.map(([a, relation, b]) => `${a} ${relation} ${b}`);
        const result = weightRegion(flat(...ids), { statements }, []);
        if (result.ok) return;
        const conflict = result.refusal[0]!.params['statements'] as string[];
        expect(weightRegion(flat(...ids), { statements: conflict }, []).ok).toBe(false);
        conflict.forEach((_, left) =>
          expect(weightRegion(flat(...ids), { statements: conflict.filter((__, k) => k !== left) }, []).ok).toBe(true),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('keeps everything when nothing conflicts less', () => {
    expect(irreducibleConflict(region(flat('a', 'b'), 'a >= 0.1'))).toHaveLength(1);
  });
});

describe('the corners and centres of a weight region', () => {
  it('an order of importance has the rank-order-centroid weights as its centre', () => {
    for (let n = 2; n <= 8; n += 1) {
      const ids = Array.from({ length: n }, (_, k) => `c${k}`);
      const centre = vertexCentroid(region(flat(...ids), ids.join(' >= ')));
      const roc = rankOrderWeights(
        ids.map((_, k) => k + 1),
        'roc',
      );
      centre!.forEach((weight, k) => expect(weight).toBeCloseTo(roc[k]!, 12));
    }
  });

  it('lists every corner that enumeration finds, and no other', () => {
    const bound = fc.double({ min: 0.05, max: 0.6, noNaN: true }).map((x) => Math.round(x * 100) / 100);
    const statement = fc.oneof(
      fc
        .tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('>=', '<='), bound)
        .map(([a, r, b]) => `${a} ${r} ${b}`),
      fc
        .tuple(fc.constantFrom('a', 'b'), fc.constantFrom('c', 'd'), fc.integer({ min: 1, max: 3 }))
        .map(([a, b, k]) => `${a} >= ${k}*${b}`),
      fc.constantFrom('a + b = 0.5', 'a = b'),
    );
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 5 }), (statements) => {
        const result = weightRegion(flat('a', 'b', 'c', 'd'), { statements }, []);
        if (!result.ok) return;
        const found = regionVertices(result.value)!;
        const expected = enumerateVertices(result.value);
        expect(distinct(found)).toEqual(distinct(expected));
      }),
      { numRuns: 200 },
    );
  });

  it('the Chebyshev centre lies in the region, and is the centre of the free simplex', () => {
    const free = chebyshevCentre(region(flat('a', 'b', 'c')));
    free.weights.forEach((weight) => expect(weight).toBeCloseTo(1 / 3, 9));
    expect(free.radius).toBeCloseTo(1 / Math.sqrt(6), 9);
    const point = chebyshevCentre(region(flat('a', 'b'), 'a = 0.3'));
    expect(point.weights[0]).toBeCloseTo(0.3, 9);
    const ordered = chebyshevCentre(region(flat('a', 'b', 'c'), 'a >= b >= c', 'c >= 0.1'));
    const [a, b, c] = ordered.weights as [number, number, number];
    expect(a).toBeGreaterThan(b);
    expect(b).toBeGreaterThan(c);
    expect(c).toBeGreaterThan(0.1);
  });
});

/** The slow, obvious oracle for four weights: every three tight conditions, solved with Σw = 1. */
function enumerateVertices({ count, statements }: WeightRegion): readonly (readonly number[])[] {
  const sides = [
    ...Array.from({ length: count }, (_, j) => ({
      coefficients: Array.from({ length: count }, (__, k) => Number(k === j)),
      relation: '>=' as const,
      rhs: 0,
    })),
    ...statements,
  ];
  const found: number[][] = [];
  for (let i = 0; i < sides.length; i += 1)
    for (let j = i + 1; j < sides.length; j += 1)
      for (let k = j + 1; k < sides.length; k += 1) {
        const rows = [sides[i]!, sides[j]!, sides[k]!, { coefficients: new Array<number>(count).fill(1), rhs: 1 }];
        const x = solve(rows.map(({ coefficients, rhs }) => [...coefficients, rhs]));
        const holds = (side: (typeof sides)[number]) => {
          const gap = side.coefficients.reduce((sum, a, l) => sum + a * x![l]!, 0) - side.rhs;
          return side.relation === '>=' ? gap >= -1e-7 : side.relation === '<=' ? gap <= 1e-7 : Math.abs(gap) <= 1e-7;
        };
        if (x && sides.every(holds)) found.push(x);
      }
  return found;
}

function solve(rows: number[][]): number[] | null {
  const n = rows.length;
  for (let k = 0; k < n; k += 1) {
    const pivot = rows.reduce(
      (best, row, i) => (i >= k && Math.abs(row[k]!) > Math.abs(rows[best]![k]!) ? i : best),
      k,
    );
    if (Math.abs(rows[pivot]![k]!) < 1e-9) return null;
    [rows[k], rows[pivot]] = [rows[pivot]!, rows[k]!];
    for (let i = 0; i < n; i += 1) {
      if (i === k) continue;
      const factor = rows[i]![k]! / rows[k]![k]!;
      rows[i] = rows[i]!.map((value, j) => value - factor * rows[k]![j]!);
    }
  }
  return rows.map((row, i) => row[n]! / row[i]!);
}

const distinct = (points: readonly (readonly number[])[]) =>
  [
    ...new Set(points.map((point) => point.map((value) => (Math.round(value * 1e6) / 1e6 + 0).toFixed(6)).join(' '))),
  ].sort();
