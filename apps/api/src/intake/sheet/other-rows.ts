import type { SheetColumnId } from './columns';
import type { FoundHeader } from './find-header';
import { plainWords } from './plain-words';
import { readAmount } from './read-amount';
import { cellNote, type ReadingNote, type SheetRow } from './sheet.types';

const sumWords = /^(?:summa|totalt?|sum|s:a|tot|delsumma|summering)(?:\b|$)/u;

/** Columns of money, which a sum row may sum. */
const isAmountColumn = (id: SheetColumnId) =>
  /^(?:cost|requested):/u.test(id) ||
  (
    [
      'totalCost',
      'requested',
      'eruf',
      'esf',
      'interreg',
      'municipal',
      'region_own',
      'university',
      'state_agency',
      'private',
      'other_national',
      'inKind',
      'financingSum',
      'advance',
    ] as string[]
  ).includes(id);

/**
 * Why a row is no application, or null when it is one. A sum row is checked against the rows it sums.
 *
 * Rule    Empty; the header over again; a row that begins with a word for sum; a line of text with nothing an application has.
 */
export function otherRow(row: SheetRow, header: FoundHeader, body: readonly SheetRow[]): ReadingNote | null {
  const filled = row.cells.filter((cell) => cell.text.trim() !== '');
  if (filled.length === 0) return cellNote('row-empty', 'certain');
  if (row.row < header.row) return null;
  if (isHeaderAgain(row, header)) return cellNote('header-repeated', 'certain');
  const first = plainWords(filled[0]?.text ?? '');
  if (sumWords.test(first))
    return first.startsWith('delsumma') ? cellNote('sum-row-partial', 'likely') : checkedSum(row, header, body);
  const has = (id: SheetColumnId) => textOf(row, header, id) !== '';
  if (!has('applicationId') && !has('title') && !has('leadActor') && filled.length <= 2)
    return cellNote('row-not-application', 'uncertain');
  return null;
}

function isHeaderAgain(row: SheetRow, header: FoundHeader): boolean {
  const named = header.columns.filter((column) => column.header !== '');
  return (
    named.length > 1 &&
    named.every((column) => plainWords(row.cells[column.index]?.text ?? '') === plainWords(column.header))
  );
}

/** Every amount of the sum row against the sum of the applications' amounts in its column; a repeated row counts once. */
function checkedSum(row: SheetRow, header: FoundHeader, body: readonly SheetRow[]): ReadingNote {
  const seen = new Set<string>();
  const summed = body.filter((item) => {
    const cells = item.cells.map((cell) => cell.text.trim()).join('\u001f');
    const isNew = !seen.has(cells);
    seen.add(cells);
    return (
      isNew &&
      !isHeaderAgain(item, header) &&
      item.row < row.row &&
      textOf(item, header, 'applicationId') !== '' &&
      !sumWords.test(plainWords(textOf(item, header, 'applicationId')))
    );
  });
  const wrong: string[] = [];
  const unread: string[] = [];
  let checked = 0;
  let [stated, sum] = [0, 0];
  for (const column of header.columns) {
    const cell = row.cells[column.index];
    if (column.columnId === null || !isAmountColumn(column.columnId) || !cell || cell.text.trim() === '') continue;
    const own = readAmount(cell, 'sek').value;
    const amounts = summed.map((item) => {
      const amount = item.cells[column.index];
      return amount && amount.text.trim() !== '' ? readAmount(amount, 'sek').value : 0;
    });
    if (own === null || amounts.some((amount) => amount === null)) {
      unread.push(column.header);
      continue;
    }
    checked += 1;
    const total = amounts.reduce<number>((all, amount) => all + (amount ?? 0), 0);
    if (total === own) continue;
    if (wrong.length === 0) [stated, sum] = [own, total];
    wrong.push(column.header);
  }
  if (wrong.length > 0) return cellNote('sum-row-differs', 'uncertain', { columns: wrong, stated, sum });
  if (unread.length > 0) return cellNote('sum-row-unread', 'uncertain', { columns: unread });
  return cellNote('sum-row-checked', 'certain', { columns: checked });
}

function textOf(row: SheetRow, header: FoundHeader, id: SheetColumnId): string {
  const column = header.columns.find((item) => item.columnId === id);
  return column ? (row.cells[column.index]?.text.trim() ?? '') : '';
}
