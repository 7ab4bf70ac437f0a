import type { Params } from '@fordela/domain';
import type { Language } from './catalogue';
import { formatNumber } from './format';
import { limitFigures, type LimitFigures } from './limit-figures';

type Condition = (f: LimitFigures, instead: string) => string;

/** "If this limit were …", by the code of the limit, with the unit its figures are in. */
interface ChangedLimit extends Readonly<Record<Language, Condition>> {
  readonly unit: 'money' | 'count' | 'own';
}

const ceiling = (
  sv: (f: LimitFigures) => string,
  en: (f: LimitFigures) => string,
  unit: ChangedLimit['unit'] = 'money',
): ChangedLimit => ({
  unit,
  sv: (f, instead) => `Om ${sv(f)} vore ${instead}`,
  en: (f, instead) => `If ${en(f)} were ${instead}`,
});

/** What a ceiling of payments is of: its year, its sources, else the name it was given. */
const ceilingOf = (f: LimitFigures, language: Language): string => {
  const isSwedish = language === 'sv';
  const year = f.value('year');
  const name = year !== null || f.scope() !== '' || f.named() === '' ? '' : ` ${f.quote(f.text('id'))}`;
  const own = year !== null && f.list('years').length === 0 ? `${isSwedish ? ' för' : ' of'} ${year}` : '';
  return `${isSwedish ? 'ramen' : 'the ceiling'}${own}${f.scope()}${name}`;
};

const atMost: ChangedLimit = {
  unit: 'money',
  sv: (f, instead) => `Om ${f.groups()} fick få högst ${instead}`,
  en: (f, instead) => `If ${f.groups()} could get at most ${instead}`,
};
const atLeast: ChangedLimit = {
  unit: 'money',
  sv: (f, instead) => `Om ${f.groups()} måste få minst ${instead}`,
  en: (f, instead) => `If ${f.groups()} had to get at least ${instead}`,
};

const changedLimits: Readonly<Record<string, ChangedLimit>> = {
  'limit-ceiling-payments': ceiling(
    (f) => ceilingOf(f, 'sv'),
    (f) => ceilingOf(f, 'en'),
  ),
  'limit-ceiling-carry-over': ceiling(
    (f) => `det som åren${f.scope().replace(/^ för/, '')} får betala ut tillsammans`,
    (f) => `what the years${f.scope().replace(/^ of/, '')} may pay out together`,
  ),
  'limit-ceiling-total': ceiling(
    () => 'hela budgeten',
    () => 'the whole budget',
  ),
  'limit-ceiling-commitment': ceiling(
    (f) => `utrymmet för det som betalas ut efter ${f.text('year')}`,
    (f) => `the room for what is paid out after ${f.text('year')}`,
  ),
  'limit-ceiling-other': ceiling(
    (f) => `tillgången på ${f.quote(f.text('id'))}`,
    (f) => `the supply of ${f.quote(f.text('id'))}`,
    'own',
  ),
  'limit-group-money-max': atMost,
  'limit-group-share-of-budget-max': atMost,
  'limit-group-money-min': atLeast,
  'limit-group-share-of-budget-min': atLeast,
  'limit-group-count-max': {
    unit: 'count',
    sv: (f, instead) => `Om ${f.groups()} fick ha högst ${instead} beviljade projekt`,
    en: (f, instead) => `If ${f.groups()} could have at most ${instead} of the funded projects`,
  },
  'limit-group-count-min': {
    unit: 'count',
    sv: (f, instead) => `Om ${f.groups()} måste ha minst ${instead} beviljade projekt`,
    en: (f, instead) => `If ${f.groups()} had to have at least ${instead} of the funded projects`,
  },
  'limit-grants-max': {
    unit: 'count',
    sv: (_, instead) => `Om antalet bidrag fick vara högst ${instead}`,
    en: (_, instead) => `If the number of grants could be at most ${instead}`,
  },
  'limit-grants-min': {
    unit: 'count',
    sv: (_, instead) => `Om antalet bidrag måste vara minst ${instead}`,
    en: (_, instead) => `If the number of grants had to be at least ${instead}`,
  },
};

/**
 * The condition of a changed limit, as the first half of a sentence: what it would be, and what it is where that is known. Null
 * for limits that are no amount.
 */
export function changedLimitText(params: Params, from: number | null, to: number, language: Language): string | null {
  const changed = changedLimits[String(params['limitCode'])];
  if (!changed) return null;
  const write = (value: number) =>
    changed.unit === 'money' ? limitFigures({ value }, language).money('value') : formatNumber(value, language, 6);
  return changed[language](
    limitFigures(params, language),
    insteadOf(from === null ? null : write(from), write(to), language),
  );
}

/** `then i stället för now`; only `then` where nothing is known of now. */
export function insteadOf(now: string | null, then: string, language: Language): string {
  if (now === null) return then;
  return language === 'sv' ? `${then} i stället för ${now}` : `${then} instead of ${now}`;
}
