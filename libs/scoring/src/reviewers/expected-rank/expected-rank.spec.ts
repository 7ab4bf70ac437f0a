import type { Result } from '@fordela/domain';
import fc from 'fast-check';
import { SampleStream } from '../../kernel/sample-stream';
import { normalQuantile } from '../../kernel/distributions';
import type { RatingTable } from '../agreement/rating-table';
import { crossedData } from '../strictness/crossed-algebra';
import { expectedRanks, type ExpectedRankOptions } from './expected-rank';
import { hyperPosterior, snsfPriors } from './hyper-posterior';
import { addRankDistribution } from './rank-distribution';

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}
const ids = (prefix: string, count: number) => Array.from({ length: count }, (_, i) => `${prefix}${i + 1}`);
const standard: ExpectedRankOptions = {
  best: 'highest',
  priors: snsfPriors,
  centre: 'grades',
  disconnected: 'refuse',
  gridPoints: 24,
  latticePoints: 256,
  interval: 0.5,
};
const rank = (table: RatingTable, options: Partial<ExpectedRankOptions> = {}) =>
  expectedRanks(table, ids('p', table.length), ids('v', table[0]?.length ?? 0), { ...standard, ...options });

/** Heyard, Ott, Salanti & Egger 2022; package ERforResearch, mock data, panel 1. Grades 1 best to 6 worst. */
const panel1: RatingTable = [
  [1, 1, 1, 2, 5],
  [1, 1, 2, 2, 6],
  [1, 2, 1, 3, 5],
  [1, 3, 2, 1, 5],
  [1, 2, 2, 3, 5],
  [1, 3, 1, 4, 5],
  [1, 2, 3, 4, 5],
  [1, 5, 2, 2, 5],
  [1, 3, 4, 3, 5],
  [1, 4, 2, 5, 5],
  [2, 3, 4, 4, 5],
  [2, 4, 3, 5, 5],
  [2, 5, 4, 4, 6],
  [2, 3, 4, 6, 6],
  [2, 5, 5, 4, 6],
];
const incomplete: RatingTable = panel1.map((row, i) => row.map((grade, j) => ((i + j) % 3 === 0 ? null : grade)));

describe('expected ranks', () => {
  it('reproduces fifteen proposals and five assessors (Heyard et al. 2022, ERforResearch vignette)', () => {
    const result = value(rank(panel1.map((row) => row.map((grade) => 7 - (grade ?? 0)))));
    const expected = [2.44, 4.06, 4.09, 4.12, 5.08, 6.19, 7.34, 7.26, 8.43, 9.42, 10.4, 11.4, 13.0, 13.0, 13.7];
    const sucra = [0.9, 0.78, 0.78, 0.78, 0.71, 0.63, 0.55, 0.55, 0.47, 0.4, 0.33, 0.25, 0.15, 0.14, 0.09];
    const average = [5, 4.6, 4.6, 4.6, 4.4, 4.2, 4, 4, 3.8, 3.6, 3.4, 3.2, 2.8, 2.8, 2.6];
    result.units.forEach((unit, i) => {
      expect(Math.abs(unit.expectedRank - (expected[i] as number))).toBeLessThan(0.15);
      expect(Math.abs(unit.sucra - (sucra[i] as number))).toBeLessThan(0.015);
      expect(Math.abs((unit.averageGrade as number) - (average[i] as number))).toBeLessThan(1e-9);
    });
  });
  it('reproduces the same panel by exact conditionals over a grid, to the noise of 200,000 draws', () => {
    // Recomputed by the authors of the case with numpy: grid over the two deviations, exact conditionals, 200,000 draws.
    const recomputed = [
      2.452, 4.097, 4.092, 4.092, 5.098, 6.17, 7.272, 7.284, 8.401, 9.468, 10.463, 11.417, 13.017, 13.019, 13.659,
    ];
    const { units, rankMethod, rankError } = value(rank(panel1, { best: 'lowest' }));
    units.forEach((unit, i) => expect(Math.abs(unit.expectedRank - (recomputed[i] as number))).toBeLessThan(0.03));
    expect(rankMethod).toBe('exact');
    expect(rankError).toBeLessThan(1e-3);
  });
  it('turns with the scale: 7 − grade with the highest best is the grade with the lowest best', () => {
    const turned = value(rank(panel1.map((row) => row.map((grade) => 7 - (grade ?? 0)))));
    const straight = value(rank(panel1, { best: 'lowest' }));
    straight.units.forEach((unit, i) =>
      expect(unit.expectedRank).toBeCloseTo(turned.units[i]?.expectedRank as number, 10),
    );
    expect(straight.reviewers[4]?.level).toBeLessThan(-0.3); // the fifth assessor is the strict one
    expect(straight.order[0]).toBe('p1');
  });
  it('keeps its identities', () => {
    for (const table of [panel1, incomplete]) {
      const { units, better } = value(rank(table, { best: 'lowest' }));
      const n = units.length;
      expect(units.reduce((sum, unit) => sum + unit.expectedRank, 0)).toBeCloseTo((n * (n + 1)) / 2, 9);
      units.forEach((unit, i) => {
        expect(unit.sucra).toBeCloseTo((n - unit.expectedRank) / (n - 1), 12);
        expect(unit.percentile).toBeCloseTo((100 * (unit.expectedRank - 0.5)) / n, 12);
        expect(unit.rankProbabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 6);
        // SUCRA is the mean of the cumulative rank probabilities over ranks 1..n−1.
        let cumulative = 0;
        const surface = unit.rankProbabilities.slice(0, -1).reduce((sum, p) => sum + (cumulative += p), 0) / (n - 1);
        expect(Math.abs(surface - unit.sucra)).toBeLessThan(0.01);
        expect(unit.rankLow).toBeLessThanOrEqual(unit.medianRank);
        expect(unit.medianRank).toBeLessThanOrEqual(unit.rankHigh);
        better[i]?.forEach((p, k) => expect(p + (better[k]?.[i] as number)).toBeCloseTo(i === k ? 0 : 1, 9));
      });
      for (let r = 0; r < n; r += 1)
        expect(units.reduce((sum, unit) => sum + (unit.rankProbabilities[r] as number), 0)).toBeCloseTo(1, 6);
    }
  });
  it('has converged in its grid', () => {
    for (const table of [panel1, incomplete]) {
      const coarse = value(rank(table, { best: 'lowest' }));
      const fine = value(rank(table, { best: 'lowest', gridPoints: 48 }));
      coarse.units.forEach((unit, i) =>
        expect(Math.abs(unit.expectedRank - (fine.units[i]?.expectedRank as number))).toBeLessThan(1e-4),
      );
    }
  });
  it('states the error of the lattice, and it shrinks with more points', () => {
    const few = value(rank(incomplete, { best: 'lowest', latticePoints: 64 }));
    const many = value(rank(incomplete, { best: 'lowest', latticePoints: 4096 }));
    expect(few.rankMethod).toBe('lattice');
    expect(many.rankError).toBeLessThan(0.02);
    expect(many.rankError).toBeLessThan(few.rankError);
  });
  it('agrees with posterior draws on an incomplete panel (oracle: 40,000 seeded draws from the dense posterior)', () => {
    const table = incomplete.slice(0, 7);
    const data = crossedData(table);
    const average = [...data.ratings].reduce((a, b) => a + b, 0) / data.ratings.length;
    const y = data.ratings.map((grade) => average - grade);
    const nodes = value(hyperPosterior(data, y, snsfPriors)).nodes(24);
    const { units } = value(rank(table, { best: 'lowest', latticePoints: 4096 }));
    const n = table.length;
    const m = 5;
    const stream = new SampleStream(5, 'draw');
    const draws = 40_000;
    const counts = units.map(() => new Array<number>(n).fill(0));
    // Gibbs-free: for each drawn node build the joint precision of (effects, levels) densely, factor, draw.
    let cumulative = 0;
    for (const node of nodes) {
      const from = Math.round(cumulative * draws);
      cumulative += node.weight;
      const to = Math.round(cumulative * draws);
      if (to === from) continue;
      const size = n + m;
      const precision = Array.from({ length: size }, () => new Array<number>(size).fill(0));
      const right = new Array<number>(size).fill(0);
      for (let i = 0; i < n; i += 1) precision[i]![i] = 1 / node.unitDeviation ** 2;
      for (let j = 0; j < m; j += 1) precision[n + j]![n + j] = 1 / 0.25;
      const noise = 1 / node.gradeDeviation ** 2;
      y.forEach((grade, c) => {
        const [i, j] = [data.unitOf[c]!, n + data.reviewerOf[c]!];
        precision[i]![i]! += noise;
        precision[j]![j]! += noise;
        precision[i]![j]! += noise;
        precision[j]![i]! += noise;
        right[i]! += noise * grade;
        right[j]! += noise * grade;
      });
      const lower = Array.from({ length: size }, () => new Array<number>(size).fill(0));
      for (let i = 0; i < size; i += 1)
        for (let j = 0; j <= i; j += 1) {
          let sum = precision[i]![j]!;
          for (let k = 0; k < j; k += 1) sum -= lower[i]![k]! * lower[j]![k]!;
          lower[i]![j] = i === j ? Math.sqrt(sum) : sum / lower[j]![j]!;
        }
      const forward = right
        .map((_, i) => i)
        .reduce<number[]>((x, i) => {
          let sum = right[i]!;
          for (let k = 0; k < i; k += 1) sum -= lower[i]![k]! * x[k]!;
          return [...x, sum / lower[i]![i]!];
        }, []);
      for (let draw = from; draw < to; draw += 1) {
        stream.startSample(draw);
        const x = new Array<number>(size).fill(0);
        for (let i = size - 1; i >= 0; i -= 1) {
          let sum = forward[i]! + normalQuantile(stream.uniform());
          for (let k = i + 1; k < size; k += 1) sum -= lower[k]![i]! * x[k]!;
          x[i] = sum / lower[i]![i]!;
        }
        for (let i = 0; i < n; i += 1) {
          let place = 0;
          for (let k = 0; k < n; k += 1) if (x[k]! > x[i]!) place += 1;
          counts[i]![place]! += 1;
        }
      }
    }
    units.forEach((unit, i) => {
      const sampled = counts[i]!.reduce((sum, count, r) => sum + (count / draws) * (r + 1), 0);
      expect(Math.abs(unit.expectedRank - sampled)).toBeLessThan(0.04);
      unit.rankProbabilities.forEach((p, r) => expect(Math.abs(p - counts[i]![r]! / draws)).toBeLessThan(0.012));
    });
  });
  it('distributes ranks of independent normals as enumeration does (oracle: two and three units)', () => {
    const two = new Float64Array(4);
    addRankDistribution(two, Float64Array.of(0, 1), Float64Array.of(1, 2), 1);
    // P(first > second) = Φ(−1/√5)
    expect(two[0]).toBeCloseTo(0.32736042300928847, 8);
    expect(two[3]).toBeCloseTo(0.32736042300928847, 8);
    const three = new Float64Array(9);
    addRankDistribution(three, Float64Array.of(2, 2, 2), Float64Array.of(0.3, 0.3, 0.3), 2);
    three.forEach((p) => expect(p).toBeCloseTo(2 / 3, 8));
  });
  it('does not depend on the order of proposals or of assessors', () => {
    const row = fc.array(fc.option(fc.integer({ min: 1, max: 6 }), { freq: 4 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 3, maxLength: 6 }), (table) => {
        const options = { gridPoints: 24, latticePoints: 16, disconnected: 'report' as const };
        const before = rank(table, options);
        fc.pre(before.ok);
        const base = value(before).units.map((unit) => unit.expectedRank);
        const reversed = value(
          rank(
            [...table].reverse().map((entry) => [...entry].reverse()),
            options,
          ),
        );
        reversed.units.forEach((unit, i) =>
          expect(unit.expectedRank).toBeCloseTo(base[table.length - 1 - i] as number, 6),
        );
      }),
      { numRuns: 15 },
    );
  });
  it('ranks a proposal higher when all of its grades are one better, and takes a strict assessor into account', () => {
    const better = panel1.map((row, i) => (i === 7 ? row.map((grade) => (grade as number) - 1) : row));
    const [before, after] = [panel1, better].map(
      (table) => value(rank(table, { best: 'lowest' })).units[7]?.expectedRank,
    );
    expect(after).toBeLessThan(before as number);
    // Two proposals with the same single grade; the first has it from the strictest assessor, and is ranked before.
    const single = [...panel1, [null, null, null, null, 4], [4, null, null, null, null]];
    const units = value(rank(single, { best: 'lowest' })).units;
    expect(units[15]?.expectedRank).toBeLessThan(units[16]?.expectedRank as number);
  });
  it('refuses what cannot be ranked', () => {
    const codes = (table: RatingTable, options: Partial<ExpectedRankOptions> = {}) => {
      const result = rank(table, options);
      return result.ok ? [] : result.refusal.map((entry) => entry.code);
    };
    expect(codes([[1, 2]])).toEqual(['expected-rank-too-few-units']);
    expect(
      codes([
        [3, 3],
        [3, 3],
      ]),
    ).toEqual(['ratings-no-variation']);
    expect(
      codes([
        [1, 2],
        [2, 3],
        [4, 5],
        [3, 4],
      ]),
    ).toEqual(['expected-rank-no-residual']);
    expect(
      codes([
        [1, 2, null, null],
        [2, 4, null, null],
        [null, null, 1, 3],
        [null, null, 5, 2],
      ]),
    ).toEqual(['ratings-disconnected']);
    expect(codes(panel1, { interval: 1 })).toEqual(['interval-out-of-range']);
    expect(codes(panel1, { gridPoints: 2 })).toEqual(['grid-points']);
    expect(codes(panel1, { latticePoints: 2 })).toEqual(['lattice-points']);
    expect(codes(panel1, { priors: { ...snsfPriors, unitLimit: 0 } })).toEqual(['prior-not-positive']);
    expect(codes([[1, Infinity]])).toEqual(['rating-not-finite']);
  });
  it('puts a proposal without grades in the middle', () => {
    const { units } = value(
      rank([...panel1.slice(0, 6), [null, null, null, null, null], ...panel1.slice(6)], { best: 'lowest' }),
    );
    expect(units[6]?.averageGrade).toBeNull();
    expect(units[6]?.expectedRank).toBeCloseTo(8.5, 0);
  });
});
