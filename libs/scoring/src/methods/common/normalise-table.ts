import { accept, at, refuse, type Path, type Refusal, type Result } from '@fordela/domain';
import type { Direction } from '../../problem/criterion';
import { normaliseColumn, type NormaliseOptions } from './normalise';

/**
 * Every column of a table normalised; `null` cells stay null and count for nothing.
 *
 * Shapes  values: alternatives × criteria; directions and columnPaths: one per criterion. Returns the same shape.
 * Errors  Those of `normaliseColumn`, with the criterion's place.
 */
export function normaliseTable<Value extends number | null>(
  values: readonly (readonly Value[])[],
  directions: readonly Direction[],
  options: NormaliseOptions,
  columnPaths: readonly Path[],
): Result<readonly (readonly Value[])[]> {
  const refusals: Refusal[] = [];
  const columns = directions.map((direction, j): readonly Value[] => {
    const column = values.map((row) => at(row, j));
    const known = column.filter((value): value is Value & number => value !== null);
    if (known.length === 0) return column;
    const normalised = normaliseColumn(known, direction, options);
    if (!normalised.ok) {
      refusals.push({ ...normalised.refusal, path: columnPaths[j] ?? [] });
      return column;
    }
    let next = 0;
    return column.map((value) => (value === null ? value : (normalised.value[next++] as Value)));
  });
  return refusals.length > 0 ? refuse(refusals) : accept(values.map((_, i) => columns.map((column) => at(column, i))));
}
