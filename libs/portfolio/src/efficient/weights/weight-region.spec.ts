import fc from 'fast-check';
import { RandomStream } from '@fordela/domain';
import type { WeightInformation } from '../../problem/allocation-problem';
import { weightRegion } from './weight-region';
import { drawWeights, meanWeights, weightSimplices, type WeightSimplices } from './weight-simplices';

const nothing = (values: readonly string[]): WeightInformation => ({ values, order: [], bounds: {}, statements: [] });
const corners = (information: WeightInformation): number[][] => {
  const region = weightRegion(information, []);
  if (!region.ok) throw new Error(JSON.stringify(region.refusal));
  return region.value.corners.map((corner) => corner.map(Number));
};
const partsOf = (information: WeightInformation): WeightSimplices => {
  const region = weightRegion(information, []);
  const parts = region.ok ? weightSimplices(region.value) : null;
  if (!parts) throw new Error('no region');
  return parts;
};

describe('weightRegion', () => {
  it('has the unit vectors as corners when nothing is known', () => {
    expect(corners(nothing(['a', 'b', 'c']))).toEqual([
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ]);
  });

  it('has the equal-weight prefixes as corners of a rank order', () => {
    const ranked = { ...nothing(['a', 'b', 'c', 'd']), order: [['a'], ['b'], ['c'], ['d']] };
    expect(corners(ranked)).toEqual([
      [1, 0, 0, 0],
      [1, 1, 0, 0],
      [1, 1, 1, 0],
      [1, 1, 1, 1],
    ]);
  });

  // Rank order with a least weight of 1/(3n): Punkka & Salo (2013) and Liesiö et al. (2007) use such sets; corners by hand.
  it('cuts bounds and statements exactly, with thirds as thirds', () => {
    const bounded = { ...nothing(['a', 'b']), bounds: { a: ['0.2', '0.7'] as const } };
    expect(corners(bounded)).toEqual([
      [7, 3],
      [1, 4],
    ]);
    const twice: WeightInformation = {
      ...nothing(['a', 'b', 'c']),
      statements: [
        { id: 's', coefficients: { a: '1', b: '-2' }, relation: '=', constant: '0' },
        { id: 't', coefficients: { c: '1' }, relation: '<=', constant: '0.5' },
      ],
    };
    expect(corners(twice)).toEqual([
      [2, 1, 0],
      [2, 1, 3],
    ]);
  });

  it('does not compare values of one group', () => {
    expect(corners({ ...nothing(['a', 'b', 'c']), order: [['a'], ['b', 'c']] })).toEqual([
      [1, 0, 0],
      [1, 1, 0],
      [1, 0, 1],
      [1, 1, 1],
    ]);
  });

  it('names a smallest set of statements that contradict each other', () => {
    const impossible: WeightInformation = {
      values: ['a', 'b', 'c'],
      order: [['a'], ['b']],
      bounds: { a: ['0', '0.4'], c: ['0', '0.1'] },
      statements: [{ id: 'harmless', coefficients: { a: '1' }, relation: '>=', constant: '0.01' }],
    };
    const region = weightRegion(impossible, ['weightInformation']);
    expect(region).toEqual({
      ok: false,
      refusal: [
        {
          code: 'weights-contradict',
          path: ['weightInformation'],
          params: { statements: ['a ≥ b', 'a ≤ 0.4', 'c ≤ 0.1'] },
        },
      ],
    });
  });

  it('has corners that keep every statement, and between them every weight that does', () => {
    const texts = fc.integer({ min: -3, max: 3 }).map(String);
    const names = ['a', 'b', 'c', 'd'];
    const information = fc
      .array(
        fc.record({ a: texts, b: texts, c: texts, d: texts, constant: fc.integer({ min: -2, max: 1 }).map(String) }),
        { maxLength: 5 },
      )
      .map((rows): WeightInformation => ({
        ...nothing(names),
        statements: rows.map(({ constant, ...coefficients }, i) => ({
          id: `s${i}`,
          coefficients,
          relation: '>=',
          constant,
        })),
      }));
    fc.assert(
      fc.property(
        information,
        fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 4, maxLength: 4 }),
        (known, raw) => {
          const holds = (weights: readonly number[]) =>
            known.statements.every(
              ({ coefficients, constant }) =>
                names.reduce((sum, name, i) => sum + Number(coefficients[name]) * (weights[i] as number), 0) >=
                Number(constant) - 1e-12,
            );
          const region = weightRegion(known, []);
          const total = raw.reduce((a, b) => a + b, 0);
          const weights = raw.map((entry) => entry / total);
          if (!region.ok) {
            expect(total > 0 && holds(weights)).toBe(false);
            return;
          }
          const points = region.value.corners.map((corner) => {
            const sum = corner.reduce((a, b) => a + b, 0n);
            return corner.map((entry) => Number(entry) / Number(sum));
          });
          for (const point of points) expect(holds(point)).toBe(true);
          // A direction in which the weight is beyond every corner would show a missing corner.
          if (total > 0 && holds(weights))
            fc.assert(
              fc.property(fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 4, maxLength: 4 }), (direction) => {
                const along = (point: readonly number[]) =>
                  point.reduce((sum, value, i) => sum + value * (direction[i] as number), 0);
                expect(along(weights)).toBeLessThanOrEqual(Math.max(...points.map(along)) + 1e-9);
              }),
              { numRuns: 20 },
            );
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('weightSimplices', () => {
  it('gives rank order centroid weights as the mean of a rank order', () => {
    // Barron & Barrett (1996): ROC weights for three criteria 11/18, 5/18, 2/18.
    const mean = meanWeights(partsOf({ ...nothing(['a', 'b', 'c']), order: [['a'], ['b'], ['c']] }));
    [11 / 18, 5 / 18, 2 / 18].forEach((weight, i) => expect(mean[i]).toBeCloseTo(weight, 12));
  });

  it('fills the region: volumes of a cut simplex add up', () => {
    const whole = partsOf(nothing(['a', 'b', 'c', 'd'])).volume;
    const statement = (relation: '>=' | '<=') => ({
      id: 's',
      coefficients: { a: '2', b: '-1', c: '0.5', d: '0' },
      relation,
      constant: '0.3',
    });
    const part = (relation: '>=' | '<=') =>
      partsOf({ ...nothing(['a', 'b', 'c', 'd']), statements: [statement(relation)] }).volume;
    expect(part('>=') + part('<=')).toBeCloseTo(whole, 12);
    const halves = partsOf({ ...nothing(['a', 'b', 'c', 'd']), order: [['a'], ['b'], ['c'], ['d']] }).volume;
    expect(halves * 24).toBeCloseTo(whole, 12);
  });

  it('draws weights that keep every statement, with the exact mean', () => {
    const information: WeightInformation = {
      ...nothing(['a', 'b', 'c']),
      order: [['a'], ['c']],
      bounds: { b: ['0.1', '0.6'] },
    };
    const parts = partsOf(information);
    const mean = meanWeights(parts);
    const weights = new Float64Array(3);
    const sums = [0, 0, 0];
    const stream = new RandomStream(4, 1);
    for (let k = 0; k < 20000; k++) {
      stream.startSample(k);
      drawWeights(parts, stream, weights);
      const [a, b, c] = weights as unknown as [number, number, number];
      const keeps = a >= c - 1e-12 && b >= 0.1 - 1e-12 && b <= 0.6 + 1e-12 && Math.abs(a + b + c - 1) < 1e-12;
      if (!keeps) throw new Error(`draw ${k} breaks a statement: ${a}, ${b}, ${c}`);
      weights.forEach((weight, i) => (sums[i] = (sums[i] as number) + weight));
    }
    sums.forEach((sum, i) => expect(Math.abs(sum / 20000 - (mean[i] as number))).toBeLessThan(0.006));
  });

  it('is a single point when the weights are known', () => {
    const parts = partsOf({ ...nothing(['a', 'b']), bounds: { a: ['0.25', '0.25'] } });
    expect(parts.corners).toEqual([[0.25, 0.75]]);
    expect(meanWeights(parts)).toEqual([0.25, 0.75]);
  });
});
