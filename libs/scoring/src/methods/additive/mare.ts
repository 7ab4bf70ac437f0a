import type { Direction } from '../../problem/criterion';

/** A performance as least, most likely and greatest. */
export type ThreePoints = readonly [least: number, likely: number, greatest: number];

/**
 * MARE: weighted sums of the least, most likely and greatest performances, all divided by the same largest value per criterion.
 *
 * Shapes  values: m × n, all > 0; weights, directions: n. Returns m triples, least ≤ likely ≤ greatest.
 * Rule    Maximise: x / (largest of all three tables). Minimise: (least of all three tables) / x, so that the greatest cost gives the
 *         least score.
 * Source  Hodgett, Martin, Montague & Talford 2014, Production Planning & Control 25:227–237.
 */
export function mare(
  values: readonly (readonly ThreePoints[])[],
  weights: readonly number[],
  directions: readonly Direction[],
): readonly ThreePoints[] {
  const ends = weights.map((_, j) => {
    const all = values.flatMap((row) => row[j]!);
    return { least: Math.min(...all), greatest: Math.max(...all) };
  });
  const sum = (row: readonly ThreePoints[], point: 0 | 1 | 2) =>
    row.reduce((total, cell, j) => {
      const { least, greatest } = ends[j]!;
      const minimise = directions[j] === 'minimise';
      const mirrored = (2 - point) as 0 | 1 | 2;
      return total + weights[j]! * (minimise ? least / cell[mirrored] : cell[point] / greatest);
    }, 0);
  return values.map((row) => [sum(row, 0), sum(row, 1), sum(row, 2)]);
}
