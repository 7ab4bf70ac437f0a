import type { Params } from '@fordela/domain';
import type { Language, Wording } from './catalogue';
import { figuresOf } from './figures-of';
import { formatList, formatNumber } from './format';

/** The figures of a limit: whole kronor as everywhere, and the rare fraction of a krona in full, never rounded away. */
export function limitFigures(params: Params, language: Language) {
  const plain = figuresOf(params, language);
  const isSwedish = language === 'sv';
  const quote = (name: string) => (isSwedish ? `”${name}”` : `“${name}”`);
  /** The years and sources of the money a limit is about, where it is not about all money; else nothing. */
  const scope = () => {
    const years = yearsText(plain.list('years').map(Number), language);
    const from =
      plain.list('sources').length === 0 ? '' : `${isSwedish ? ' från' : ' from'} ${plain.quoted('sources')}`;
    return `${years === '' ? '' : `${isSwedish ? ' för' : ' of'} ${years}`}${from}`;
  };
  return {
    ...plain,
    /** Money of a limit. */
    money: (name: string) => {
      const amount = plain.value(name);
      if (amount === null || Number.isInteger(amount)) return plain.sek(name);
      const digits = formatNumber(amount, language, 6);
      return isSwedish ? `${digits}\u00a0kr` : `SEK\u00a0${digits}`;
    },
    /** An amount in a unit of its own, with every decimal that the problem can state. */
    amount: (name: string) => {
      const amount = plain.value(name);
      return amount === null ? '?' : formatNumber(amount, language, 6);
    },
    /** A share 0–1 as percent, with the decimals it was stated with. */
    share: (name: string) => {
      const share = plain.value(name);
      const digits = share === null ? '?' : formatNumber(share * 100, language, 4);
      return isSwedish ? `${digits}\u00a0procent` : `${digits}%`;
    },
    /** The groups a limit is about, and what divides them. */
    groups: () => {
      const [groups, dimension] = [plain.quoted('groups'), plain.text('dimension')];
      const together = plain.list('groups').length > 1 ? (isSwedish ? ' tillsammans' : ' together') : '';
      const money = scope();
      const part = money === '' ? '' : isSwedish ? ` av pengarna${money}` : ` of the money${money}`;
      return `${groups} (${dimension})${together}${part}`;
    },
    scope,
    quote,
    /** The name people find the limit by; nothing where they have given it none (`id` null). */
    named: () => (params['id'] === null ? '' : ` (${quote(plain.text('id'))})`),
    /** One text for a ceiling of one year, another for a ceiling of none. */
    year: (ofYear: (year: string) => string, otherwise: string) =>
      plain.value('year') === null ? otherwise : ofYear(plain.text('year')),
    reason: () => {
      const reason = params['reason'];
      return typeof reason === 'string' && reason !== '' ? `: ${reasonText(reason, language)}` : '';
    },
  };
}

export type LimitFigures = ReturnType<typeof limitFigures>;

export const says = (sv: (f: LimitFigures) => string, en: (f: LimitFigures) => string): Wording => ({
  sv: (params) => sv(limitFigures(params, 'sv')),
  en: (params) => en(limitFigures(params, 'en')),
});

/** Years as people write them: a run as `2026–2028`, others as a list. */
function yearsText(years: readonly number[], language: Language): string {
  const sorted = [...years].sort((a, b) => a - b);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return '';
  if (first === last) return String(first);
  return last - first === sorted.length - 1 ? `${first}–${last}` : formatList(sorted.map(String), language);
}

/** Reasons the engine itself gives for leaving an application out; a person's own reason stands as written. */
const engineReasons: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'not-scored': { sv: 'ansökan har inga poäng', en: 'the application has no score' },
  'requires-something-that-does-not-exist': {
    sv: 'den kräver något som inte finns i omgången',
    en: 'it requires something that is not in the round',
  },
};
const ineligible = 'ineligible: ';

/** Why a decision was taken: a person's own words as they stand, the engine's own codes in words. */
export function reasonText(reason: string, language: Language): string {
  const own = engineReasons[reason]?.[language];
  if (own) return own;
  if (!reason.startsWith(ineligible)) return reason;
  const rules = reason.slice(ineligible.length);
  return language === 'sv' ? `uppfyller inte villkoren (${rules})` : `does not meet the conditions (${rules})`;
}
