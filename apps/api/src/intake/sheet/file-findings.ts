import type { Refusal } from '@fordela/domain';
import { columnLetter } from '../delimited';
import type { CellFinding } from '../intake.types';
import { columnTitle, derivedColumns, requiredColumns, type SheetColumnId } from './columns';
import { headerKey, type FoundHeader, type MappedColumn } from './find-header';
import { cellNote, type ReadingNote, type SheetRow, type SheetTable } from './sheet.types';

/** Why the columns cannot be read as they are: one is missing, or two are the same. */
export function headerProblems(header: FoundHeader): readonly Refusal[] {
  const ids = header.columns.flatMap((column) => column.columnId ?? []);
  const problems: Refusal[] = requiredColumns
    .filter((id) => !ids.includes(id))
    .map((id) => ({ code: 'column-missing', path: [header.row - 1], params: { column: columnTitle(id) } }));
  for (const column of header.columns) {
    const twin = header.columns.find((other) => other.index < column.index && other.columnId === column.columnId);
    if (column.columnId !== null && twin)
      problems.push({
        code: 'column-twice',
        path: [header.row - 1, column.index],
        params: {
          column: column.header,
          first: twin.header,
          letter: columnLetter(column.index),
          firstLetter: columnLetter(twin.index),
        },
      });
  }
  return problems;
}

/** How the file was read, and what is to be said about its columns. */
export function fileFindings(table: SheetTable, header: FoundHeader, file: string | null): readonly CellFinding[] {
  const { format, encoding, delimiter, sheetName } = table;
  const how = cellNote('file-read-as', 'certain', {
    format,
    encoding,
    delimiter,
    sheet: sheetName,
    headerRow: header.row,
  });
  const notes = table.notes.map((note) => findingOf(note, { file, row: note.row, columnIndex: note.columnIndex }));
  const columns = header.columns.flatMap((column) => {
    const note = columnNote(column, table.rows, header.row);
    return note
      ? [
          findingOf(note, {
            file,
            row: header.row,
            columnIndex: column.index,
            column: column.header,
            read: column.header,
          }),
        ]
      : [];
  });
  return [findingOf(how, { file }), ...notes, ...columns];
}

function columnNote(column: MappedColumn, rows: readonly SheetRow[], headerRow: number): ReadingNote | null {
  if (column.columnId !== null && derivedColumns.includes(column.columnId))
    return cellNote('column-derived', 'certain');
  if (column.match === 'ignored') return cellNote('column-ignored', 'certain');
  if (column.match === 'similar')
    return cellNote('column-suggested', 'uncertain', { suggestion: columnTitle(column.columnId as SheetColumnId) });
  if (column.match !== 'unknown') return null;
  const isFilled = rows.some((row) => row.row > headerRow && (row.cells[column.index]?.text.trim() ?? '') !== '');
  if (column.header !== '') return cellNote('column-unknown', 'uncertain');
  return isFilled ? cellNote('column-nameless', 'uncertain') : null;
}

/** A note about a cell of a row, with its place. */
export function cellFinding(
  note: ReadingNote,
  columnId: SheetColumnId,
  row: SheetRow,
  header: FoundHeader,
  file: string | null,
  applicationId: string | null,
): CellFinding {
  const column = header.columns.find((item) => item.columnId === columnId);
  return findingOf(note, {
    file,
    row: row.row,
    applicationId,
    columnIndex: column?.index ?? null,
    column: column?.header ?? columnTitle(columnId),
    read: column ? (row.cells[column.index]?.text ?? '') : null,
  });
}

interface Place {
  readonly file: string | null;
  readonly row?: number | null;
  readonly columnIndex?: number | null;
  readonly column?: string | null;
  readonly applicationId?: string | null;
  readonly read?: string | null;
}

/** A note with its place. */
export function findingOf(note: ReadingNote, place: Place): CellFinding {
  const { code, severity, certainty, params } = note;
  return {
    code,
    severity,
    certainty,
    params,
    file: place.file,
    row: place.row ?? null,
    column: place.column ?? null,
    columnLetter:
      place.columnIndex === null || place.columnIndex === undefined ? null : columnLetter(place.columnIndex),
    applicationId: place.applicationId ?? null,
    read: place.read ?? null,
    understoodAs: null,
  };
}

/** What this file taught, on top of what was known: every column that was recognised, and those told to be ignored. */
export function learntMapping(
  header: FoundHeader,
  known: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const learnt = header.columns.flatMap((column): [string, string][] =>
    column.columnId !== null && column.match !== 'similar' ? [[headerKey(column.header), column.columnId]] : [],
  );
  return { ...known, ...Object.fromEntries(learnt) };
}
