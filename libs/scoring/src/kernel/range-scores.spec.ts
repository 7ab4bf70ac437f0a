import fc from 'fast-check';
import { columnRanges, rangeScores } from './range-scores';

describe('rangeScores', () => {
  it('is the formula written out, for any number of rows and criteria', () => {
    const tables = fc
      .tuple(fc.constantFrom(1, 2, 5, 255, 256, 257, 600), fc.integer({ min: 1, max: 9 }), fc.nat())
      .map(([rows, criteria, seed]) => ({
        criteria,
        table: Float64Array.from({ length: rows * criteria }, (_, k) => ((k * 7919 + seed) % 1009) / 100 - 5),
      }));
    fc.assert(
      fc.property(tables, ({ table, criteria }) => {
        const rows = table.length / criteria;
        const weights = Array.from({ length: criteria }, (_, c) => (c + 1) / 10);
        const maximise = weights.map((_, c) => c % 2 === 0);
        const column = (c: number) => Array.from({ length: rows }, (_, i) => table[i * criteria + c]!);
        const { scores, minima, maxima } = rangeScores(table, weights, maximise, 0);
        expect([...minima]).toEqual(weights.map((_, c) => Math.min(...column(c))));
        expect([...maxima]).toEqual(weights.map((_, c) => Math.max(...column(c))));
        const worst = Array.from({ length: rows }, (_, i) => {
          const plain = weights.reduce((sum, weight, c) => {
            const [x, low, high] = [table[i * criteria + c]!, minima[c]!, maxima[c]!];
            if (low === high) return sum;
            return sum + weight * (maximise[c] ? (x - low) / (high - low) : (high - x) / (high - low));
          }, 0);
          return Math.abs(scores[i]! - plain);
        });
        expect(Math.max(0, ...worst)).toBeLessThan(1e-12);
      }),
      { numRuns: 60 },
    );
  });

  it('gives a constant column the value asked for, and takes an empty table', () => {
    const table = Float64Array.of(1, 7, 3, 7);
    expect([...rangeScores(table, [0.5, 0.5], [true, true], 0).scores]).toEqual([0, 0.5]);
    expect([...rangeScores(table, [0.5, 0.5], [true, true], 1).scores]).toEqual([0.5, 1]);
    expect([...rangeScores(Float64Array.of(), [1], [true], 0).scores]).toEqual([]);
    expect(() => rangeScores(Float64Array.of(1, 2, 3), [0.5, 0.5], [true, true], 0)).toThrow('whole number of rows');
    expect([...columnRanges(Float64Array.of(2, -1, 5), 1).maxima]).toEqual([5]);
  });
});
