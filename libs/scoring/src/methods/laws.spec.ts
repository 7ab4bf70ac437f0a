import * as fc from 'fast-check';
import { evaluate } from '../evaluate/evaluate';

interface Scored {
  readonly alternative: string;
  readonly score: number;
  readonly rank: number;
  readonly contributions?: readonly { readonly contribution: number }[];
}
interface Ranking {
  readonly scores: readonly Scored[];
  readonly ranking: readonly (readonly string[])[];
}

/** Every method that ranks, with what it needs besides table and weights; and the laws it promises. */
interface Method {
  readonly name: string;
  readonly task: object;
  /** A dominated alternative never ranks ahead of its dominator. */
  readonly monotone?: boolean;
  /** x → a·x + b with a > 0, per criterion, changes no score. */
  readonly affine?: boolean;
  /** Equal alternatives may be ranked by their ids. */
  readonly breaksTiesById?: boolean;
  /** x → a·x with a > 0, per criterion, changes no rank. */
  readonly ratio?: boolean;
}

const methods: readonly Method[] = [
  {
    name: 'additive-value',
    task: { task: 'additive-value', withoutScale: 'observed-range' },
    monotone: true,
    affine: true,
    ratio: true,
  },
  {
    name: 'weighted-sum',
    task: { task: 'weighted-sum', normalisation: 'min-max' },
    monotone: true,
    affine: true,
    ratio: true,
  },
  { name: 'weighted-sum by max', task: { task: 'weighted-sum', normalisation: 'max' }, monotone: true, ratio: true },
  {
    name: 'weighted-sum by z-score',
    task: { task: 'weighted-sum', normalisation: 'z-score' },
    monotone: true,
    affine: true,
    ratio: true,
  },
  { name: 'weighted-product', task: { task: 'weighted-product' }, monotone: true, ratio: true },
  { name: 'waspas', task: { task: 'waspas' }, monotone: true, ratio: true },
  { name: 'topsis by vector', task: { task: 'topsis' }, monotone: true, ratio: true },
  {
    name: 'topsis by min-max',
    task: { task: 'topsis', normalisation: 'min-max' },
    monotone: true,
    affine: true,
    ratio: true,
  },
  { name: 'vikor', task: { task: 'vikor' }, monotone: true, affine: true, ratio: true },
  { name: 'promethee', task: { task: 'promethee', functions: 'usual' }, monotone: true, affine: true, ratio: true },
  { name: 'promethee gaussian', task: { task: 'promethee', functions: { type: 'gaussian', s: 3 } }, monotone: true },
  { name: 'promethee linear', task: { task: 'promethee', functions: { type: 'linear', q: 1, p: 4 } }, monotone: true },
  { name: 'electre-3', task: { task: 'electre-3', q: 1, p: 2, v: 6 } },
  {
    name: 'owa',
    task: { task: 'owa', normalisation: 'min-max', orderWeights: [0.5, 0.3, 0.2] },
    monotone: true,
    affine: true,
    ratio: true,
  },
  {
    name: 'choquet',
    task: {
      task: 'choquet',
      normalisation: 'min-max',
      shapley: { singles: { c1: 0.5, c2: 0.3, c3: 0.2 }, pairs: [['c1', 'c2', -0.2]] },
    },
    monotone: true,
    affine: true,
    ratio: true,
  },
  {
    name: 'lexicographic',
    task: { task: 'lexicographic', order: ['c2', 'c1', 'c3'] },
    monotone: true,
    affine: true,
    ratio: true,
  },
  { name: 'satisficing', task: { task: 'satisficing', levels: { c1: 4, c2: 5 } }, monotone: true },
  { name: 'aras', task: { task: 'aras' }, monotone: true, ratio: true },
  { name: 'copras', task: { task: 'copras' }, monotone: true, ratio: true },
  { name: 'moora', task: { task: 'moora' }, monotone: true, ratio: true },
  { name: 'moora reference point', task: { task: 'moora', variant: 'reference-point' }, monotone: true, ratio: true },
  { name: 'multimoora', task: { task: 'multimoora' }, ratio: true },
  { name: 'edas', task: { task: 'edas' }, monotone: true, ratio: true },
  { name: 'codas', task: { task: 'codas' }, ratio: true },
  { name: 'cocoso', task: { task: 'cocoso', normalisation: 'max' }, monotone: true, ratio: true },
  { name: 'mabac', task: { task: 'mabac' }, monotone: true, affine: true, ratio: true },
  { name: 'mairca', task: { task: 'mairca' }, monotone: true, affine: true, ratio: true },
  { name: 'marcos', task: { task: 'marcos' }, monotone: true, ratio: true },
  { name: 'ocra', task: { task: 'ocra' }, monotone: true, ratio: true },
  {
    name: 'spotis',
    task: {
      task: 'spotis',
      bounds: [
        [0, 10],
        [0, 10],
        [0, 10],
      ],
    },
    monotone: true,
  },
  { name: 'probid', task: { task: 'probid' }, ratio: true },
  { name: 'electre-2', task: { task: 'electre-2', normalisation: 'min-max' }, affine: true, ratio: true },
  { name: 'rim', task: { task: 'rim', bounds: [0, 1, 2].map(() => [0, 10]) }, monotone: true },
  { name: 'ervd', task: { task: 'ervd', reference: 5 }, monotone: true },
  { name: 'ram', task: { task: 'ram' }, monotone: true, ratio: true },
  { name: 'rafsi', task: { task: 'rafsi', bounds: [0, 1, 2].map(() => [0, 10]) }, monotone: true },
  { name: 'lmaw', task: { task: 'lmaw' }, ratio: true },
  { name: 'lopm', task: { task: 'lopm', limits: [{ lower: 5 }, { upper: 5 }, { lower: 5 }] }, monotone: true },
  { name: 'simus', task: { task: 'simus' }, breaksTiesById: true },
  {
    name: 'comet',
    task: {
      task: 'comet',
      characteristic: [0, 1, 2].map(() => [0, 5, 10]),
      expert: { task: 'weighted-sum', normalisation: 'min-max' },
    },
    monotone: true,
  },
];

const directions = [1, -1, 1];
const cell = fc.integer({ min: 1, max: 9 });
const tables = fc.record({
  matrix: fc.array(
    fc.tuple(cell, cell, cell).map((row) => [...row]),
    { minLength: 3, maxLength: 6 },
  ),
  weights: fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })),
});

/** Null where a method says that the table has nothing to rank by. */
function run(
  task: object,
  matrix: readonly (readonly number[])[],
  weights: readonly number[],
  ids?: readonly string[],
): Ranking | null {
  const result = evaluate({
    matrix,
    types: directions,
    weights,
    normaliseWeights: true,
    tasks: [task],
    ...(ids ? { alternatives: ids } : {}),
  });
  if (!result.ok) {
    expect(result.refusal.map(({ code }) => code)).toEqual(['method-no-spread']);
    return null;
  }
  return result.value.results[0]!.outcome as Ranking;
}

const isBetter = (a: readonly number[], b: readonly number[]) =>
  a.every((x, j) => (directions[j] === 1 ? x >= b[j]! : x <= b[j]!));

describe.each(methods.map((method) => [method.name, method] as const))(
  '%s',
  (_, { task, monotone, affine, ratio, breaksTiesById }) => {
    it('does not heed the order of the rows', () => {
      fc.assert(
        fc.property(tables, ({ matrix, weights }) => {
          const ids = matrix.map((__, i) => `alt${i}`);
          const there = run(task, matrix, weights, ids);
          const back = run(task, [...matrix].reverse(), weights, [...ids].reverse());
          if (!there || !back) return expect(there).toBe(back);
          for (const { alternative, score, rank } of there.scores) {
            const other = back.scores.find((row) => row.alternative === alternative)!;
            expect(other.score).toBeCloseTo(score, 9);
            expect(other.rank).toBe(rank);
          }
          expect(back.ranking).toEqual(there.ranking);
        }),
        { numRuns: 40 },
      );
    });

    it('gives the same bytes for the same input', () => {
      const matrix = [
        [1, 2, 3],
        [4, 2, 1],
        [3, 3, 3],
      ];
      expect(JSON.stringify(run(task, matrix, [1, 2, 3]))).toBe(JSON.stringify(run(task, matrix, [1, 2, 3])));
    });

    it('gives equal rows equal ranks', () => {
      if (breaksTiesById) return;
      fc.assert(
        fc.property(tables, ({ matrix, weights }) => {
          const result = run(task, [...matrix, [...matrix[0]!]], weights);
          if (result) expect(result.scores.at(-1)!.rank).toBe(result.scores[0]!.rank);
        }),
        { numRuns: 30 },
      );
    });

    if (monotone)
      it('never ranks a dominated alternative ahead of its dominator', () => {
        fc.assert(
          fc.property(tables, ({ matrix, weights }) => {
            const result = run(task, matrix, weights);
            if (!result) return;
            matrix.forEach((a, i) =>
              matrix.forEach((b, k) => {
                if (isBetter(a, b)) expect(result.scores[i]!.rank).toBeLessThanOrEqual(result.scores[k]!.rank);
              }),
            );
          }),
          { numRuns: 60 },
        );
      });

    if (affine || ratio)
      it(`keeps its ranking when criteria change their ${affine ? 'unit and zero' : 'unit'}`, () => {
        const change = fc.tuple(
          ...[0, 1, 2].map(() =>
            fc.record({ a: fc.constantFrom(0.5, 2, 4), b: affine ? fc.constantFrom(0, 8, 16) : fc.constant(0) }),
          ),
        );
        fc.assert(
          fc.property(tables, change, ({ matrix, weights }, changes) => {
            const other = matrix.map((row) => row.map((x, j) => changes[j]!.a * x + changes[j]!.b));
            const [before, after] = [run(task, matrix, weights), run(task, other, weights)];
            if (!before || !after) return expect(before).toBe(after);
            expect(after.scores.map(({ rank }) => rank)).toEqual(before.scores.map(({ rank }) => rank));
          }),
          { numRuns: 40 },
        );
      });

    it('adds its contributions up to the score, to the last bit, where it states them', () => {
      fc.assert(
        fc.property(tables, ({ matrix, weights }) => {
          for (const { score, contributions } of run(task, matrix, weights)?.scores ?? [])
            if (contributions)
              expect(contributions.reduce((sum, { contribution }) => sum + contribution, 0)).toBe(score);
        }),
        { numRuns: 30 },
      );
    });

    it('answers or refuses one alternative, equal alternatives and a constant criterion, but never with NaN', () => {
      for (const matrix of [
        [[3, 3, 3]],
        [
          [3, 3, 3],
          [3, 3, 3],
        ],
        [
          [3, 5, 1],
          [3, 2, 4],
          [3, 4, 2],
        ],
      ]) {
        const result = evaluate({ matrix, types: directions, weights: 'equal', tasks: [task] });
        if (!result.ok) {
          expect(result.refusal.map(({ code }) => code)).toEqual([
            expect.stringMatching(/^method-(no-spread|needs-two-alternatives)$/),
          ]);
          continue;
        }
        const { scores } = result.value.results[0]!.outcome as Ranking;
        for (const { score, rank } of scores) {
          expect(Number.isFinite(score)).toBe(true);
          expect(rank).toBeGreaterThanOrEqual(1);
        }
        const constant = result.value.results[0]!.observations.filter(({ code }) => code === 'criterion-constant');
        expect(constant.length > 0).toBe(matrix.length > 1);
      }
    });

    it('shows every intermediate table on request, finite or null', () => {
      const matrix = [
        [1, 2, 3],
        [4, 2.5, 1],
        [3, 3, 2],
      ];
      const plain = run(task, matrix, [1, 2, 3]) as Ranking & { tables?: object };
      const detailed = run({ ...task, detail: true }, matrix, [1, 2, 3]) as Ranking & { tables?: object };
      expect(plain.tables).toBeUndefined();
      for (const table of Object.values(detailed.tables ?? {}) as {
        rows: string[];
        columns: string[];
        values: unknown[][];
      }[]) {
        expect(table.values).toHaveLength(table.rows.length);
        for (const row of table.values) expect(row).toHaveLength(table.columns.length);
      }
      expect(detailed.scores).toEqual(plain.scores);
    });
  },
);
