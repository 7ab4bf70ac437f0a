import type { Params } from '@fordela/domain';
import type { Language } from './catalogue';
import { formatList, formatNumber, formatSek } from './format';

/** Reads the figures of a refusal or finding for a sentence. A missing one is shown as "?", never as nothing. */
export function figuresOf(params: Params, language: Language) {
  const list = (name: string) => {
    const value = params[name];
    return Array.isArray(value) ? (value as readonly (string | number)[]) : [];
  };
  const number = (name: string) => (typeof params[name] === 'number' ? (params[name] as number) : null);
  return {
    sek: (name: string) => {
      const value = number(name);
      return value === null ? '?' : formatSek(value, language);
    },
    number: (name: string) => {
      const value = number(name);
      return value === null ? '?' : formatNumber(value, language);
    },
    percent: (name: string) => {
      const value = number(name);
      if (value === null) return '?';
      return language === 'sv' ? `${formatNumber(value, language)}\u00a0procent` : `${formatNumber(value, language)}%`;
    },
    eur: (name: string) => {
      const value = number(name);
      if (value === null) return '?';
      return language === 'sv'
        ? `${formatNumber(value, language)}\u00a0euro`
        : `EUR\u00a0${formatNumber(value, language)}`;
    },
    text: (name: string) => {
      const value = params[name];
      return value === null || value === undefined ? '?' : String(value);
    },
    names: (name: string) => formatList(list(name).map(String), language),
    quoted: (name: string) =>
      formatList(
        list(name).map((item) => (language === 'sv' ? `”${item}”` : `“${item}”`)),
        language,
      ),
    list,
    value: number,
  };
}

export type Figures = ReturnType<typeof figuresOf>;
