import type { Params, Refusal } from '@fordela/domain';

/** `error` stops the row (or the file), `warning` must be looked at by a person, `note` says what was understood. */
export type CellSeverity = 'error' | 'warning' | 'note';
/** How sure the reading is: `certain` has one meaning, `likely` is the usual meaning, `uncertain` is a guess to confirm. */
export type Certainty = 'certain' | 'likely' | 'uncertain';

/** One thing to say about one place of an imported file. The sentence and the remedy are in `libs/wording` under `code`. */
export interface CellFinding {
  readonly code: string;
  readonly severity: CellSeverity;
  readonly certainty: Certainty;
  /** Name of the file or of the sheet; null when the caller gave none. */
  readonly file: string | null;
  /** As the spreadsheet shows it, from 1; null for the file as a whole. */
  readonly row: number | null;
  readonly column: string | null;
  readonly columnLetter: string | null;
  readonly applicationId: string | null;
  /** What stood in the cell. */
  readonly read: string | null;
  /** What it was taken to mean, in the words and formats of the comma files; null when nothing was understood. */
  readonly understoodAs: string | null;
  readonly params: Params;
}

/** The finding as a refusal: the place is file, zero-based row, column. */
export function refusalOf(finding: CellFinding): Refusal {
  const path = [finding.file, finding.row === null ? null : finding.row - 1, finding.column];
  return {
    code: finding.code,
    path: path.filter((step) => step !== null),
    params: { ...finding.params, read: finding.read },
  };
}
