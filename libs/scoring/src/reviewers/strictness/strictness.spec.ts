import type { Result } from '@fordela/domain';
import fc from 'fast-check';
import type { RatingTable } from '../agreement/rating-table';
import { ratingComponents } from './connected-components';
import { crossedData } from './crossed-algebra';
import { crossedDeviance, crossedFit } from './crossed-effects';
import { strictnessModel, type StrictnessOptions } from './strictness-model';
import { bestVarianceRatios } from './variance-ratios';

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}
const ids = (prefix: string, count: number) => Array.from({ length: count }, (_, i) => `${prefix}${i + 1}`);
const fit = (table: RatingTable, options: Partial<StrictnessOptions> = {}) =>
  strictnessModel(table, ids('a', table.length), ids('r', table[0]?.length ?? 0), {
    estimator: 'reml',
    minimumRatings: 2,
    disconnected: 'refuse',
    ...options,
  });
/** Solves A·X = B by Gauss–Jordan with pivoting: the plain oracle. */
function solve(a: number[][], b: number[][]): { x: number[][]; logDet: number } {
  const rows = a.map((row, i) => [...row, ...(b[i] as number[])]);
  const n = a.length;
  let logDet = 0;
  for (let c = 0; c < n; c += 1) {
    let pivot = c;
    for (let r = c; r < n; r += 1) if (Math.abs(rows[r]![c]!) > Math.abs(rows[pivot]![c]!)) pivot = r;
    [rows[c], rows[pivot]] = [rows[pivot]!, rows[c]!];
    const p = rows[c]![c]!;
    logDet += Math.log(Math.abs(p));
    rows[c] = rows[c]!.map((v) => v / p);
    for (let r = 0; r < n; r += 1) {
      const f = rows[r]![c]!;
      if (r !== c && f !== 0) rows[r] = rows[r]!.map((v, k) => v - f * rows[c]![k]!);
    }
  }
  return { x: rows.map((row) => row.slice(n)), logDet };
}
const quadratic = (u: number[], v: number[]) => u.reduce((sum, x, k) => sum + x * v[k]!, 0);

const judges: RatingTable = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];
const gappy = fc
  .array(fc.array(fc.option(fc.integer({ min: 1, max: 6 }), { freq: 3 }), { minLength: 4, maxLength: 4 }), {
    minLength: 4,
    maxLength: 8,
  })
  .filter((table) => fit(table).ok);

describe('strictness model', () => {
  it('has the variances of the analysis of variance on a balanced table (Shrout & Fleiss 1979 data)', () => {
    // Balanced and positive, REML equals the ANOVA estimates (Searle, Casella & McCulloch 1992, section 4.8):
    // residual = MSE, unit = (MSB − MSE)/4, reviewer = (MSJ − MSE)/6.
    const { variances, overallMean } = value(fit(judges));
    expect(variances.residual).toBeCloseTo(1.0194444, 6);
    expect(variances.unit).toBeCloseTo((11.2416667 - 1.0194444) / 4, 5);
    expect(variances.reviewer).toBeCloseTo((32.4861111 - 1.0194444) / 6, 5);
    expect(overallMean).toBeCloseTo(127 / 24, 10);
  });
  it('shrinks as the textbook says on a balanced table', () => {
    const model = value(fit(judges));
    const { variances, overallMean } = model;
    const pull = variances.reviewer / (variances.reviewer + variances.residual / 6);
    model.reviewers.forEach((reviewer) => {
      expect(reviewer.effect).toBeCloseTo(pull * ((reviewer.rawMean as number) - overallMean), 6);
      expect(reviewer.applied).toBe(reviewer.effect);
    });
    const unitPull = variances.unit / (variances.unit + variances.residual / 4);
    model.units.forEach((unit) =>
      expect(unit.shrunkenMean).toBeCloseTo(overallMean + unitPull * ((unit.rawMean as number) - overallMean), 6),
    );
  });
  it('equals the dense formulas of V at any ratios, with gaps (oracle)', () => {
    fc.assert(
      fc.property(
        gappy,
        fc.constantFrom(0, 0.3, 2),
        fc.constantFrom(0, 0.7, 5),
        fc.constantFrom('reml', 'ml'),
        (table, u, r, estimator) => {
          const cells = table.flatMap((row, i) => row.flatMap((y, j) => (y === null ? [] : [{ i, j, y }])));
          const n = cells.length;
          const H = cells.map((a) =>
            cells.map((b) => (a === b ? 1 : 0) + (a.i === b.i ? u : 0) + (a.j === b.j ? r : 0)),
          );
          const { x, logDet } = solve(
            H,
            cells.map((cell) => [1, cell.y]),
          );
          const one = cells.map(() => 1);
          const information = quadratic(
            one,
            x.map((row) => row[0]!),
          );
          const mean =
            quadratic(
              one,
              x.map((row) => row[1]!),
            ) / information;
          const residual = cells.map((cell) => cell.y - mean);
          const weighted = x.map((row) => row[1]! - mean * row[0]!);
          const degrees = estimator === 'reml' ? n - 1 : n;
          const variance = quadratic(residual, weighted) / degrees;
          const deviance =
            degrees * (1 + Math.log(2 * Math.PI * variance)) +
            logDet +
            (estimator === 'reml' ? Math.log(information) : 0);
          const data = crossedData(table);
          expect(crossedDeviance(data, u, r, estimator as 'reml')).toBeCloseTo(deviance, 8);
          const found = crossedFit(data, u, r, estimator as 'reml');
          expect(found.mean).toBeCloseTo(mean, 9);
          expect(found.residualVariance).toBeCloseTo(variance, 9);
          const projected = solve(
            H,
            cells.map((_, k) => cells.map((__, l) => (k === l ? 1 : 0))),
          ).x.map((row, k) => row.map((entry, l) => entry - (x[k]![0]! * x[l]![0]!) / information));
          const effect = (of: (cell: { i: number; j: number }) => boolean, ratio: number) => {
            const z = cells.map((cell) => (of(cell) ? 1 : 0));
            const known = quadratic(
              z,
              projected.map((row) => quadratic(row, z)),
            );
            return {
              value: ratio * quadratic(z, weighted),
              error: Math.sqrt(Math.max(0, variance * ratio * (1 - ratio * known))),
            };
          };
          found.unitEffects.forEach((entry, i) => {
            const expected = effect((cell) => cell.i === i, u);
            expect(entry).toBeCloseTo(expected.value, 8);
            expect(found.unitErrors[i]!).toBeCloseTo(expected.error, 6);
          });
          found.reviewerEffects.forEach((entry, j) => {
            const expected = effect((cell) => cell.j === j, r);
            expect(entry).toBeCloseTo(expected.value, 8);
            expect(found.reviewerErrors[j]!).toBeCloseTo(expected.error, 6);
          });
          expect(found.meanError).toBeCloseTo(Math.sqrt(variance / information), 8);
        },
      ),
      { numRuns: 40 },
    );
  });
  it('finds ratios no neighbour and no grid point beats', () => {
    fc.assert(
      fc.property(gappy, fc.constantFrom('reml', 'ml'), (table, estimator) => {
        const data = crossedData(table);
        const { unitRatio, reviewerRatio } = bestVarianceRatios(data, estimator as 'reml');
        fc.pre(Math.max(unitRatio, reviewerRatio) < 1e6);
        const best = crossedDeviance(data, unitRatio, reviewerRatio, estimator as 'reml');
        for (const u of [0, unitRatio * 0.97, unitRatio * 1.03, 0.01, 0.2, 1, 5, 30])
          for (const r of [0, reviewerRatio * 0.97, reviewerRatio * 1.03, 0.01, 0.2, 1, 5, 30])
            expect(crossedDeviance(data, u, r, estimator as 'reml')).toBeGreaterThan(best - 1e-7);
      }),
      { numRuns: 25 },
    );
  });
  it('takes a constant strictness off, and puts the applications back in order', () => {
    // Quality 2..6; the third reviewer is two grades stricter and only reads the better half.
    const table: RatingTable = [
      [2, 2.2, null],
      [3, 3.1, null],
      [4, 4.2, 2.1],
      [5, 5.1, 3],
      [6.1, null, 4],
    ];
    const model = value(fit(table));
    expect(model.reviewers[2]?.effect).toBeLessThan(-1);
    expect(model.units[4]?.rawMean).toBeCloseTo(5.05, 10); // raw: hardly better than its neighbour
    expect(model.units.map((unit) => unit.adjustedRank)).toEqual([5, 4, 3, 2, 1]);
  });
  it('leaves reviewers below the minimum number of ratings as they are', () => {
    const table: RatingTable = [
      [4, 4, 1],
      [3, 4, null],
      [5, 4, null],
      [2, 3, null],
    ];
    const model = value(fit(table, { minimumRatings: 2 }));
    expect(model.reviewers[2]).toMatchObject({ ratings: 1, belowMinimum: true, applied: 0 });
    const [a, b] = model.reviewers.map((reviewer) => reviewer.applied) as [number, number];
    expect(model.units[0]?.adjustedMean).toBeCloseTo((4 - a + 4 - b + 1) / 3, 12);
    const lower = value(fit(table, { minimumRatings: 1 }));
    expect(lower.reviewers[2]?.applied).toBe(lower.reviewers[2]?.effect);
  });
  it('names the parts that no reviewer links, or refuses them', () => {
    const table: RatingTable = [
      [4, 3, null, null],
      [2, 2, null, null],
      [null, null, 5, 3],
      [null, null, 4, 4],
      [null, null, null, null],
    ];
    const refused = fit(table);
    expect(refused.ok ? [] : refused.refusal).toEqual([
      { code: 'ratings-disconnected', path: [], params: { applications: ['a3', 'a4'], reviewers: ['r3', 'r4'] } },
    ]);
    const model = value(fit(table, { disconnected: 'report' }));
    expect(model.parts).toEqual([
      { unitIds: ['a1', 'a2'], reviewerIds: ['r1', 'r2'] },
      { unitIds: ['a3', 'a4'], reviewerIds: ['r3', 'r4'] },
    ]);
    expect(model.units[4]).toMatchObject({ ratings: 0, rawMean: null, adjustedMean: null, rawRank: null });
    expect(ratingComponents(table)).toHaveLength(3);
  });
  it('refuses what holds no information on strictness', () => {
    const codes = (table: RatingTable, options = {}) => {
      const result = fit(table, options);
      return result.ok ? [] : result.refusal.map((entry) => entry.code);
    };
    expect(
      codes([
        [1, null],
        [2, null],
      ]),
    ).toEqual(['strictness-too-few-reviewers']);
    expect(codes([[1, 2]])).toEqual(['strictness-too-few-units']);
    expect(
      codes([
        [1, null],
        [null, 2],
      ]),
    ).toEqual(['strictness-too-few-ratings']);
    expect(
      codes([
        [3, 3],
        [3, 3],
      ]),
    ).toEqual(['ratings-no-variation']);
    expect(codes([[1, NaN]])).toEqual(['rating-not-finite']);
    expect(codes(judges as RatingTable, { minimumRatings: 0 })).toEqual(['minimum-ratings']);
  });
  it('says when reviewers differ by a constant and nothing is left over', () => {
    const model = value(
      fit([
        [1, 2],
        [2, 3],
        [4, 5],
        [3, 4],
      ]),
    );
    expect(model.withoutResidual).toBe(true);
    expect((model.reviewers[1]?.effect ?? 0) - (model.reviewers[0]?.effect ?? 0)).toBeCloseTo(1, 3);
  });
  it('does not depend on the order of applications or of reviewers, and follows shifts and scaling', () => {
    fc.assert(
      fc.property(gappy, (table) => {
        const model = value(fit(table));
        fc.pre(!model.withoutResidual);
        const reversed = value(fit([...table].reverse().map((row) => [...row].reverse())));
        reversed.units.forEach((unit, i) =>
          expect(unit.shrunkenMean).toBeCloseTo(model.units[table.length - 1 - i]?.shrunkenMean as number, 4),
        );
        const moved = value(fit(table.map((row) => row.map((rating) => (rating === null ? null : 2 * rating + 3)))));
        moved.units.forEach((unit, i) =>
          expect(unit.shrunkenMean).toBeCloseTo(2 * (model.units[i]?.shrunkenMean as number) + 3, 3),
        );
        expect(model.reviewers.reduce((sum, reviewer) => sum + reviewer.effect, 0)).toBeCloseTo(0, 6);
      }),
      { numRuns: 15 },
    );
  });
});
