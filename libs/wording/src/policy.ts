import type { Catalogue } from './catalogue';
import { formatList, formatNumber } from './format';

const names = (value: unknown, language: 'sv' | 'en') =>
  formatList(Array.isArray(value) ? value.map(String) : [String(value)], language);
const number = (value: unknown, language: 'sv' | 'en') => formatNumber(Number(value), language, 6);

/** Sentences of the policy simulation. */
export const policyWording: Catalogue = {
  'policy-model-not-forecast': {
    sv: (p) =>
      `Detta är en modell av ${p['assumptions']} uttalade antaganden, ingen prognos. Siffrorna är antagna, inte uppmätta: byt dem mot era egna och se vad som vänder ordningen.`,
    en: (p) =>
      `This is a model of ${p['assumptions']} stated assumptions, not a forecast. The figures are assumed, not measured: replace them by your own and see what turns the order.`,
  },
  'policy-unknown-assumption': {
    sv: (p) => `Modellen har inget antagande ”${p['name']}”. Välj bland: ${names(p['choices'], 'sv')}.`,
    en: (p) => `The model has no assumption "${p['name']}". Choose among: ${names(p['choices'], 'en')}.`,
  },
  'policy-assumption-interval': {
    sv: (p) =>
      `Antagandet ”${p['name']}” går från ${number(p['low'], 'sv')} till ${number(p['high'], 'sv')} med ${number(p['likely'], 'sv')} som troligast. Det ska ligga i ordning, och över 0 där noll inte betyder något.`,
    en: (p) =>
      `The assumption "${p['name']}" goes from ${number(p['low'], 'en')} to ${number(p['high'], 'en')} with ${number(p['likely'], 'en')} as likeliest. It must be in order, and above 0 where zero means nothing.`,
  },
  'policy-share-above-one': {
    sv: (p) => `Antagandet ”${p['name']}” är en andel och kan inte vara ${number(p['high'], 'sv')}. Ange högst 1.`,
    en: (p) => `The assumption "${p['name']}" is a share and cannot be ${number(p['high'], 'en')}. State at most 1.`,
  },
  'policy-no-municipalities': {
    sv: () => 'Ange kommunerna med befolkning, eller befolkningen i problemet (populations.municipality).',
    en: () =>
      'State the municipalities with their population, or the populations of the problem (populations.municipality).',
  },
  'policy-id-twice': {
    sv: (p) => `”${p['id']}” står två gånger. Ge var sin id.`,
    en: (p) => `"${p['id']}" stands twice. Give each an id of its own.`,
  },
  'policy-without-parts': {
    sv: (p) => `Policyn ”${p['id']}” fördelar inga pengar här. Ange minst en del över 0.`,
    en: (p) => `The policy "${p['id']}" divides no money here. State at least one part above 0.`,
  },
  'policy-seed': {
    sv: (p) => `${p['seed']} går inte att dra ur. Ange ett helt tal från 0.`,
    en: (p) => `${p['seed']} cannot be drawn from. State a whole number from 0.`,
  },
};
