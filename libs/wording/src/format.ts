import type { Language } from './catalogue';

const locale = { sv: 'sv-SE', en: 'en-GB' } as const;

/** Whole kronor as people write them: `1 234 567 kr` (no-break spaces, true minus sign); `SEK 1,234,567` in English. */
export function formatSek(amountSek: number, language: Language): string {
  const digits = new Intl.NumberFormat(locale[language], { maximumFractionDigits: 0 }).format(amountSek);
  return language === 'sv' ? `${digits}\u00a0kr` : `SEK\u00a0${digits}`;
}

/**
 * Kronor in thousands or millions for headings and axes: `450 tkr`, `2,6 mnkr`; English `SEK 450k`, `SEK 2.6m`.
 * Below 1,000 the exact amount. Rounds half away from zero to one decimal for display only.
 */
export function formatSekShort(amountSek: number, language: Language): string {
  const size = Math.abs(amountSek);
  if (size < 1_000) return formatSek(amountSek, language);
  const [unit, divisor, decimals] = size < 1_000_000 ? (['tkr', 1_000, 0] as const) : (['mnkr', 1_000_000, 1] as const);
  const digits = new Intl.NumberFormat(locale[language], {
    minimumFractionDigits: 0,
    maximumFractionDigits: decimals,
  }).format(amountSek / divisor);
  return language === 'sv' ? `${digits}\u00a0${unit}` : `SEK\u00a0${digits}${unit === 'tkr' ? 'k' : 'm'}`;
}

/** A share 0–1 as percent with up to one decimal: `42,5 %` / `42.5%`. */
export function formatShare(share: number, language: Language): string {
  return new Intl.NumberFormat(locale[language], { style: 'percent', maximumFractionDigits: 1 }).format(share);
}

/** A number with at most the given decimals. */
export function formatNumber(value: number, language: Language, decimals = 2): string {
  return new Intl.NumberFormat(locale[language], { maximumFractionDigits: decimals }).format(value);
}

/** Names joined as the language does: `Falun, Mora och Orsa`. */
export function formatList(names: readonly string[], language: Language): string {
  return new Intl.ListFormat(locale[language], { type: 'conjunction' }).format(names);
}

/** A day as people write it: `9 mars 2026` / `9 March 2026`. */
export function formatDay(day: string, language: Language): string {
  return new Intl.DateTimeFormat(locale[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

/** A month as people write it: `mars 2026` / `March 2026`. */
export function formatMonth(month: string, language: Language): string {
  return new Intl.DateTimeFormat(locale[language], { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
}
