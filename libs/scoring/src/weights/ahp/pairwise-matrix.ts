import { accept, refusal, refuse, type Path, type Refusal, type Result } from '@fordela/domain';
import type { PairwiseInput } from '../weight-spec';

/** A positive reciprocal matrix: a[i][j] says how many times i beats j. */
export type PairwiseMatrix = readonly (readonly number[])[];

/** How far a[i][j]·a[j][i] may be from 1: judgements are often written as 0.33 for 1/3. The upper triangle is what counts then. */
const reciprocityTolerance = 0.02;

/**
 * Reads pairwise judgements of the given items, and makes the matrix exactly reciprocal from its upper triangle.
 *
 * Errors  `pairwise-size`, `pairwise-not-positive`, `pairwise-diagonal`, `pairwise-not-reciprocal` (by more than 2 %),
 *         `pairwise-unknown-item`, `pairwise-missing` (a pair nobody judged), `pairwise-twice`; each with its place.
 */
export function pairwiseMatrix(input: PairwiseInput, ids: readonly string[], path: Path): Result<PairwiseMatrix> {
  if (Array.isArray(input)) return fullMatrix(input, ids, path);
  const upper = 'upper' in input ? fromUpper(input.upper, ids, path) : fromList(input.judgements, ids, path);
  if (!upper.ok) return upper;
  return accept(reciprocal(ids.length, (i, j) => upper.value[i]![j]!));
}

function judgement(value: number | string): number {
  if (typeof value === 'number') return value;
  const [over, under] = value.split('/').map(Number) as [number, number];
  return over / under;
}

function reciprocal(n: number, upper: (i: number, j: number) => number): PairwiseMatrix {
  return Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_, j) => (i === j ? 1 : i < j ? upper(i, j) : 1 / upper(j, i))),
  );
}

function fullMatrix(
  input: readonly (readonly (number | string)[])[],
  ids: readonly string[],
  path: Path,
): Result<PairwiseMatrix> {
  const n = ids.length;
  const refusals: Refusal[] = [];
  if (input.length !== n) return refuse([refusal('pairwise-size', path, { size: input.length, expected: n })]);
  const matrix = input.map((row) => row.map(judgement));
  matrix.forEach((row, i) => {
    if (row.length !== n) refusals.push(refusal('pairwise-size', [...path, i], { size: row.length, expected: n }));
    row.forEach((value, j) => {
      if (!(value > 0 && value < Infinity)) refusals.push(refusal('pairwise-not-positive', [...path, i, j], { value }));
    });
  });
  if (refusals.length > 0) return refuse(refusals);
  for (let i = 0; i < n; i += 1) {
    if (matrix[i]![i] !== 1) refusals.push(refusal('pairwise-diagonal', [...path, i, i], { value: matrix[i]![i]! }));
    for (let j = i + 1; j < n; j += 1)
      if (Math.abs(matrix[i]![j]! * matrix[j]![i]! - 1) > reciprocityTolerance)
        refusals.push(
          refusal('pairwise-not-reciprocal', [...path, j, i], {
            row: ids[i]!,
            column: ids[j]!,
            value: matrix[i]![j]!,
            opposite: matrix[j]![i]!,
          }),
        );
  }
  return refusals.length > 0 ? refuse(refusals) : accept(exactlyReciprocal(matrix));
}

/** Keeps what is written where both triangles agree to the last digits; else rebuilds the lower one from the upper. */
function exactlyReciprocal(matrix: PairwiseMatrix): PairwiseMatrix {
  return reciprocal(matrix.length, (i, j) => {
    // 1/3 is written 0.333 as often above as below the diagonal: the side that is a whole number is the judgement as meant.
    const below = matrix[j]![i]!;
    return Number.isInteger(below) && !Number.isInteger(matrix[i]![j]!) ? 1 / below : matrix[i]![j]!;
  });
}

function fromUpper(upper: readonly (number | string)[], ids: readonly string[], path: Path): Result<number[][]> {
  const n = ids.length;
  if (upper.length !== (n * (n - 1)) / 2)
    return refuse([refusal('pairwise-size', [...path, 'upper'], { size: upper.length, expected: (n * (n - 1)) / 2 })]);
  const matrix = ids.map(() => ids.map(() => 1));
  const refusals: Refusal[] = [];
  let next = 0;
  for (let i = 0; i < n; i += 1)
    for (let j = i + 1; j < n; j += 1) {
      const value = judgement(upper[next]!);
      if (!(value > 0 && value < Infinity))
        refusals.push(refusal('pairwise-not-positive', [...path, 'upper', next], { value }));
      matrix[i]![j] = value;
      next += 1;
    }
  return refusals.length > 0 ? refuse(refusals) : accept(matrix);
}

function fromList(
  judgements: readonly (readonly [string, string, number | string])[],
  ids: readonly string[],
  path: Path,
): Result<number[][]> {
  const matrix = ids.map(() => ids.map(() => Number.NaN));
  const refusals: Refusal[] = [];
  judgements.forEach(([a, b, written], index) => {
    const place = [...path, 'judgements', index];
    const [i, j] = [ids.indexOf(a), ids.indexOf(b)];
    const value = judgement(written);
    if (i < 0 || j < 0 || i === j) refusals.push(refusal('pairwise-unknown-item', place, { a, b }));
    else if (!(value > 0 && value < Infinity)) refusals.push(refusal('pairwise-not-positive', place, { value }));
    else if (!Number.isNaN(matrix[i]![j])) refusals.push(refusal('pairwise-twice', place, { a, b }));
    else {
      matrix[i]![j] = value;
      matrix[j]![i] = 1 / value;
    }
  });
  if (refusals.length === 0)
    ids.forEach((a, i) =>
      ids.slice(i + 1).forEach((b, k) => {
        if (Number.isNaN(matrix[i]![i + 1 + k]))
          refusals.push(refusal('pairwise-missing', [...path, 'judgements'], { a, b }));
      }),
    );
  return refusals.length > 0 ? refuse(refusals) : accept(matrix);
}
