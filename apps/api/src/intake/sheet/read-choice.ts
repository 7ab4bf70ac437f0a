import { nearest, plainWords } from './plain-words';
import { misread, noted, plainly, type Reading, type SheetCell } from './sheet.types';

/** The words people use for each choice; the first is how it is written. */
export type ChoiceWords<Value extends string> = Readonly<Record<Value, readonly string[]>>;

/**
 * One of a few answers. Case, blanks around and full stops do not matter; they are said when they differ from how it is written.
 *
 * Edges   A question mark after the answer keeps the answer and flags it. One near misspelling is taken as meant, and flagged.
 * Errors  `choice-unknown` with the choices.
 * @example readChoice(textCell('delvis?'), { yes: ['Ja'], partly: ['Delvis'] }).value // => 'partly'
 */
export function readChoice<Value extends string>(cell: SheetCell, words: ChoiceWords<Value>): Reading<Value> {
  if (typeof cell.value === 'boolean') {
    return readChoice({ text: cell.value ? 'Ja' : 'Nej', value: cell.value ? 'Ja' : 'Nej' }, words);
  }
  if (cell.text.trim() === '') return plainly<Value>(null);
  if (cell.text.trim().startsWith('#')) return misread('cell-excel-error');
  const entries = (Object.entries(words) as [Value, readonly string[]][]).flatMap(([value, list]) =>
    list.map((word) => ({ value, word, written: list[0] as string })),
  );
  const isQuestioned = /\?\s*$/u.test(cell.text);
  const text = cell.text.replace(/\?+\s*$/u, '');
  const found = entries.find((entry) => plainWords(entry.word) === plainWords(text));
  if (found) {
    if (isQuestioned) return noted(found.value, 'cell-questioned', 'uncertain');
    return cell.text === found.written ? plainly(found.value) : noted(found.value, 'cell-tidied', 'certain');
  }
  const near = nearest(text, entries, (entry) => entry.word);
  if (near) return noted(near.value, 'choice-suggested', 'uncertain', { suggestion: near.written });
  return misread('choice-unknown', { choices: [...new Set(entries.map((entry) => entry.written))] });
}
