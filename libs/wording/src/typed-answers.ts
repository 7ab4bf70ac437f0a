import type { Catalogue } from './catalogue';
import { formatList, formatNumber } from './format';

const list = (value: unknown, language: 'sv' | 'en') =>
  formatList(Array.isArray(value) ? value.map(String) : [String(value)], language);
const number = (value: unknown, language: 'sv' | 'en') => formatNumber(Number(value), language, 6);
const plain = (sv: string, en: string) => ({ sv: () => sv, en: () => en });

/** Names and questions of the answers about uncertainty, frontiers and fair rules. */
export const typedAnswersWording: Catalogue = {
  'number-outside-range': {
    sv: (p) =>
      `${number(p['value'], 'sv')} går inte att räkna med här. Ange ett tal från ${number(p['least'], 'sv')} till ${number(p['most'], 'sv')}.`,
    en: (p) =>
      `${number(p['value'], 'en')} cannot be used here. State a number from ${number(p['least'], 'en')} to ${number(p['most'], 'en')}.`,
  },
  'ranking-without-scores': plain(
    'Ingen ansökan i utlysningen har någon poäng än. Registrera bedömningar först.',
    'No application of the call has a score yet. Register ratings first.',
  ),
  'robustness-gaps': {
    sv: (p) =>
      `${p['gaps']} betyg saknas bland ansökningar med poäng. Dragningarna låter dem vara vad som helst på skalan; hur långt varje vikt kan gå och hur lite som får två grannar att byta plats räknas inte ut.`,
    en: (p) =>
      `${p['gaps']} ratings are missing among applications with a score. The draws let them be anything on the scale; how far each weight can go and how little makes neighbours change places is not computed.`,
  },
  'policy-yearly-missing': plain(
    'Utlysningen har inga ramar per år. Ange hur mycket pengar modellen ska räkna med per år.',
    'The call has no yearly frames. State how much money a year the model is to use.',
  ),
  'aim-incomplete': {
    sv: (p) => `Målet ”${p['aim']}” behöver ”${p['field']}”.`,
    en: (p) => `The aim "${p['aim']}" needs "${p['field']}".`,
  },
  'question-rating': {
    sv: (p) => `Vad är ”${p['application']}” värd på ”${list(p['criteria'], 'sv')}”?`,
    en: (p) => `What is "${p['application']}" worth on "${list(p['criteria'], 'en')}"?`,
  },
  'question-weights': {
    sv: (p) => `Vad väger tyngst: ${list(p['criteria'], 'sv')}?`,
    en: (p) => `Which weighs more: ${list(p['criteria'], 'en')}?`,
  },
  'rule-optimum': plain('Bästa portföljen', 'The best portfolio'),
  'rule-greedy': plain('Mest nytta per krona först', 'Most satisfaction per krona first'),
  'rule-equal-shares-cost': plain('Lika andelar', 'Equal shares'),
  'rule-equal-shares-cost-completed': plain('Lika andelar, utfylld', 'Equal shares, completed'),
  'rule-equal-shares-cardinality': plain('Lika andelar, per projekt', 'Equal shares, by project'),
  'rule-phragmen': plain('Phragméns regel', 'Phragmén’s rule'),
  'rule-max-welfare': plain('Störst sammanlagd nytta för väljarna', 'Greatest total satisfaction of the voters'),
  'aim-value': plain('Sammanlagd poäng', 'Sum of scores'),
  'aim-value-times-money': plain('Poäng gånger pengar', 'Score times money'),
  'aim-least-money': plain('Pengar, så lite som möjligt', 'Money, as little as possible'),
  'aim-grants': plain('Antal bidrag', 'Number of grants'),
  'aim-criterion': { sv: (p) => `${p['nameSv']}`, en: (p) => `${p['nameEn']}` },
  'aim-group-money': {
    sv: (p) => `Pengar till ${list(p['groupsSv'], 'sv')}`,
    en: (p) => `Money for ${list(p['groupsEn'], 'en')}`,
  },
  'aim-smallest-group': plain('Den grupp som får minst', 'The group that gets least'),
};
