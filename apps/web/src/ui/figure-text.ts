import type { Language } from '@fordela/wording';
import { formatList, formatNumber, formatSek } from '@fordela/wording';
import type { ParameterUnit } from '../gql/types';

const units: Partial<Record<ParameterUnit, Readonly<Record<Language, string>>>> = {
  percent: { sv: '%', en: '%' },
  percentage_points: { sv: 'procentenheter', en: 'percentage points' },
  eur: { sv: 'euro', en: 'euro' },
  sek_per_eur: { sv: 'kronor per euro', en: 'kronor per euro' },
  years: { sv: 'år', en: 'years' },
  months: { sv: 'månader', en: 'months' },
};

/** A rule's figure with its unit, as the reader writes it; words as a list. */
export function figureText(value: unknown, unit: ParameterUnit, language: Language): string {
  if (Array.isArray(value)) return formatList(value.map(String), language);
  if (unit === 'sek') return formatSek(Number(value), language);
  return [formatNumber(Number(value), language), units[unit]?.[language]].filter(Boolean).join('\u00a0');
}
