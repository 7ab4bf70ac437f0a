import { AppError } from '../errors/app-error';
import type { PageInfo } from './page.types';

/** The most a page may hold. */
export const largestPage = 100;

/** The page size asked for. AppError BAD_INPUT outside 1–100. */
export function pageSize(first: number): number {
  if (first < 1 || first > largestPage)
    throw new AppError('BAD_INPUT', 'page-size-out-of-range', { first, largestPage });
  return first;
}

/** A page of items with the cursor of each. */
export interface Page<Item> {
  readonly edges: readonly { readonly cursor: string; readonly node: Item }[];
  readonly pageInfo: PageInfo;
}

/**
 * A page out of rows read one longer than asked for: the extra row only tells that there is more.
 * `keyOf` gives the values a row is ordered by; they come back in `cursorKey` when the reader goes on.
 */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  size: number,
  order: string,
  keyOf: (row: Row) => readonly (string | number)[],
  itemOf: (row: Row) => Item,
): Page<Item> {
  const edges = rows.slice(0, size).map((row) => ({
    cursor: Buffer.from(JSON.stringify([order, ...keyOf(row)])).toString('base64url'),
    node: itemOf(row),
  }));
  return { edges, pageInfo: { hasNextPage: rows.length > size, endCursor: edges.at(-1)?.cursor ?? null } };
}

/**
 * What a cursor of that order says. AppError BAD_INPUT when it is not ours or belongs to another order: a cursor from one order used
 * in another would silently skip rows.
 */
export function cursorKey(cursor: string, order: string, length: number): readonly (string | number)[] {
  const wrong = new AppError('BAD_INPUT', 'cursor-invalid', { cursor: cursor.slice(0, 60) });
  try {
    const [of, ...key] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[];
    const isKey = key.every((value) => typeof value === 'string' || typeof value === 'number');
    if (of !== order || key.length !== length || !isKey) throw wrong;
    return key as (string | number)[];
  } catch {
    throw wrong;
  }
}

/** As `cursorKey`, for a list by day and then identifier. AppError BAD_INPUT also when the day is none. */
export function dayCursorKey(cursor: string, order: string): readonly [day: string, id: string] {
  const [day, id] = cursorKey(cursor, order, 2).map(String) as [string, string];
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : NaN;
  // The round trip also refuses what the parser would carry over, such as 30 February.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day)
    throw new AppError('BAD_INPUT', 'cursor-invalid', { cursor: cursor.slice(0, 60) });
  return [day, id];
}
