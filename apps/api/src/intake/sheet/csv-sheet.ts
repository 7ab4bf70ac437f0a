import { accept, type Refusal, type Result } from '@fordela/domain';
import { readDelimited, type TextRow } from '../delimited';
import { decodeText } from './bytes';
import { bestHeader } from './find-header';
import { textCell, type FileNote, type SheetTable } from './sheet.types';

const delimiters = [';', ',', '\t', '|'] as const;

/**
 * The officer's spreadsheet saved as text, whichever program and settings saved it.
 *
 * Rule    A first line `sep=;`, Excel's own hint, decides the delimiter. Otherwise it is the one under which a row is most like the
 *         header we look for, then the one that most rows agree on. Quoting that only one delimiter can close decides too.
 * Errors  `csv-quote-not-closed` with the place, when no delimiter gives a readable file.
 */
export function csvSheet(
  bytes: Uint8Array,
  mapping: Readonly<Record<string, string>>,
): Result<SheetTable, readonly Refusal[]> {
  const { text, encoding, wasDoubled } = decodeText(bytes);
  const hint = /^\uFEFF?sep=(.)(?:\r\n|\n|\r)/iu.exec(text);
  const choices = hint ? [hint[1] as string] : delimiters;
  const readings = choices.map((delimiter) => ({ delimiter, read: readDelimited(text, delimiter) }));
  const readable = readings.flatMap(({ delimiter, read }) =>
    read.ok ? [{ delimiter, rows: read.value, score: scoreOf(read.value, mapping) }] : [],
  );
  const best = readable.reduce<(typeof readable)[number] | null>(
    (first, next) => (first === null || isBetter(next.score, first.score) ? next : first),
    null,
  );
  if (!best) return (readings[0] as (typeof readings)[number]).read as Result<never, readonly Refusal[]>;
  const notes: FileNote[] = [];
  if (wasDoubled) notes.push({ ...wholeFile, code: 'encoding-doubled', severity: 'warning', certainty: 'likely' });
  return accept({
    format: 'csv',
    encoding,
    delimiter: best.delimiter,
    sheetName: null,
    rows: best.rows
      .filter((row) => !(hint && row.row === 1))
      .map((row) => ({ row: row.row, cells: row.cells.map(textCell) })),
    notes,
  });
}

const wholeFile = { row: null, columnIndex: null, params: {} } as const;

function scoreOf(rows: readonly TextRow[], mapping: Readonly<Record<string, string>>): readonly [number, number] {
  const sheetRows = rows.slice(0, 60).map((row) => ({ row: row.row, cells: row.cells.map(textCell) }));
  const lengths = new Map<number, number>();
  for (const row of sheetRows)
    if (row.cells.length > 1) lengths.set(row.cells.length, (lengths.get(row.cells.length) ?? 0) + 1);
  return [bestHeader(sheetRows, mapping)?.recognised ?? 0, Math.max(0, ...lengths.values())];
}

function isBetter(a: readonly [number, number], b: readonly [number, number]): boolean {
  return a[0] !== b[0] ? a[0] > b[0] : a[1] > b[1];
}
