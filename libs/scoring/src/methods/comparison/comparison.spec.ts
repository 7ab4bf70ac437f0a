import * as fc from 'fast-check';
import { lexicographicOrder } from '../screening/lexicographic';
import { pairwiseReasons } from './pairwise-reasons';
import { kendallTauB, rankSimilarity, spearman, weightedSpearman } from './rank-correlation';
import { rankSpreads, reversedPairs } from './rank-disagreement';

const permutation = fc.integer({ min: 2, max: 8 }).chain((n) =>
  fc.shuffledSubarray(
    Array.from({ length: n }, (_, i) => i + 1),
    { minLength: n, maxLength: n },
  ),
);

describe('rank correlations', () => {
  it('are 1 for equal rankings and −1 for reversed ones (WS only 1 for equal)', () => {
    fc.assert(
      fc.property(permutation, (ranks) => {
        const reversed = ranks.map((rank) => ranks.length + 1 - rank);
        for (const measure of [kendallTauB, spearman, weightedSpearman]) {
          expect(measure(ranks, ranks)).toBeCloseTo(1, 12);
          expect(measure(ranks, reversed)).toBeCloseTo(-1, 12);
        }
        expect(rankSimilarity(ranks, ranks)).toBe(1);
        expect(rankSimilarity(ranks, reversed)!).toBeLessThan(1);
      }),
    );
  });

  it('give published values', () => {
    // Kendall 1945: two rankings of ten with ties; τ-b as scipy.stats.kendalltau reports for its documented example.
    expect(kendallTauB([12, 2, 1, 12, 2], [1, 4, 7, 1, 0])).toBeCloseTo(-0.4714045207910316, 12);
    expect(spearman([1, 2, 3, 4, 5], [5, 6, 7, 8, 7])).toBeCloseTo(0.8207826816681233, 12);
    // Sałabun & Urbaniak 2020: an error at the top costs more than one at the bottom.
    const top = rankSimilarity([1, 2, 3, 4, 5], [2, 1, 3, 4, 5])!;
    const bottom = rankSimilarity([1, 2, 3, 4, 5], [1, 2, 3, 5, 4])!;
    expect(top).toBeCloseTo(1 - (0.5 / 4 + 0.25 / 3), 12);
    expect(bottom).toBeCloseTo(1 - (0.0625 / 3 + 0.03125 / 4), 12);
    expect(weightedSpearman([1, 2, 3], [1, 3, 2])).toBeCloseTo(
      1 - (6 * (0 + 1 * (2 + 1) + 1 * (1 + 2))) / (81 + 27 - 9 - 3),
      12,
    );
  });

  it('have no value when a ranking ties everything', () => {
    expect([kendallTauB([1, 1], [1, 2]), spearman([1, 1], [1, 2]), rankSimilarity([1], [1])]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe('where rankings disagree', () => {
  it('lists the pairs turned round, and counts them all', () => {
    const rankings = [
      { label: 'x', ranks: [1, 2, 3] },
      { label: 'y', ranks: [2, 1, 3] },
      { label: 'z', ranks: [1, 1, 3] },
    ];
    expect(reversedPairs(['a', 'b', 'c'], rankings, 10)).toEqual({
      count: 1,
      pairs: [{ alternatives: ['a', 'b'], firstAhead: ['x'], secondAhead: ['y'], tied: ['z'] }],
    });
    expect(reversedPairs(['a', 'b', 'c'], rankings, 0)).toEqual({ count: 1, pairs: [] });
    expect(
      rankSpreads(['a', 'b', 'c'], rankings).map(({ alternative, best, worst }) => [alternative, best, worst]),
    ).toEqual([
      ['a', 1, 2],
      ['b', 1, 2],
      ['c', 3, 3],
    ]);
  });
});

describe('pairwise reasons', () => {
  it('add up to the difference whoever comes first', () => {
    const scored = (alternative: string, parts: readonly number[]) => ({
      alternative,
      score: parts.reduce((sum, part) => sum + part, 0),
      contributions: parts.map((contribution, j) => ({
        criterion: `c${j}`,
        weight: 1,
        value: contribution,
        contribution,
      })),
    });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })), {
          minLength: 1,
          maxLength: 8,
        }),
        (parts) => {
          const [a, b] = [
            scored(
              'a',
              parts.map(([x]) => x),
            ),
            scored(
              'b',
              parts.map(([, y]) => y),
            ),
          ];
          const [there, back] = [pairwiseReasons(a, b), pairwiseReasons(b, a)];
          expect(there.difference).toBeGreaterThanOrEqual(-1e-12);
          if (a.score !== b.score) expect(back).toEqual(there);
          expect(Math.abs(there.residue)).toBeLessThan(1e-12);
          const sizes = there.reasons.map(({ difference }) => Math.abs(difference));
          expect(sizes).toEqual([...sizes].sort((x, y) => y - x));
        },
      ),
    );
  });
});

describe('the lexicographic order', () => {
  it('is the order of comparing criterion by criterion when nothing is indifferent', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })), {
          minLength: 1,
          maxLength: 7,
        }),
        (values) => {
          const { classes } = lexicographicOrder(values, ['maximise', 'minimise'], [0, 1], [0, 0]);
          const place = (i: number) => classes.findIndex((members) => members.includes(i));
          values.forEach((a, i) =>
            values.forEach((b, k) => {
              const first = b[0] - a[0] || a[1] - b[1];
              expect(Math.sign(place(i) - place(k))).toBe(Math.sign(first));
            }),
          );
        },
      ),
    );
  });

  it('takes what is within the indifference of the best as equal, and says what settled each place', () => {
    const { classes, decidedBy } = lexicographicOrder(
      [
        [10, 1],
        [9, 2],
        [5, 9],
      ],
      ['maximise', 'maximise'],
      [0, 1],
      [1, 0],
    );
    expect(classes).toEqual([[1], [0], [2]]);
    expect(decidedBy).toEqual([1, 1, 0]);
  });
});
