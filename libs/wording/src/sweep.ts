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
  'split-group-twice': {
    sv: (p) => `Gruppen ”${p['group']}” står i två potter. Låt varje grupp stå i en.`,
    en: (p) => `The group "${p['group']}" stands in two pots. Let each group stand in one.`,
  },
  'split-one-pot': {
    sv: (p) => `Delningen av ”${p['dimension']}” behöver minst två potter.`,
    en: (p) => `The division of "${p['dimension']}" needs at least two pots.`,
  },
  'split-grid-too-large': {
    sv: (p) => `Det blir ${p['points']} delningar, fler än ${p['most']}. Minska antalet steg eller potter.`,
    en: (p) => `That makes ${p['points']} divisions, more than ${p['most']}. Use fewer steps or pots.`,
  },
};
