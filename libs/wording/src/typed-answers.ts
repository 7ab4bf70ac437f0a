import type { Catalogue } from './catalogue';
import { formatList } from './format';

const list = (value: unknown, language: 'sv' | 'en') =>
  formatList(Array.isArray(value) ? value.map(String) : [String(value)], language);
const plain = (sv: string, en: string) => ({ sv: () => sv, en: () => en });

/** Names and questions of the answers about uncertainty, frontiers and fair rules. */
export const typedAnswersWording: Catalogue = {
  'number-outside-range': {
    sv: (p) => `${p['value']} går inte att räkna med här. Ange ett tal från ${p['least']} till ${p['most']}.`,
    en: (p) => `${p['value']} cannot be used here. State a number from ${p['least']} to ${p['most']}.`,
  },
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
