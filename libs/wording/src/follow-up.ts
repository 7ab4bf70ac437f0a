import type { Perspective } from '@fordela/domain';
import type { Catalogue, Wording } from './catalogue';
import { figuresOf, type Figures } from './figures-of';

type Sentence = (figures: Figures) => string;

const says = (sv: Sentence, en: Sentence): Wording => ({
  sv: (params) => sv(figuresOf(params, 'sv')),
  en: (params) => en(figuresOf(params, 'en')),
});

/** The perspectives of the annual account, as they are called in a sentence. */
export const perspectiveNames: Readonly<Record<Perspective, readonly [sv: string, en: string]>> = {
  economic: ['ekonomisk hållbarhet', 'economic sustainability'],
  social: ['social hållbarhet', 'social sustainability'],
  environmental: ['miljömässig hållbarhet', 'environmental sustainability'],
  gender_equality: ['jämställdhet', 'gender equality'],
  integration: ['integration', 'integration'],
  climate: ['klimat', 'climate'],
};

const fields: Readonly<Record<string, readonly [sv: string, en: string]>> = {
  women: ['kvinnor', 'women'],
  men: ['män', 'men'],
  notStated: ['ej angivet kön', 'sex not stated'],
  standing: ['hur projektet står', 'how the project stands'],
  text: ['texten', 'the text'],
  deviations: ['avvikelserna', 'the deviations'],
};
const fieldName = (f: Figures, index: 0 | 1) => fields[f.text('field')]?.[index] ?? f.text('field');
const perspective = (f: Figures, index: 0 | 1) =>
  (perspectiveNames as Readonly<Record<string, readonly [string, string]>>)[f.text('perspective')]?.[index] ??
  f.text('perspective');
const moneyWords: Readonly<Record<string, readonly [sv: string, en: string]>> = {
  requested: ['sökta', 'asked for'],
  proposed: ['föreslagna', 'proposed'],
  granted: ['beviljade', 'granted'],
};
const money = (f: Figures, index: 0 | 1) => moneyWords[f.text('money')]?.[index] ?? f.text('money');
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
/** A count with its word: `1 projekt`, `2 indikatorer`. */
const counted = (f: Figures, name: string, one: string, many: string) =>
  `${f.number(name)} ${f.value(name) === 1 ? one : many}`;

/** Follow-up: refusals of edits, reasons why a result is at risk, and the figures of the annual account. */
export const followUpWording: Catalogue = {
  'indicator-unknown': says(
    (f) => `Indikatorn ${f.text('id')} finns inte. Läs om listan.`,
    (f) => `There is no indicator ${f.text('id')}. Read the list again.`,
  ),
  'report-unknown': says(
    (f) => `Rapporten ${f.text('id')} finns inte. Läs om listan.`,
    (f) => `There is no report ${f.text('id')}. Read the list again.`,
  ),
  'lesson-unknown': says(
    (f) => `Lärdomen ${f.text('id')} finns inte. Läs om listan.`,
    (f) => `There is no lesson ${f.text('id')}. Read the list again.`,
  ),
  'indicator-direction': says(
    (f) =>
      `Målet ${f.number('target')} är inte ${f.text('direction') === 'increase' ? 'högre' : 'lägre'} än utgångsvärdet ${f.number('baseline')}. Rätta ett av dem, eller riktningen.`,
    (f) =>
      `The target ${f.number('target')} is not ${f.text('direction') === 'increase' ? 'above' : 'below'} the baseline ${f.number('baseline')}. Correct one of them, or the direction.`,
  ),
  'indicator-sum-decrease': says(
    () => 'Det som varje period lägger till kan inte minska. Välj senaste värde, eller riktningen ökning.',
    () => 'What each period adds cannot make it less. Choose the latest value, or the direction increase.',
  ),
  'indicator-dates-order': says(
    (f) => `Måldagen ${f.text('to')} ligger inte efter utgångsdagen ${f.text('from')}.`,
    (f) => `The target day ${f.text('to')} does not come after the baseline day ${f.text('from')}.`,
  ),
  'indicator-results-disagree': says(
    (f) =>
      `${counted(f, 'count', 'resultat som är noterat passar', 'resultat som är noterade passar')} inte (det första från ${f.text('date')}). Rätta resultaten först, eller behåll det här fältet.`,
    (f) =>
      `${counted(f, 'count', 'recorded result does', 'recorded results do')} not fit (the first from ${f.text('date')}). Correct the results first, or keep this field.`,
  ),
  'number-not-finite': says(
    (f) => `${f.text('value')} är inget tal.`,
    (f) => `${f.text('value')} is not a number.`,
  ),
  'people-not-whole': says(
    (f) => `${f.text('value')} kan inte vara ett antal människor. Skriv ett helt tal från 0.`,
    (f) => `${f.text('value')} cannot be a number of people. Write a whole number from 0.`,
  ),
  'result-before-baseline': says(
    (f) => `Resultatet är från ${f.text('date')}, före utgångsvärdet som är från ${f.text('baseline')}.`,
    (f) => `The result is from ${f.text('date')}, before the baseline, which is from ${f.text('baseline')}.`,
  ),
  'result-sum-negative': says(
    (f) => `${f.number('value')} kan inte läggas till. Skriv vad perioden gav, från 0.`,
    (f) => `${f.number('value')} cannot be added. Write what the period gave, from 0.`,
  ),
  'result-sex-missing': says(
    (f) => `Antalet saknas för ${fieldName(f, 0)}. Skriv 0 om det inte var någon.`,
    (f) => `The number is missing for ${fieldName(f, 1)}. Write 0 if there was nobody.`,
  ),
  'result-sex-not-people': says(
    () => 'Indikatorn räknar inte människor. Lämna kvinnor, män och ej angivet tomma.',
    () => 'The indicator does not count people. Leave women, men and not stated empty.',
  ),
  'result-sex-sum': says(
    (f) =>
      `Kvinnor, män och ej angivet är tillsammans ${f.number('sum')}, men värdet är ${f.number('value')}. Rätta så att de stämmer.`,
    (f) =>
      `Women, men and not stated make ${f.number('sum')}, but the value is ${f.number('value')}. Correct them so that they agree.`,
  ),
  'report-period-order': says(
    (f) => `Perioden slutar ${f.text('to')}, före den börjar ${f.text('from')}.`,
    (f) => `The period ends ${f.text('to')}, before it begins ${f.text('from')}.`,
  ),
  'report-due-early': says(
    (f) => `Rapporten ska komma ${f.text('due')}, före perioden den gäller börjar ${f.text('from')}.`,
    (f) => `The report is due ${f.text('due')}, before the period it is about begins ${f.text('from')}.`,
  ),
  'report-standing-missing': says(
    () => 'Ange hur projektet står: enligt plan, försenat eller avslutat.',
    () => 'State how the project stands: on track, late or closed.',
  ),
  'report-not-submitted': says(
    (f) => `Rapporten har inte kommit. Lämna ${fieldName(f, 0)} tom, eller skriv dagen då den kom.`,
    (f) => `The report has not come. Leave ${fieldName(f, 1)} empty, or write the day it came.`,
  ),
  'report-standing-kind': says(
    (f) =>
      f.text('kind') === 'final'
        ? 'En slutrapport avslutar projektet. Välj avslutat, eller lämna den som lägesrapport.'
        : 'En lägesrapport avslutar inte projektet. Välj enligt plan eller försenat, eller lämna den som slutrapport.',
    (f) =>
      f.text('kind') === 'final'
        ? 'A final report closes the project. Choose closed, or make it a progress report.'
        : 'A progress report does not close the project. Choose on track or late, or make it a final report.',
  ),
  'year-not-possible': says(
    (f) => `${f.text('year')} är inget år för det här. Skriv ${f.text('first')} till ${f.text('last')}.`,
    (f) => `${f.text('year')} is not a year for this. Write ${f.text('first')} to ${f.text('last')}.`,
  ),
  'priority-unknown': says(
    (f) => `Strategin har ingen prioritering ${f.text('id')}. Välj en som finns.`,
    (f) => `The strategy has no priority ${f.text('id')}. Choose one there is.`,
  ),
  'smallest-count': says(
    (f) => `Det minsta antalet kan vara 1 till ${f.number('most')}, inte ${f.number('count')}.`,
    (f) => `The smallest count can be 1 to ${f.number('most')}, not ${f.number('count')}.`,
  ),

  'risk-no-receiving-structure': says(
    () => 'Ingen tar emot resultatet när projektet slutar.',
    () => 'Nobody receives the result when the project ends.',
  ),
  'risk-partial-receiving-structure': says(
    () => 'Bara en del av resultatet har en mottagare.',
    () => 'Only a part of the result has a receiver.',
  ),
  'risk-receiving-structure-not-stated': says(
    () => 'Det är inte angivet om någon tar emot resultatet.',
    () => 'It is not stated whether anybody receives the result.',
  ),
  'risk-no-receiving-actor': says(
    () => 'Mottagaren är inte namngiven.',
    () => 'The receiver is not named.',
  ),
  'risk-receiving-actor-unknown': says(
    (f) => `Mottagaren ${f.text('actor')} finns inte i aktörsregistret.`,
    (f) => `The receiver ${f.text('actor')} is not in the register of actors.`,
  ),
  'risk-running-cost-without-owner': says(
    (f) => `Resultatet kostar ${f.sek('cost')} om året att hålla igång, och ingen har tagit på sig det.`,
    (f) => `The result costs ${f.sek('cost')} a year to keep running, and nobody has taken that on.`,
  ),
  'risk-running-cost-not-stated': says(
    () => 'Det är inte angivet vad resultatet kostar att hålla igång.',
    () => 'It is not stated what the result costs to keep running.',
  ),
  'risk-key-person': says(
    () => 'Resultatet hänger på en person.',
    () => 'The result hangs on one person.',
  ),
  'risk-key-person-not-stated': says(
    () => 'Det är inte angivet om resultatet hänger på en person.',
    () => 'It is not stated whether the result hangs on one person.',
  ),

  'annual-priorities': says(
    (f) =>
      f.list('priorities').length > 0
        ? `Hit räknas projekt under ${f.names('priorities')} i den regionala utvecklingsstrategin.`
        : 'Ingen prioritering i den regionala utvecklingsstrategin räknas hit.',
    (f) =>
      f.list('priorities').length > 0
        ? `Projects under ${f.names('priorities')} of the regional development strategy count here.`
        : 'No priority of the regional development strategy counts here.',
  ),
  'annual-projects': says(
    (f) =>
      `${counted(f, 'count', 'projekt', 'projekt')} med ${f.sek('grant')} i ${money(f, 0)} 1:1-medel och en total kostnad på ${f.sek('cost')}.`,
    (f) =>
      `${counted(f, 'count', 'project', 'projects')} with ${f.sek('grant')} of 1:1 funds ${money(f, 1)} and a total cost of ${f.sek('cost')}.`,
  ),
  'annual-indicators': says(
    (f) =>
      `${counted(f, 'indicators', 'indikator', 'indikatorer')}: ${f.number('measured')} med resultat, ${f.number('reached')} har nått målet. ${f.number('without')} projekt saknar indikator.`,
    (f) =>
      `${counted(f, 'indicators', 'indicator', 'indicators')}: ${f.number('measured')} with a result, ${f.number('reached')} have reached the target. ${f.number('without')} projects have no indicator.`,
  ),
  'annual-perspective': says(
    (f) =>
      `${capital(perspective(f, 0))}: ${counted(f, 'indicators', 'indikator', 'indikatorer')} i ${f.number('projects')} projekt, ${f.number('measured')} med resultat, ${f.number('reached')} har nått målet.`,
    (f) =>
      `${capital(perspective(f, 1))}: ${counted(f, 'indicators', 'indicator', 'indicators')} in ${f.number('projects')} projects, ${f.number('measured')} with a result, ${f.number('reached')} have reached the target.`,
  ),
  'annual-criterion': says(
    (f) => `Kriteriet ”${f.text('nameSv')}” väger ${f.percent('percent')}.`,
    (f) => `The criterion “${f.text('nameEn')}” weighs ${f.percent('percent')}.`,
  ),
  'annual-territory': says(
    (f) =>
      `${capital(money(f, 0))} pengar når ${f.number('reached')} av ${f.number('of')} kommuner, av de små ${f.number('small')} av ${f.number('ofSmall')} med ${f.sek('smallGrant')} tillsammans.`,
    (f) =>
      `The money ${money(f, 1)} reaches ${f.number('reached')} of ${f.number('of')} municipalities; of the small ones ${f.number('small')} of ${f.number('ofSmall')}, with ${f.sek('smallGrant')} together.`,
  ),
  'annual-municipality': says(
    (f) => `${f.text('municipality')}: ${f.sek('grant')}, ${f.sek('perInhabitant')} per invånare.`,
    (f) => `${f.text('municipality')}: ${f.sek('grant')}, ${f.sek('perInhabitant')} per inhabitant.`,
  ),
  'annual-no-municipality': says(
    (f) => `${f.sek('grant')} går till projekt som inte anger någon kommun i registret.`,
    (f) => `${f.sek('grant')} goes to projects that state no municipality of the register.`,
  ),
  'annual-decisions': says(
    (f) =>
      f.text('money') === 'requested'
        ? `Alla ${f.number('of')} ansökningar, som tillsammans söker ${f.sek('requested')}: underlaget är varken förslag eller beslut.`
        : `${f.number('count')} av ${f.number('of')} ansökningar, ${f.sek('grant')} ${money(f, 0)} av ${f.sek('requested')} sökta.`,
    (f) =>
      f.text('money') === 'requested'
        ? `All ${f.number('of')} applications, which together ask for ${f.sek('requested')}: the basis is neither a proposal nor a decision.`
        : `${f.number('count')} of ${f.number('of')} applications, ${f.sek('grant')} ${money(f, 1)} of the ${f.sek('requested')} asked for.`,
  ),
  'annual-early-phases': says(
    (f) => `${f.sek('grant')} av de ${money(f, 0)} pengarna går till tidiga faser, efter fasernas kostnad.`,
    (f) => `${f.sek('grant')} of the money ${money(f, 1)} goes to early phases, by the cost of the phases.`,
  ),
  'annual-standings': says(
    (f) =>
      `Enligt den senaste rapporten: ${f.number('onTrack')} enligt plan, ${f.number('late')} försenade, ${f.number('closed')} avslutade, ${f.number('without')} utan rapport. ${counted(f, 'overdue', 'rapport är', 'rapporter är')} försenade.`,
    (f) =>
      `By their last report: ${f.number('onTrack')} on track, ${f.number('late')} late, ${f.number('closed')} closed, ${f.number('without')} without a report. ${counted(f, 'overdue', 'report is', 'reports are')} overdue.`,
  ),
  'annual-people': says(
    (f) =>
      `${f.number('women')} kvinnor, ${f.number('men')} män och ${f.number('notStated')} utan angivet kön i projekten (deltaganden, inte unika personer). ${f.value('percent') === null ? `För få för en procentsats: färre än ${f.number('smallest')} med angivet kön.` : `${f.percent('percent')} kvinnor av dem med angivet kön.`} ${f.number('without')} av indikatorerna har inget resultat.`,
    (f) =>
      `${f.number('women')} women, ${f.number('men')} men and ${f.number('notStated')} with sex not stated in the projects (participations, not persons). ${f.value('percent') === null ? `Too few for a percentage: fewer than ${f.number('smallest')} with sex stated.` : `${f.percent('percent')} women of those with sex stated.`} ${f.number('without')} of the indicators have no result.`,
  ),
  'annual-company-support': says(
    () => 'Selektiva regionala företagsstöd finns inte i Fördela. Redovisa dem från ärendesystemet.',
    () => 'Selective regional support to companies is not in Fördela. Account for it from the case system.',
  ),
};
