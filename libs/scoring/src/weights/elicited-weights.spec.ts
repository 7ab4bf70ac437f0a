import * as fc from 'fast-check';
import { pairwiseConsistency } from './ahp/consistency';
import { pairwiseMatrix } from './ahp/pairwise-matrix';
import { pairwisePriorities, principalEigenvector } from './ahp/priorities';
import { randomIndex } from './ahp/random-index';
import { bestWorstWeights } from './bwm/best-worst';
import { elicitedWeights } from './elicited-weights';
import { rankOrderWeights } from './rank-order';
import { ahpPrioritisations, type WeightSpec } from './weight-spec';

const scope = (ids: readonly string[], normalise: boolean | null = null) => ({
  ids,
  path: ['weights'],
  normalise,
  table: null,
});
const weightsOf = (spec: WeightSpec, ids: readonly string[] = ['a', 'b', 'c'], normalise: boolean | null = null) => {
  const result = elicitedWeights(spec, scope(ids, normalise));
  return result.ok ? result.value.weights : result.refusal.map(({ code, path }) => `${code} at ${path.join('.')}`);
};
const positive = fc.double({ min: 0.05, max: 1, noNaN: true });
const judgementScale = fc.constantFrom(1 / 9, 1 / 7, 1 / 5, 1 / 4, 1 / 3, 1 / 2, 1, 2, 3, 4, 5, 7, 9);
const matrices = (n: number) =>
  fc.array(judgementScale, { minLength: (n * (n - 1)) / 2, maxLength: (n * (n - 1)) / 2 }).map((upper) => {
    const result = pairwiseMatrix(
      { upper },
      Array.from({ length: n }, (_, i) => `c${i}`),
      [],
    );
    if (!result.ok) throw new Error('upper triangle');
    return result.value;
  });

describe('direct, swing and SMART weights', () => {
  it('refuse weights that do not sum to 1 unless the file says what to do', () => {
    const spec: WeightSpec = { method: 'direct', values: [2, 1, 1] };
    expect(weightsOf(spec)).toEqual(['weights-do-not-sum at weights']);
    expect(weightsOf(spec, ['a', 'b', 'c'], true)).toEqual([0.5, 0.25, 0.25]);
    expect(weightsOf(spec, ['a', 'b', 'c'], false)).toEqual([2, 1, 1]);
    expect(weightsOf({ method: 'direct', values: { c: 0.2, a: 0.5, b: 0.3 } })).toEqual([0.5, 0.3, 0.2]);
  });

  it('scale points', () => {
    expect(weightsOf({ method: 'swing', points: [100, 60, 40] })).toEqual([0.5, 0.3, 0.2]);
    expect(weightsOf({ method: 'smart', ratings: { a: 50, b: 30, c: 20 } })).toEqual([0.5, 0.3, 0.2]);
  });

  it.each<[string, WeightSpec, string[]]>([
    ['another length', { method: 'direct', values: [1, 0] }, ['weights-length at weights']],
    ['a negative weight', { method: 'direct', values: [1.5, -0.5, 0] }, ['weights-negative at weights.1']],
    ['only zeros', { method: 'direct', values: [0, 0, 0] }, ['weights-unusable-total at weights']],
    [
      'an unknown id and a missing one',
      { method: 'direct', values: { a: 0.5, b: 0.5, d: 0 } },
      ['weights-unknown-criterion at weights.d', 'weights-incomplete at weights'],
    ],
    ['only zero points', { method: 'swing', points: [0, 0, 0] }, ['weights-unusable-total at weights.points']],
    [
      'a criterion ranked twice',
      { method: 'roc', ranking: ['a', 'b', 'a', 'c'] },
      ['weights-ranked-twice at weights.ranking.0', 'weights-ranked-twice at weights.ranking.2'],
    ],
    ['an unranked criterion', { method: 'roc', ranking: ['a', 'b'] }, ['weights-incomplete at weights.ranking']],
    [
      'ranking and ranks',
      { method: 'roc', ranking: ['a', 'b', 'c'], ranks: [1, 2, 3] },
      ['weights-ranking-or-ranks at weights'],
    ],
    ['computed weights without a table', { method: 'entropy' }, ['weights-need-table at weights']],
  ])('refuse %s', (_, spec, expected) => {
    expect(weightsOf(spec)).toEqual(expected);
  });
});

describe('rank-order weights', () => {
  it('never rise with the rank, sum to 1, and share the mean among ties', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom('roc', 'rank-sum', 'rank-reciprocal', 'rank-exponent'),
        (n, method) => {
          const weights = rankOrderWeights(
            Array.from({ length: n }, (_, k) => k + 1),
            method,
            2,
          );
          expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
          weights.slice(1).forEach((weight, k) => expect(weight).toBeLessThanOrEqual(weights[k]!));
        },
      ),
    );
    expect(weightsOf({ method: 'rank-sum', ranking: ['b', ['a', 'c']] })).toEqual([0.25, 0.5, 0.25]);
    expect(weightsOf({ method: 'rank-exponent', exponent: 0, ranks: [3, 1, 2] })).toEqual([1 / 3, 1 / 3, 1 / 3]);
  });
});

describe('AHP', () => {
  it('gives back the weights a consistent matrix was made of, by every way', () => {
    fc.assert(
      fc.property(fc.array(positive, { minLength: 1, maxLength: 7 }), (raw) => {
        const total = raw.reduce((a, b) => a + b, 0);
        const matrix = raw.map((a) => raw.map((b) => a / b));
        for (const method of ahpPrioritisations)
          pairwisePriorities(matrix, method).forEach((weight, i) => expect(weight).toBeCloseTo(raw[i]! / total, 9));
        const { consistencyIndex, koczkodaj, worst } = pairwiseConsistency(matrix, raw.map(String), 'saaty-1980');
        expect(consistencyIndex).toBeLessThan(1e-9);
        expect(koczkodaj ?? 0).toBeLessThan(1e-9);
        expect(worst).toBeNull();
      }),
    );
  });

  it('finds an eigenvector indeed', () => {
    fc.assert(
      fc.property(matrices(5), (matrix) => {
        const { value, vector } = principalEigenvector(matrix);
        matrix.forEach((row, i) => {
          const image = row.reduce((sum, a, j) => sum + a * vector[j]!, 0);
          expect(image).toBeCloseTo(value * vector[i]!, 8);
        });
        expect(value).toBeGreaterThanOrEqual(5 - 1e-9);
      }),
    );
  });

  it('names the judgement whose correction lowers the ratio most', () => {
    fc.assert(
      fc.property(matrices(4), (matrix) => {
        const ids = ['a', 'b', 'c', 'd'];
        const { worst, consistencyRatio } = pairwiseConsistency(matrix, ids, 'saaty-1980');
        if (!worst) return;
        expect(worst.ratioThen).toBeLessThanOrEqual(consistencyRatio! + 1e-9);
        const [i, j] = [ids.indexOf(worst.row), ids.indexOf(worst.column)];
        expect(worst.stated).toBe(matrix[i]![j]);
        const corrected = matrix.map((row, a) =>
          row.map((value, b) =>
            a === i && b === j ? worst.consistent : a === j && b === i ? 1 / worst.consistent : value,
          ),
        );
        expect(pairwiseConsistency(corrected, ids, 'saaty-1980').consistencyRatio).toBeCloseTo(worst.ratioThen, 9);
      }),
    );
  });

  it('repairs a matrix with one spoilt judgement by the value it should have had', () => {
    const weights = [0.4, 0.3, 0.2, 0.1];
    const matrix = weights.map((a) => weights.map((b) => a / b));
    const spoilt = matrix.map((row, i) =>
      row.map((value, j) => (i === 0 && j === 2 ? 9 : i === 2 && j === 0 ? 1 / 9 : value)),
    );
    const { worst } = pairwiseConsistency(spoilt, ['a', 'b', 'c', 'd'], 'saaty-1980');
    expect(worst).toMatchObject({ row: 'a', column: 'c', stated: 9 });
    expect(worst?.consistent).toBeCloseTo(2, 9);
    expect(worst?.ratioThen).toBeCloseTo(0, 9);
  });

  it('has random indices only as far as the table goes', () => {
    expect(randomIndex(10, 'saaty-tran-2007')).toBe(1.49);
    expect(randomIndex(11, 'saaty-tran-2007')).toBeNull();
    expect(randomIndex(4, 'alonso-lamata-2006')).toBe(0.8815);
    const { consistencyRatio } = pairwiseConsistency(
      Array.from({ length: 11 }, () => new Array<number>(11).fill(1)),
      [],
      'saaty-tran-2007',
    );
    expect(consistencyRatio).toBeNull();
  });

  it.each<[string, WeightSpec & { method: 'ahp' }, string[]]>([
    [
      'a matrix that is not square',
      {
        method: 'ahp',
        pairwise: [
          [1, 2],
          [0.5, 1],
          [1, 1],
        ],
      },
      [
        'pairwise-size at weights.pairwise.0',
        'pairwise-size at weights.pairwise.1',
        'pairwise-size at weights.pairwise.2',
      ],
    ],
    [
      'a zero',
      { method: 'ahp', pairwise: { upper: [1, 0, 2] } },
      ['pairwise-not-positive at weights.pairwise.upper.1'],
    ],
    [
      'a diagonal that is not 1',
      {
        method: 'ahp',
        pairwise: [
          [1, 2, 2],
          ['1/2', 2, 1],
          ['1/2', 1, 1],
        ],
      },
      ['pairwise-diagonal at weights.pairwise.1.1'],
    ],
    [
      'two halves that disagree',
      {
        method: 'ahp',
        pairwise: [
          [1, 2, 2],
          [2, 1, 1],
          ['1/2', 1, 1],
        ],
      },
      ['pairwise-not-reciprocal at weights.pairwise.1.0'],
    ],
    [
      'a pair nobody judged',
      {
        method: 'ahp',
        pairwise: {
          judgements: [
            ['a', 'b', 3],
            ['b', 'c', 2],
          ],
        },
      },
      ['pairwise-missing at weights.pairwise.judgements'],
    ],
    [
      'a pair judged twice',
      {
        method: 'ahp',
        pairwise: {
          judgements: [
            ['a', 'b', 3],
            ['b', 'a', 2],
          ],
        },
      },
      ['pairwise-twice at weights.pairwise.judgements.1'],
    ],
    [
      'an unknown name',
      { method: 'ahp', pairwise: { judgements: [['a', 'z', 3]] } },
      ['pairwise-unknown-item at weights.pairwise.judgements.0'],
    ],
    ['too few judgements', { method: 'ahp', pairwise: { upper: [1] } }, ['pairwise-size at weights.pairwise.upper']],
  ])('refuses %s', (_, spec, expected) => {
    expect(weightsOf(spec)).toEqual(expected);
  });

  it('reads 0.333 opposite a 3 as one third', () => {
    expect(
      weightsOf(
        {
          method: 'ahp',
          pairwise: [
            [1, 3],
            [0.333, 1],
          ],
        },
        ['a', 'b'],
      ),
    ).toEqual([0.75, 0.25]);
    expect(
      weightsOf(
        {
          method: 'ahp',
          pairwise: [
            [1, 0.333],
            [3, 1],
          ],
        },
        ['a', 'b'],
      ),
    ).toEqual([0.25, 0.75]);
  });
});

describe('the best-worst method', () => {
  const vectors = fc
    .record({
      span: fc.integer({ min: 1, max: 9 }),
      middle: fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })), { maxLength: 4 }),
    })
    .map(({ span, middle }) => {
      const capped = middle.map(([a, b]) => [Math.min(a, span), Math.min(b, span)] as const);
      return { toOthers: [1, ...capped.map(([a]) => a), span], toWorst: [span, ...capped.map(([, b]) => b), 1] };
    });

  it('linear: no weights come closer to the judgements (tried at random), and the sum is 1', () => {
    fc.assert(
      fc.property(vectors, fc.array(positive, { minLength: 6, maxLength: 6 }), ({ toOthers, toWorst }, noise) => {
        const solved = bestWorstWeights(toOthers, toWorst, 'linear');
        if (!solved.ok) throw new Error('refused');
        const { weights, xi, best, worst } = solved.value;
        const gap = (w: readonly number[]) =>
          Math.max(
            ...w.map((weight, j) =>
              Math.max(Math.abs(w[best]! - toOthers[j]! * weight), Math.abs(weight - toWorst[j]! * w[worst]!)),
            ),
          );
        expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
        expect(gap(weights)).toBeCloseTo(xi, 8);
        for (const size of [0.5, 0.05, 0.002]) {
          const moved = weights.map((weight, j) => weight * (1 + size * (noise[j]! - 0.5)));
          const total = moved.reduce((a, b) => a + b, 0);
          expect(gap(moved.map((weight) => weight / total))).toBeGreaterThanOrEqual(xi - 1e-9);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('nonlinear: ξ is the least (tried at random), and every weight in its interval', () => {
    fc.assert(
      fc.property(vectors, fc.array(positive, { minLength: 6, maxLength: 6 }), ({ toOthers, toWorst }, noise) => {
        const solved = bestWorstWeights(toOthers, toWorst, 'nonlinear');
        if (!solved.ok) throw new Error('refused');
        const { weights, xi, intervals, best, worst, consistencyRatio } = solved.value;
        const gap = (w: readonly number[]) =>
          Math.max(
            ...w.map((weight, j) =>
              Math.max(
                j === best ? 0 : Math.abs(w[best]! / weight - toOthers[j]!),
                j === worst ? 0 : Math.abs(weight / w[worst]! - toWorst[j]!),
              ),
            ),
          );
        weights.forEach((_, j) => expect(intervals![j]![0]).toBeLessThanOrEqual(intervals![j]![1] + 1e-12));
        expect(consistencyRatio).toBeLessThanOrEqual(1 + 1e-9);
        for (const size of [0.5, 0.05, 0.002]) {
          const moved = weights.map((weight, j) => weight * (1 + size * (noise[j]! - 0.5)));
          expect(gap(moved)).toBeGreaterThanOrEqual(xi - 1e-7);
        }
        if (weights.length === 2 || intervals!.every(([low, high]) => high - low < 1e-9))
          expect(gap(weights)).toBeCloseTo(xi, 6);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['no best', [2, 2], [2, 1], 'bwm-no-best'],
    ['no worst', [1, 2], [2, 2], 'bwm-no-worst'],
    ['a judgement below 1', [1, 0.5], [0.5, 1], 'bwm-below-one'],
    ['two lengths', [1, 2], [1], 'bwm-length'],
    ['two stories about best and worst', [1, 3], [4, 1], 'bwm-contradiction'],
  ])('refuses %s', (_, toOthers, toWorst, code) => {
    const result = bestWorstWeights(toOthers, toWorst, 'linear');
    expect(result.ok ? [] : result.refusal.map((refusal) => refusal.code)).toEqual([code]);
  });
});
