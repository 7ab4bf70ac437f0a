import { accept, refusal, refuse, type Refusal, type Result } from '@fordela/domain';
import { ratingTableFaults, type RatingTable, type RatingValue } from './rating-table';

/** The values a table uses, in order, and the table as indexes into them. */
export interface CodedTable {
  readonly values: readonly RatingValue[];
  readonly codes: RatingTable;
}

/** Numbers first in their own order, then labels by code unit: an order that does not depend on the rows. */
function byValue(a: RatingValue, b: RatingValue): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Codes a table by its values.
 *
 * Shapes  values: the ordered values a rating may take, or null for those that occur, sorted.
 * Errors  Refusals: of the table's shape; `rating-value-repeated` for a value listed twice; `rating-outside-values` for a rating
 *         that is not among the listed ones, with its place.
 */
export function codedTable(table: RatingTable<RatingValue>, values: readonly RatingValue[] | null): Result<CodedTable> {
  const faults = ratingTableFaults(table);
  if (faults.length > 0) return refuse(faults);
  const found = table.flatMap((row) => row.filter((rating) => rating !== null));
  const domain = values ?? [...new Set(found)].sort(byValue);
  const codeOf = new Map<RatingValue, number>(domain.map((value, code) => [value, code]));
  const refusals: Refusal[] = [];
  if (codeOf.size !== domain.length) {
    const repeated = domain.find((value, index) => domain.indexOf(value) !== index) as RatingValue;
    refusals.push(refusal('rating-value-repeated', [], { value: repeated }));
  }
  const codes = table.map((row, unit) =>
    row.map((rating, reviewer) => {
      if (rating === null) return null;
      const code = codeOf.get(rating);
      if (code === undefined) refusals.push(refusal('rating-outside-values', [unit, reviewer], { value: rating }));
      return code ?? null;
    }),
  );
  return refusals.length > 0 ? refuse(refusals) : accept({ values: domain, codes });
}
