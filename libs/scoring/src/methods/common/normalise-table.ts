import { accept, at, refuse, type Path, type Refusal, type Result } from '@fordela/domain';
import type { Direction } from '../../problem/criterion';
import { normaliseColumn, type NormaliseOptions } from './normalise';

/**
 * Every column of a table normalised.
 *
 * Shapes  values: alternatives × criteria; directions and columnPaths: one per criterion. Returns the same shape.
 * Errors  Those of `normaliseColumn`, with the criterion's place.
 */
export function normaliseTable(
  values: readonly (readonly number[])[],
  directions: readonly Direction[],
  options: NormaliseOptions,
  columnPaths: readonly Path[],
): Result<readonly (readonly number[])[]> {
  const refusals: Refusal[] = [];
  const columns = directions.map((direction, j) => {
    const column = normaliseColumn(
      values.map((row) => at(row, j)),
      direction,
      options,
    );
    if (column.ok) return column.value;
    refusals.push({ ...column.refusal, path: columnPaths[j] ?? [] });
    return [];
  });
  return refusals.length > 0 ? refuse(refusals) : accept(values.map((_, i) => columns.map((column) => at(column, i))));
}
