import type { Actor } from '@fordela/domain';
import type { CellFinding } from '../intake.types';
import type { SheetColumnId } from './columns';
import type { ColumnMatch } from './find-header';
import type { RowValues } from './read-row';

export const previewStatuses = ['ok', 'needs_attention', 'error', 'skipped'] as const;
/** `ok` was plainly understood; `needs_attention` can be saved when someone has looked; `error` cannot; `skipped` is no application. */
export type PreviewStatus = (typeof previewStatuses)[number];

export interface FieldChange {
  /** Name of the property of the application or its project, e.g. `project.title`. */
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface PreviewRow {
  /** Stable for the same file: `r` and the row's number. */
  readonly rowId: string;
  readonly row: number;
  readonly status: PreviewStatus;
  readonly applicationId: string | null;
  readonly title: string | null;
  /** What saving the row would do; null for rows that cannot be saved. */
  readonly effect: 'creates' | 'updates' | 'changes_nothing' | null;
  readonly changes: readonly FieldChange[];
  readonly findings: readonly CellFinding[];
  readonly values: RowValues | null;
  /** Fingerprint of the application the row was compared with; null when there was none. Saving refuses if it has changed since. */
  readonly basedOn: string | null;
}

export interface PreviewColumn {
  readonly columnLetter: string;
  readonly header: string;
  readonly columnId: SheetColumnId | null;
  readonly match: ColumnMatch;
}

/** What an import would do, before anything is saved. Plain data: it can be kept, sent and shown as it is. */
export interface ImportPreview {
  readonly fileName: string | null;
  readonly format: 'csv' | 'xlsx';
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly sheetName: string | null;
  readonly headerRow: number;
  readonly columns: readonly PreviewColumn[];
  /** Header → column id, to be remembered and given back as `mapping` next time. */
  readonly mapping: Readonly<Record<string, string>>;
  readonly rows: readonly PreviewRow[];
  /** About the file as a whole and its columns; what concerns a row stands there. */
  readonly findings: readonly CellFinding[];
  readonly proposedActors: readonly Actor[];
  readonly counts: Readonly<Record<PreviewStatus, number>>;
}

/** A cell the officer has corrected in the preview. */
export interface CellCorrection {
  readonly row: number;
  readonly columnId: string;
  readonly text: string;
}

export interface SheetImportOptions {
  readonly fileName?: string | null;
  /** What earlier imports taught: header (as in `ImportPreview.mapping`) → column id, or `ignore`. */
  readonly mapping?: Readonly<Record<string, string>>;
  readonly corrections?: readonly CellCorrection[];
}
