import fc from 'fast-check';
import { cholesky, dot, solveSquare } from './dense';
import { nearestPoint, normOf, norms, type Row } from './nearest-point';

const row = (coefficients: number[], rhs: number, equality = false): Row => ({ coefficients, rhs, equality });

describe('nearestPoint', () => {
  it('projects as a compass would', () => {
    const halfPlane = [row([1, 1], 2)];
    expect(nearestPoint([0, 0], halfPlane, 'euclidean')!.point).toEqual([1, 1]);
    expect(nearestPoint([0, 0], halfPlane, 'euclidean')!.distance).toBeCloseTo(Math.SQRT2, 12);
    expect(nearestPoint([0, 0], halfPlane, 'sum')!.distance).toBeCloseTo(2, 12);
    expect(nearestPoint([0, 0], halfPlane, 'largest')!.distance).toBeCloseTo(1, 12);
    const corner = [row([1, 0], 1), row([0, 1], 2), row([1, 1], 1)];
    expect(nearestPoint([0, 0], corner, 'euclidean')!.point).toEqual([1, 2]);
  });

  it('keeps equalities, stays where it is when nothing is violated, and says when there is no point', () => {
    const sum = row([1, 1, 1], 1, true);
    const moved = nearestPoint([0.5, 0.3, 0.2], [sum, row([0, 1, -1], 0.3)], 'euclidean')!;
    expect(moved.point.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    expect(moved.point[1]! - moved.point[2]!).toBeCloseTo(0.3, 12);
    expect(moved.point[0]).toBeCloseTo(0.5, 12);
    for (const norm of norms) {
      expect(nearestPoint([0.5, 0.5], [row([1, 0], 0)], norm)!.distance).toBe(0);
      expect(nearestPoint([0, 0], [row([1, 0], 1), row([-1, 0], 0)], norm)).toBeNull();
    }
  });

  it('is never further away than a feasible point found by trying, and satisfies every row', () => {
    const coefficient = fc.integer({ min: -3, max: 3 });
    const cases = fc.record({
      from: fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 3, maxLength: 3 }),
      rows: fc.array(fc.tuple(fc.array(coefficient, { minLength: 3, maxLength: 3 }), fc.integer({ min: -4, max: 4 })), {
        minLength: 1,
        maxLength: 5,
      }),
      other: fc.array(
        fc.integer({ min: -12, max: 12 }).map((x) => x / 2),
        { minLength: 3, maxLength: 3 },
      ),
    });
    fc.assert(
      fc.property(cases, fc.constantFrom(...norms), ({ from, rows, other }, norm) => {
        const system = rows.filter(([a]) => a.some(Boolean)).map(([a, b]) => row(a, b));
        const nearest = nearestPoint(from, system, norm);
        const satisfied = (x: readonly number[], slack: number) =>
          system.every(({ coefficients, rhs }) => dot(coefficients, x) >= rhs - slack);
        if (nearest) expect(satisfied(nearest.point, 1e-8)).toBe(true);
        if (satisfied(other, 0)) {
          expect(nearest).not.toBeNull();
          expect(nearest!.distance).toBeLessThanOrEqual(
            normOf(
              other.map((x, k) => x - from[k]!),
              norm,
            ) + 1e-9,
          );
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('dense', () => {
  it('solves squares and factors covariances', () => {
    expect(
      solveSquare(
        [
          [0, 2],
          [1, 1],
        ],
        [4, 3],
      ),
    ).toEqual([1, 2]);
    expect(
      solveSquare(
        [
          [1, 2],
          [2, 4],
        ],
        [1, 2],
      ),
    ).toBeNull();
    const lower = cholesky([
      [4, 2],
      [2, 5],
    ])!;
    expect(lower[0]![0]).toBeCloseTo(2, 9);
    expect(lower[1]![0]).toBeCloseTo(1, 9);
    expect(lower[1]![1]).toBeCloseTo(2, 9);
    expect(
      cholesky([
        [1, 2],
        [2, 1],
      ]),
    ).toBeNull();
  });
});
