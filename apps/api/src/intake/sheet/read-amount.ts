import { cellNote, misread, plainly, type Reading, type ReadingNote, type SheetCell } from './sheet.types';

/** Largest amount taken as meant: more than the whole state budget for 1:1 is a slip of the keyboard. */
const mostAmount = 1_000_000_000_000;

const units: readonly [RegExp, number][] = [
  [/(?:mnkr|mkr|msek|mdkr|miljoner|miljon|milj\.?|mn)$/iu, 1_000_000],
  [/(?:tkr|ksek|tusen)$/iu, 1_000],
];
const sekMarks = /(?:(?<!\p{L})(?:kronor|krona|kr\.?|sek)|[:,][-\u2013])$/iu;
const eurMarks = /(?:(?<!\p{L})(?:euro|eur)|€)$/iu;
const aboutWords = /^(?:ca\.?|c:a|cirka|circa|omkring|ungefär|uppskattningsvis|uppskattat|runt|knappt|drygt|~|≈)\s*/iu;

/**
 * An amount as people write it in Swedish spreadsheets, in whole units of the currency.
 *
 * Rule    Spaces of every kind, apostrophes and points in threes group digits; the comma is the decimal sign, and so is a point that
 *         is not followed by exactly three digits. `mkr`, `tkr` and their kin multiply. Numbers typed as numbers are taken as they are.
 * Edges   Empty is not stated; a lone dash is 0. A comma or point before exactly three digits can be either: read as thousands, and
 *         flagged. Öre are rounded half up to whole kronor, and flagged.
 * Errors  `amount-below-zero`, `amount-range`, `amount-other-currency`, `amount-too-big`, `cell-excel-error`, `amount-not-understood`.
 * @example readAmount(textCell('1,5 mkr'), 'sek').value // => 1500000
 */
export function readAmount(cell: SheetCell, currency: 'sek' | 'eur'): Reading<number> {
  if (typeof cell.value === 'number') return wholeAmount(decimalOf(cell.value), 1, []);
  if (cell.value !== null && typeof cell.value !== 'string') return misread('amount-not-understood');
  let text = cell.text
    .normalize('NFKC')
    .replace(/[\s\u00a0\u2007\u2009\u202f]+/gu, ' ')
    .replace(/[\u2212\u2010\u2011]/gu, '-')
    .trim();
  if (text === '') return plainly<number>(null);
  if (/^[-\u2013\u2014]$/u.test(text)) return { value: 0, notes: [cellNote('amount-dash', 'likely')] };
  if (text.startsWith('#')) return misread('cell-excel-error');

  const notes: ReadingNote[] = [];
  if (aboutWords.test(text)) {
    notes.push(cellNote('amount-approximate', 'uncertain'));
    text = text.replace(aboutWords, '');
  }
  if (text.endsWith('?')) {
    notes.push(cellNote('cell-questioned', 'uncertain'));
    text = text.slice(0, -1).trim();
  }
  const [own, other] = currency === 'sek' ? [sekMarks, eurMarks] : [eurMarks, sekMarks];
  if (other.test(text) && !own.test(text)) return misread('amount-other-currency', { currency });
  text = text
    .replace(own, '')
    .replace(/^(?:kr|sek|eur|€)\s*/iu, '')
    .trim();
  let unit = 1;
  for (const [pattern, factor] of units) {
    if (!pattern.test(text)) continue;
    unit = factor;
    notes.push(cellNote('amount-unit', 'likely', { unit: pattern.exec(text)?.[0] ?? '' }));
    text = text.replace(pattern, '').trim();
    break;
  }
  if (/^\(.*\)$/u.test(text) || /^-\s*\d/u.test(text)) return misread('amount-below-zero');
  if (/\d\s*(?:-|\u2013|\u2014|till|eller)\s*\d/iu.test(text)) return misread('amount-range');

  const digits = readDigits(text, unit === 1);
  if (!digits) return misread('amount-not-understood');
  return wholeAmount(digits.decimal, unit, [...notes, ...digits.notes]);
}

/** A number with decimals: `0,8`, `2.0`, `40 %`. Point and comma both mean decimals here. */
export function readDecimal(cell: SheetCell): Reading<number> {
  if (typeof cell.value === 'number') return plainly(cell.value);
  const text = cell.text.normalize('NFKC').replace(/[\s%]+/gu, '');
  if (text === '') return plainly<number>(null);
  if (text.startsWith('#')) return misread('cell-excel-error');
  const questioned = text.endsWith('?');
  const clean = questioned ? text.slice(0, -1) : text;
  if (!/^\d{1,9}(?:[.,]\d{1,9})?$/u.test(clean)) return misread('number-not-understood');
  const value = Number(clean.replace(',', '.'));
  return questioned ? { value, notes: [cellNote('cell-questioned', 'uncertain')] } : plainly(value);
}

/** A whole number, e.g. how many organisations. */
export function readWholeNumber(cell: SheetCell): Reading<number> {
  const reading = readDecimal(cell);
  if (reading.value !== null && !Number.isInteger(reading.value)) return misread('number-not-whole');
  return reading;
}

interface Digits {
  /** Digits with at most one point. */
  readonly decimal: string;
  readonly notes: readonly ReadingNote[];
}

function readDigits(text: string, canGroupByPoint: boolean): Digits | null {
  if (/^\d+(?:[.,]\d+)?e\+?\d{1,2}$/iu.test(text)) {
    return { decimal: decimalOf(Number(text.replace(',', '.'))), notes: [cellNote('amount-scientific', 'likely')] };
  }
  if (!/^\d[\d .,'\u2019]*$/u.test(text)) return null;
  const notes: ReadingNote[] = [];
  const grouped = text.replace(/[\u2019']/gu, ' ');
  const whole = (/^[\d ]+/u.exec(grouped)?.[0] ?? '').trim();
  if (whole.includes(' ') && !/^\d{1,3}(?: \d{3})+$/u.test(whole))
    notes.push(cellNote('amount-odd-grouping', 'uncertain'));
  const compact = grouped.replaceAll(' ', '');
  const separators = [...compact.matchAll(/[.,]/gu)].map((match) => match[0]);
  if (separators.length === 0) return { decimal: compact, notes };
  const lastAt = Math.max(compact.lastIndexOf('.'), compact.lastIndexOf(','));
  const [head, tail] = [compact.slice(0, lastAt), compact.slice(lastAt + 1)];
  const kinds = new Set(separators);
  if (kinds.size === 2) {
    // The last sign is the decimal one; the others must group by three.
    const isGrouped = /^\d{1,3}(?:[.,]\d{3})+$/u.test(head) && new Set(head.match(/[.,]/gu)).size === 1;
    return isGrouped && /^\d+$/u.test(tail) ? { decimal: `${head.replace(/[.,]/gu, '')}.${tail}`, notes } : null;
  }
  if (separators.length > 1) {
    if (!/^\d{1,3}(?:[.,]\d{3})+$/u.test(compact)) return null;
    return { decimal: compact.replace(/[.,]/gu, ''), notes: [...notes, cellNote('amount-point-groups', 'likely')] };
  }
  if (tail === '') return { decimal: head, notes };
  const couldBeThousands = canGroupByPoint && tail.length === 3 && /^[1-9]\d{0,2}$/u.test(head);
  if (couldBeThousands)
    return { decimal: head + tail, notes: [...notes, cellNote('amount-separator-unsure', 'uncertain')] };
  return { decimal: `${head}.${tail}`, notes };
}

/** The digits times the unit as a whole number, exactly, in BigInt. */
function wholeAmount(decimal: string, unit: number, notes: readonly ReadingNote[]): Reading<number> {
  if (decimal.startsWith('-')) return misread('amount-below-zero');
  const [whole = '', fraction = ''] = decimal.split('.');
  if (whole.length > 15) return misread('amount-too-big');
  const shown = fraction.slice(0, 12);
  const scale = 10n ** BigInt(shown.length);
  const scaled = BigInt(whole + shown) * BigInt(unit);
  // Numbers that Excel computed carry noise far below an öre; that is not öre.
  const rounded = (scaled * 2n + scale) / (scale * 2n);
  const away = scaled - rounded * scale;
  const isNoise = (away < 0n ? -away : away) * 1000n < scale;
  if (rounded > BigInt(mostAmount)) return misread('amount-too-big');
  return { value: Number(rounded), notes: isNoise ? notes : [...notes, cellNote('amount-rounded', 'uncertain')] };
}

/** A finite number as digits with a point, never with an exponent. */
function decimalOf(value: number): string {
  if (!Number.isFinite(value)) return '9'.repeat(20);
  return Math.abs(value) >= 1e15 ? '9'.repeat(20) : value.toFixed(6).replace(/\.?0+$/u, '');
}
