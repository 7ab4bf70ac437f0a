import type { Params } from '@fordela/domain';
import type { Certainty, CellSeverity } from '../intake.types';

/** A cell as the file holds it. `value` is typed only where the file says the type (XLSX); text from CSV is text. */
export interface SheetCell {
  readonly text: string;
  readonly value: string | number | boolean | Date | null;
}

export interface SheetRow {
  /** As the spreadsheet shows it, from 1. */
  readonly row: number;
  readonly cells: readonly SheetCell[];
}

/** A finding about a file before it is known which column is which. */
export interface FileNote {
  readonly code: string;
  readonly severity: CellSeverity;
  readonly certainty: Certainty;
  readonly row: number | null;
  readonly columnIndex: number | null;
  readonly params: Params;
}

/** One sheet read from bytes, with how it was read. */
export interface SheetTable {
  readonly format: 'csv' | 'xlsx';
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly sheetName: string | null;
  readonly rows: readonly SheetRow[];
  readonly notes: readonly FileNote[];
}

/** Something to say about how one cell was understood. */
export interface ReadingNote {
  readonly code: string;
  readonly severity: CellSeverity;
  readonly certainty: Certainty;
  readonly params: Params;
}

/** What a cell was understood as; null when it is empty or could not be understood (then there is an error among the notes). */
export interface Reading<Value> {
  readonly value: Value | null;
  readonly notes: readonly ReadingNote[];
}

export const textCell = (text: string): SheetCell => ({ text, value: text });

/** The cell was understood without anything to say. */
export const plainly = <Value>(value: Value | null): Reading<Value> => ({ value, notes: [] });

/** Something that stops the row. */
export function errorNote(code: string, params: Params = {}): ReadingNote {
  return { code, severity: 'error', certainty: 'certain', params };
}

/** Something to know; what is uncertain is a warning and wants a person's look. */
export function cellNote(code: string, certainty: Certainty, params: Params = {}): ReadingNote {
  return { code, severity: certainty === 'uncertain' ? 'warning' : 'note', certainty, params };
}

/** The cell could not be understood. */
export function misread<Value>(code: string, params: Params = {}): Reading<Value> {
  return { value: null, notes: [errorNote(code, params)] };
}

/** The cell was understood, and the reader should know how. */
export function noted<Value>(value: Value, code: string, certainty: Certainty, params: Params = {}): Reading<Value> {
  return { value, notes: [cellNote(code, certainty, params)] };
}
