import * as fc from 'fast-check';
import { flatTable, scoreTable } from '../additive/score-table';
import { roundedContributions } from '../additive/rounded-contributions';
import { weightedProduct } from '../additive/weighted-product';
import { weightedSum } from '../additive/weighted-sum';
import { normaliseColumn, normalisations, type Inversion, type Normalisation } from './normalise';
import { rankBy, tieConventions } from './ranks';

describe('ranks', () => {
  it('share places as the convention says', () => {
    const ranksOf = (ties: (typeof tieConventions)[number]) =>
      rankBy(['d', 'c', 'b', 'a'], [1, 3, 3, 5], { best: 'highest', ties }).ranks;
    expect(ranksOf('competition')).toEqual([4, 2, 2, 1]);
    expect(ranksOf('dense')).toEqual([3, 2, 2, 1]);
    expect(ranksOf('average')).toEqual([4, 2.5, 2.5, 1]);
    expect(ranksOf('ordinal-by-id')).toEqual([4, 3, 2, 1]);
    expect(rankBy(['d', 'c', 'b', 'a'], [1, 3, 3, 5], { best: 'lowest', ties: 'competition' })).toEqual({
      ranks: [1, 2, 2, 4],
      groups: [['d'], ['b', 'c'], ['a']],
    });
  });

  it('take scores within the tolerance as equal, in chains, relative to the largest', () => {
    const scores = [0.1 + 0.2, 0.3, 0.3 + 5e-13];
    expect(rankBy(['a', 'b', 'c'], scores, { best: 'highest', ties: 'competition' }).ranks).toEqual([1, 1, 1]);
    expect(rankBy(['a', 'b', 'c'], scores, { best: 'highest', ties: 'competition', tolerance: 0 }).ranks).toEqual([
      2, 3, 1,
    ]);
    expect(rankBy(['a', 'b'], [1e6, 1e6 + 1e-7], { best: 'highest', ties: 'competition' }).ranks).toEqual([1, 1]);
    expect(rankBy(['a', 'b'], [-Infinity, -Infinity], { best: 'highest', ties: 'dense' }).ranks).toEqual([1, 1]);
  });

  it('agree with counting who is strictly better', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 12 }), (scores) => {
        const ids = scores.map((_, i) => `x${i}`);
        const { ranks, groups } = rankBy(ids, scores, { best: 'highest', ties: 'competition' });
        expect(ranks).toEqual(scores.map((score) => 1 + scores.filter((other) => other > score).length));
        expect(groups.flat().sort()).toEqual([...ids].sort());
      }),
    );
  });
});

describe('normalisation', () => {
  const column = [2, 8, 5];
  const of = (
    normalisation: Normalisation,
    inversion: Inversion,
    direction: 'maximise' | 'minimise' = 'minimise',
    xs = column,
  ) => {
    const result = normaliseColumn(xs, direction, { normalisation, inversion, constant: 'one' });
    return result.ok ? result.value.map((value) => Math.round(value * 1e9) / 1e9) : result.refusal.code;
  };

  it.each<[Normalisation, number[]]>([
    ['none', [2, 8, 5]],
    ['vector', [0.207390339, 0.829561356, 0.518475847]],
    ['sum', [0.133333333, 0.533333333, 0.333333333]],
    ['max', [0.25, 1, 0.625]],
    ['min-max', [0, 1, 0.5]],
    ['z-score', [-1.224744871, 1.224744871, 0]],
    ['log', [0.158179591, 0.474538773, 0.367281636]],
    ['nonlinear', [0.0625, 1, 0.390625]],
    ['enhanced-accuracy', [0.333333333, 1, 0.666666667]],
    ['lai-hwang', [0.333333333, 1.333333333, 0.833333333]],
    ['zavadskas-turskis', [0.25, 1, 0.625]],
  ])('%s of a benefit', (normalisation, expected) => {
    expect(of(normalisation, 'complement', 'maximise')).toEqual(expected);
  });

  it.each<[Normalisation, Inversion, number[]]>([
    ['none', 'negate', [-2, -8, -5]],
    ['none', 'reciprocal', [0.5, 0.125, 0.2]],
    ['vector', 'complement', [0.792609661, 0.170438644, 0.481524153]],
    ['sum', 'reciprocal', [0.606060606, 0.151515152, 0.242424242]],
    ['max', 'reciprocal', [1, 0.25, 0.4]],
    ['max', 'complement', [0.75, 0, 0.375]],
    ['min-max', 'complement', [1, 0, 0.5]],
    ['min-max', 'negate', [0, -1, -0.5]],
    ['min-max', 'keep', [0, 1, 0.5]],
    ['z-score', 'negate', [1.224744871, -1.224744871, 0]],
    ['log', 'own', [0.420910205, 0.262730614, 0.316359182]],
    ['nonlinear', 'own', [1, 0.015625, 0.064]],
    ['enhanced-accuracy', 'own', [1, 0.333333333, 0.666666667]],
    ['zavadskas-turskis', 'own', [1, -2, -0.5]],
  ])('%s of a cost turned by %s', (normalisation, inversion, expected) => {
    expect(of(normalisation, inversion)).toEqual(expected);
  });

  it('makes the better value the higher one, always', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...normalisations),
        fc.constantFrom<Inversion>('complement', 'reciprocal', 'negate', 'own'),
        fc.array(fc.integer({ min: 2, max: 40 }), { minLength: 2, maxLength: 6 }),
        (normalisation, inversion, xs) => {
          for (const direction of ['maximise', 'minimise'] as const) {
            const result = normaliseColumn(xs, direction, { normalisation, inversion, constant: 'zero' });
            if (!result.ok) continue;
            // The logarithm of reciprocals is negative on both sides of the division: it turns the order back.
            if (normalisation === 'log' && inversion === 'reciprocal' && direction === 'minimise') continue;
            xs.forEach((x, i) =>
              xs.forEach((y, k) => {
                const better = direction === 'maximise' ? x > y : x < y;
                if (better) expect(result.value[i]!).toBeGreaterThanOrEqual(result.value[k]! - 1e-12);
              }),
            );
          }
        },
      ),
    );
  });

  it('makes a constant column what was asked, and refuses what it cannot divide by or take logarithms of', () => {
    expect(of('min-max', 'complement', 'minimise', [3, 3])).toEqual([1, 1]);
    expect(
      normaliseColumn([3, 3], 'maximise', { normalisation: 'min-max', inversion: 'own', constant: 'zero' }),
    ).toMatchObject({ value: [0, 0] });
    expect(of('sum', 'reciprocal', 'maximise', [0, 0])).toBe('normalise-zero-total');
    expect(of('sum', 'reciprocal', 'minimise', [0, 1])).toBe('normalise-not-positive');
    expect(of('log', 'own', 'maximise', [0, 1])).toBe('normalise-not-positive');
    expect(of('log', 'own', 'maximise', [1, 1])).toBe('normalise-zero-total');
    expect(of('max', 'complement', 'maximise', [-1, 0])).toBe('normalise-zero-total');
  });
});

describe('sums and products', () => {
  const rows = fc.integer({ min: 1, max: 6 }).chain((n) =>
    fc.record({
      values: fc.array(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: n, maxLength: n }), {
        maxLength: 8,
      }),
      weights: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: n, maxLength: n }),
    }),
  );

  it('the fast table gives the same bits as the sum with its parts', () => {
    fc.assert(
      fc.property(rows, ({ values, weights }) => {
        expect([...scoreTable(flatTable(values), weights)]).toEqual(
          weightedSum(values, weights).map(({ score }) => score),
        );
      }),
    );
  });

  it('a row with a gap is worth the mean of its own filled in for the gap', () => {
    fc.assert(
      fc.property(rows, ({ values, weights }) => {
        if (weights[0] === weights.reduce((a, b) => a + b, 0)) return;
        values.forEach((row) => {
          const { score } = weightedSum([[null, ...row.slice(1)]], weights)[0]!;
          const total = weights.reduce((a, b) => a + b, 0);
          const mean = score / total;
          expect(weightedSum([[mean, ...row.slice(1)]], weights)[0]!.score).toBeCloseTo(score, 9);
        });
      }),
    );
    expect(weightedSum([[null, null]], [0.5, 0.5])[0]!.score).toBe(0);
  });

  it('a product is the exponential of its logarithms', () => {
    const [first, zero, gap] = weightedProduct(
      [
        [4, 9],
        [0, 9],
        [null, 9],
      ],
      [0.5, 0.5],
    );
    expect(first!.score).toBeCloseTo(6, 12);
    expect(10 ** first!.logScore).toBeCloseTo(6, 12);
    expect([zero!.score, zero!.logScore]).toEqual([0, -Infinity]);
    expect(gap!.score).toBeCloseTo(9, 12);
  });

  it('contributions rounded for display still add up to the rounded score', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { maxLength: 12 }),
        fc.integer({ min: 0, max: 4 }),
        (parts, decimals) => {
          const { parts: shown, score } = roundedContributions(parts, decimals);
          const unit = 10 ** decimals;
          expect(shown.reduce((sum, part) => sum + Math.round(part * unit), 0)).toBe(Math.round(score * unit));
          shown.forEach((part, i) => expect(Math.abs(part - parts[i]!)).toBeLessThanOrEqual(1 / unit + 1e-12));
        },
      ),
    );
    expect(roundedContributions([0.333, 0.333, 0.334], 2)).toEqual({ parts: [0.33, 0.33, 0.34], score: 1 });
  });
});
