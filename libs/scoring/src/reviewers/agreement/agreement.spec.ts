import type { Result } from '@fordela/domain';
import fc from 'fast-check';
import { alphaBootstrap } from './alpha-bootstrap';
import { cohenKappa, type KappaOptions } from './cohen-kappa';
import type { Difference } from './difference';
import { fleissKappa, fleissKappaOfCounts } from './fleiss-kappa';
import { intraclassCorrelations } from './intraclass-correlation';
import { kendallW, midranks } from './kendall-w';
import { krippendorffAlpha } from './krippendorff-alpha';
import type { RatingTable, RatingValue } from './rating-table';
import { reviewerProfiles } from './reviewer-profile';
import { disagreementOrder, spreadByUnit } from './spread';

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}
const codes = <T>(result: Result<T>) => (result.ok ? [] : result.refusal.map((entry) => entry.code));
const transpose = <T>(rows: readonly (readonly T[])[]): T[][] =>
  (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] as T));
const alpha = (table: RatingTable<RatingValue>, kind: Difference | Difference['kind'], values?: RatingValue[]) =>
  krippendorffAlpha(table, {
    difference: typeof kind === 'string' ? ({ kind } as Difference) : kind,
    values: values ?? null,
  });

const _ = null;
/** Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), section C: 4 observers, 12 units (also R's irr, `nmm`). */
const observers: RatingTable = transpose([
  [1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
  [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _],
]);
/** R package irr, data set `anxiety`: 20 subjects, 3 raters, scale 1–6. */
const anxiety: RatingTable = transpose([
  [3, 3, 3, 4, 5, 5, 2, 3, 5, 2, 2, 6, 1, 5, 2, 2, 1, 2, 4, 3],
  [3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4],
  [2, 1, 4, 4, 3, 2, 1, 6, 1, 1, 1, 2, 3, 3, 1, 1, 3, 3, 2, 2],
]);
/** Fleiss 1971, table 1: 30 patients, 6 psychiatrists; D depression, P personality disorder, S schizophrenia, N neurosis, O other. */
const diagnoses = (
  'NNNNNN PPPOOO PSSSSO OOOOOO PPPNNN DDSSSS SSSSOO DDSSSN DDNNNN OOOOOO DNNNNN DPNNNN PPPSSS DNNNNN PPNNNO ' +
  'SSSSSO DDDNOO DDDDDP PPNNNN DSSOOO OOOOOO PNNNNN PPNOOO DDNNNN DNNNNO PPPPPN DDDDOO PPNNNN DSSSSS OOOOOO'
)
  .split(' ')
  .map((unit) => [...unit]);

describe("Krippendorff's alpha", () => {
  it('reproduces three coders with more than half missing (Wikipedia; fast-krippendorff test suite)', () => {
    const table = transpose([
      [_, _, _, _, _, 3, 4, 1, 2, 1, 1, 3, 3, _, 3],
      [1, _, 2, 1, 3, 3, 4, 3, _, _, _, _, _, _, _],
      [_, _, 2, 1, 3, 4, 4, _, 2, 1, 1, 3, 3, _, 4],
    ]);
    expect(Math.abs(value(alpha(table, 'nominal')).alpha - 0.691358)).toBeLessThan(6e-7);
    expect(Math.abs(value(alpha(table, 'interval')).alpha - 0.810845)).toBeLessThan(6e-7);
    expect(value(alpha(table, 'nominal')).unpairableUnits).toEqual([0, 1, 13]);
  });
  it('reproduces the four-observer example at every level (Krippendorff 2011)', () => {
    for (const [level, expected] of [
      ['nominal', 0.743],
      ['ordinal', 0.815],
      ['interval', 0.849],
      ['ratio', 0.797],
    ] as const)
      expect(value(alpha(observers, level)).alpha).toBeCloseTo(expected, 3);
    const labels = ['very low', 'low', 'mid', 'high', 'very high'];
    const worded = observers.map((row) =>
      row.map((rating) => (rating === null ? null : (labels[rating - 1] as string))),
    );
    expect(value(alpha(worded, 'ordinal', labels)).alpha).toBeCloseTo(value(alpha(observers, 'ordinal')).alpha, 12);
    expect(codes(alpha(worded, 'ordinal'))).toEqual(['alpha-order-needed']);
    expect(codes(alpha(worded, 'interval'))).toEqual(['alpha-numbers-needed']);
  });
  it('reproduces labels, a custom distance and perfect agreement (fast-krippendorff test suite)', () => {
    const words = transpose([
      ['pos', 'neg', 'neu', _],
      ['pos', 'neg', 'neu', 'pos'],
      ['pos', 'neg', 'pos', 'pos'],
    ]);
    expect(Math.abs(value(alpha(words, 'nominal')).alpha - 0.722222)).toBeLessThan(6e-7);
    const numbers = transpose([
      [1, 2, 3],
      [1, 2, 4],
    ]);
    expect(Math.abs(value(alpha(numbers, 'absolute')).alpha - 0.761905)).toBeLessThan(6e-7);
    const matrix = [1, 2, 3, 4].map((a) => [1, 2, 3, 4].map((b) => Math.abs(a - b)));
    expect(value(alpha(numbers, { kind: 'matrix', matrix })).alpha).toBeCloseTo(0.761905, 6);
    for (const level of ['nominal', 'ordinal', 'interval', 'ratio', 'absolute'] as const)
      expect(
        value(
          alpha(
            transpose([
              [1, 2, 3, 4],
              [1, 2, 3, 4],
              [1, 2, 3, 4],
            ]),
            level,
          ),
        ).alpha,
      ).toBe(1);
    expect(
      value(
        alpha(
          [
            [0, 0],
            [1, 1],
            [2, 2],
          ],
          'ratio',
        ),
      ).alpha,
    ).toBe(1);
  });
  it('refuses what says nothing about agreement', () => {
    expect(
      codes(
        alpha(
          [
            [1, 1],
            [1, 1],
          ],
          'nominal',
        ),
      ),
    ).toEqual(['alpha-single-value']);
    expect(
      codes(
        alpha(
          [
            [1, _],
            [_, 2],
          ],
          'nominal',
        ),
      ),
    ).toEqual(['alpha-no-pairable-unit']);
    expect(
      codes(
        alpha(
          [
            [1, 1],
            [2, _],
          ],
          'nominal',
        ),
      ),
    ).toEqual(['alpha-single-value']);
    expect(codes(alpha([], 'nominal'))).toEqual(['ratings-empty']);
    expect(codes(alpha([[1, 2], [1]], 'nominal'))).toEqual(['ratings-not-rectangular']);
    expect(codes(alpha([[1, NaN]], 'nominal'))).toEqual(['rating-not-finite']);
    expect(codes(alpha([[1, 7]], 'interval', [1, 2, 3]))).toEqual(['rating-outside-values']);
    expect(codes(alpha([[1, 2]], 'interval', [1, 2, 2]))).toEqual(['rating-value-repeated']);
    expect(codes(alpha([[-1, 2]], 'ratio'))).toEqual(['alpha-negative-ratio']);
    expect(
      codes(
        alpha([[1, 2]], {
          kind: 'matrix',
          matrix: [
            [0, 1],
            [2, 0],
          ],
        }),
      ),
    ).toEqual(['alpha-matrix-entry']);
    expect(codes(alpha([[1, 2]], { kind: 'matrix', matrix: [[0]] }))).toEqual(['alpha-matrix-size']);
    expect(
      codes(
        alpha([[1, 2]], {
          kind: 'matrix',
          matrix: [
            [0, 0],
            [0, 0],
          ],
        }),
      ),
    ).toEqual(['alpha-no-expected-disagreement']);
    expect(codes(alpha([[1, 2]], { kind: 'circular', period: 0 }))).toEqual(['alpha-period']);
    expect(codes(alpha([[1, 9]], { kind: 'bipolar', lowest: 1, highest: 5 }))).toEqual(['rating-outside-values']);
  });
  it('sees circular and bipolar scales (hand calculation)', () => {
    // 23 and 1 o'clock are as near as 11 and 13; on a straight scale they are not.
    const hours = [
      [23, 1],
      [11, 13],
      [6, 6],
      [18, 18],
    ];
    const straight = value(alpha(hours, 'interval')).alpha;
    expect(value(alpha(hours, { kind: 'circular', period: 24 })).alpha).toBeGreaterThan(straight);
    const poles = value(
      alpha(
        [
          [1, 5],
          [3, 3],
        ],
        { kind: 'bipolar', lowest: 1, highest: 5 },
      ),
    );
    expect(poles.differences[0]?.[2]).toBe(1); // 16 / ((6 − 2)(10 − 6))
  });
  const tables = fc
    .array(fc.array(fc.option(fc.integer({ min: 1, max: 5 })), { minLength: 4, maxLength: 4 }), {
      minLength: 3,
      maxLength: 12,
    })
    .filter((rows) => alpha(rows, 'nominal').ok);
  it('does not depend on the order of coders or of units, and interval alpha not on the origin or unit of the scale', () => {
    fc.assert(
      fc.property(tables, fc.constantFrom('nominal', 'ordinal', 'interval', 'ratio'), (rows, level) => {
        const before = value(alpha(rows, level as 'nominal')).alpha;
        expect(
          value(
            alpha(
              rows.map((row) => [...row].reverse()),
              level as 'nominal',
            ),
          ).alpha,
        ).toBeCloseTo(before, 10);
        expect(value(alpha([...rows].reverse(), level as 'nominal')).alpha).toBeCloseTo(before, 10);
        const rescaled = rows.map((row) => row.map((rating) => (rating === null ? null : 3 * rating - 7)));
        expect(value(alpha(rescaled, 'interval')).alpha).toBeCloseTo(value(alpha(rows, 'interval')).alpha, 10);
        expect(before).toBeLessThanOrEqual(1);
      }),
    );
  });
  it('equals the definition over pairs (oracle)', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const units = rows.map((row) => row.filter((x) => x !== null)).filter((row) => row.length > 1);
        const all = units.flat();
        let observed = 0;
        for (const unit of units)
          unit.forEach((a, i) => unit.forEach((b, j) => (observed += i === j ? 0 : (a - b) ** 2 / (unit.length - 1))));
        let expected = 0;
        all.forEach((a) => all.forEach((b) => (expected += (a - b) ** 2)));
        const definition = 1 - observed / all.length / (expected / (all.length * (all.length - 1)));
        expect(value(alpha(rows, 'interval')).alpha).toBeCloseTo(definition, 10);
      }),
    );
  });
  it('states how surely it is known, and repeats it for the seed', () => {
    const options = { difference: { kind: 'interval' }, values: null } as const;
    const bootstrap = { draws: 500, seed: 7, confidence: 0.95 };
    const interval = value(alphaBootstrap(observers, options, bootstrap));
    expect(value(alphaBootstrap(observers, options, bootstrap))).toEqual(interval);
    expect(value(alphaBootstrap(observers, options, { ...bootstrap, seed: 8 }))).not.toEqual(interval);
    expect(interval.low).toBeLessThan(0.849);
    expect(interval.high).toBeGreaterThan(0.849);
    const narrow = value(alphaBootstrap(observers, options, { ...bootstrap, confidence: 0.5 }));
    expect(narrow.low).toBeGreaterThan(interval.low);
    expect(narrow.high).toBeLessThan(interval.high);
    const perfect = value(
      alphaBootstrap(
        [
          [1, 1],
          [2, 2],
        ],
        options,
        bootstrap,
      ),
    );
    expect([perfect.low, perfect.high]).toEqual([1, 1]);
    expect(perfect.undefinedDraws).toBeGreaterThan(150); // both draws the same unit: half of the time
    expect(codes(alphaBootstrap(observers, options, { ...bootstrap, draws: 3 }))).toEqual(['bootstrap-draws']);
    expect(codes(alphaBootstrap(observers, options, { ...bootstrap, seed: -1 }))).toEqual(['seed-not-whole']);
    expect(codes(alphaBootstrap(observers, options, { ...bootstrap, confidence: 1 }))).toEqual([
      'confidence-out-of-range',
    ]);
  });
});

describe('intraclass correlation', () => {
  const judges: RatingTable = [
    [9, 2, 5, 8],
    [6, 1, 3, 2],
    [8, 4, 6, 8],
    [7, 1, 2, 6],
    [10, 5, 6, 9],
    [6, 2, 4, 7],
  ];
  const icc = (table: RatingTable, missing: 'refuse' | 'listwise' = 'refuse') =>
    intraclassCorrelations(table, { missing, confidence: 0.95 });
  it('reproduces six targets and four judges, all forms (Shrout & Fleiss 1979, tables 2–4)', () => {
    const result = value(icc(judges));
    const precise = [0.1657, 0.2898, 0.7148, 0.4428, 0.6201, 0.9093];
    result.forms.forEach((form, index) =>
      expect(Math.abs((form.value ?? NaN) - (precise[index] as number))).toBeLessThan(6e-5),
    );
    expect(result.meanSquares.betweenUnits).toBeCloseTo(11.241667, 6);
    expect(result.meanSquares.withinUnits).toBeCloseTo(6.263889, 6);
    expect(result.meanSquares.betweenReviewers).toBeCloseTo(32.486111, 6);
    expect(result.meanSquares.residual).toBeCloseTo(1.019444, 6);
  });
  it('reproduces the confidence limits and tests (R package psych, ICC help page, the same data)', () => {
    const { forms } = value(icc(judges));
    const limits = [
      [-0.133, 0.72],
      [0.019, 0.76],
      [0.342, 0.95],
      [-0.884, 0.91],
      [0.071, 0.93],
      [0.676, 0.99],
    ];
    const p = [0.16477, 0.00013, 0.00013, 0.16477, 0.00013, 0.00013];
    forms.forEach((form, index) => {
      expect(form.low).toBeCloseTo(limits[index]?.[0] as number, 3);
      expect(Math.abs((form.high as number) - (limits[index]?.[1] as number))).toBeLessThan(0.0051);
      expect(Math.abs((form.pValue as number) - (p[index] as number))).toBeLessThan(6e-6);
    });
  });
  it('reproduces the anxiety data with its agreement interval (R package irr, icc)', () => {
    const form = value(icc(anxiety)).forms[1];
    expect(form?.value).toBeCloseTo(0.198, 3);
    expect(form?.low).toBeCloseTo(-0.039, 3);
    expect(form?.high).toBeCloseTo(0.494, 3);
  });
  it('separates consistency from agreement when raters differ in level (R package irr, icc help page)', () => {
    const table = transpose([
      [5, 12, 11, 10, 9, 7, 5, 12, 12, 7, 12, 17, 15, 13, 6, 13, 20, 14, 13, 11],
      [14, 22, 21, 19, 22, 16, 13, 24, 20, 19, 26, 22, 26, 18, 10, 26, 30, 22, 23, 23],
      [27, 31, 29, 29, 32, 23, 29, 28, 30, 28, 31, 35, 34, 32, 30, 29, 39, 37, 33, 29],
    ]);
    const { forms } = value(icc(table));
    expect(forms[2]?.value).toBeCloseTo(0.695, 3);
    expect(forms[1]?.value).toBeCloseTo(0.108, 3);
  });
  it('refuses gaps or leaves the units out by name, and what has no variation', () => {
    const gap = [...judges, [5, _, 3, 4]];
    expect(codes(icc(gap))).toEqual(['rating-missing']);
    const left = value(icc(gap, 'listwise'));
    expect(left.droppedUnits).toEqual([6]);
    expect(left.forms).toEqual(value(icc(judges)).forms);
    expect(codes(icc([[1, 2]]))).toEqual(['icc-too-few-units']);
    expect(codes(icc([[1], [2]]))).toEqual(['icc-too-few-reviewers']);
    expect(
      codes(
        icc([
          [3, 3],
          [3, 3],
        ]),
      ),
    ).toEqual(['icc-no-variation']);
    expect(codes(intraclassCorrelations(judges, { missing: 'refuse', confidence: 2 }))).toEqual([
      'confidence-out-of-range',
    ]);
    const exact = value(
      icc([
        [1, 2],
        [2, 3],
        [5, 6],
      ]),
    );
    expect(exact.forms[2]).toMatchObject({ value: 1, low: null, high: null, f: null, pValue: null });
  });
  it('is 1 for identical reviewers, ignores the order of reviewers, and a level shift only in form 3', () => {
    const rows = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })),
      { minLength: 3, maxLength: 9 },
    );
    fc.assert(
      fc.property(rows, (table) => {
        const result = icc(table);
        fc.pre(result.ok);
        const before = value(result).forms.map((form) => form.value);
        const reversed = value(icc(table.map((row) => [...row].reverse()))).forms.map((form) => form.value);
        reversed.forEach((x, i) => expect(x ?? NaN).toBeCloseTo((before[i] ?? NaN) as number, 8));
        const shifted = value(icc(table.map(([a, b, c]) => [a + 4, b, c]))).forms[2]?.value;
        expect(shifted ?? NaN).toBeCloseTo(before[2] ?? NaN, 8);
        const same = icc(table.map(([a]) => [a, a, a]));
        if (same.ok) expect(same.value.forms.map((form) => form.value)).toEqual([1, 1, 1, 1, 1, 1]);
      }),
    );
  });
});

describe("Cohen's kappa", () => {
  const plain: KappaOptions = { weights: 'unweighted', values: null, missing: 'refuse', confidence: 0.95 };
  it('reproduces 50 grant proposals read twice: 20 yes/yes, 5 yes/no, 10 no/yes, 15 no/no (Wikipedia)', () => {
    const pairs = (count: number, a: string, b: string) => Array.from({ length: count }, () => [a, b]);
    const table = [
      ...pairs(20, 'yes', 'yes'),
      ...pairs(5, 'yes', 'no'),
      ...pairs(10, 'no', 'yes'),
      ...pairs(15, 'no', 'no'),
    ];
    const result = value(cohenKappa(table, plain));
    expect(result.kappa).toBeCloseTo(0.4, 12);
    expect([result.observedAgreement, result.expectedAgreement]).toEqual([0.7, 0.5]);
    expect(result.counts).toEqual([
      [15, 10],
      [5, 20],
    ]);
  });
  it('reproduces two psychiatrists and weighted anxiety ratings with their z (R package irr, kappa2)', () => {
    const two = value(
      cohenKappa(
        diagnoses.map((unit) => [unit[1] as string, unit[2] as string]),
        plain,
      ),
    );
    expect(two.kappa).toBeCloseTo(0.631, 3);
    expect(two.z).toBeCloseTo(7.56, 2);
    const weighted = value(
      cohenKappa(
        anxiety.map((row) => [row[0] ?? null, row[1] ?? null]),
        { ...plain, weights: 'quadratic' },
      ),
    );
    expect(weighted.kappa).toBeCloseTo(0.297, 3);
    expect(weighted.z).toBeCloseTo(1.34, 2);
    expect(weighted.pValue).toBeCloseTo(0.18, 3);
  });
  it('has equal linear and quadratic weights for two values, and takes its own table of weights', () => {
    const table = [
      [1, 1],
      [1, 2],
      [2, 2],
      [2, 2],
      [1, 1],
    ];
    const kappas = (['unweighted', 'linear', 'quadratic'] as const).map(
      (weights) => value(cohenKappa(table, { ...plain, weights })).kappa,
    );
    expect(new Set(kappas).size).toBe(1);
    const weights = [
      [1, 0.5, 0],
      [0.5, 1, 0.5],
      [0, 0.5, 1],
    ];
    const three = [
      [1, 2],
      [2, 2],
      [3, 1],
      [3, 3],
      [1, 1],
    ];
    expect(value(cohenKappa(three, { ...plain, weights })).kappa).toBeCloseTo(
      value(cohenKappa(three, { ...plain, weights: 'linear' })).kappa,
      14,
    );
  });
  it('refuses what it cannot compare', () => {
    expect(codes(cohenKappa([[1, 2, 3]], plain))).toEqual(['kappa-two-reviewers']);
    expect(
      codes(
        cohenKappa(
          [
            [1, 1],
            [1, 1],
          ],
          plain,
        ),
      ),
    ).toEqual(['kappa-single-value']);
    expect(codes(cohenKappa([[1, _]], plain))).toEqual(['rating-missing']);
    expect(codes(cohenKappa([[1, _]], { ...plain, missing: 'listwise' }))).toEqual(['kappa-no-units']);
    expect(codes(cohenKappa([[1, 2]], { ...plain, weights: [[1]] }))).toEqual(['kappa-weights-size']);
    expect(
      codes(
        cohenKappa([[1, 2]], {
          ...plain,
          weights: [
            [1, 2],
            [2, 1],
          ],
        }),
      ),
    ).toEqual(['kappa-weights-entry']);
    expect(codes(cohenKappa([[1, 2]], { ...plain, confidence: 0 }))).toEqual(['confidence-out-of-range']);
  });
});

describe("Fleiss' kappa", () => {
  it('reproduces 30 patients and 6 psychiatrists, overall and by diagnosis (Fleiss 1971; R package irr)', () => {
    const result = value(fleissKappa(diagnoses, { values: ['D', 'P', 'S', 'N', 'O'], missing: 'refuse' }));
    expect(result.kappa).toBeCloseTo(0.43, 3);
    expect(result.z).toBeCloseTo(17.652, 3);
    const byValue = [
      [0.245, 5.192],
      [0.245, 5.192],
      [0.52, 11.031],
      [0.471, 9.994],
      [0.566, 12.009],
    ];
    result.byValue.forEach((entry, index) => {
      expect(entry.kappa).toBeCloseTo(byValue[index]?.[0] as number, 3);
      expect(entry.z).toBeCloseTo(byValue[index]?.[1] as number, 3);
    });
  });
  it('reproduces 14 raters and 10 subjects (Wikipedia)', () => {
    const counts = [
      [0, 0, 0, 0, 14],
      [0, 2, 6, 4, 2],
      [0, 0, 3, 5, 6],
      [0, 3, 9, 2, 0],
      [2, 2, 8, 1, 1],
      [7, 7, 0, 0, 0],
      [3, 2, 6, 3, 0],
      [2, 5, 3, 2, 2],
      [6, 5, 2, 1, 0],
      [0, 2, 2, 3, 7],
    ];
    expect(value(fleissKappaOfCounts(counts, [1, 2, 3, 4, 5])).kappa).toBeCloseTo(0.20993070442195522, 12);
  });
  it('treats gaps as told', () => {
    const table = [
      [1, 1, 2],
      [2, 2, _],
      [1, _, _],
      [2, 2, 2],
    ];
    expect(codes(fleissKappa(table, { values: null, missing: 'refuse' }))).toEqual([
      'rating-missing',
      'rating-missing',
      'rating-missing',
    ]);
    expect(value(fleissKappa(table, { values: null, missing: 'listwise' }))).toMatchObject({
      usedUnits: [0, 3],
      droppedUnits: [1, 2],
    });
    const available = value(fleissKappa(table, { values: null, missing: 'available' }));
    expect(available).toMatchObject({ usedUnits: [0, 1, 3], droppedUnits: [2], z: null });
    expect(available.observedAgreement).toBeCloseTo((1 / 3 + 1 + 1) / 3, 14);
    expect(
      codes(
        fleissKappa(
          [
            [1, 1],
            [1, 1],
          ],
          { values: null, missing: 'refuse' },
        ),
      ),
    ).toEqual(['kappa-single-value']);
    expect(
      codes(
        fleissKappa(
          [
            [1, _],
            [_, 2],
          ],
          { values: null, missing: 'available' },
        ),
      ),
    ).toEqual(['fleiss-no-units']);
    expect(codes(fleissKappaOfCounts([[1, 0]], [1, 2]))).toEqual(['fleiss-too-few-ratings']);
  });
});

describe("Kendall's W", () => {
  it('reproduces the anxiety data with ties (R package irr, kendall)', () => {
    const result = value(kendallW(anxiety, { missing: 'refuse', ties: 'corrected' }));
    expect(result.w).toBeCloseTo(0.54, 2);
    expect(result.chiSquare).toBeCloseTo(30.8, 1);
    expect(result.pValue).toBeCloseTo(0.0429, 4);
    expect(value(kendallW(anxiety, { missing: 'refuse', ties: 'uncorrected' })).w).toBeLessThan(result.w);
  });
  it('is 1 for one order, 0 for two opposite ones, and shares ranks among ties', () => {
    const options = { missing: 'refuse', ties: 'corrected' } as const;
    expect(
      value(
        kendallW(
          [
            [1, 10],
            [2, 20],
            [3, 30],
          ],
          options,
        ),
      ).w,
    ).toBe(1);
    expect(
      value(
        kendallW(
          [
            [1, 3],
            [2, 2],
            [3, 1],
          ],
          options,
        ),
      ).w,
    ).toBe(0);
    expect(midranks([10, 30, 10, 20])).toEqual([1.5, 4, 1.5, 3]);
    expect(codes(kendallW([[1, 2]], options))).toEqual(['kendall-too-small']);
    expect(
      codes(
        kendallW(
          [
            [1, 1],
            [1, 1],
          ],
          options,
        ),
      ),
    ).toEqual(['kendall-all-tied']);
  });
});

describe('spread and profiles', () => {
  it('measures each unit and orders them by disagreement, ties by id', () => {
    const table = [
      [3, 3, 3],
      [1, 5, _],
      [2, 4, 3],
      [4, _, _],
      [5, 1, _],
    ];
    const spreads = spreadByUnit(table);
    expect(spreads[1]).toMatchObject({ count: 2, mean: 3, range: 4, medianDeviation: 2 });
    expect(spreads[1]?.standardDeviation).toBeCloseTo(Math.sqrt(8), 14);
    expect(spreads[3]).toMatchObject({
      count: 1,
      mean: 4,
      range: null,
      standardDeviation: null,
      medianDeviation: null,
    });
    expect(disagreementOrder(spreads, ['a', 'z', 'c', 'd', 'e'], 'range')).toEqual([4, 1, 2, 0, 3]);
    expect(spreadByUnit([[_, _]])[0]).toMatchObject({ count: 0, mean: null, median: null, lowest: null });
  });
  it('finds the strict reviewer', () => {
    const table = [
      [4, 4, 2],
      [5, 5, 3],
      [3, _, 1],
      [_, _, 2],
    ];
    const profiles = reviewerProfiles(table, 'others');
    expect(profiles.map((profile) => profile.ratings)).toEqual([3, 2, 4]);
    expect(profiles[2]?.meanDeviation).toBe(-2);
    expect(profiles[2]).toMatchObject({
      compared: 3,
      deviationSpread: 0,
      uses: [
        { value: 1, count: 1 },
        { value: 2, count: 2 },
        { value: 3, count: 1 },
      ],
    });
    expect(reviewerProfiles(table, 'all')[2]?.meanDeviation).toBeCloseTo(-(4 / 3 + 4 / 3 + 1) / 3, 14);
  });
});
