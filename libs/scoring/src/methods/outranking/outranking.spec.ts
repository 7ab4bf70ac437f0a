import * as fc from 'fast-check';
import { distance, topsis } from '../distance/topsis';
import { vikor } from '../distance/vikor';
import { credibilityOf, type PseudoCriterion } from './credibility';
import { distillation, finalRelations } from './distillation';
import { electreOne } from './electre-1';
import { electreTri } from './electre-tri';
import { circuits, kernel } from './graph';
import { preference, type PreferenceFunction } from './preference-function';
import { promethee } from './promethee';

const unit = fc.double({ min: 0, max: 1, noNaN: true });
const square = (n: number) => fc.array(fc.array(unit, { minLength: n, maxLength: n }), { minLength: n, maxLength: n });

describe('preference functions', () => {
  const functions: PreferenceFunction[] = [
    { type: 'usual' },
    { type: 'u-shape', q: 2 },
    { type: 'v-shape', p: 4 },
    { type: 'level', q: 1, p: 3 },
    { type: 'linear', q: 1, p: 3 },
    { type: 'gaussian', s: 2 },
  ];

  it.each<[PreferenceFunction['type'], number[]]>([
    ['usual', [0, 1, 1, 1, 1]],
    ['u-shape', [0, 0, 0, 1, 1]],
    ['v-shape', [0, 0.25, 0.5, 0.75, 1]],
    ['level', [0, 0, 0.5, 0.5, 1]],
    ['linear', [0, 0, 0.5, 1, 1]],
    ['gaussian', [0, 0.117503097, 0.39346934, 0.675347533, 0.864664717]],
  ])('%s at leads of 0, 1, 2, 3 and 4', (type, expected) => {
    const f = functions.find((candidate) => candidate.type === type)!;
    expect([0, 1, 2, 3, 4].map((lead) => Math.round(preference(f, lead) * 1e9) / 1e9)).toEqual(expected);
  });

  it('never fall with the lead, stay in [0, 1], and give nothing for being behind', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...functions),
        fc.double({ min: -9, max: 9, noNaN: true }),
        fc.double({ min: 0, max: 9, noNaN: true }),
        (f, lead, more) => {
          const [p, q] = [preference(f, lead), preference(f, lead + more)];
          expect(q).toBeGreaterThanOrEqual(p);
          expect(p).toBeGreaterThanOrEqual(0);
          expect(q).toBeLessThanOrEqual(1);
          if (lead <= 0) expect(p).toBe(0);
        },
      ),
    );
    expect(preference({ type: 'v-shape', p: 0 }, 1e-9)).toBe(1);
    expect(preference({ type: 'linear', q: 1, p: 1 }, 1)).toBe(0);
  });
});

describe('PROMETHEE', () => {
  it('net flows sum to 0 and are positive minus negative; a dominating alternative never has the lower', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(unit, unit, unit), { minLength: 2, maxLength: 6 }), (values) => {
        const f: PreferenceFunction = { type: 'linear', q: 0.05, p: 0.5 };
        const result = promethee(values, [0.5, 0.3, 0.2], ['maximise', 'minimise', 'maximise'], [f, f, f], 1e-12);
        expect(result.netFlow.reduce((a, b) => a + b, 0)).toBeCloseTo(0, 12);
        values.forEach((a, i) => {
          expect(result.netFlow[i]).toBeCloseTo(result.positiveFlow[i]! - result.negativeFlow[i]!, 12);
          values.forEach((b, k) => {
            if (a[0] >= b[0] && a[1] <= b[1] && a[2] >= b[2]) {
              expect(result.netFlow[i]!).toBeGreaterThanOrEqual(result.netFlow[k]! - 1e-12);
              expect(['P+', 'I']).toContain(result.relations[i]![k]);
            }
          });
        });
      }),
    );
  });
});

describe('graphs', () => {
  const graphs = fc
    .integer({ min: 1, max: 6 })
    .chain((n) =>
      fc
        .array(fc.array(fc.boolean(), { minLength: n, maxLength: n }), { minLength: n, maxLength: n })
        .map((rows) => rows.map((row, i) => row.map((edge, j) => edge && i !== j))),
    );

  it('the kernel of a graph without circuits is the one independent set that reaches all others', () => {
    fc.assert(
      fc.property(graphs, (edges) => {
        const acyclic = edges.map((row, i) => row.map((edge, j) => edge && i < j));
        const found = kernel(acyclic);
        const n = acyclic.length;
        const kernels = Array.from({ length: 2 ** n }, (_, mask) =>
          Array.from({ length: n }, (__, i) => i).filter((i) => mask & (1 << i)),
        ).filter(
          (set) =>
            set.every((a) => set.every((b) => !acyclic[a]![b])) &&
            Array.from({ length: n }, (_, i) => i).every((b) => set.includes(b) || set.some((a) => acyclic[a]![b])),
        );
        expect(kernels).toEqual([found]);
      }),
    );
  });

  it('circuits are the classes that reach each other', () => {
    expect(
      circuits([
        [false, true, false],
        [true, false, true],
        [false, false, false],
      ]),
    ).toEqual([[0, 1], [2]]);
    expect(
      kernel([
        [false, true, false],
        [true, false, true],
        [false, false, false],
      ]),
    ).toEqual([0, 1]);
  });
});

describe('ELECTRE I', () => {
  it('outranks more when asked for less', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(unit, unit), { minLength: 2, maxLength: 5 }),
        unit,
        unit,
        unit,
        unit,
        (values, c1, c2, d1, d2) => {
          const run = (concordance: number, discordance: number) =>
            electreOne(values, [0.6, 0.4], ['maximise', 'minimise'], { concordance, discordance, scale: 'own-range' })
              .outranks;
          const strict = run(Math.max(c1, c2), Math.min(d1, d2));
          const loose = run(Math.min(c1, c2), Math.max(d1, d2));
          strict.forEach((row, a) => row.forEach((edge, b) => expect(!edge || loose[a]![b]).toBe(true)));
        },
      ),
    );
  });
});

describe('credibility and sorting', () => {
  const criteria: PseudoCriterion[] = (['maximise', 'minimise'] as const).map((direction, j) => ({
    direction,
    weight: [0.6, 0.4][j]!,
    q: { constant: 0.1, slope: 0 },
    p: { constant: 0.2, slope: 0 },
    v: { constant: 0.6, slope: 0 },
    mode: 'direct',
  }));
  const point = fc.tuple(unit, unit);

  it('is 1 for what is at least as good, 0 under a veto, and never falls when the first improves', () => {
    fc.assert(
      fc.property(point, point, unit, (a, b, gain) => {
        const { credibility, discordances } = credibilityOf(a, b, criteria);
        if (a[0] >= b[0] && a[1] <= b[1]) expect(credibility).toBe(1);
        if (discordances.includes(1)) expect(credibility).toBe(0);
        expect(credibilityOf([a[0] + gain, a[1]], b, criteria).credibility).toBeGreaterThanOrEqual(credibility - 1e-12);
      }),
    );
  });

  it('thresholds may grow with the worse or the better performance', () => {
    const growing = (mode: 'direct' | 'inverse') => [
      { ...criteria[0]!, q: { constant: 0, slope: 0.1 }, p: { constant: 0, slope: 0.1 }, v: null, mode },
    ];
    expect(credibilityOf([100], [110], growing('direct')).credibility).toBe(1);
    expect(credibilityOf([100], [110.5], growing('direct')).credibility).toBe(0);
    expect(credibilityOf([100], [111], growing('inverse')).credibility).toBe(1);
  });

  it('the pessimistic class is never above the optimistic, and a better alternative is never sorted lower', () => {
    const profiles = [
      [0.3, 0.7],
      [0.6, 0.4],
    ];
    const sort = (a: readonly number[]) => electreTri([a], profiles, [criteria, criteria], 0.75, 'outranks')[0]!;
    fc.assert(
      fc.property(point, unit, unit, (a, gain, saving) => {
        const [plain, better] = [sort(a), sort([a[0] + gain, a[1] - saving])];
        expect(plain.pessimistic).toBeLessThanOrEqual(plain.optimistic);
        expect(better.pessimistic).toBeGreaterThanOrEqual(plain.pessimistic);
        expect(better.optimistic).toBeGreaterThanOrEqual(plain.optimistic);
        expect(electreTri([a], profiles, [criteria, criteria], 0.75, 'preferred')[0]!.pessimistic).toBeLessThanOrEqual(
          plain.pessimistic,
        );
      }),
    );
  });

  it('distillations put everybody in one class, and the same one whatever the order of the rows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }).chain(square), (table) => {
        for (const direction of ['descending', 'ascending'] as const) {
          const classes = distillation(table, direction);
          expect([...classes.flat()].sort((a, b) => a - b)).toEqual(table.map((_, i) => i));
          const last = table.length - 1;
          const mirrored = table.map((_, i) => table.map((__, j) => table[last - i]![last - j]!));
          const back = distillation(mirrored, direction).map((members) =>
            members.map((i) => last - i).sort((a, b) => a - b),
          );
          expect(back).toEqual(classes.map((members) => [...members].sort((a, b) => a - b)));
        }
      }),
    );
  });

  it('follows a worked example by hand: a credible order comes out as it is', () => {
    const table = [
      [1, 0.9, 0.95],
      [0.2, 1, 0.8],
      [0.1, 0.1, 1],
    ];
    expect(distillation(table, 'descending')).toEqual([[0], [1], [2]]);
    expect(distillation(table, 'ascending')).toEqual([[0], [1], [2]]);
    expect(finalRelations([0, 1, 1], [0, 1, 0])).toEqual([
      ['I', 'P+', 'P+'],
      ['P-', 'I', 'P-'],
      ['P-', 'P+', 'I'],
    ]);
    expect(finalRelations([0, 1], [1, 0])[0]![1]).toBe('R');
  });
});

describe('distances to ideals', () => {
  it('measure as they are called', () => {
    expect([
      distance([0, 0], [3, 4], 'euclidean'),
      distance([0, 0], [3, 4], 'manhattan'),
      distance([0, 0], [3, 4], 'chebyshev'),
    ]).toEqual([5, 7, 4]);
    expect(
      topsis(
        [
          [1, 1],
          [1, 1],
        ],
        [0.5, 0.5],
        ['maximise', 'maximise'],
        'euclidean',
      ),
    ).toBeNull();
  });

  it('VIKOR: the compromise set is as the two conditions say, and always holds the best', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(unit, unit, unit), { minLength: 1, maxLength: 6 }), unit, (values, v) => {
        const ids = values.map((_, i) => `x${i}`);
        const result = vikor(ids, values, [0.5, 0.3, 0.2], ['maximise', 'minimise', 'maximise'], {
          v,
          tolerance: 1e-12,
        });
        const least = Math.min(...result.q);
        expect(result.q[result.compromise[0]!]).toBe(least);
        if (result.acceptableAdvantage && result.acceptableStability) expect(result.compromise).toHaveLength(1);
        if (!result.acceptableAdvantage)
          for (const [i, q] of result.q.entries())
            expect(result.compromise.includes(i)).toBe(q - least < result.requiredAdvantage - 1e-12);
        result.q.forEach((q) => expect(q >= 0 && q <= 1 + 1e-12).toBe(true));
      }),
    );
  });
});
