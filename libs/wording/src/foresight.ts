import type { Catalogue, Wording } from './catalogue';
import { figuresOf, type Figures } from './figures-of';

type Sentence = (figures: Figures) => string;

const says = (sv: Sentence, en: Sentence): Wording => ({
  sv: (params) => sv(figuresOf(params, 'sv')),
  en: (params) => en(figuresOf(params, 'en')),
});

/** Horizon scanning: refusals of edits, and the warning of a short lead time. */
export const foresightWording: Catalogue = {
  'signal-unknown': says(
    (f) => `Signalen ${f.text('id')} finns inte. Läs om listan.`,
    (f) => `There is no signal ${f.text('id')}. Read the list again.`,
  ),
  'link-form': says(
    (f) => `”${f.text('link')}” är ingen webbadress. Skriv hela adressen, från https://.`,
    (f) => `“${f.text('link')}” is not a web address. Write all of it, from https://.`,
  ),
  'mark-outside-scale': says(
    (f) => `${f.text('mark')} ligger utanför skalan ${f.number('least')}–${f.number('most')}.`,
    (f) => `${f.text('mark')} lies outside the scale ${f.number('least')}–${f.number('most')}.`,
  ),
  'days-out-of-range': says(
    (f) => `${f.number('days')} dagar går inte att se framåt. Välj 1 till ${f.number('most')}.`,
    (f) => `One cannot look ${f.number('days')} days ahead. Choose 1 to ${f.number('most')}.`,
  ),
  'lead-time-short': says(
    (f) =>
      `${f.text('municipality')} fick veta om ${f.text('call')} ${f.text('known')}, ${f.number('months')} ${f.value('months') === 1 ? 'hel månad' : 'hela månader'} före sista dag ${f.text('closing')}. Regelboken begär ${f.number('wanted')}.`,
    (f) =>
      `${f.text('municipality')} heard of ${f.text('call')} on ${f.text('known')}, ${f.number('months')} whole ${f.value('months') === 1 ? 'month' : 'months'} before it closes on ${f.text('closing')}. The rule book asks for ${f.number('wanted')}.`,
  ),
  'lead-time-late': says(
    (f) =>
      `${f.text('municipality')} fick veta om ${f.text('call')} ${f.text('known')}, efter sista dag ${f.text('closing')}.`,
    (f) =>
      `${f.text('municipality')} heard of ${f.text('call')} on ${f.text('known')}, after it closed on ${f.text('closing')}.`,
  ),
  'lead-time-unknown': says(
    (f) => `Det är inte noterat när ${f.text('municipality')} fick veta om ${f.text('call')}.`,
    (f) => `It is not noted when ${f.text('municipality')} heard of ${f.text('call')}.`,
  ),
};
