import fc from 'fast-check';
import { affineHull } from './affine-hull';
import { satisfies, weightDraw } from './draw-weights';
import { defaultThinning, hitAndRun } from './hit-and-run';
import type { WeightSampler } from './sampler';
import { solveLp } from '../../lp/solve-lp';
import type { LinearStatement } from '../../weights/statements/linear-statement';
import { intervalStatements, rankingStatements } from './statement';
import { fixedSpace, freeSpace, weightSpace, type WeightSpace } from './weight-space';

const name = (criterion: number) => `w${criterion}`;
const interval = (criteria: number, criterion: number, low: number, high: number) =>
  intervalStatements(criteria, criterion, low, high, name(criterion));

function regionOf(criteria: number, statements: readonly LinearStatement[]): WeightSpace {
  const region = weightSpace(criteria, statements);
  if (!region.ok) throw new Error(JSON.stringify(region.refusal));
  return region.value;
}

function draws(sampler: WeightSampler, criteria: number, count: number, seed = 1): Float64Array[] {
  const draw = weightDraw(sampler, seed);
  return Array.from({ length: count }, (_, sample) => {
    const weights = new Float64Array(criteria);
    draw(sample, weights);
    return weights;
  });
}

const mean = (samples: readonly Float64Array[], f: (weights: Float64Array) => number) =>
  samples.reduce((sum, weights) => sum + f(weights), 0) / samples.length;
const means = (samples: readonly Float64Array[]) =>
  [...(samples[0] ?? [])].map((_, c) => mean(samples, (weights) => weights[c] ?? 0));

function expectClose(actual: readonly number[], expected: readonly number[], within: number) {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((value, k) => expect(Math.abs(value - (expected[k] ?? NaN))).toBeLessThan(within));
}

/** Statements hold, weights are ≥ 0 and sum to 1: the largest violation over all samples is nothing. */
function expectInside(samples: readonly Float64Array[], statements: readonly LinearStatement[]) {
  let worst = 0;
  for (const weights of samples) {
    worst = Math.max(worst, Math.abs(weights.reduce((sum, w) => sum + w, 0) - 1), -Math.min(...weights));
    for (const { coefficients, relation, rhs } of statements) {
      const left = coefficients.reduce((sum, a, c) => sum + a * (weights[c] ?? 0), 0);
      if (relation !== '<=') worst = Math.max(worst, rhs - left);
      if (relation !== '>=') worst = Math.max(worst, left - rhs);
    }
  }
  expect(worst).toBeLessThan(1e-9);
}

describe('weightSpace', () => {
  it('draws uniformly from the whole simplex when nothing is said', () => {
    const samples = draws(freeSpace(4).sampler, 4, 40_000);
    expectInside(samples, []);
    expectClose(means(samples), [0.25, 0.25, 0.25, 0.25], 0.005);
    // Dirichlet(1,1,1,1): E w² = 2/(n(n+1)), P(w0 > t) = (1 − t)^(n−1).
    expect(mean(samples, (w) => (w[0] ?? 0) ** 2)).toBeCloseTo(0.1, 2);
    expect(mean(samples, (w) => ((w[0] ?? 0) > 0.5 ? 1 : 0))).toBeCloseTo(0.125, 2);
  });

  // Rank-order centroid, Edwards & Barron 1994: the centre of the weights that respect a full ranking.
  const roc: Readonly<Record<number, readonly number[]>> = {
    2: [0.75, 0.25],
    3: [0.6111, 0.2778, 0.1111],
    4: [0.5208, 0.2708, 0.1458, 0.0625],
    5: [0.4567, 0.2567, 0.1567, 0.09, 0.04],
    6: [0.4083, 0.2417, 0.1583, 0.1028, 0.0611, 0.0278],
  };
  it.each(Object.entries(roc))('has the rank-order centroid as mean of %s ranked weights', (count, expected) => {
    const criteria = Number(count);
    const levels = expected.map((_, c) => [c]);
    const statements = rankingStatements(criteria, levels, 'equal', name);
    const region = regionOf(criteria, statements);
    expect(region.sampler.kind).toBe('simplex');
    const samples = draws(region.sampler, criteria, 20_000);
    expectInside(samples, statements);
    expectClose(means(samples), expected, 0.005);
  });

  it('keeps weights of one level equal, or says nothing about them, as asked', () => {
    const equal = rankingStatements(3, [[2], [0, 1]], 'equal', name);
    const equalRegion = regionOf(3, equal);
    expect(equalRegion.dimensions).toBe(1);
    // The segment from (0,0,1) to (1/3,1/3,1/3).
    const samples = draws(equalRegion.sampler, 3, 20_000);
    expectInside(samples, equal);
    expectClose(means(samples), [1 / 6, 1 / 6, 2 / 3], 0.005);
    const unordered = rankingStatements(3, [[2], [0, 1]], 'unordered', name);
    const unorderedRegion = regionOf(3, unordered);
    expect(unorderedRegion.sampler).toMatchObject({ kind: 'linear-extension' });
    const free = draws(unorderedRegion.sampler, 3, 20_000);
    expectInside(free, unordered);
    // Two of the six cones of the simplex: w2 first, then either order; mean of the two rank-order centroids.
    expectClose(means(free), [7 / 36, 7 / 36, 22 / 36], 0.005);
  });

  it('draws a partial order as rejection from the simplex would', () => {
    const at = (more: number, less: number): LinearStatement => ({
      id: `${more}>${less}`,
      coefficients: [0, 1, 2, 3].map((c) => (c === more ? 1 : c === less ? -1 : 0)),
      relation: '>=',
      rhs: 0,
      path: [],
    });
    const statements = [at(0, 1), at(0, 2), at(3, 2)];
    const region = regionOf(4, statements);
    expect(region.sampler.kind).toBe('linear-extension');
    const samples = draws(region.sampler, 4, 30_000);
    expectInside(samples, statements);
    const kept = draws(freeSpace(4).sampler, 4, 150_000, 2).filter(
      ([a = 0, b = 0, c = 0, d = 0]) => a >= b && a >= c && d >= c,
    );
    expectClose(means(samples), means(kept), 0.006);
  });

  it('draws exactly above least weights, and by rejection between bounds', () => {
    const lower: LinearStatement[] = [
      { id: 'least', coefficients: [1, 0, 0], relation: '>=', rhs: 0.4, path: [] },
      { id: 'some', coefficients: [0, 2, 0], relation: '>=', rhs: 0.2, path: [] },
    ];
    const above = regionOf(3, lower);
    expect(above.sampler.kind).toBe('simplex');
    expectClose(means(draws(above.sampler, 3, 20_000)), [0.4 + 0.5 / 3, 0.1 + 0.5 / 3, 0.5 / 3], 0.005);
    const bounds = [0, 1, 2].flatMap((c) => [...interval(3, c, 0.2, 0.5)]);
    const between = regionOf(3, bounds);
    expect(between.sampler.kind).toBe('rejection');
    const samples = draws(between.sampler, 3, 20_000);
    expectInside(samples, bounds);
    expectClose(means(samples), [1 / 3, 1 / 3, 1 / 3], 0.005);
  });

  it('walks where too little would be kept, and stays inside', () => {
    const statements: LinearStatement[] = [
      ...[0, 1, 2, 3, 4].flatMap((c) => [...interval(6, c, 0.16, 0.17)]),
      { id: 'balance', coefficients: [1, 1, 0, -1, -1, 0], relation: '>=', rhs: 0, path: [] },
    ];
    const region = regionOf(6, statements);
    expect(region.sampler.kind).toBe('hit-and-run');
    const samples = draws(region.sampler, 6, 3000);
    expectInside(samples, statements);
    // w2 is not touched by the balance: uniform on its interval.
    expect(mean(samples, (w) => w[2] ?? 0)).toBeCloseTo(0.165, 3);
    expect(mean(samples, (w) => ((w[2] ?? 0) - 0.165) ** 2)).toBeCloseTo(0.01 ** 2 / 12, 6);
  });

  it('finds equalities in disguise, segments and single points', () => {
    const both: LinearStatement[] = [
      { id: 'a>=b', coefficients: [1, -1, 0, 0], relation: '>=', rhs: 0, path: [] },
      { id: 'b>=a', coefficients: [1, -1, 0, 0], relation: '<=', rhs: 0, path: [] },
      { id: 'c', coefficients: [0, 0, 1, 0], relation: '=', rhs: 0.2, path: [] },
    ];
    const segment = regionOf(4, both);
    expect(segment.dimensions).toBe(1);
    const samples = draws(segment.sampler, 4, 10_000);
    expectInside(samples, both);
    expectClose(means(samples), [0.2, 0.2, 0.2, 0.4], 0.005);
    const point = regionOf(2, [{ id: 'half', coefficients: [2, 0], relation: '=', rhs: 1, path: [] }]);
    expect(point.sampler.kind).toBe('fixed');
    expectClose(means(draws(point.sampler, 2, 3)), [0.5, 0.5], 1e-12);
    expectClose(means(draws(fixedSpace([0.3, 0.7]).sampler, 2, 3)), [0.3, 0.7], 1e-12);
  });

  it('names the statements that contradict each other', () => {
    const statements: LinearStatement[] = [
      { id: 'harmless', coefficients: [1, 1, 0], relation: '>=', rhs: 0.1, path: ['statements', 0] },
      { id: 'a first', coefficients: [1, -1, 0], relation: '>=', rhs: 0.1, path: ['statements', 1] },
      { id: 'c small', coefficients: [0, 0, 1], relation: '<=', rhs: 0.3, path: ['statements', 2] },
      { id: 'b first', coefficients: [-1, 1, 0], relation: '>=', rhs: 0.1, path: ['statements', 3] },
    ];
    expect(weightSpace(3, statements)).toEqual({
      ok: false,
      refusal: [
        {
          code: 'weights-statements-conflict',
          path: ['statements', 1],
          params: { statements: ['a first', 'b first'] },
        },
      ],
    });
    const empty = weightSpace(2, [{ id: '0 ≥ 5', coefficients: [0, 0], relation: '>=', rhs: 5, path: [] }]);
    expect(empty.ok).toBe(false);
    expect(weightSpace(3, statements.slice(0, 3)).ok).toBe(true);
  });

  it('finds a point inside exactly when a linear program does', () => {
    const statement = fc.record({
      coefficients: fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 3, maxLength: 3 }),
      relation: fc.constantFrom('>=' as const, '<=' as const, '=' as const),
      rhs: fc.integer({ min: -2, max: 2 }),
    });
    fc.assert(
      fc.property(fc.array(statement, { minLength: 1, maxLength: 6 }), (given) => {
        const statements = given.map((one, index) => ({ id: String(index), path: [], ...one }));
        const space = weightSpace(3, statements);
        const solution = solveLp({
          objective: [0, 0, 0],
          maximise: false,
          constraints: [{ coefficients: [1, 1, 1], relation: '=', rhs: 1 }, ...statements],
        });
        expect(space.ok).toBe(solution.status === 'optimal');
        if (space.ok) expectInside(draws(space.value.sampler, 3, 20), statements);
      }),
    );
  });

  it('draws sample k the same whatever was drawn before, for every kind of sampler', () => {
    const regions = [
      freeSpace(4),
      regionOf(4, rankingStatements(4, [[0], [1, 2], [3]], 'unordered', name)),
      regionOf(
        3,
        [0, 1, 2].flatMap((c) => [...interval(3, c, 0.2, 0.5)]),
      ),
      regionOf(
        5,
        [0, 1, 2, 3].flatMap((c) => [...interval(5, c, 0.2, 0.21)]),
      ),
    ];
    expect(regions.map(({ sampler }) => sampler.kind)).toEqual([
      'simplex',
      'linear-extension',
      'rejection',
      'hit-and-run',
    ]);
    for (const { sampler, criteria } of regions) {
      const forward = draws(sampler, criteria, 230);
      const draw = weightDraw(JSON.parse(JSON.stringify(sampler)) as WeightSampler, 1);
      for (const sample of [229, 17, 101, 18, 100, 0]) {
        const weights = new Float64Array(criteria);
        draw(sample, weights);
        expect([...weights]).toEqual([...(forward[sample] ?? [])]);
      }
    }
  });
});

describe('hitAndRun', () => {
  it('reaches the rank-order centroid of a full ranking', () => {
    const statements = rankingStatements(4, [[0], [1], [2], [3]], 'equal', name);
    const hull = affineHull(4, statements);
    if (!hull) throw new Error('empty');
    const samples = draws(hitAndRun(hull), 4, 20_000);
    expectInside(samples, statements);
    expectClose(means(samples), roc4, 0.006);
  });

  it('crosses a region a thousand times longer than wide', () => {
    const statements = [...interval(4, 0, 0.3, 0.3005), ...interval(4, 1, 0.1, 0.1005)];
    const hull = affineHull(4, statements);
    if (!hull) throw new Error('empty');
    const samples = draws(hitAndRun(hull), 4, 4000);
    expectInside(samples, statements);
    expect(mean(samples, (w) => w[2] ?? 0)).toBeCloseTo(0.29975, 1);
    expect(Math.sqrt(mean(samples, (w) => ((w[2] ?? 0) - 0.29975) ** 2))).toBeCloseTo(0.5995 / Math.sqrt(12), 1);
  });

  it('takes the thinning of the R package hitandrun, and keeps its samples in the region', () => {
    expect([1, 3, 11].map(defaultThinning)).toEqual([1, 10, 827]);
    const hull = affineHull(3, []);
    if (!hull) throw new Error('empty');
    const sampler = hitAndRun(hull, { thinning: 3, burnIn: 7 });
    expect(sampler).toMatchObject({ thinning: 3, burnIn: 7 });
    expect(draws(sampler, 3, 500).every((weights) => satisfies(weights, hull.halfSpaces, 1e-12))).toBe(true);
  });
});

const roc4 = [0.520833, 0.270833, 0.145833, 0.0625];
