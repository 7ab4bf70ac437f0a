import type { Language } from './catalogue';

/** Words of the JSON types and forms that a place in the file can want. */
const formWords: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  string: { sv: 'text', en: 'text' },
  number: { sv: 'ett tal', en: 'a number' },
  int: { sv: 'ett heltal', en: 'a whole number' },
  boolean: { sv: 'true eller false', en: 'true or false' },
  array: { sv: 'en lista', en: 'a list' },
  tuple: { sv: 'en lista', en: 'a list' },
  object: { sv: 'ett objekt', en: 'an object' },
  record: { sv: 'ett objekt', en: 'an object' },
  null: { sv: 'null', en: 'null' },
  JSON: { sv: 'vanlig JSON', en: 'plain JSON' },
  decimal: {
    sv: 'ett tal med decimalpunkt och utan mellanslag som ”0.5” eller ett bråk som ”1/3”',
    en: 'a number with a decimal point and no spaces such as “0.5” or a fraction such as “1/3”',
  },
  month: { sv: 'år och månad som ”2027-01”', en: 'year and month such as “2027-01”' },
  day: { sv: 'en dag som ”2027-01-31”', en: 'a day such as “2027-01-31”' },
  invalid_format: { sv: 'text av en annan form', en: 'text of another form' },
  invalid_union: { sv: 'en annan form', en: 'another form' },
  custom: { sv: 'en annan form', en: 'another form' },
};

/** The forms a place in a file can want, as the reader of files names them with commas between, in words. */
export function wordedForms(forms: string, language: Language): string {
  const words = forms.split(', ').map((form) => formWords[form]?.[language] ?? form);
  return [...new Set(words)].join(language === 'sv' ? ' eller ' : ' or ');
}
