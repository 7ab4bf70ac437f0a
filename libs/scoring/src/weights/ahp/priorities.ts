import { invariant } from '@fordela/domain';
import type { AhpPrioritisation } from '../weight-spec';
import type { PairwiseMatrix } from './pairwise-matrix';

/**
 * Weights from a positive pairwise matrix.
 *
 * Rules   eigenvector: the principal right eigenvector (Saaty). geometric-mean: n-th roots of the row products (Crawford &
 *         Williams). column-mean: means over the columns scaled to sum 1. All scaled to sum 1; equal when consistent.
 * Shapes  matrix: n × n, positive. Returns n weights, sum 1.
 * Source  Saaty 1980; Crawford & Williams 1985, J. Math. Psychology 29:387–405.
 * @example pairwisePriorities([[1, 3], [1 / 3, 1]], 'eigenvector') // => [0.75, 0.25]
 */
export function pairwisePriorities(matrix: PairwiseMatrix, method: AhpPrioritisation): readonly number[] {
  if (method === 'eigenvector') return principalEigenvector(matrix).vector;
  if (method === 'geometric-mean')
    return toSumOne(matrix.map((row) => Math.exp(row.reduce((sum, value) => sum + Math.log(value), 0) / row.length)));
  const columnSums = matrix.map((_, j) => matrix.reduce((sum, row) => sum + row[j]!, 0));
  return matrix.map((row) => row.reduce((sum, value, j) => sum + value / columnSums[j]!, 0) / row.length);
}

export function toSumOne(values: readonly number[]): readonly number[] {
  const total = values.reduce((sum, value) => sum + value, 0);
  return values.map((value) => value / total);
}

const mostSteps = 100_000;

/**
 * The largest eigenvalue of a non-negative matrix with a positive power, and its eigenvector scaled to sum 1, by the power
 * method on the matrix squared until no entry moves by more than 1e-15 of its size.
 */
export function principalEigenvector(matrix: PairwiseMatrix): {
  readonly value: number;
  readonly vector: readonly number[];
} {
  const n = matrix.length;
  // Squaring a few times first makes the power method converge as if it had taken 16 steps at once.
  let power = matrix;
  for (let squaring = 0; squaring < 4; squaring += 1) power = scaled(multiply(power, power));
  let vector: readonly number[] = Array.from({ length: n }, () => 1 / n);
  for (let step = 0; step < mostSteps; step += 1) {
    const next = toSumOne(power.map((row) => dot(row, vector)));
    const moved = next.reduce((most, value, i) => Math.max(most, Math.abs(value - vector[i]!) / value), 0);
    vector = next;
    if (moved <= 1e-15) break;
    invariant(step < mostSteps - 1 || moved < 1e-9, 'the power method did not converge');
  }
  const value = matrix.reduce((sum, row) => sum + dot(row, vector), 0);
  return { value, vector };
}

const dot = (row: readonly number[], vector: readonly number[]): number =>
  row.reduce((sum, value, j) => sum + value * vector[j]!, 0);

const multiply = (a: PairwiseMatrix, b: PairwiseMatrix): PairwiseMatrix =>
  a.map((row) => row.map((_, j) => row.reduce((sum, value, k) => sum + value * b[k]![j]!, 0)));

function scaled(matrix: PairwiseMatrix): PairwiseMatrix {
  const most = matrix.reduce((max, row) => row.reduce((inner, value) => Math.max(inner, value), max), 0);
  return matrix.map((row) => row.map((value) => value / most));
}
