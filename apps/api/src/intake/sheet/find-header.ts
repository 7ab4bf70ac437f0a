import { columnNames, isSheetColumnId, sheetColumnIds, type SheetColumnId } from './columns';
import { editDistance, plainWords } from './plain-words';
import type { SheetRow } from './sheet.types';

/** How a column was recognised: told by a remembered mapping, by its own name, by another name for it, or by a near misspelling. */
export type ColumnMatch = 'remembered' | 'name' | 'synonym' | 'similar' | 'unknown' | 'ignored';

export interface MappedColumn {
  readonly index: number;
  readonly header: string;
  readonly columnId: SheetColumnId | null;
  readonly match: ColumnMatch;
}

export interface FoundHeader {
  readonly row: number;
  readonly columns: readonly MappedColumn[];
  /** How many columns were recognised without guessing. */
  readonly recognised: number;
}

/** How far down the header may stand: titles, dates and filters come above it. */
const mostRowsAbove = 40;

/**
 * The row that is most like a header: of the first 40 the one with most recognised columns, the first of equals.
 * Null when no row has at least two.
 */
export function bestHeader(rows: readonly SheetRow[], mapping: Readonly<Record<string, string>>): FoundHeader | null {
  let best: FoundHeader | null = null;
  for (const row of rows.slice(0, mostRowsAbove)) {
    const columns = mappedColumns(row, mapping);
    const recognised = columns.filter((column) => column.columnId !== null && column.match !== 'similar').length;
    if (recognised >= 2 && recognised > (best?.recognised ?? 0)) best = { row: row.row, columns, recognised };
  }
  return best;
}

/** Header texts as a remembered mapping keys them. */
export function headerKey(header: string): string {
  return plainWords(header);
}

function mappedColumns(row: SheetRow, mapping: Readonly<Record<string, string>>): readonly MappedColumn[] {
  return row.cells.map((cell, index): MappedColumn => {
    const header = cell.text.trim();
    const base = { index, header };
    if (header === '') return { ...base, columnId: null, match: 'unknown' };
    const key = headerKey(header);
    const remembered = Object.hasOwn(mapping, key) ? mapping[key] : undefined;
    if (remembered === 'ignore') return { ...base, columnId: null, match: 'ignored' };
    if (remembered !== undefined && isSheetColumnId(remembered))
      return { ...base, columnId: remembered, match: 'remembered' };
    const year = yearColumn(key);
    if (year) return { ...base, columnId: year, match: 'name' };
    const found = namesOf(key);
    if (found) return { ...base, ...found };
    const similar = similarColumn(key);
    return similar ? { ...base, columnId: similar, match: 'similar' } : { ...base, columnId: null, match: 'unknown' };
  });
}

/** Without the unit in brackets at the end: `total kostnad (kr)` is `total kostnad`. */
const bare = (text: string) => plainWords(text.replace(/\s*\([^)]*\)\s*$/u, ''));

function namesOf(key: string): { readonly columnId: SheetColumnId; readonly match: 'name' | 'synonym' } | null {
  for (const exact of [true, false]) {
    const same = (name: string) => (exact ? plainWords(name) === key : bare(name) === bare(key));
    for (const id of sheetColumnIds) {
      const [own, ...others] = columnNames[id];
      if (same(own)) return { columnId: id, match: 'name' };
      if (others.some(same)) return { columnId: id, match: 'synonym' };
    }
  }
  return null;
}

function yearColumn(key: string): SheetColumnId | null {
  const cost = /^(?:kostnad(?:er)?|budget|cost)[ _]?(20\d{2})(?:[ _]?(?:\(?kr\)?|sek))?$/u.exec(key);
  if (cost) return `cost:${Number(cost[1])}`;
  const requested = /^(?:1:1(?:-medel)?|sökt(?: belopp)?|requested)[ _]?(20\d{2})(?:[ _]?(?:\(?kr\)?|sek))?$/u.exec(
    key,
  );
  return requested ? `requested:${Number(requested[1])}` : null;
}

function similarColumn(key: string): SheetColumnId | null {
  const most = key.length >= 12 ? 2 : key.length >= 6 ? 1 : 0;
  if (most === 0) return null;
  const near = sheetColumnIds.filter((id) =>
    columnNames[id].some((name) => editDistance(bare(name), bare(key), most) <= most),
  );
  return near.length === 1 ? (near[0] as SheetColumnId) : null;
}
