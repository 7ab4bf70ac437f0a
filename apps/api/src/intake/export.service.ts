import { Injectable } from '@nestjs/common';
import type { Round } from '@fordela/domain';
import { strToU8, zipSync } from 'fflate';
import { RoundService } from '../round/round.service';
import { officerCsv, officerSheet } from './sheet/export-sheet';
import { officerXlsx } from './sheet/export-xlsx';
import { writeCommaFiles } from './write-comma-files';

/** A file made of a call, ready to be sent or written. */
export interface ExportedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** What each kind of file is made by. */
const formats = {
  csv: { mediaType: 'text/csv; charset=windows-1252', make: (round: Round) => officerCsv(officerSheet(round)) },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    make: (round: Round) => officerXlsx(officerSheet(round)),
  },
  zip: { mediaType: 'application/zip', make: (round: Round) => zipped(writeCommaFiles(round)) },
} as const;

export type ExportFormat = keyof typeof formats;
export const exportFormats = Object.keys(formats) as readonly ExportFormat[];

/** Takes a call out again: as the officer's spreadsheet, or whole as the comma files. What is taken out can be read in. */
@Injectable()
export class ExportService {
  constructor(private readonly rounds: RoundService) {}

  /** The call as a file. AppError NOT_FOUND when there is no such call. */
  async file(callId: string, format: ExportFormat): Promise<ExportedFile> {
    const round = await this.rounds.load(callId);
    const { mediaType, make } = formats[format];
    const bytes = await make(round);
    const isSheet = format !== 'zip';
    const kind = isSheet ? 'ansokningar' : 'kommafiler';
    const isUtf8 = format === 'csv' && bytes[0] === 0xef;
    return {
      name: `${fileName(callId)}-${kind}.${format}`,
      mediaType: isUtf8 ? 'text/csv; charset=utf-8' : mediaType,
      bytes,
    };
  }

  /** The comma files by name. AppError NOT_FOUND when there is no such call. */
  async commaFiles(callId: string): Promise<Readonly<Record<string, string>>> {
    return writeCommaFiles(await this.rounds.load(callId));
  }
}

const fileName = (callId: string) => callId.replace(/[^\w-]+/gu, '_');

/** A ZIP of the same date every time, so that the same call gives the same bytes. */
function zipped(files: Readonly<Record<string, string>>): Uint8Array {
  const entries = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(entries.map(([name, text]) => [name, strToU8(text)])), {
    mtime: new Date(1980, 0, 1),
  });
}
