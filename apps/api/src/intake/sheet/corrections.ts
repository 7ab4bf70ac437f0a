import type { CellFinding } from '../intake.types';
import { findingOf } from './file-findings';
import type { FoundHeader } from './find-header';
import type { SheetImportOptions } from './preview.types';
import { cellNote, textCell, type ReadingNote, type SheetRow } from './sheet.types';

/** The rows with the officer's corrections in their cells, a finding for each, and those that found no cell. */
export function withCorrections(
  rows: readonly SheetRow[],
  header: FoundHeader,
  corrections: NonNullable<SheetImportOptions['corrections']>,
): {
  readonly rows: readonly SheetRow[];
  readonly notes: ReadonlyMap<number, readonly CellFinding[]>;
  readonly lost: readonly ReadingNote[];
} {
  const notes = new Map<number, CellFinding[]>();
  const lost: ReadingNote[] = [];
  const changed = new Map<number, SheetRow>();
  for (const { row: number, columnId, text } of corrections) {
    const column = header.columns.find((item) => item.columnId === columnId);
    const row = changed.get(number) ?? rows.find((item) => item.row === number && item.row > header.row);
    if (!column || !row) {
      lost.push(cellNote('correction-lost', 'uncertain', { row: number, column: columnId }));
      continue;
    }
    const cells = Array.from(
      { length: Math.max(row.cells.length, column.index + 1) },
      (_, index) => row.cells[index] ?? textCell(''),
    );
    const before = cells[column.index]?.text ?? '';
    cells[column.index] = textCell(text);
    changed.set(number, { ...row, cells });
    const note = findingOf(cellNote('cell-corrected', 'certain', { before, after: text }), {
      file: null,
      row: number,
      columnIndex: column.index,
      column: column.header,
      read: before,
    });
    notes.set(number, [...(notes.get(number) ?? []), { ...note, understoodAs: text }]);
  }
  return { rows: rows.map((row) => changed.get(row.row) ?? row), notes, lost };
}
