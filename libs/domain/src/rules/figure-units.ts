import type { ParameterUnit } from './rule-book';

/** The figures the checks and conversions read, each with the one unit they understand. */
export const figureUnits = {
  grant_rate_ceiling: 'percent',
  advance_share_ceiling: 'percent',
  advance_ceiling_sek: 'sek',
  eruf_ceiling: 'percent',
  esf_ceiling: 'percent',
  interreg_ceiling: 'percent',
  de_minimis_ceiling_eur: 'eur',
  de_minimis_years: 'years',
  sek_per_eur: 'sek_per_eur',
  required_reviewers: 'count',
  partner_share_tolerance: 'percentage_points',
  single_party_limit: 'count',
  operating_support_words: 'words',
  ordinary_operations_words: 'words',
  call_lead_time_months: 'months',
} as const satisfies Readonly<Record<string, ParameterUnit>>;
export type FigureId = keyof typeof figureUnits;
