import type { Params } from '@fordela/domain';
import type { Catalogue, Language } from './catalogue';
import { formatList, formatNumber, formatSekShort, formatShare } from './format';
import { assumptionUnitWords, assumptionWords, usualPolicyWords } from './policy-words';

const names = (value: unknown, language: 'sv' | 'en') =>
  formatList(Array.isArray(value) ? value.map(String) : [String(value)], language);
const number = (value: unknown, language: 'sv' | 'en') => formatNumber(Number(value), language, 6);

const policyName = (p: Params, language: Language) =>
  String(p['name'] ?? (p['isUsual'] ? usualPolicyWords[String(p['policy'])]?.[language] : undefined) ?? p['policy']);
const assumption = (p: Params, language: Language) =>
  assumptionWords[String(p['assumption'])]?.[language] ?? String(p['assumption']);
/** A refused assumption: its words in quotes, and the name it has in a file. */
const refused = (p: Params, language: Language) => {
  const name = String(p['name']);
  const quotes = { sv: ['”', '”'], en: ['"', '"'] }[language];
  const words = assumptionWords[name]?.[language];
  return words === undefined ? quotes.join(name) : `${quotes.join(words)} (${name})`;
};
/** What an interval breaks: its order, or, in order, the rule that 0 means nothing. */
const isInOrder = (p: Params) => Number(p['low']) <= Number(p['likely']) && Number(p['likely']) <= Number(p['high']);
const unit = (p: Params, language: Language) => assumptionUnitWords[String(p['unit'])]?.[language] ?? String(p['unit']);
const interval = (p: Params, language: Language) =>
  p['low'] === p['high'] ? '' : ` (${number(p['low'], language)}–${number(p['high'], language)})`;
const relation = (p: Params, language: Language) => {
  const sections = Array.isArray(p['reportSections']) ? p['reportSections'].map(String) : [];
  if (sections.length === 0) return { sv: 'antaget', en: 'assumed' }[language];
  return `Kraftsamla Sörmland 2026, ${sections.join(', ')}`;
};
const figure = (p: Params, language: Language) => {
  if (p['figure'] === 'assumed') return { sv: 'antagen, inte uppmätt', en: 'assumed, not measured' }[language];
  const stated = { sv: 'angiven i frågan', en: 'stated in the question' }[language];
  return p['source'] === null ? stated : `${stated}, ${String(p['source'])}`;
};
const sek = (value: unknown, language: Language) => formatSekShort(Number(value), language);
const share = (value: unknown, language: Language) => formatShare(Number(value), language);
const fte = (value: unknown, language: Language) => formatNumber(Number(value), language, 2);

/** Sentences of the policy simulation. */
export const policyWording: Catalogue = {
  'policy-model-not-forecast': {
    sv: (p) =>
      `Detta är en modell av ${p['assumptions']} uttalade antaganden, ingen prognos. Var siffra som inte är angiven i frågan är antagen, inte uppmätt: byt dem mot era egna och se vad som vänder ordningen.`,
    en: (p) =>
      `This is a model of ${p['assumptions']} stated assumptions, not a forecast. Every figure not stated in the question is assumed, not measured: replace them by your own and see what turns the order.`,
  },
  'policy-model-leaves-out': {
    sv: () =>
      'Modellen räknar inte med medfinansiering och förfinansiering, med projekt som havererar av överbelastning, med att kommuner konkurrerar om samma utlysningar, eller med politiska beslut och konjunktur.',
    en: () =>
      'The model leaves out co-financing and prefinancing, projects that fail from overload, municipalities competing for the same calls, political decisions and the business cycle.',
  },
  'policy-outcome': {
    sv: (p) =>
      `I modellen drar ”${policyName(p, 'sv')}” in ${sek(p['externalSek'], 'sv')} extern finansiering på ${number(p['years'], 'sv')} år (nio av tio dragningar: ${sek(p['p5'], 'sv')}–${sek(p['p95'], 'sv')}). Kommunen med minst kapacitet slutar på ${fte(p['leastPer10000'], 'sv')} årsarbetskrafter per 10 000 invånare (${fte(p['leastP5'], 'sv')}–${fte(p['leastP95'], 'sv')}). Den drar in mest i ${share(p['aheadIn'], 'sv')} av dragningarna (95 %-intervall ${share(p['aheadLow'], 'sv')}–${share(p['aheadHigh'], 'sv')}).`,
    en: (p) =>
      `In the model "${policyName(p, 'en')}" attracts ${sek(p['externalSek'], 'en')} of external money in ${number(p['years'], 'en')} years (nine draws of ten: ${sek(p['p5'], 'en')}–${sek(p['p95'], 'en')}). The municipality with least capacity ends at ${fte(p['leastPer10000'], 'en')} FTE per 10,000 inhabitants (${fte(p['leastP5'], 'en')}–${fte(p['leastP95'], 'en')}). It attracts most in ${share(p['aheadIn'], 'en')} of the draws (95 % interval ${share(p['aheadLow'], 'en')}–${share(p['aheadHigh'], 'en')}).`,
  },
  'policy-outcome-likeliest': {
    sv: (p) =>
      `I modellen drar ”${policyName(p, 'sv')}” in ${sek(p['externalSek'], 'sv')} extern finansiering på ${number(p['years'], 'sv')} år, om alla antaganden står på sitt troligaste. Kommunen med minst kapacitet slutar på ${fte(p['leastPer10000'], 'sv')} årsarbetskrafter per 10 000 invånare. Utan dragningar syns inte hur osäkert det är.`,
    en: (p) =>
      `In the model "${policyName(p, 'en')}" attracts ${sek(p['externalSek'], 'en')} of external money in ${number(p['years'], 'en')} years, with every assumption at its likeliest. The municipality with least capacity ends at ${fte(p['leastPer10000'], 'en')} FTE per 10,000 inhabitants. Without draws nothing shows how uncertain that is.`,
  },
  'policy-assumption-turns': {
    sv: (p) =>
      `Ordningen vänder: står ”${assumption(p, 'sv')}” på ${number(p['value'], 'sv')} i stället för ${number(p['likely'], 'sv')} är det ”${policyName(p, 'sv')}” som drar in mest i modellen.`,
    en: (p) =>
      `The order turns: with "${assumption(p, 'en')}" at ${number(p['value'], 'en')} instead of ${number(p['likely'], 'en')} it is "${policyName(p, 'en')}" that attracts most in the model.`,
  },
  'policy-assumption': {
    sv: (p) =>
      `Antagande ”${assumption(p, 'sv')}” (${p['assumption']}): ${number(p['likely'], 'sv')}${interval(p, 'sv')} ${unit(p, 'sv')}. Sambandet: ${relation(p, 'sv')}. Siffran: ${figure(p, 'sv')}.`,
    en: (p) =>
      `Assumption "${assumption(p, 'en')}" (${p['assumption']}): ${number(p['likely'], 'en')}${interval(p, 'en')} ${unit(p, 'en')}. The relation: ${relation(p, 'en')}. The figure: ${figure(p, 'en')}.`,
  },
  'policy-success-falls': {
    sv: (p) =>
      `Andelen bifall utan erfarenhet (successWithout) kan bli ${number(p['without'], 'sv')} och med mycket stor erfarenhet (successMost) bara ${number(p['most'], 'sv')}: då skulle erfarenhet skada. Låt successWithout sluta där successMost börjar, eller lägre.`,
    en: (p) =>
      `Success without experience (successWithout) may be ${number(p['without'], 'en')} and with very much of it (successMost) only ${number(p['most'], 'en')}: experience would do harm. Let successWithout end where successMost begins, or lower.`,
  },
  'policy-too-much-work': {
    sv: (p) =>
      `Det blir ${number(p['steps'], 'sv')} kommunsteg att räkna: ${number(p['municipalities'], 'sv')} kommuner × ${number(p['policies'], 'sv')} policyer × ${number(p['years'], 'sv')} år × ${number(p['stepsPerYear'], 'sv')} steg per år × (${number(p['draws'], 'sv')} dragningar och en körning för varje ände av varje antagande). Högst ${number(p['most'], 'sv')} räknas på en gång. Sänk i första hand draws.`,
    en: (p) =>
      `That makes ${number(p['steps'], 'en')} municipality steps: ${number(p['municipalities'], 'en')} municipalities × ${number(p['policies'], 'en')} policies × ${number(p['years'], 'en')} years × ${number(p['stepsPerYear'], 'en')} steps per year × (${number(p['draws'], 'en')} draws and a run for either end of every assumption). At most ${number(p['most'], 'en')} are computed at once. Lower draws first.`,
  },
  'policy-unknown-assumption': {
    sv: (p) => `Modellen har inget antagande ”${p['name']}”. Välj bland: ${names(p['choices'], 'sv')}.`,
    en: (p) => `The model has no assumption "${p['name']}". Choose among: ${names(p['choices'], 'en')}.`,
  },
  'policy-assumption-interval': {
    sv: (p) =>
      `Antagandet ${refused(p, 'sv')} går från ${number(p['low'], 'sv')} till ${number(p['high'], 'sv')} med ${number(p['likely'], 'sv')} som troligast. ${isInOrder(p) ? 'Ange det lägsta större än 0: modellen kan inte räkna med mindre här.' : 'Ange dem i ordning: lägst, troligast, högst.'}`,
    en: (p) =>
      `The assumption ${refused(p, 'en')} goes from ${number(p['low'], 'en')} to ${number(p['high'], 'en')} with ${number(p['likely'], 'en')} as likeliest. ${isInOrder(p) ? 'State a lowest above 0: the model cannot use less here.' : 'State them in order: lowest, likeliest, highest.'}`,
  },
  'policy-share-above-one': {
    sv: (p) => `Antagandet ${refused(p, 'sv')} är en andel och kan inte vara ${number(p['high'], 'sv')}. Ange högst 1.`,
    en: (p) =>
      `The assumption ${refused(p, 'en')} is a share and cannot be ${number(p['high'], 'en')}. State at most 1.`,
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
