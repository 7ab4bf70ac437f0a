import type { Catalogue, Wording } from './catalogue';
import { figuresOf, type Figures } from './figures-of';

type Sentence = (figures: Figures) => string;

function says(sv: Sentence, en: Sentence): Wording {
  return { sv: (params) => sv(figuresOf(params, 'sv')), en: (params) => en(figuresOf(params, 'en')) };
}

/** Ratings as tables: what keeps them from being read or compared. */
const ratings: Catalogue = {
  'ratings-none-given': says(
    () => 'Uppgiften behöver betyg, men filen har varken ”ratings” eller en tabell med prestationer.',
    () => 'The task needs ratings, but the file has neither “ratings” nor a table of performances.',
  ),
  'ratings-and-counts': says(
    () => 'Ange antingen betyg eller antal per värde, inte båda.',
    () => 'Give either ratings or counts per value, not both.',
  ),
  'ratings-empty': says(
    () => 'Tabellen med betyg är tom.',
    () => 'The table of ratings is empty.',
  ),
  'ratings-not-rectangular': says(
    (f) =>
      `Raden har ${f.number('length')} betyg, men de andra har ${f.number('expected')}. Skriv null där betyg saknas.`,
    (f) =>
      `The row has ${f.number('length')} ratings where the others have ${f.number('expected')}. Write null where one is missing.`,
  ),
  'ratings-names-length': says(
    (f) => `Listan har ${f.number('length')} namn, men tabellen behöver ${f.number('expected')}.`,
    (f) => `The list has ${f.number('length')} names, but the table needs ${f.number('expected')}.`,
  ),
  'ratings-name-repeated': says(
    (f) => `Namnet ”${f.text('id')}” står två gånger.`,
    (f) => `The name “${f.text('id')}” stands twice.`,
  ),
  'ratings-name-unknown': says(
    (f) => `”${f.text('id')}” finns inte bland betygen.`,
    (f) => `“${f.text('id')}” is not among the ratings.`,
  ),
  'rating-not-finite': says(
    (f) => `Ett betyg måste vara ett tal, inte ${f.text('value')}.`,
    (f) => `A rating must be a number, not ${f.text('value')}.`,
  ),
  'rating-not-a-number': says(
    (f) => `Metoden räknar med tal; ”${f.text('value')}” är en etikett.`,
    (f) => `The method computes with numbers; “${f.text('value')}” is a label.`,
  ),
  'rating-missing': says(
    () => 'Ett betyg saknas här. Välj hur luckor ska hanteras, eller fyll i betyget.',
    () => 'A rating is missing here. Choose how gaps are to be treated, or fill it in.',
  ),
  'rating-value-repeated': says(
    (f) => `Värdet ${f.text('value')} står två gånger i listan över möjliga värden.`,
    (f) => `The value ${f.text('value')} stands twice in the list of possible values.`,
  ),
  'rating-outside-values': says(
    (f) => `Betyget ${f.text('value')} finns inte bland de möjliga värdena.`,
    (f) => `The rating ${f.text('value')} is not among the possible values.`,
  ),
  'rating-repeated': says(
    (f) => `Granskare ${f.text('reviewer')} har två betyg på ${f.text('application')} för samma sak. Behåll ett.`,
    (f) => `Reviewer ${f.text('reviewer')} has two ratings of ${f.text('application')} for the same thing. Keep one.`,
  ),
  'ratings-no-variation': says(
    (f) => `Alla betyg är ${f.text('value')}. Då går det inte att skilja ansökningar eller granskare åt.`,
    (f) => `Every rating is ${f.text('value')}. Nothing then tells applications or reviewers apart.`,
  ),
  'ratings-disconnected': says(
    (f) =>
      `Ingen granskare knyter ${f.names('applications')} (granskade av ${f.names('reviewers')}) till de övriga. Om den ena gruppen är strängare syns inte i betygen. Låt någon granska i båda grupperna.`,
    (f) =>
      `No reviewer links ${f.names('applications')} (rated by ${f.names('reviewers')}) with the rest. Whether one group is stricter cannot be seen. Let someone rate in both groups.`,
  ),
  'rating-scale-empty': says(
    (f) => `Skalan går från ${f.text('min')} till ${f.text('max')}; den lägsta änden måste ligga under den högsta.`,
    (f) => `The scale runs from ${f.text('min')} to ${f.text('max')}; its lowest end must lie below its highest.`,
  ),
  'trim-share-out-of-range': says(
    (f) => `Andelen som skärs bort i var ände måste vara minst 0 och under 0,5, inte ${f.text('share')}.`,
    (f) => `The share trimmed at each end must be at least 0 and below 0.5, not ${f.text('share')}.`,
  ),
};

/** Measures of agreement. */
const agreement: Catalogue = {
  'alpha-no-pairable-unit': says(
    () => 'Ingen ansökan har minst två betyg. Då finns ingen enighet att mäta.',
    () => 'No unit has at least two ratings, so there is no agreement to measure.',
  ),
  'alpha-single-value': says(
    (f) => `Alla jämförbara betyg är ${f.text('value')}. Enigheten säger då ingenting, och alfa finns inte.`,
    (f) => `Every comparable rating is ${f.text('value')}. Agreement then says nothing, and alpha does not exist.`,
  ),
  'alpha-no-expected-disagreement': says(
    () => 'Med de angivna avstånden skiljer sig inga värden åt. Alfa finns inte.',
    () => 'By the differences given, no two values differ. Alpha does not exist.',
  ),
  'alpha-order-needed': says(
    (f) =>
      `Etiketter som ”${f.text('value')}” har ingen ordning av sig själva. Lista värdena i ordning under ”values”.`,
    (f) => `Labels such as “${f.text('value')}” have no order of their own. List the values in order under “values”.`,
  ),
  'alpha-numbers-needed': says(
    (f) => `Mätnivån ${f.text('difference')} behöver tal; ”${f.text('value')}” är en etikett.`,
    (f) => `The level ${f.text('difference')} needs numbers; “${f.text('value')}” is a label.`,
  ),
  'alpha-negative-ratio': says(
    (f) => `En kvotskala har en nollpunkt; ${f.number('value')} ligger under den.`,
    (f) => `A ratio scale has a zero point; ${f.number('value')} lies below it.`,
  ),
  'alpha-period': says(
    (f) => `Perioden måste vara större än 0, inte ${f.text('period')}.`,
    (f) => `The period must be above 0, not ${f.text('period')}.`,
  ),
  'alpha-matrix-size': says(
    (f) => `Avståndstabellen måste ha ${f.number('expected')} rader och lika många kolumner, en för varje värde.`,
    (f) => `The table of differences needs ${f.number('expected')} rows and as many columns, one for each value.`,
  ),
  'alpha-matrix-entry': says(
    (f) =>
      `Avståndet ${f.text('value')} duger inte: avstånd är minst 0, lika åt båda håll, och 0 från ett värde till sig självt.`,
    (f) =>
      `The difference ${f.text('value')} will not do: differences are at least 0, the same both ways, and 0 from a value to itself.`,
  ),
  'alpha-bootstrap-undefined': says(
    () => 'I alla dragningar blev betygen samma värde. Något intervall finns inte.',
    () => 'In every draw the ratings were one and the same value. There is no interval.',
  ),
  'bootstrap-draws': says(
    (f) => `Antalet dragningar måste vara ett heltal från ${f.number('lowest')} till ${f.number('highest')}.`,
    (f) => `The number of draws must be a whole number from ${f.number('lowest')} to ${f.number('highest')}.`,
  ),
  'seed-not-whole': says(
    (f) => `Fröet måste vara ett heltal från 0, inte ${f.text('seed')}.`,
    (f) => `The seed must be a whole number from 0, not ${f.text('seed')}.`,
  ),
  'confidence-out-of-range': says(
    (f) => `Konfidensgraden måste ligga mellan 0 och 1, till exempel 0,95. Den är ${f.text('confidence')}.`,
    (f) => `The confidence must lie between 0 and 1, for example 0.95. It is ${f.text('confidence')}.`,
  ),
  'icc-too-few-units': says(
    (f) => `Det behövs minst två ansökningar utan luckor; här finns ${f.number('units')}.`,
    (f) => `At least two units without gaps are needed; there are ${f.number('units')}.`,
  ),
  'icc-too-few-reviewers': says(
    (f) => `Det behövs minst två granskare; här finns ${f.number('reviewers')}.`,
    (f) => `At least two reviewers are needed; there are ${f.number('reviewers')}.`,
  ),
  'icc-no-variation': says(
    (f) => `Alla betyg är ${f.text('value')}. Någon korrelation finns inte.`,
    (f) => `Every rating is ${f.text('value')}. There is no correlation.`,
  ),
  'kappa-two-reviewers': says(
    (f) => `Cohens kappa jämför två granskare; här finns ${f.number('reviewers')}.`,
    (f) => `Cohen's kappa compares two reviewers; there are ${f.number('reviewers')}.`,
  ),
  'kappa-no-units': says(
    () => 'De två granskarna har ingen ansökan gemensam.',
    () => 'The two reviewers have no unit in common.',
  ),
  'kappa-single-value': says(
    () => 'Alla betyg är samma värde. Kappa finns inte då.',
    () => 'All ratings are one and the same value. Kappa does not exist then.',
  ),
  'kappa-weights-size': says(
    (f) => `Vikttabellen måste ha ${f.number('expected')} rader och kolumner, en för varje värde.`,
    (f) => `The table of weights needs ${f.number('expected')} rows and columns, one for each value.`,
  ),
  'kappa-weights-entry': says(
    (f) =>
      `Vikten ${f.text('value')} duger inte: vikter ligger från 0 till 1, är lika åt båda håll, och 1 när värdena är lika.`,
    (f) =>
      `The weight ${f.text('value')} will not do: weights lie from 0 to 1, are the same both ways, and 1 where the values agree.`,
  ),
  'kappa-crosstab-square': says(
    (f) => `Korstabellen måste ha lika många rader som kolumner, en för varje värde (${f.number('expected')}).`,
    (f) => `The cross table needs as many rows as columns, one for each value (${f.number('expected')}).`,
  ),
  'fleiss-too-few-ratings': says(
    (f) => `Här finns ${f.number('ratings')} betyg; det behövs minst två.`,
    (f) => `There are ${f.number('ratings')} ratings here; at least two are needed.`,
  ),
  'fleiss-no-units': says(
    () => 'Ingen ansökan har tillräckligt många betyg.',
    () => 'No unit has enough ratings.',
  ),
  'kendall-too-small': says(
    (f) =>
      `Det behövs minst två ansökningar och två granskare; här finns ${f.number('units')} och ${f.number('reviewers')}.`,
    (f) =>
      `At least two units and two reviewers are needed; there are ${f.number('units')} and ${f.number('reviewers')}.`,
  ),
  'kendall-all-tied': says(
    () => 'Varje granskare har gett alla samma betyg. Någon ordning finns inte.',
    () => 'Every reviewer has rated all alike. There is no order.',
  ),
};

/** Strictness, expected ranks, the funding line and the draw. */
const line: Catalogue = {
  'strictness-too-few-reviewers': says(
    (f) => `Stränghet kräver minst två granskare med betyg; här finns ${f.number('reviewers')}.`,
    (f) => `Strictness needs at least two reviewers with ratings; there are ${f.number('reviewers')}.`,
  ),
  'strictness-too-few-units': says(
    (f) => `Stränghet kräver minst två ansökningar med betyg; här finns ${f.number('units')}.`,
    (f) => `Strictness needs at least two units with ratings; there are ${f.number('units')}.`,
  ),
  'strictness-too-few-ratings': says(
    (f) =>
      `${f.number('ratings')} betyg på ${f.number('units')} ansökningar: ingen ansökan har flera granskare att jämföra.`,
    (f) => `${f.number('ratings')} ratings of ${f.number('units')} units: no unit has several reviewers to compare.`,
  ),
  'minimum-ratings': says(
    (f) => `Minsta antal betyg måste vara ett heltal från 1, inte ${f.text('minimum')}.`,
    (f) => `The minimum number of ratings must be a whole number from 1, not ${f.text('minimum')}.`,
  ),
  'expected-rank-too-few-units': says(
    (f) => `Det behövs minst två ansökningar med betyg; här finns ${f.number('units')}.`,
    (f) => `At least two units with grades are needed; there are ${f.number('units')}.`,
  ),
  'expected-rank-no-residual': says(
    () =>
      'Granskarna skiljer sig åt med samma steg överallt, utan någon rest. Modellen kan då inte skatta hur osäkert ett betyg är.',
    () =>
      'The reviewers differ by the same steps everywhere, with nothing left over. The model cannot then tell how uncertain a grade is.',
  ),
  'prior-not-positive': says(
    (f) => `${f.text('name')} måste vara större än 0, inte ${f.text('value')}.`,
    (f) => `${f.text('name')} must be above 0, not ${f.text('value')}.`,
  ),
  'grid-points': says(
    (f) => `Antalet punkter måste vara ett heltal från ${f.number('lowest')} till ${f.number('highest')}.`,
    (f) => `The number of grid points must be a whole number from ${f.number('lowest')} to ${f.number('highest')}.`,
  ),
  'lattice-points': says(
    (f) => `Antalet gitterpunkter måste vara ett heltal från ${f.number('lowest')} till ${f.number('highest')}.`,
    (f) => `The number of lattice points must be a whole number from ${f.number('lowest')} to ${f.number('highest')}.`,
  ),
  'interval-out-of-range': says(
    (f) => `Intervallets sannolikhet måste ligga mellan 0 och 1, inte ${f.text('interval')}.`,
    (f) => `The probability of the interval must lie between 0 and 1, not ${f.text('interval')}.`,
  ),
  'line-no-units': says(
    () => 'Det finns inga ansökningar att dra en gräns bland.',
    () => 'There are no units to draw a line among.',
  ),
  'line-places': says(
    (f) => `Antalet platser måste vara ett heltal från 0, inte ${f.text('places')}.`,
    (f) => `The number of places must be a whole number from 0, not ${f.text('places')}.`,
  ),
  'line-interval': says(
    (f) => `Intervallet för ${f.text('unit')} går från ${f.text('low')} till ${f.text('high')}; det måste gå uppåt.`,
    (f) => `The interval of ${f.text('unit')} runs from ${f.text('low')} to ${f.text('high')}; it must run upwards.`,
  ),
  'draw-no-ids': says(
    () => 'Det finns ingen att lotta bland.',
    () => 'There is nobody to draw among.',
  ),
  'draw-repeated-id': says(
    (f) => `${f.text('id')} står två gånger. Var och en får en lott.`,
    (f) => `${f.text('id')} stands twice. Everyone gets one lot.`,
  ),
  'draw-places': says(
    (f) => `Antalet platser måste vara ett heltal från 0 till ${f.number('most')}, inte ${f.text('places')}.`,
    (f) => `The number of places must be a whole number from 0 to ${f.number('most')}, not ${f.text('places')}.`,
  ),
  'draw-seed': says(
    (f) => `Lottningens frö måste ha minst ${f.number('shortest')} tecken, så att ingen kan räkna ut det i förväg.`,
    (f) =>
      `The seed of the draw must have at least ${f.number('shortest')} characters, so that nobody can find it beforehand.`,
  ),
  'draw-commitment': says(
    () => 'Fröet stämmer inte med det som utfästes före lottningen.',
    () => 'The seed is not the one that was committed to before the draw.',
  ),
};

/** Rankings of a group. */
const group: Catalogue = {
  'ballots-none': says(
    () => 'Det finns inga röstsedlar.',
    () => 'There are no ballots.',
  ),
  'ballots-and-ratings': says(
    () => 'Ange antingen röstsedlar eller betyg, inte båda.',
    () => 'Give either ballots or ratings, not both.',
  ),
  'ballots-one-candidate': says(
    () => 'Det behövs minst två att välja mellan.',
    () => 'At least two candidates are needed.',
  ),
  'ballot-count': says(
    (f) => `Antalet röstsedlar måste vara större än 0, inte ${f.text('count')}.`,
    (f) => `The number of ballots must be above 0, not ${f.text('count')}.`,
  ),
  'ballot-empty': says(
    () => 'Röstsedeln rangordnar ingen.',
    () => 'The ballot ranks nobody.',
  ),
  'ballot-repeats': says(
    (f) => `Röstsedeln nämner ${f.text('id')} två gånger.`,
    (f) => `The ballot names ${f.text('id')} twice.`,
  ),
  'ballot-unknown': says(
    (f) => `${f.text('id')} finns inte bland dem man kan rösta på.`,
    (f) => `${f.text('id')} is not among the candidates.`,
  ),
  'ballot-incomplete': says(
    (f) => `Röstsedeln utelämnar ${f.names('ids')}. Välj vad det betyder: sist, eller ingenting sagt.`,
    (f) => `The ballot leaves out ${f.names('ids')}. Choose what that means: last, or nothing said.`,
  ),
  'candidate-repeated': says(
    (f) => `${f.text('id')} står två gånger bland dem man kan rösta på.`,
    (f) => `${f.text('id')} stands twice among the candidates.`,
  ),
  'kemeny-too-many': says(
    (f) =>
      `Kemenyordningen räknas exakt för högst ${f.number('most')}; här finns ${f.number('candidates')}. Välj andra metoder.`,
    (f) =>
      `The Kemeny order is computed exactly for at most ${f.number('most')}; there are ${f.number('candidates')}. Choose other methods.`,
  ),
};

/** A round's scores: what was left out, and why it cannot be scored. */
const round: Catalogue = {
  'round-no-applications': says(
    () => 'Omgången har inga ansökningar.',
    () => 'The round has no applications.',
  ),
  'round-no-criteria': says(
    () => 'Omgången har inga kriterier.',
    () => 'The round has no criteria.',
  ),
  'round-unknown-application': says(
    (f) => `Ansökan ${f.text('application')} finns inte i omgången.`,
    (f) => `There is no application ${f.text('application')} in the round.`,
  ),
  'formula-missing': says(
    (f) => `Kriteriet ${f.text('criterion')} ska beräknas men har ingen formel.`,
    (f) => `The criterion ${f.text('criterion')} is to be computed but has no formula.`,
  ),
  'rating-unused': says(
    (f) =>
      `Betyget av ${f.text('reviewer')} på ${f.text('application')}, ${f.text('criterion')}, hör inte till omgången och räknas inte.`,
    (f) =>
      `The rating by ${f.text('reviewer')} of ${f.text('application')}, ${f.text('criterion')}, does not belong to the round and does not count.`,
  ),
  'rating-conflict-left-out': says(
    (f) =>
      `${f.text('reviewer')} har anmält jäv: ${f.number('ratings')} betyg på ${f.text('application')} räknas inte.`,
    (f) =>
      `${f.text('reviewer')} has declared a conflict of interest: ${f.number('ratings')} ratings of ${f.text('application')} do not count.`,
  ),
  'rating-not-given': says(
    (f) => `${f.text('reviewer')} har inte gett betyg på ${f.text('application')}, ${f.text('criterion')}.`,
    (f) => `${f.text('reviewer')} has not rated ${f.text('application')} on ${f.text('criterion')}.`,
  ),
  'rating-cannot-judge': says(
    (f) => `${f.text('reviewer')} kan inte bedöma ${f.text('application')}, ${f.text('criterion')}.`,
    (f) => `${f.text('reviewer')} cannot judge ${f.text('application')} on ${f.text('criterion')}.`,
  ),
  'rating-out-of-scale': says(
    (f) =>
      `Betyget ${f.text('value')} från ${f.text('reviewer')} ligger utanför skalan ${f.number('min')}–${f.number('max')} och räknas inte.`,
    (f) =>
      `The rating ${f.text('value')} by ${f.text('reviewer')} lies outside the scale ${f.number('min')}–${f.number('max')} and does not count.`,
  ),
  'application-without-score': says(
    (f) =>
      `${f.text('application')} har inget som kan räknas och får därför inga poäng. Det är inte samma sak som noll.`,
    (f) => `${f.text('application')} has nothing to compute with and gets no score. That is not the same as zero.`,
  ),
  'criterion-unweighted': says(
    (f) => `Kriteriet ${f.text('criterion')} väger ingenting.`,
    (f) => `The criterion ${f.text('criterion')} weighs nothing.`,
  ),
};

/** Sentences about reviewers, groups and the scores of a round. */
export const reviewersWording: Catalogue = { ...ratings, ...agreement, ...line, ...group, ...round };
