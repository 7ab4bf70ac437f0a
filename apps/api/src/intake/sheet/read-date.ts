import { isIsoDate, isIsoMonth } from '../comma-table';
import { plainWords } from './plain-words';
import { cellNote, misread, noted, plainly, type Reading, type SheetCell } from './sheet.types';

const monthNames = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
const otherNames: Readonly<Record<string, number>> = { may: 5, oct: 10, januari: 1, augusti: 8, mars: 3 };

/** Excel counts days from 1899-12-30; these are the days of 2000 to 2099, so that no year or amount is taken for a date. */
const serialRange = { first: 36_526, last: 73_050 };

/**
 * A day as people write it: `2026-03-22`, `22/3 2026`, `22.3.2026`, `22 mars 2026`, `20260322`, a date cell.
 *
 * Rule    Day before month, as in Swedish. A year of two digits is of the 2000s. A time of day after the date is left out.
 * Edges   Day and month both at most 12 and written with strokes: read day first, and flagged. A month above 12 is taken as the
 *         other way round, and said. A bare number in the range of Excel's day numbers is read as one, and said.
 * Errors  `date-not-understood`, also for days that do not exist.
 * @example readDate(textCell('22/3 2026')).value // => '2026-03-22'
 */
export function readDate(cell: SheetCell): Reading<string> {
  if (cell.value instanceof Date) return ofDate(cell.value);
  if (typeof cell.value === 'number') return ofSerial(cell.value);
  const text = plainWords(cell.text).replace(/[ t]\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\.\d+)?z?$/u, '');
  if (text === '') return plainly<string>(null);
  if (text.startsWith('#')) return misread('cell-excel-error');
  if (isIsoDate(text)) return plainly(text);
  if (/^\d{8}$/u.test(text)) return made(text.slice(0, 4), text.slice(4, 6), text.slice(6), 'date-rewritten');
  if (/^\d{5}(?:[.,]\d+)?$/u.test(text)) return ofSerial(Number(text.replace(',', '.')));

  const yearFirst = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/u.exec(text);
  if (yearFirst) return made(yearFirst[1] as string, yearFirst[2] as string, yearFirst[3] as string, 'date-rewritten');
  const named = /^(?:den )?(\d{1,2}):?e? ?([a-zåäö]+)\.? ?-?(\d{4}|\d{2})$/u.exec(
    text.replace(/[-/]/gu, ' ').replace(/ +/gu, ' '),
  );
  if (named) {
    const month = monthNumber(named[2] as string);
    return month === null
      ? misread('date-not-understood')
      : made(named[3] as string, String(month), named[1] as string, 'date-rewritten');
  }
  const dayFirst = /^(\d{1,2}) ?[/.-] ?(\d{1,2})(?: ?[/.-] ?| )(\d{4}|\d{2})$/u.exec(text);
  if (!dayFirst) return misread('date-not-understood');
  const [first, second, year] = dayFirst.slice(1) as [string, string, string];
  if (Number(second) > 12 && Number(first) <= 12) return made(year, first, second, 'date-month-first');
  // `22/3 2026` is how a day is written by hand; `03/04/2026` may come from another country's Excel.
  const isAmbiguous = Number(first) <= 12 && first !== second && /^\d{1,2} ?[/-] ?\d{1,2} ?[/-] ?\d{4}$/u.test(text);
  return made(year, second, first, isAmbiguous ? 'date-ambiguous' : 'date-rewritten');
}

/**
 * A month as people write it: `2026-10`, `sep 2026`, `juni 2027`, `okt-26`, `10/2026`, `202610`, or a date in it.
 *
 * Edges   A date in a month column gives its month; said unless it is the first. A quarter or a half-year is too little to go on.
 * Errors  `month-not-understood`.
 * @example readMonth(textCell('juni 2027')).value // => '2027-06'
 */
export function readMonth(cell: SheetCell): Reading<string> {
  if (typeof cell.value === 'number' && Number.isInteger(cell.value)) {
    const text = String(cell.value);
    if (/^20\d{4}$/u.test(text)) return monthOf(text.slice(0, 4), text.slice(4));
  }
  const text = plainWords(cell.text);
  if (cell.value instanceof Date || typeof cell.value === 'number') return monthOfDate(readDate(cell));
  if (text === '') return plainly<string>(null);
  if (text.startsWith('#')) return misread('cell-excel-error');
  if (isIsoMonth(text)) return plainly(text);
  const yearFirst = /^(20\d{2})[-/. ]?(\d{1,2})$/u.exec(text);
  if (yearFirst) return monthOf(yearFirst[1] as string, yearFirst[2] as string);
  const monthFirst = /^(\d{1,2})[-/. ](20\d{2})$/u.exec(text);
  if (monthFirst) return monthOf(monthFirst[2] as string, monthFirst[1] as string);
  const named =
    /^([a-zåäö]+)\.?[ -]*(?:'|\u2019)?(\d{4}|\d{2})$/u.exec(text) ??
    turned(/^(20\d{2})[ -]*([a-zåäö]+)\.?$/u.exec(text));
  if (named) {
    const month = monthNumber(named[1] as string);
    if (month !== null) return monthOf(named[2] as string, String(month));
  }
  const date = monthOfDate(readDate(cell));
  return date.value === null ? misread('month-not-understood') : date;
}

function turned(match: RegExpExecArray | null): [string, string, string] | null {
  return match ? [match[0], match[2] as string, match[1] as string] : null;
}

function monthNumber(name: string): number | null {
  const exact = otherNames[name];
  if (exact !== undefined) return exact;
  const index = monthNames.findIndex((short) => name.startsWith(short) && isMonthName(name, short));
  return index < 0 ? null : index + 1;
}

/** The short name, or a beginning of the long one that goes on past it. */
function isMonthName(name: string, short: string): boolean {
  const long = [
    'januari',
    'februari',
    'mars',
    'april',
    'maj',
    'juni',
    'juli',
    'augusti',
    'september',
    'oktober',
    'november',
    'december',
  ];
  const english = [
    'january',
    'february',
    'march',
    'april',
    'may',
    'june',
    'july',
    'august',
    'september',
    'october',
    'november',
    'december',
  ];
  return name === short || [...long, ...english].some((full) => full.startsWith(name));
}

function monthOf(year: string, month: string): Reading<string> {
  const value = `${fullYear(year)}-${month.padStart(2, '0')}`;
  return isIsoMonth(value) ? noted(value, 'month-rewritten', 'likely') : misread('month-not-understood');
}

function monthOfDate(date: Reading<string>): Reading<string> {
  if (date.value === null) return date;
  const notes = date.notes.map((note) =>
    note.code === 'date-rewritten' ? { ...note, code: 'month-rewritten' } : note,
  );
  const month = date.value.slice(0, 7);
  if (date.value.endsWith('-01')) return { value: month, notes };
  return { value: month, notes: [...notes, cellNote('month-from-date', 'likely')] };
}

function made(year: string, month: string, day: string, code: string): Reading<string> {
  const value = `${fullYear(year)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isIsoDate(value)) return misread('date-not-understood');
  return noted(value, code, code === 'date-ambiguous' ? 'uncertain' : 'likely');
}

function fullYear(year: string): string {
  return year.length === 2 ? `20${year}` : year;
}

function ofDate(date: Date): Reading<string> {
  if (Number.isNaN(date.getTime())) return misread('date-not-understood');
  const text = date.toISOString().slice(0, 10);
  return isIsoDate(text) ? plainly(text) : misread('date-not-understood');
}

function ofSerial(serial: number): Reading<string> {
  if (!(serial >= serialRange.first && serial < serialRange.last + 1)) return misread('date-not-understood');
  const date = new Date(Date.UTC(1899, 11, 30 + Math.floor(serial)));
  return noted(date.toISOString().slice(0, 10), 'date-serial', 'likely');
}
