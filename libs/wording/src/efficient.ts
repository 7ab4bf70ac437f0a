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
      `Sökningen nådde sin gräns. De ${p.found} visade punkterna är tillåtna, men andra kan saknas.${
        p.proven == null ? '' : ` Bevisat: ${p.proven} av dem är effektiva`
      }${
        p.percent == null
          ? p.proven == null
            ? ''
            : '.'
          : `, och för varje möjlig portfölj finns en visad punkt som i inget mål är mer än ${String(p.percent).replace('.', ',')} % av målets spann sämre.`
      } Höj gränsen, välj färre mål eller lås fler projekt.`,
    en: (p) =>
      `The search reached its limit. The ${p.found} points shown are feasible, but others may be missing.${
        p.proven == null ? '' : ` Proven: ${p.proven} of them are efficient`
      }${
        p.percent == null
          ? p.proven == null
            ? ''
            : '.'
          : `, and for every possible portfolio a point shown is in no aim worse by more than ${p.percent}% of the aim’s range.`
      } Raise the limit, choose fewer aims or settle more projects.`,
  },
  'efficient-no-portfolio': {
    sv: () => 'Ingen portfölj klarar alla begränsningar.',
    en: () => 'No portfolio keeps all the limits.',
  },
  'weights-contradict': {
    sv: (p) => `Uppgifterna om vikterna går inte ihop: ${p.statements}.`,
    en: (p) => `What is said of the weights cannot hold together: ${p.statements}.`,
  },
  'robust-no-stated-weights': {
    sv: () => 'Problemet anger inga vikter. Ange ”weights” eller räkna med det som är känt om vikterna.',
    en: () => 'The problem states no weights. State "weights", or reckon with what is known of them.',
  },
  'robust-values-too-large': {
    sv: () => 'Värdena är för stora eller för finfördelade för att räknas exakt. Ange färre decimaler.',
    en: () => 'The values are too large or too fine to be counted exactly. State fewer decimals.',
  },
  'robust-incomplete': {
    sv: (p) =>
      `Sökningen nådde sin gräns (${p.stateLimit} delportföljer och jämförelserna mellan dem) utan att bli klar. Ange mer om vikterna, snävare intervall eller en högre gräns.`,
    en: (p) =>
      `The search reached its limit (${p.stateLimit} partial portfolios and the comparisons between them) without finishing. Say more of the weights, narrow the intervals or raise the limit.`,
  },
  'robust-regret-left-out': {
    sv: (p) => `Minsta största ånger räknas inte ut för ${p.portfolios} portföljer: det skulle ta för lång tid.`,
    en: (p) => `The smallest largest regret is not worked out for ${p.portfolios} portfolios: it would take too long.`,
  },
  'robust-weights-rounded': {
    sv: () => 'Viktmängdens hörn har så långa tal att de avrundades (relativt mindre än en miljondel) före räkningen.',
    en: () =>
      'The corners of the weights have such long numbers that they were rounded (by less than a millionth) first.',
  },
  'uncertainty-unknown-project': {
    sv: (p) => `Projektet ”${p.project}” finns inte.`,
    en: (p) => `There is no project "${p.project}".`,
  },
  'uncertainty-stated-twice': {
    sv: (p) => `Osäkerheten i ”${p.value}” för projektet ”${p.project}” anges två gånger.`,
    en: (p) => `The uncertainty of "${p.value}" for the project "${p.project}" is stated twice.`,
  },
  'uncertainty-not-a-distribution': {
    sv: () =>
      'Ange precis ett av uniform, triangular, outcomes och reviews; gränser i stigande ordning; sannolikheter som summerar till 1.',
    en: () =>
      'State exactly one of uniform, triangular, outcomes and reviews; ends in rising order; probabilities that sum to 1.',
  },
  'uncertainty-region-too-fine': {
    sv: (p) =>
      `Viktmängden har ${p.corners} hörn och kan inte delas upp för jämn dragning. Ange färre villkor om vikterna.`,
    en: (p) =>
      `The region of weights has ${p.corners} corners and cannot be divided for even drawing. State fewer conditions.`,
  },
  'uncertainty-unproven': {
    sv: (p) => `I ${p.samples} av dragningarna visas bästa funna portfölj utan bevis: sökningen nådde sin gräns.`,
    en: (p) =>
      `In ${p.samples} of the draws the best portfolio found is used without proof: the search reached its limit.`,
  },
};
