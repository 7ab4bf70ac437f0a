import type { Params, YearAmount } from '@fordela/domain';
import { columnLetter, readDelimited, type TextRow } from './delimited';
import type { CellFinding, CellSeverity } from './intake.types';

/** What a comma file may hold: its columns by name. `key` columns identify a row; `years` names columns like `cost_2027_sek`. */
export interface CommaFormat {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  readonly key: readonly string[];
  readonly years?: RegExp;
  /** The column that says which application a row belongs to, when it is about one. */
  readonly applicationColumn?: string;
}

/** One row with its cells by column name, and methods that read a cell or leave a finding and give null. */
export interface CommaRow {
  readonly row: number;
  readonly applicationId: string | null;
  readonly isBroken: boolean;
  readonly columns: readonly string[];
  text(column: string): string | null;
  required(column: string): string;
  choice<Value extends string>(
    column: string,
    choices: readonly Value[],
    synonyms?: Record<string, Value>,
  ): Value | null;
  wholeNumber(column: string, least: number): number | null;
  decimal(column: string): number | null;
  month(column: string): string | null;
  date(column: string): string | null;
  yesNo(column: string): boolean;
  list(column: string): readonly string[];
  yearAmounts(prefix: string): readonly YearAmount[];
  report(column: string | null, severity: CellSeverity, code: string, params?: Params): void;
}

export interface CommaTable {
  readonly rows: readonly CommaRow[];
  readonly columns: readonly string[];
}

/** True for a real day of the calendar written `YYYY-MM-DD`. */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year, month, day] = text.split('-').map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** True for a month written `YYYY-MM`. */
export function isIsoMonth(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

/**
 * Reads one comma file against its format.
 *
 * Shapes  The first row names the columns, in any order. Comma is the norm; a file that Excel saved again with semicolons or tabs
 *         is recognised by its header. A byte order mark is skipped, blank rows are skipped.
 * Errors  Left in `findings`, each with file, row, column, what was read: missing or doubled columns, rows with too many or too few
 *         cells, keys that occur twice (a repeated identical row is skipped with a note).
 */
export function readCommaTable(
  file: string,
  text: string,
  format: CommaFormat,
  findings: CellFinding[],
): CommaTable | null {
  const clean = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const known = new Set([...format.required, ...format.optional]);
  const delimiter = likelyDelimiter(clean, known);
  const read = readDelimited(clean, delimiter);
  const fileFinding = (code: string, severity: CellSeverity, params: Params, row: number | null = null) =>
    findings.push({ ...nowhere, file, code, severity, params, row });
  const lost = clean.indexOf('\uFFFD');
  if (lost >= 0) fileFinding('encoding-lost', 'error', {}, clean.slice(0, lost).split(/\r\n|\n|\r/u).length);
  if (!read.ok) {
    for (const problem of read.refusal)
      fileFinding(problem.code, 'error', problem.params, (problem.path[0] as number) + 1);
    return null;
  }
  const [header, ...body] = read.value;
  if (!header) {
    fileFinding('file-empty', 'error', {});
    return null;
  }
  const columns = header.cells.map((name) => name.trim());
  const missing = format.required.filter((name) => !columns.includes(name));
  for (const name of missing) fileFinding('column-missing', 'error', { column: name }, header.row);
  columns.forEach((name, index) => {
    const place = { ...nowhere, file, row: header.row, column: name, columnLetter: columnLetter(index), read: name };
    if (columns.indexOf(name) !== index) findings.push({ ...place, code: 'column-twice', severity: 'error' });
    else if (!known.has(name) && !format.years?.test(name))
      findings.push({ ...place, code: 'column-unknown', severity: 'warning' });
  });
  if (missing.length > 0 || new Set(columns).size < columns.length) return null;

  const index = new Map(columns.map((name, at) => [name, at]));
  const seen = new Map<string, { readonly row: number; readonly cells: string }>();
  const rows: CommaRow[] = [];
  for (const textRow of body) {
    if (textRow.cells.every((cell) => cell.trim() === '')) continue;
    const row = commaRow(file, columns, index, textRow, format, findings);
    if (textRow.cells.length !== columns.length)
      row.report(null, 'error', 'row-wrong-length', { cells: textRow.cells.length, expected: columns.length });
    const key = format.key.map((column) => row.text(column) ?? '').join('\u001f');
    const cells = textRow.cells.join('\u001f');
    const earlier = seen.get(key);
    if (earlier?.cells === cells) {
      row.report(null, 'note', 'row-repeated', { firstRow: earlier.row });
      continue;
    }
    if (earlier)
      row.report(format.key[0] as string, 'error', 'key-twice', { firstRow: earlier.row, key: key.split('\u001f') });
    else seen.set(key, { row: textRow.row, cells });
    rows.push(row);
  }
  return { rows, columns };
}

const nowhere = {
  certainty: 'certain',
  row: null,
  column: null,
  columnLetter: null,
  applicationId: null,
  read: null,
  understoodAs: null,
  params: {},
} as const;

function likelyDelimiter(text: string, known: ReadonlySet<string>): string {
  const firstLine = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const hits = (delimiter: string) => firstLine.split(delimiter).filter((name) => known.has(name.trim())).length;
  return [',', ';', '\t'].reduce((best, delimiter) => (hits(delimiter) > hits(best) ? delimiter : best));
}

function commaRow(
  file: string,
  columns: readonly string[],
  index: ReadonlyMap<string, number>,
  textRow: TextRow,
  format: CommaFormat,
  findings: CellFinding[],
): CommaRow {
  const cell = (column: string) => (textRow.cells[index.get(column) ?? -1] ?? '').trim();
  const applicationId = format.applicationColumn ? cell(format.applicationColumn) || null : null;
  let isBroken = false;
  const report = (column: string | null, severity: CellSeverity, code: string, params: Params = {}) => {
    if (severity === 'error') isBroken = true;
    const at = column === null ? -1 : (index.get(column) ?? -1);
    findings.push({
      ...nowhere,
      code,
      severity,
      file,
      row: textRow.row,
      column,
      columnLetter: at < 0 ? null : columnLetter(at),
      applicationId,
      read: column === null ? null : cell(column),
      params,
    });
  };
  const checked = <Value>(
    column: string,
    isRight: (text: string) => boolean,
    value: (text: string) => Value,
    code: string,
  ) => {
    const text = cell(column);
    if (text === '') return null;
    if (isRight(text)) return value(text);
    report(column, 'error', code);
    return null;
  };
  const wholeNumber = (column: string, least: number) => {
    const value = checked(column, (text) => /^-?\d+(\.0+)?$/.test(text), Number, 'number-not-whole');
    if (value === null) return null;
    if (Number.isSafeInteger(value) && value >= least) return value;
    report(column, 'error', value < least ? 'number-too-small' : 'number-too-big', { least });
    return null;
  };
  return {
    row: textRow.row,
    applicationId,
    columns,
    get isBroken() {
      return isBroken;
    },
    report,
    wholeNumber,
    text: (column) => cell(column) || null,
    required: (column) => {
      if (cell(column) === '') report(column, 'error', 'cell-required');
      return cell(column);
    },
    choice: (column, choices, synonyms = {}) => {
      const text = cell(column);
      if (text === '') return null;
      const value =
        choices.find((choice) => choice === text) ?? (Object.hasOwn(synonyms, text) ? synonyms[text] : undefined);
      if (value === undefined) report(column, 'error', 'choice-unknown', { choices: [...choices] });
      return value ?? null;
    },
    decimal: (column) =>
      checked(
        column,
        (text) => /^-?\d+(\.\d+)?$/.test(text) && Number.isFinite(Number(text)),
        Number,
        'number-not-decimal',
      ),
    month: (column) => checked(column, isIsoMonth, String, 'month-not-understood'),
    date: (column) => checked(column, isIsoDate, String, 'date-not-understood'),
    yesNo: (column) => {
      const text = cell(column);
      if (text !== '' && text !== 'yes' && text !== 'no')
        report(column, 'error', 'choice-unknown', { choices: ['yes', 'no'] });
      return text === 'yes';
    },
    list: (column) =>
      cell(column)
        .split('|')
        .map((item) => item.trim())
        .filter((item) => item !== ''),
    yearAmounts: (prefix) =>
      columns.flatMap((column) => {
        if (!column.startsWith(`${prefix}_`)) return [];
        const year = /_(\d{4})_sek$/.exec(column)?.[1];
        if (year === undefined) return [];
        const amountSek = wholeNumber(column, 0);
        return amountSek === null || amountSek === 0 ? [] : [{ year: Number(year), amountSek }];
      }),
  };
}
