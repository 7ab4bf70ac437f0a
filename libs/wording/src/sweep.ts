import type { Catalogue } from './catalogue';

/** Sentences for splitting the budget between groups. */
export const sweepWording: Catalogue = {
  'allocation-unknown-group': {
    sv: (p) => `Gruppen ”${p['group']}” finns inte i ”${p['dimension']}”. Välj bland: ${p['choices']}.`,
    en: (p) => `There is no group "${p['group']}" in "${p['dimension']}". Choose among: ${p['choices']}.`,
  },
  'allocation-split-without-group': {
    sv: (p) => `Ange vilken grupp i ”${p['dimension']}” som delningen gäller: ${p['choices']}.`,
    en: (p) => `Say which group of "${p['dimension']}" the split concerns: ${p['choices']}.`,
  },
  'allocation-split-without-budget': {
    sv: () => 'En delning behöver en budget: ange budget, eller årens tak.',
    en: () => 'A split needs a budget: state budget, or the years’ ceilings.',
  },
};
