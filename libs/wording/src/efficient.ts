import type { Catalogue } from './catalogue';

/** Sentences for efficient sets, robust portfolios, probabilities and the value of information. */
export const efficientWording: Catalogue = {
  'efficient-no-marginal': {
    sv: () =>
      'Med steglös delfinansiering av ett projekt finns oändligt många portföljer. Ange stödnivåer i stället för "marginal" i partialGrants.',
    en: () =>
      'With continuous part-funding of one project there are endlessly many portfolios. State funding levels instead of "marginal" in partialGrants.',
  },
  'efficient-aim-not-possible': {
    sv: (p) => `Målet ”${p.objective}” kan inte ingå i en effektiv mängd: ange de enskilda målen var för sig.`,
    en: (p) => `The objective "${p.objective}" cannot be one of several aims: state the single aims instead.`,
  },
  'efficient-unknown-group': {
    sv: (p) => `Gruppen ”${p.group}” finns inte. Välj bland: ${p.choices}.`,
    en: (p) => `There is no group "${p.group}". Choose among: ${p.choices}.`,
  },
  'efficient-solver-needs-linear-aims': {
    sv: () => 'Metoden ”highs” klarar bara mål som är summor. Välj metoden ”own” för maximin, ånger eller jämlikhet.',
    en: () =>
      'The method "highs" takes only aims that are sums. Choose the method "own" for maximin, regret or equality.',
  },
  'efficient-incomplete': {
    sv: (p) =>
      `Sökningen nådde sin gräns. De ${p.found} visade punkterna är tillåtna, men andra kan vara bättre eller saknas. Höj gränsen eller stäng fler projekt.`,
    en: (p) =>
      `The search reached its limit. The ${p.found} points shown are feasible, but others may be better or missing. Raise the limit or settle more projects.`,
  },
  'efficient-no-portfolio': {
    sv: () => 'Ingen portfölj klarar alla begränsningar.',
    en: () => 'No portfolio keeps all the limits.',
  },
  'weights-contradict': {
    sv: (p) => `Uppgifterna om vikterna går inte ihop: ${p.statements}.`,
    en: (p) => `What is said of the weights cannot hold together: ${p.statements}.`,
  },
};
