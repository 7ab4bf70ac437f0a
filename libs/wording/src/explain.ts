import type { Catalogue } from './catalogue';

/** Sentences of reasons: what kind of change would turn a project's outcome; from, to and by stand beside the sentence. */
export const explainWording: Catalogue = {
  'allocation-marginal-not-here': {
    sv: () =>
      'Gränsers priser kan inte räknas när ett projekt får ett fritt valt belopp. Välj ett annat sätt för delbidrag.',
    en: () =>
      'Prices of limits cannot be computed when one project gets a freely chosen amount. Choose another way of part grants.',
  },
  'allocation-infeasible': {
    sv: () =>
      'Ingen fördelning klarar alla gränser, så det finns inget att förklara. Uppgiften optimise visar vilka som krockar.',
    en: () =>
      'No portfolio keeps every limit, so there is nothing to explain. The task optimise shows which ones clash.',
  },
  'allocation-not-proven': {
    sv: () => 'Den bästa fördelningen blev inte bevisad inom gränserna för sökningen; ge sökningen mer utrymme.',
    en: () => 'The best portfolio was not proven within the limits of the search; give the search more room.',
  },
  'change-score': { sv: () => 'En annan poäng skulle ändra utfallet.', en: () => 'Another score would turn it.' },
  'change-cost': { sv: () => 'En annan kostnad skulle ändra utfallet.', en: () => 'Another cost would turn it.' },
  'change-limit': { sv: () => 'En annan gräns skulle ändra utfallet.', en: () => 'Another limit would turn it.' },
  'change-all-ceilings': {
    sv: () => 'En annan ram, lika mycket för alla år, skulle ändra utfallet.',
    en: () => 'Another budget, the same part of every year, would turn it.',
  },
  'change-weight': {
    sv: (p) => `En annan vikt på ”${p['criterion']}” skulle ändra utfallet.`,
    en: (p) => `Another weight of "${p['criterion']}" would turn it.`,
  },
  'change-without-limit': {
    sv: () => 'Utan gränsen skulle utfallet ändras.',
    en: () => 'Without the limit it would turn.',
  },
};
