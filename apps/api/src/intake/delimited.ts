import { accept, refusal, refuse, type Refusal, type Result } from '@fordela/domain';

/** One row of a table as a spreadsheet shows it: `row` counts from 1, `line` is the text line where it begins. */
export interface TextRow {
  readonly row: number;
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Reads delimited text into rows of cells.
 *
 * Shapes  Any text and a one-character delimiter. A line end (CR LF, LF or CR) ends a row; the last one is optional.
 *         A blank line is a row with one empty cell, as a spreadsheet shows it; empty text has no rows.
 * Rule    RFC 4180: a cell that begins with `"` runs to the closing quote and may hold delimiters and line ends; `""` is one quote.
 *         As Excel does, a quote inside an unquoted cell is an ordinary character and text after a closing quote is kept.
 * Errors  `csv-quote-not-closed` with the row and line where the quote was opened.
 * Source  RFC 4180, section 2. Own code because the place of an unclosed quote matters here; compared with csv-parse in the spec.
 * @example readDelimited('a;"b;c"\r\nd;e', ';') // => rows [['a', 'b;c'], ['d', 'e']]
 */
export function readDelimited(text: string, delimiter: string): Result<readonly TextRow[], readonly Refusal[]> {
  const rows: TextRow[] = [];
  let cells: string[] = [];
  let at = 0;
  let line = 1;
  let rowLine = 1;
  const endRow = () => {
    rows.push({ row: rows.length + 1, line: rowLine, cells });
    cells = [];
    rowLine = line;
  };
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      const opened = { row: rows.length + 1, line, column: cells.length + 1 };
      at += 1;
      for (;;) {
        const close = text.indexOf('"', at);
        if (close < 0) return refuse([refusal('csv-quote-not-closed', [opened.row - 1, opened.column - 1], opened)]);
        const piece = text.slice(at, close);
        line += piece.match(/\r\n|\n|\r/g)?.length ?? 0;
        cell += piece;
        at = close + 1;
        if (text[at] !== '"') break;
        cell += '"';
        at += 1;
      }
    }
    const start = at;
    while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at += 1;
    cells.push(cell + text.slice(start, at));
    if (at >= text.length) break;
    if (text[at] === delimiter) {
      at += 1;
      if (at === text.length) cells.push('');
      continue;
    }
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
    line += 1;
    endRow();
  }
  if (cells.length > 0) endRow();
  return accept(rows);
}

/** The rows as delimited text: cells quoted only where they must be, every row ended by `lineEnd`. The inverse of `readDelimited`. */
export function writeDelimited(
  rows: readonly (readonly string[])[],
  options: { readonly delimiter: string; readonly lineEnd: string },
): string {
  const mustQuote = (cell: string) =>
    cell.startsWith('"') || cell.includes(options.delimiter) || /[\r\n"]/.test(cell) || /^\s|\s$/.test(cell);
  const cellText = (cell: string) => (mustQuote(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows
    .map((row) => (row.length === 1 && row[0] === '' ? '""' : row.map(cellText).join(options.delimiter)))
    .map((text) => text + options.lineEnd)
    .join('');
}

/** The letter a spreadsheet shows above the column with this zero-based index: 0 → A, 25 → Z, 26 → AA. */
export function columnLetter(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}
