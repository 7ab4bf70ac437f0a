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
  let best: { readonly row: SheetRow; readonly recognised: number } | null = null;
  for (const row of rows.slice(0, mostRowsAbove)) {
    const recognised = row.cells.filter((cell) => recognisedColumn(cell.text, mapping)?.columnId).length;
    if (recognised >= 2 && recognised > (best?.recognised ?? 0)) best = { row, recognised };
  }
  if (!best) return null;
  const columns = best.row.cells.map(({ text }, index): MappedColumn => {
    const header = text.trim();
    const found = recognisedColumn(header, mapping) ?? similarColumn(header);
    return { index, header, columnId: found?.columnId ?? null, match: found?.match ?? 'unknown' };
  });
  return { row: best.row.row, recognised: best.recognised, columns };
}

/** Header texts as a remembered mapping keys them. */
export function headerKey(header: string): string {
  return plainWords(header);
}

type Recognised = Pick<MappedColumn, 'columnId' | 'match'>;

/** Longer texts are content, not headers. */
const mostHeaderLetters = 80;

/** Without the unit in brackets at the end: `total kostnad (kr)` is `total kostnad`. */
const bare = (text: string) => plainWords(text.replace(/\s*\([^)]*\)\s*$/u, ''));

/** Every name by its own writing and without its unit; a column's own name goes before other columns' synonyms. */
const names = {
  exact: new Map<string, Recognised>(),
  bare: new Map<string, Recognised>(),
};
for (const match of ['name', 'synonym'] as const)
  for (const columnId of sheetColumnIds)
    for (const name of match === 'name' ? columnNames[columnId].slice(0, 1) : columnNames[columnId].slice(1)) {
      if (!names.exact.has(plainWords(name))) names.exact.set(plainWords(name), { columnId, match });
      if (!names.bare.has(bare(name))) names.bare.set(bare(name), { columnId, match });
    }

function recognisedColumn(header: string, mapping: Readonly<Record<string, string>>): Recognised | null {
  if (header.trim() === '' || header.length > mostHeaderLetters) return null;
  const key = headerKey(header);
  const remembered = Object.hasOwn(mapping, key) ? mapping[key] : undefined;
  if (remembered === 'ignore') return { columnId: null, match: 'ignored' };
  if (remembered !== undefined && isSheetColumnId(remembered)) return { columnId: remembered, match: 'remembered' };
  const year = yearColumn(key);
  if (year) return { columnId: year, match: 'name' };
  return names.exact.get(key) ?? names.bare.get(bare(key)) ?? null;
}

function yearColumn(key: string): SheetColumnId | null {
  const cost = /^(?:kostnad(?:er)?|budget|cost)[ _]?(20\d{2})(?:[ _]?(?:\(?kr\)?|sek))?$/u.exec(key);
  if (cost) return `cost:${Number(cost[1])}`;
  const requested = /^(?:1:1(?:-medel)?|sökt(?: belopp)?|requested)[ _]?(20\d{2})(?:[ _]?(?:\(?kr\)?|sek))?$/u.exec(
    key,
  );
  return requested ? `requested:${Number(requested[1])}` : null;
}

function similarColumn(header: string): Recognised | null {
  const key = bare(header);
  const most = key.length >= 12 ? 2 : key.length >= 6 ? 1 : 0;
  if (most === 0 || key.length > mostHeaderLetters) return null;
  const near = [...names.bare]
    .filter(([name]) => editDistance(name, key, most) <= most)
    .map(([, found]) => found.columnId);
  const columnId = near[0] ?? null;
  return columnId !== null && new Set(near).size === 1 ? { columnId, match: 'similar' } : null;
}
