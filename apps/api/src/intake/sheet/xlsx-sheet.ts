import readWorkbook from 'read-excel-file/node';
import { accept, refusal, refuse, type Refusal, type Result } from '@fordela/domain';
import { bestHeader } from './find-header';
import type { FileNote, SheetCell, SheetRow, SheetTable } from './sheet.types';
import { zipEntries } from './zip';

/**
 * The sheet of an Excel workbook that holds the applications: the one with the row most like the header we look for.
 *
 * Edges   Cells whose formula failed (`#REF!`) or was never computed come out of the reader as empty. They are found in the file
 *         itself and handed on as text, so that the cell is refused instead of passing as "not stated".
 *         Other sheets that hold anything are named in a note.
 * Errors  `xlsx-unreadable` (damaged, protected by a password, or unpacking to too much), `file-empty`.
 */
export async function xlsxSheet(
  bytes: Uint8Array,
  mapping: Readonly<Record<string, string>>,
): Promise<Result<SheetTable, readonly Refusal[]>> {
  const entries = zipEntries(bytes);
  if (!entries) return refuse([refusal('xlsx-unreadable', [])]);
  let sheets: readonly { readonly sheet: string; readonly data: readonly (readonly unknown[])[] }[];
  let failed: readonly (readonly FailedCell[])[];
  try {
    sheets = await readWorkbook(Buffer.from(bytes), { trim: false });
    failed = sheets.map((_, index) => failedCells(entries, index));
  } catch {
    return refuse([refusal('xlsx-unreadable', [])]);
  }
  const filled = sheets
    .map(({ sheet, data }) => ({ sheet, rows: sheetRows(data) }))
    .filter(({ rows }) => rows.length > 0);
  if (filled.length === 0) return refuse([refusal('file-empty', [])]);
  const recognised = filled.map(({ rows }) => bestHeader(rows, mapping)?.recognised ?? 0);
  const chosen = filled[recognised.indexOf(Math.max(...recognised))] as (typeof filled)[number];
  const others = filled.filter((sheet) => sheet !== chosen).map(({ sheet }) => sheet);
  const notes: FileNote[] = others.map((sheet) => ({
    code: 'sheet-not-read',
    severity: 'note',
    certainty: 'certain',
    row: null,
    columnIndex: null,
    params: { sheet, chosen: chosen.sheet },
  }));
  const chosenIndex = sheets.findIndex(({ sheet }) => sheet === chosen.sheet);
  return accept({
    format: 'xlsx',
    encoding: null,
    delimiter: null,
    sheetName: chosen.sheet,
    rows: withFailedCells(chosen.rows, failed[chosenIndex] ?? []),
    notes,
  });
}

function sheetRows(data: readonly (readonly unknown[])[]): readonly SheetRow[] {
  const rows = data.map((cells, index) => ({ row: index + 1, cells: cells.map(sheetCell) }));
  return rows.some((row) => row.cells.some((cell) => cell.text.trim() !== '')) ? rows : [];
}

function sheetCell(value: unknown): SheetCell {
  if (value === null || value === undefined) return { text: '', value: null };
  if (value instanceof Date)
    return { text: Number.isNaN(value.getTime()) ? '#DATUM' : value.toISOString().slice(0, 10), value };
  if (typeof value === 'number' || typeof value === 'boolean') return { text: String(value), value };
  return { text: String(value), value: String(value) };
}

interface FailedCell {
  readonly row: number;
  readonly columnIndex: number;
  readonly text: string;
}

/** Cells of one worksheet with a formula that failed, or that has no result stored. */
function failedCells(entries: NonNullable<ReturnType<typeof zipEntries>>, sheetIndex: number): readonly FailedCell[] {
  const text = (name: string) => {
    const entry = entries.find((item) => item.name === name);
    return entry ? new TextDecoder('utf-8').decode(entry.read()) : '';
  };
  const relations = new Map(
    [...text('xl/_rels/workbook.xml.rels').matchAll(/<Relationship\b[^>]*>/gu)].map((match) => [
      attribute(match[0], 'Id'),
      attribute(match[0], 'Target').replace(/^\/?(?:xl\/)?/u, 'xl/'),
    ]),
  );
  const sheetTags = [...text('xl/workbook.xml').matchAll(/<sheet\b[^>]*>/gu)].map((match) => match[0]);
  const tag = sheetTags[sheetIndex];
  const file = tag ? relations.get(attribute(tag, 'r:id')) : undefined;
  if (!file) return [];
  return [...text(file).matchAll(/<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gsu)].flatMap(([, attributes = '', content = '']) => {
    const isError = /\bt="e"/u.test(attributes);
    const hasValue = /<v>[^<]/u.test(content) || content.includes('<is>');
    const isUncomputed = content.includes('<f') && !hasValue && !/<v\s*\/>|<v><\/v>/u.test(content);
    const address = /\br="([A-Z]+)(\d+)"/u.exec(attributes);
    if (!address || !(isError || isUncomputed)) return [];
    const shown = isError ? (/<v>([^<]*)<\/v>/u.exec(content)?.[1] ?? '#FEL') : '#FORMEL';
    return [{ row: Number(address[2]), columnIndex: columnIndex(address[1] as string), text: shown }];
  });
}

function withFailedCells(rows: readonly SheetRow[], failed: readonly FailedCell[]): readonly SheetRow[] {
  const byRow = new Map<number, FailedCell[]>();
  for (const cell of failed) byRow.set(cell.row, [...(byRow.get(cell.row) ?? []), cell]);
  return rows.map((row) => {
    const own = byRow.get(row.row);
    if (!own) return row;
    const cells = [...row.cells];
    for (const cell of own) {
      while (cells.length <= cell.columnIndex) cells.push({ text: '', value: null });
      cells[cell.columnIndex] = { text: cell.text, value: cell.text };
    }
    return { ...row, cells };
  });
}

function attribute(tag: string, name: string): string {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`, 'u').exec(tag)?.[1] ?? '';
}

function columnIndex(letters: string): number {
  return Array.from(letters).reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
