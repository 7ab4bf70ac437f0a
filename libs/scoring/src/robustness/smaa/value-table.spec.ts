import { isStraightOn, tableValue } from './value-table';

describe('tableValue', () => {
  it('reproduces a falling function with four break points, clipped outside', () => {
    // van Valkenhoef, R package smaa, tests/Examples/smaa-Ex.Rout.save (gertvv/rsmaa): smaa.pvf with outOfBounds = "clip".
    const table = { performances: [50, 75, 90, 100], values: [1, 0.8, 0.5, 0] };
    const given = [50, 90, 100, 10, 40, 101, 120];
    const expected = [1, 0.5, 0, 1, 1, 0, 0];
    given.forEach((performance, k) =>
      expect(Math.abs(tableValue(table, performance) - expected[k]!)).toBeLessThan(1e-12),
    );
    expect(tableValue(table, 62.5)).toBeCloseTo(0.9, 12);
  });

  it('steps where a performance stands twice, and tells whether it is straight between two performances', () => {
    const steps = { performances: [0, 2, 2, 4], values: [0, 0, 1, 1] };
    expect([0, 1.999, 2, 3].map((x) => tableValue(steps, x))).toEqual([0, 0, 1, 1]);
    expect(isStraightOn(steps, 0, 1.9)).toBe(true);
    expect(isStraightOn(steps, 0, 2)).toBe(false);
    expect(isStraightOn(steps, 1, 3)).toBe(false);
    expect(isStraightOn(steps, -1, 1)).toBe(false);
    expect(isStraightOn({ performances: [0, 2, 4], values: [0, 1, 1] }, 0, 2)).toBe(true);
  });
});
