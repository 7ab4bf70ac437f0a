import type { Params } from '@fordela/domain';
import type { Catalogue, Language, Wording } from './catalogue';
import { figuresOf } from './figures-of';
import { wordedForms } from './form-words';
import { limitsWording } from './limits';

function problemFigures(params: Params, language: Language) {
  const plain = figuresOf(params, language);
  return {
    ...plain,
    /** What was expected, in words. */
    expected: () => wordedForms(plain.text('expected'), language),
    /** True when the figure is there and is not an empty text or list. */
    has: (name: string) => {
      const value = params[name];
      return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== '';
    },
  };
}

type ProblemFigures = ReturnType<typeof problemFigures>;

const says = (sv: (f: ProblemFigures) => string, en: (f: ProblemFigures) => string): Wording => ({
  sv: (params) => sv(problemFigures(params, 'sv')),
  en: (params) => en(problemFigures(params, 'en')),
});

/** The form of the file: keys, types, tasks. */
const fileWording: Catalogue = {
  'allocation-unknown-task': says(
    (f) =>
      `Uppgiften ”${f.text('task')}” finns inte.${f.has('meant') ? ` Menas ”${f.text('meant')}”?` : ''} ` +
      `Välj en av: ${f.names('choices')}.`,
    (f) =>
      `There is no task “${f.text('task')}”.${f.has('meant') ? ` Is “${f.text('meant')}” meant?` : ''} ` +
      `Choose one of: ${f.names('choices')}.`,
  ),
  'allocation-unknown-key': says(
    (f) =>
      `Nyckeln ”${f.text('key')}” hör inte hemma här. ` +
      (f.has('meant') ? `I formatet heter det ”${f.text('meant')}”.` : 'Ta bort den eller rätta stavningen.'),
    (f) =>
      `The key “${f.text('key')}” does not belong here. ` +
      (f.has('meant') ? `In this format it is “${f.text('meant')}”.` : 'Remove it or correct the spelling.'),
  ),
  'allocation-missing-key': says(
    (f) => `”${f.text('key')}” saknas. Ange ${f.expected()}.`,
    (f) => `“${f.text('key')}” is missing. Give ${f.expected()}.`,
  ),
  'allocation-wrong-type': says(
    (f) => `Här ska det stå ${f.expected()}.`,
    (f) => `Here belongs ${f.expected()}.`,
  ),
  'allocation-no-task': says(
    () =>
      'Problemet har röster men inga värden, och frågar ingenting. Ange under ”tasks” vad som ska räknas, till exempel "equal-shares".',
    () =>
      'The problem has ballots but no values, and asks nothing. Say under “tasks” what is to be computed, for example "equal-shares".',
  ),
  'allocation-ballot-rows': says(
    () =>
      'Rösterna är tal men inte projektens beteckningar. Är de poäng i projektens ordning: skriv {"type": "utility", "voters": […]}.',
    () =>
      'The ballots are numbers but not ids of projects. If they are points in the order of the projects, write {"type": "utility", "voters": […]}.',
  ),
  'allocation-weight-statement': says(
    (f) =>
      `”${f.text('statement')}” går inte att tolka. Skriv som ”a >= 2 b” eller ”a + b >= 0.5” med värdena: ${f.names('choices')}.`,
    (f) =>
      `“${f.text('statement')}” cannot be understood. Write it like “a >= 2 b” or “a + b >= 0.5” with the values: ${f.names('choices')}.`,
  ),
  'allocation-weights-list': says(
    () => 'Här ska värdenas vikter stå vid namn, som {"f1": 0.5}. Vad projekten väger i en ryggsäck heter ”cost”.',
    () => 'Here belong the weights of the values by name, as {"f1": 0.5}. What projects weigh in a knapsack is “cost”.',
  ),
  'allocation-not-understood': says(
    (f) => `Värdet går inte att tolka. Väntade: ${f.expected()}.`,
    (f) => `The value cannot be understood. Expected: ${f.expected()}.`,
  ),
  'allocation-unknown-choice': says(
    (f) =>
      f.has('choices')
        ? `Värdet finns inte att välja. Välj ett av: ${f.names('choices')}.`
        : 'Värdet finns inte att välja; se beskrivningen av formatet.',
    (f) =>
      f.has('choices')
        ? `That is not one of the choices. Choose one of: ${f.names('choices')}.`
        : 'That is not one of the choices; see the description of the format.',
  ),
  'allocation-too-small': says(
    (f) => sizeText(f, 'sv', 'min'),
    (f) => sizeText(f, 'en', 'min'),
  ),
  'allocation-too-big': says(
    (f) => sizeText(f, 'sv', 'max'),
    (f) => sizeText(f, 'en', 'max'),
  ),
  'allocation-too-deep': says(
    (f) => `Filen är nästlad djupare än ${f.number('deepest')} nivåer.`,
    (f) => `The file is nested deeper than ${f.number('deepest')} levels.`,
  ),
  'allocation-two-ways': says(
    (f) => `Ange antingen ”${f.text('one')}” eller ”${f.text('other')}”, inte båda.`,
    (f) => `Give either “${f.text('one')}” or “${f.text('other')}”, not both.`,
  ),
  'allocation-duplicate-id': says(
    (f) => `”${f.text('id')}” finns två gånger. Ge var och en en egen beteckning, eller ta bort den ena.`,
    (f) => `“${f.text('id')}” is there twice. Give each an id of its own, or remove one of them.`,
  ),
  'allocation-column-length': says(
    (f) => `Kolumnen ”${f.text('column')}” har ${f.number('length')} värden, men projekten är ${f.number('expected')}.`,
    (f) => `The column “${f.text('column')}” has ${f.number('length')} values for ${f.number('expected')} projects.`,
  ),
  'allocation-cost-square': says(
    (f) =>
      `Kostnadstabellen har lika många rader som kolumner (${f.number('size')}). Ange vad raderna är: ”costRows”: ”projects” eller ”resources”.`,
    (f) =>
      `The cost table has as many rows as columns (${f.number('size')}). Say what its rows are: “costRows”: “projects” or “resources”.`,
  ),
  'allocation-unknown-project': says(
    (f) => `Projektet ”${f.text('project')}” finns inte. Rätta beteckningen eller lägg till projektet.`,
    (f) => `There is no project “${f.text('project')}”. Correct the id or add the project.`,
  ),
  'allocation-unknown-level': says(
    (f) => `Projektet ”${f.text('project')}” har ingen stödnivå ”${f.text('level')}”.`,
    (f) => `The project “${f.text('project')}” has no funding level “${f.text('level')}”.`,
  ),
};

/** A size outside its bound: characters of a text, items of a list, or a number. The bound itself may be excluded. */
function sizeText(f: ProblemFigures, language: Language, side: 'min' | 'max'): string {
  const bound = f.number(side === 'min' ? 'minimum' : 'maximum');
  const kind = f.text('what') === 'string' ? 'text' : ['array', 'set'].includes(f.text('what')) ? 'list' : 'number';
  const texts = {
    sv: {
      text: { min: `Texten är för kort: minst ${bound} tecken.`, max: `Texten är för lång: högst ${bound} tecken.` },
      list: { min: `Listan är för kort: minst ${bound} poster.`, max: `Listan är för lång: högst ${bound} poster.` },
      number: { min: `Talet är för litet: gränsen är ${bound}.`, max: `Talet är för stort: gränsen är ${bound}.` },
    },
    en: {
      text: {
        min: `The text is too short: at least ${bound} characters.`,
        max: `The text is too long: at most ${bound} characters.`,
      },
      list: {
        min: `The list is too short: at least ${bound} entries.`,
        max: `The list is too long: at most ${bound} entries.`,
      },
      number: {
        min: `The number is too small: the limit is ${bound}.`,
        max: `The number is too large: the limit is ${bound}.`,
      },
    },
  };
  return texts[language][kind][side];
}

/** Single figures. */
const figureWording: Catalogue = {
  'allocation-not-finite': says(
    (f) => `${f.text('value')} är inget tal att räkna med. Ange ett vanligt tal.`,
    (f) => `${f.text('value')} is not a number to compute with. Give an ordinary number.`,
  ),
  'allocation-not-a-decimal': says(
    (f) => `”${f.text('value')}” är inget tal. Skriv siffror med punkt före decimalerna.`,
    (f) => `“${f.text('value')}” is not a number. Write digits, with a point before the decimals.`,
  ),
  'allocation-negative-amount': says(
    (f) => `${f.text('value')} är mindre än 0. Ange 0 eller mer.`,
    (f) => `${f.text('value')} is below 0. Give 0 or more.`,
  ),
  'allocation-amount-too-fine': says(
    (f) =>
      `${f.has('value') ? `${f.text('value')} har för många decimaler` : 'Ett belopp har för många decimaler'}: högst ${f.number('mostMoneyDecimals')} räknas. Avrunda det.`,
    (f) =>
      `${f.has('value') ? `${f.text('value')} has too many decimals` : 'An amount has too many decimals'}: at most ${f.number('mostMoneyDecimals')} count. Round it.`,
  ),
  'allocation-amount-too-large': says(
    (f) =>
      `${f.text('value')}, räknat i filens minsta enhet, är för stort för att räknas exakt. Ange större enheter eller färre decimaler.`,
    (f) =>
      `${f.text('value')}, counted in the file's smallest unit, is too large to count exactly. Use larger units or fewer decimals.`,
  ),
  'allocation-not-whole': says(
    (f) => `${f.text('value')} är inget helt tal. Ange antalet utan decimaler.`,
    (f) => `${f.text('value')} is not a whole number. Give the count without decimals.`,
  ),
  'allocation-not-a-share': says(
    (f) =>
      `${f.text('value')} är ingen andel. Ange ett tal från 0 till 1 med högst sex decimaler, eller ett bråk med högst en miljon i nämnaren.`,
    (f) =>
      `${f.text('value')} is not a share. Give a number from 0 to 1 with at most six decimals, or a fraction of at most a million parts.`,
  ),
  'allocation-interval-reversed': says(
    (f) =>
      `Intervallet ${f.text('low')} till ${f.text('high')} går inte ihop: ange det lägsta först, och det troligaste däremellan.`,
    (f) =>
      `The interval ${f.text('low')} to ${f.text('high')} does not hold: give the lowest first, and the likeliest between them.`,
  ),
};

/** Costs, ceilings and the levels of a project. */
const moneyWording: Catalogue = {
  'allocation-cost-positions': says(
    (f) =>
      f.value('expected') === 0
        ? `Kostnaden har ${f.number('length')} delar, men problemet har en enda budget. Ange en summa, eller ”years”.`
        : `Kostnaden har ${f.number('length')} delar men ska ha ${f.number('expected')}: en för varje år eller del av budgeten.`,
    (f) =>
      f.value('expected') === 0
        ? `The cost has ${f.number('length')} parts, but the problem has a single budget. Give one sum, or “years”.`
        : `The cost has ${f.number('length')} parts but should have ${f.number('expected')}: one for each year or part of the budget.`,
  ),
  'allocation-cost-by-year-needed': says(
    (f) => `Kostnaden är en enda summa, men budgeten är delad. Fördela den på ${f.names('resources')}.`,
    (f) => `The cost is a single sum, but the budget is divided. Divide it between ${f.names('resources')}.`,
  ),
  'allocation-unknown-resource': says(
    (f) => `Ingen budget och inget projekt har ”${f.text('resource')}”. Rätta året, källan eller resursen.`,
    (f) => `No budget and no project has “${f.text('resource')}”. Correct the year, the source or the resource.`,
  ),
  'allocation-ceiling-of-nothing': says(
    () => 'Gränsen gäller inga pengar: inget passar ”resources”, ”years” och ”sources”. Rätta dem.',
    () => 'The limit is on no money: nothing fits “resources”, “years” and “sources”. Correct them.',
  ),
  'allocation-part-of-nothing': says(
    (f) =>
      `”part” är en del av hela värdet, men ${f.text('project')} har inget. Ange ”value” eller ”values” för projektet.`,
    (f) =>
      `“part” is a part of the full value, but ${f.text('project')} has none. Give the project “value” or “values”.`,
  ),
  'allocation-smallest-above-request': says(
    (f) => `Det minsta användbara bidraget till ${f.text('project')} är större än det sökta. Sänk det.`,
    (f) => `The smallest useful grant to ${f.text('project')} is above what is requested. Lower it.`,
  ),
  'allocation-must-and-excluded': says(
    (f) => `${f.text('project')} ska både väljas och uteslutas. Behåll det ena.`,
    (f) => `${f.text('project')} is both to be chosen and to be left out. Keep one of them.`,
  ),
  'ceiling-overcommitted': says(
    (f) => `Under ”${f.text('ceiling')}” är mer intecknat och reserverat än vad som finns; taket räknas som 0.`,
    (f) => `Under “${f.text('ceiling')}” more is committed and reserved than there is; the ceiling counts as 0.`,
  ),
  'resource-without-ceiling': says(
    (f) => `Inget tak begränsar ”${f.text('resource')}”. Lägg till ett om pengarna inte är obegränsade.`,
    (f) => `No ceiling limits “${f.text('resource')}”. Add one unless that money is unlimited.`,
  ),
};

/** What divides the projects in groups, the limits on groups, and synergies. */
const groupWording: Catalogue = {
  'allocation-unknown-dimension': says(
    (f) => dimensionText(f, 'sv'),
    (f) => dimensionText(f, 'en'),
  ),
  'allocation-unclear-dimension': says(
    (f) =>
      f.has('choices')
        ? `Det framgår inte vilken indelning gruppen hör till. Ange ”dimension”: ${f.names('choices')}.`
        : 'Projekten är inte indelade i grupper. Ange ”group” eller ”groups” för dem.',
    (f) =>
      f.has('choices')
        ? `It is not clear which dimension the group belongs to. Give “dimension”: ${f.names('choices')}.`
        : 'The projects are not divided in groups. Give them “group” or “groups”.',
  ),
  'allocation-limit-without-bound': says(
    () => 'Gränsen säger varken minst eller högst. Ange ett av dem.',
    () => 'The limit says neither least nor most. Give one of them.',
  ),
  'allocation-share-needs-budget': says(
    () =>
      'En andel av budgeten kräver en budget. Ange ”budget” eller årens tak, eller "of": "spent" för det som beviljas.',
    () =>
      'A share of the budget needs a budget. Give “budget” or the years’ ceilings, or "of": "spent" for what is granted.',
  ),
  'allocation-no-population': says(
    (f) => `Antalet invånare i ”${f.text('group')}” saknas. Ange det i ”populations” under ”${f.text('dimension')}”.`,
    (f) =>
      `The inhabitants of “${f.text('group')}” are missing. Give them in “populations” under “${f.text('dimension')}”.`,
  ),
  'allocation-synergy-too-many': says(
    (f) => `Minst ${f.number('atLeast')} projekt ska väljas, men samverkan gäller bara ${f.number('projects')}.`,
    (f) =>
      `At least ${f.number('atLeast')} projects are to be chosen, but the synergy has only ${f.number('projects')}.`,
  ),
  'limit-below-one': says(
    (f) => `Gränsen ${f.text('amount')} är läst som ett belopp. Är en andel menad, skriv ”${f.text('meant')}”.`,
    (f) => `The limit ${f.text('amount')} is read as an amount. If a share is meant, write “${f.text('meant')}”.`,
  ),
  'allocation-value-without-weight': says(
    (f) => `”${f.text('value')}” har ingen vikt i ”weights” och räknas inte.`,
    (f) => `“${f.text('value')}” has no weight in “weights” and does not count.`,
  ),
  'limit-on-empty-group': says(
    (f) =>
      `Inget projekt hör till ”${f.text('group')}” i ”${f.text('dimension')}”, som gränsen gäller. Stämmer namnet?`,
    (f) =>
      `No project belongs to “${f.text('group')}” in “${f.text('dimension')}”, which the limit is on. Is the name right?`,
  ),
};

function dimensionText(f: ProblemFigures, language: Language): string {
  const isSwedish = language === 'sv';
  if (!f.has('choices'))
    return isSwedish
      ? 'Projekten är inte indelade i grupper. Ange ”group” eller ”groups” för dem.'
      : 'The projects are not divided in groups. Give them “group” or “groups”.';
  if (!f.has('dimension'))
    return isSwedish
      ? `Ange vilken indelning som gäller: ${f.names('choices')}.`
      : `Say which dimension is meant: ${f.names('choices')}.`;
  return isSwedish
    ? `Indelningen ”${f.text('dimension')}” finns inte. Välj bland: ${f.names('choices')}.`
    : `There is no dimension “${f.text('dimension')}”. Choose among: ${f.names('choices')}.`;
}

/** Values and what is to be reached. */
const objectiveWording: Catalogue = {
  'allocation-no-value': says(
    (f) =>
      f.has('choices')
        ? `Det framgår inte vilket värde som räknas. Ange ”weights”, eller välj i målet bland: ${f.names('choices')}.`
        : 'Projekten har inga värden av det slag som behövs. Ange ”values” för dem.',
    (f) =>
      f.has('choices')
        ? `It is not said which value counts. Give “weights”, or choose in the objective among: ${f.names('choices')}.`
        : 'The projects have no values of the kind that is needed. Give them “values”.',
  ),
  'allocation-missing-value': says(
    (f) => `Värdet ”${f.text('value')}” saknas, fast andra projekt har det. Ange det.`,
    (f) => `The value “${f.text('value')}” is missing although other projects have it. Give it.`,
  ),
  'allocation-unknown-value': says(
    (f) => valueText(f, 'sv'),
    (f) => valueText(f, 'en'),
  ),
  'allocation-ratio-in-stages': says(
    () => 'Värde per krona kan inte vara ett av flera mål i tur och ordning. Välj ett annat mål för steget.',
    () => 'Value per krona cannot be one of several aims in order. Choose another aim for the stage.',
  ),
  'allocation-marginal-objective': says(
    (f) =>
      `Steglös delfinansiering finns bara för målet ”sum_of_value”, inte ”${f.text('objective')}”. Byt mål, eller ange stödnivåer i ”partialGrants”.`,
    (f) =>
      `Continuous part-funding exists only for the objective “sum_of_value”, not “${f.text('objective')}”. Change the objective, or state funding levels in “partialGrants”.`,
  ),
};

function valueText(f: ProblemFigures, language: Language): string {
  const isSwedish = language === 'sv';
  const start = f.has('value')
    ? isSwedish
      ? `Projekten har inget värde ”${f.text('value')}”.`
      : `The projects have no value “${f.text('value')}”.`
    : isSwedish
      ? 'Det framgår inte vilket värde som menas.'
      : 'It is not said which value is meant.';
  if (!f.has('choices')) return start;
  return isSwedish ? `${start} Välj bland: ${f.names('choices')}.` : `${start} Choose among: ${f.names('choices')}.`;
}

/** Sentences for reading an allocation problem and choosing portfolios. */
export const portfolioWording: Catalogue = {
  ...fileWording,
  ...figureWording,
  ...moneyWording,
  ...groupWording,
  ...objectiveWording,
  ...limitsWording,
};
