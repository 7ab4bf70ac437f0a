import { accept, refusal, refuse, type Path, type Refusal, type Result } from '@fordela/domain';

/** What a reviewer may have written: a number on a scale, or a label of a category. */
export type RatingValue = number | string;

/**
 * Ratings as a table: one row per unit (an application), one column per reviewer; null where that reviewer has not rated that
 * unit. Missing is never zero.
 */
export type RatingTable<Value extends RatingValue = number> = readonly (readonly (Value | null)[])[];

/** What to do with units that some reviewer has not rated: refuse the table, or leave those units out (and say which). */
export const missingPolicies = ['refuse', 'listwise'] as const;
export type MissingPolicy = (typeof missingPolicies)[number];

/**
 * What keeps a table from being computed with: no rows, no columns, rows of different length, a number that is not finite.
 * `path` is the table's place in the caller's input.
 */
export function ratingTableFaults(table: RatingTable<RatingValue>, path: Path = []): readonly Refusal[] {
  const width = table[0]?.length ?? 0;
  if (table.length === 0 || width === 0) return [refusal('ratings-empty', path)];
  const faults: Refusal[] = [];
  table.forEach((row, unit) => {
    if (row.length !== width)
      faults.push(refusal('ratings-not-rectangular', [...path, unit], { length: row.length, expected: width }));
    row.forEach((rating, reviewer) => {
      if (typeof rating === 'number' && !Number.isFinite(rating))
        faults.push(refusal('rating-not-finite', [...path, unit, reviewer], { value: String(rating) }));
    });
  });
  return faults;
}

/** A table without gaps, and the rows of the original that it keeps and leaves out. */
export interface CompleteTable<Value extends RatingValue = number> {
  readonly rows: readonly (readonly Value[])[];
  readonly keptUnits: readonly number[];
  readonly droppedUnits: readonly number[];
}

/**
 * The rows in which every reviewer has rated the unit.
 *
 * Edges   `refuse`: a gap is refused with its place. `listwise`: rows with a gap are left out and listed in `droppedUnits`.
 * Errors  Refusals: the faults of `ratingTableFaults`; `rating-missing` for each gap under `refuse`.
 */
export function completeTable<Value extends RatingValue>(
  table: RatingTable<Value>,
  missing: MissingPolicy,
): Result<CompleteTable<Value>> {
  const faults = ratingTableFaults(table);
  if (faults.length > 0) return refuse(faults);
  const isComplete = (row: readonly (Value | null)[]): row is readonly Value[] => row.every((value) => value !== null);
  const rows: (readonly Value[])[] = [];
  const keptUnits: number[] = [];
  const droppedUnits: number[] = [];
  const gaps: Refusal[] = [];
  table.forEach((row, unit) => {
    if (isComplete(row)) {
      rows.push(row);
      keptUnits.push(unit);
      return;
    }
    droppedUnits.push(unit);
    row.forEach((value, reviewer) => {
      if (value === null) gaps.push(refusal('rating-missing', [unit, reviewer], { unit, reviewer }));
    });
  });
  if (missing === 'refuse' && gaps.length > 0) return refuse(gaps);
  return accept({ rows, keptUnits, droppedUnits });
}
