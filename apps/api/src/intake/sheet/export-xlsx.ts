import writeWorkbook from 'write-excel-file/node';
import type { ExportCell, OfficerSheet } from './export-sheet';

/** The officer's sheet as an Excel workbook: real numbers and dates, the header row frozen, columns wide enough to read. */
export async function officerXlsx(sheet: OfficerSheet): Promise<Uint8Array> {
  const cell = ({ kind, value }: ExportCell) => {
    if (value === null) return null;
    if (kind === 'amount') return { value: Number(value), type: Number, format: '#,##0' };
    if (kind === 'decimal') return { value: Number(value), type: Number, format: '0.##' };
    if (kind === 'date') return { value: new Date(`${value}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' };
    return { value: String(value), type: String };
  };
  const bold = (value: string) => ({ value, type: String, fontWeight: 'bold' as const });
  const rows = [
    [bold(sheet.title)],
    [null],
    sheet.headers.map(bold),
    ...[...sheet.rows, sheet.sums].map((row) => row.map(cell)),
  ];
  const columns = sheet.headers.map((header, index) => ({
    width: Math.min(
      40,
      Math.max(12, header.length + 2, ...sheet.rows.map((row) => String(row[index]?.value ?? '').length / 2)),
    ),
  }));
  const file = writeWorkbook(rows, { sheet: 'Ansökningar', columns, stickyRowsCount: 3 });
  return new Uint8Array(await file.toBuffer());
}
