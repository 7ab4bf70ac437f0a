import { accept, refusal, refuse, type Result } from '@fordela/domain';

/** One row of a semicolon-separated file: its cells, trimmed, and the line it begins on (from 1). */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * The rows of semicolon-separated text; empty rows are left out.
 *
 * Rule    A cell that begins with a quotation mark ends with the next one, may hold semicolons and line breaks, and writes a quotation mark as
 *         two. A quotation mark inside an unquoted cell stands for itself. Line ends are LF, CRLF or CR; a byte-order mark is dropped.
 * Errors  `pabulib-open-quote` with the line where the cell begins.
 * @example readRows('a;"b;c"\r\n') // => accept([{ line: 1, cells: ['a', 'b;c'] }])
 */
export function readRows(text: string): Result<readonly Row[]> {
  const rows: Row[] = [];
  let cells: string[] = [];
  let [at, line, rowLine] = [text.startsWith('\uFEFF') ? 1 : 0, 1, 1];
  const endRow = () => {
    if (cells.some((cell) => cell !== '')) rows.push({ line: rowLine, cells });
    cells = [];
  };
  while (at < text.length) {
    if (cells.length === 0) rowLine = line;
    const gap = /[ \t]*/y;
    gap.lastIndex = at;
    gap.exec(text);
    if (text[gap.lastIndex] === '"') {
      const startLine = line;
      let value = '';
      at = gap.lastIndex + 1;
      for (;;) {
        const quote = text.indexOf('"', at);
        if (quote < 0) return refuse([refusal('pabulib-open-quote', [], { line: startLine })]);
        value += text.slice(at, quote);
        at = quote + 1;
        if (text[at] !== '"') break;
        value += '"';
        at += 1;
      }
      line += lineBreaksIn(value);
      const rest = restOfCell(text, at);
      cells.push((value + text.slice(at, rest).trimEnd()).trim());
      at = rest;
    } else {
      const rest = restOfCell(text, at);
      cells.push(text.slice(at, rest).trim());
      at = rest;
    }
    if (text[at] === ';') {
      at += 1;
      if (at === text.length || text[at] === '\n' || text[at] === '\r') cells.push('');
    }
    if (at < text.length && (text[at] === '\n' || text[at] === '\r')) {
      at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
      line += 1;
      endRow();
    }
  }
  endRow();
  return accept(rows);
}

const lineBreaksIn = (text: string): number => text.match(/\r\n|\n|\r/g)?.length ?? 0;

function restOfCell(text: string, from: number): number {
  const end = /[^;\r\n]*/y;
  end.lastIndex = from;
  end.exec(text);
  return end.lastIndex;
}
