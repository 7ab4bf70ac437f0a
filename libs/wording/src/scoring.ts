import type { Catalogue } from './catalogue';

/** Sentences for reading a decision problem and running its tasks. */
export const scoringWording: Catalogue = {
  'problem-unknown-task': {
    sv: (p) => `Uppgiften ”${p.task}” finns inte. Välj en av: ${p.choices}.`,
    en: (p) => `There is no task "${p.task}". Choose one of: ${p.choices}.`,
  },
};
