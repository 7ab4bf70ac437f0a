import type { Refusal, Result, Round } from '@fordela/domain';
import { readCommaFilesLeniently, type CommaFiles, type CommaReading } from './comma-files';
import { commitRows, type CommittedRows } from './sheet/commit-rows';
import { officerCsv, officerSheet } from './sheet/export-sheet';
import { officerXlsx } from './sheet/export-xlsx';
import type { ImportPreview, SheetImportOptions } from './sheet/preview.types';
import { previewSheet } from './sheet/preview-sheet';
import { writeCommaFiles } from './write-comma-files';

/**
 * The one door to reading and writing spreadsheets: bytes and text in, data and findings out. It keeps nothing and saves nothing;
 * whoever calls it loads the round, and saves the round it gets back in one transaction.
 */
export class IntakeService {
  /** What importing the officer's spreadsheet into the round would do, cell by cell. Refused only as a whole file. */
  previewSpreadsheet(
    bytes: Uint8Array,
    round: Round,
    options: SheetImportOptions = {},
  ): Promise<Result<ImportPreview, readonly Refusal[]>> {
    return previewSheet(bytes, round, options);
  }

  /** The round after the chosen rows of a preview, or why none of them can be saved. */
  commitRows(
    preview: ImportPreview,
    rowIds: readonly string[],
    round: Round,
  ): Result<CommittedRows, readonly Refusal[]> {
    return commitRows(preview, rowIds, round);
  }

  /** What the comma files say, taken over the round there is; applications with errors are left out and named. */
  readCommaFiles(files: CommaFiles, existing?: Partial<Round>): CommaReading {
    return readCommaFilesLeniently(files, { existing });
  }

  /** The round as normalised comma files, all of them. */
  writeCommaFiles(round: Round): Readonly<Record<string, string>> {
    return writeCommaFiles(round);
  }

  /** The round in the officer's layout, as an Excel workbook or as CSV the way Excel saves it. */
  writeSpreadsheet(round: Round, format: 'xlsx' | 'csv'): Promise<Uint8Array> {
    const sheet = officerSheet(round);
    return format === 'xlsx' ? officerXlsx(sheet) : Promise.resolve(officerCsv(sheet));
  }
}
