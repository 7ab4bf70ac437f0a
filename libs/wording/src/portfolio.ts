import type { Catalogue } from './catalogue';

/** Sentences for reading an allocation problem and choosing portfolios. */
export const portfolioWording: Catalogue = {
  'allocation-unknown-task': {
    sv: (p) => `Uppgiften ”${p.task}” finns inte. Välj en av: ${p.choices}.`,
    en: (p) => `There is no task "${p.task}". Choose one of: ${p.choices}.`,
  },
};
