import type { Catalogue, Wording } from './catalogue';
import { figuresOf, type Figures } from './figures-of';

type Sentence = (figures: Figures) => string;

const says = (sv: Sentence, en: Sentence): Wording => ({
  sv: (params) => sv(figuresOf(params, 'sv')),
  en: (params) => en(figuresOf(params, 'en')),
});

const dates: Readonly<Record<string, readonly [sv: string, en: string]>> = {
  firstKnownDate: ['dagen då utlysningen blev känd', 'the day the call was first known'],
  openingDate: ['första ansökningsdagen', 'the first day to apply'],
  closingDate: ['sista ansökningsdagen', 'the last day to apply'],
  decisionDate: ['beslutsdagen', 'the day of the decision'],
};
const dateName = (f: Figures, name: string, index: 0 | 1) => dates[f.text(name)]?.[index] ?? f.text(name);
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Refusals of edits in the registers: actors, municipalities, calls and the plan. */
export const registerWording: Catalogue = {
  'key-form': says(
    (f) =>
      `”${f.text('key')}” går inte som nyckel. Använd bokstäver, siffror, punkt, bindestreck och understreck, högst ${f.number('most')} tecken.`,
    (f) =>
      `“${f.text('key')}” cannot be a key. Use letters, digits, full stop, hyphen and underscore, at most ${f.number('most')} characters.`,
  ),
  'call-dates-order': says(
    (f) =>
      `${capital(dateName(f, 'later', 0))} (${f.text('to')}) ligger före ${dateName(f, 'earlier', 0)} (${f.text('from')}). Rätta en av dem.`,
    (f) =>
      `${capital(dateName(f, 'later', 1))} (${f.text('to')}) comes before ${dateName(f, 'earlier', 1)} (${f.text('from')}). Correct one of them.`,
  ),
  'date-in-future': says(
    (f) => `${f.text('date')} har inte varit än (i dag är det ${f.text('today')}). Skriv en dag som har varit.`,
    (f) => `${f.text('date')} has not been yet (today is ${f.text('today')}). Write a day that has been.`,
  ),
  'listed-twice': says(
    (f) => `”${f.text('item')}” är med två gånger. Ta bort det ena.`,
    (f) => `“${f.text('item')}” is there twice. Take one away.`,
  ),
  'municipality-code-form': says(
    (f) => `”${f.text('code')}” är ingen kommunkod. Skriv fyra siffror, med inledande nolla.`,
    (f) => `“${f.text('code')}” is not a municipality code. Write four digits, leading zero included.`,
  ),
  'municipality-not-in-register': says(
    (f) => `Kommunen ${f.text('code')} finns inte i registret. Lägg in den först, eller rätta koden.`,
    (f) => `The municipality ${f.text('code')} is not in the register. Add it first, or correct the code.`,
  ),
  'municipality-own-neighbour': says(
    (f) => `${f.text('code')} kan inte gränsa till sig själv.`,
    (f) => `${f.text('code')} cannot border on itself.`,
  ),
  'population-not-positive': says(
    (f) => `${f.number('population')} är inget antal invånare. Skriv ett helt tal från 1.`,
    (f) => `${f.number('population')} is not a number of inhabitants. Write a whole number from 1.`,
  ),
  'actor-not-in-register': says(
    (f) => `Aktören ${f.text('id')} finns inte i registret. Lägg in den först, eller välj en annan.`,
    (f) => `The actor ${f.text('id')} is not in the register. Add it first, or choose another.`,
  ),
  'actor-own-parent': says(
    (f) => `${f.text('id')} kan inte höra till ${f.text('parent')}: då hörde den till sig själv.`,
    (f) => `${f.text('id')} cannot be part of ${f.text('parent')}: it would be part of itself.`,
  ),
  'scenario-other-call': says(
    (f) => `Scenariot hör till utlysningen ${f.text('call')}, inte till ${f.text('asked')}. Välj ett av dess egna.`,
    (f) => `The scenario belongs to the call ${f.text('call')}, not to ${f.text('asked')}. Choose one of its own.`,
  ),
  'scenario-missing': says(
    () => 'Välj vilket scenario det gäller.',
    () => 'Choose the scenario it is about.',
  ),
  'scenario-not-basis': says(
    () =>
      'Ett scenario är valt, men det är inte scenariot som ska visas. Ta bort det, eller välj scenario som underlag.',
    () => 'A scenario is named, but it is not what is to be shown. Leave it out, or choose scenario as the basis.',
  ),
  'share-out-of-range': says(
    (f) => `${f.number('value')} är ingen andel. Skriv ett tal från 0 till 1.`,
    (f) => `${f.number('value')} is not a share. Write a number from 0 to 1.`,
  ),
};
