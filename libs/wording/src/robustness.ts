import type { Catalogue, Wording } from './catalogue';
import { figuresOf, type Figures } from './figures-of';

/** A sentence in both languages from the figures of the refusal. */
const says = (sv: (f: Figures) => string, en: (f: Figures) => string): Wording => ({
  sv: (params) => sv(figuresOf(params, 'sv')),
  en: (params) => en(figuresOf(params, 'en')),
});

/** Drawing weights and scores. */
const drawing: Catalogue = {
  'smaa-too-few': says(
    (f) =>
      `Det behövs minst ett alternativ och ett kriterium; här finns ${f.number('alternatives')} och ${f.number('criteria')}.`,
    (f) =>
      `At least one alternative and one criterion are needed; there are ${f.number('alternatives')} and ${f.number('criteria')}.`,
  ),
  'smaa-seed': says(
    (f) => `Fröet ${f.text('seed')} går inte att använda. Ange ett heltal från 0.`,
    (f) => `The seed ${f.text('seed')} cannot be used. Give a whole number from 0.`,
  ),
  'smaa-rank-depth': says(
    (f) => `Antalet placeringar att räkna måste vara ett heltal från 1, inte ${f.text('depth')}.`,
    (f) => `The number of ranks to count must be a whole number from 1, not ${f.text('depth')}.`,
  ),
  'smaa-too-large': says(
    (f) =>
      `Det blir ${f.number('counts')} räkneverk, fler än ${f.number('most')}. Ange en mindre "rankDepth", eller "pairs": false.`,
    (f) =>
      `That takes ${f.number('counts')} counts, more than ${f.number('most')}. Give a smaller "rankDepth", or "pairs": false.`,
  ),
  'smaa-weights-length': says(
    (f) => `Vikterna gäller ${f.number('weights')} kriterier men tabellen har ${f.number('criteria')}.`,
    (f) => `The weights are of ${f.number('weights')} criteria but the table has ${f.number('criteria')}.`,
  ),
  'smaa-missing-score': says(
    (f) =>
      f.text('kind') === 'cannot_judge'
        ? 'Här har det inte gått att bedöma. Ange "cannotJudge": "whole-scale" om det får vara vad som helst på skalan.'
        : 'Här saknas en bedömning. Saknad är inte noll: fyll i den, eller ange "missing": "whole-scale" om den får vara vad som helst på skalan.',
    (f) =>
      f.text('kind') === 'cannot_judge'
        ? 'This could not be judged. Set "cannotJudge": "whole-scale" if it may be anything on the scale.'
        : 'A performance is missing here. Missing is not zero: fill it in, or set "missing": "whole-scale" if it may be anything on the scale.',
  ),
  'smaa-value-tabulated': says(
    (f) =>
      `Den krökta värdefunktionen för ${f.text('criterion')} läses ur en tabell, högst ${f.text('deviation')} fel.`,
    (f) =>
      `The curved value function of ${f.text('criterion')} is read from a table, at most ${f.text('deviation')} off.`,
  ),
  'ranking-repeated': says(
    (f) => `”${f.text('id')}” står två gånger i rangordningen av kriterier.`,
    (f) => `“${f.text('id')}” stands twice in the ranking of criteria.`,
  ),
  'acceptability-sum': says(
    (f) => `Andelarna på raden ska tillsammans bli 1 men blir ${f.number('sum')}.`,
    (f) => `The shares of the row should sum to 1 but sum to ${f.number('sum')}.`,
  ),
};

/** The money line. */
const line: Catalogue = {
  'smaa-line': says(
    () =>
      'Anslagsstrecket går inte att dra. Antalet ska vara ett heltal från 1; budget och kostnader hela kronor, en kostnad per alternativ.',
    () =>
      'The money line cannot be drawn. The count should be a whole number from 1; budget and costs whole kronor, one cost per alternative.',
  ),
  'line-needed': says(
    () => 'Ange "line": ett antal, eller en budget med kostnader. Annars finns inget streck att hamna över.',
    () => 'Give "line": a count, or a budget with costs. Without it there is no line to be above.',
  ),
  'line-cost-missing': says(
    (f) => `Kostnaden för ${f.text('alternative')} saknas. Saknad är inte noll.`,
    (f) => `The cost of ${f.text('alternative')} is missing. Missing is not zero.`,
  ),
};

/** Sensitivity and smallest changes. */
const sensitivity: Catalogue = {
  'stability-too-few': says(
    (f) =>
      `Det behövs minst ett alternativ och ett kriterium; här finns ${f.number('alternatives')} och ${f.number('criteria')}.`,
    (f) =>
      `At least one alternative and one criterion are needed; there are ${f.number('alternatives')} and ${f.number('criteria')}.`,
  ),
  'stability-row-length': says(
    (f) => `Raden har ${f.number('length')} värden men det finns ${f.number('expected')} vikter.`,
    (f) => `The row has ${f.number('length')} values but there are ${f.number('expected')} weights.`,
  ),
  'stability-not-finite': says(
    (f) => `${f.text('value')} är inget tal att räkna med.`,
    (f) => `${f.text('value')} is not a number to compute with.`,
  ),
  'stability-weights': says(
    (f) => `Vikterna ska vara minst 0 och tillsammans 1; de blir ${f.text('sum')}.`,
    (f) => `The weights should be at least 0 and sum to 1; they sum to ${f.text('sum')}.`,
  ),
  'tornado-range': says(
    (f) =>
      `Från ${f.text('low')} till ${f.text('high')} är inget spann: den låga änden ska vara lägst, och en vikt ligga mellan 0 och 1.`,
    (f) =>
      `From ${f.text('low')} to ${f.text('high')} is no range: the low end comes first, and a weight lies between 0 and 1.`,
  ),
  'change-already-so': says(
    () => 'Så är det redan: det finns inget att ändra.',
    () => 'That is already so: there is nothing to change.',
  ),
  'change-unknown-alternative': says(
    (f) => `Alternativ ${f.text('alternative')} finns inte.`,
    (f) => `There is no alternative ${f.text('alternative')}.`,
  ),
  'change-limits': says(
    (f) => `Värden från ${f.text('low')} till ${f.text('high')} är inget spann.`,
    (f) => `Values from ${f.text('low')} to ${f.text('high')} are no range.`,
  ),
  'change-over-or-line': says(
    () => 'Ange antingen "over" (vem som ska passeras) eller "line" (strecket att komma över), inte båda.',
    () => 'Give either "over" (whom to pass) or "line" (the line to rise above), not both.',
  ),
};

/** What holds for all weights, other methods' reversals, and what to find out. */
const others: Catalogue = {
  'dominance-too-few': says(
    (f) =>
      `Det behövs minst ett alternativ och ett kriterium; här finns ${f.number('alternatives')} och ${f.number('criteria')}.`,
    (f) =>
      `At least one alternative and one criterion are needed; there are ${f.number('alternatives')} and ${f.number('criteria')}.`,
  ),
  'dominance-row-length': says(
    (f) => `Raden har ${f.number('length')} värden men det finns ${f.number('expected')} kriterier.`,
    (f) => `The row has ${f.number('length')} values but there are ${f.number('expected')} criteria.`,
  ),
  'dominance-interval': says(
    (f) => `Från ${f.text('low')} till ${f.text('high')} är inget spann av värden.`,
    (f) => `From ${f.text('low')} to ${f.text('high')} is no range of values.`,
  ),
  'dominance-no-ends': says(
    () => 'En normalfördelad bedömning har inga ändar. Ange ett intervall för att jämföra vad som alltid gäller.',
    () => 'A normally distributed performance has no ends. Give an interval to compare what always holds.',
  ),
  'reversal-nothing-changes': says(
    () => 'Ange "withdraw" eller "add": annars ändras ingenting att jämföra.',
    () => 'Give "withdraw" or "add": otherwise nothing changes that could be compared.',
  ),
  'reversal-each-and-add': says(
    () => 'Var och en i tur och ordning går inte att förena med tillägg. Gör två uppgifter.',
    () => 'Each in turn cannot be combined with additions. Make two tasks of it.',
  ),
  'reversal-method-without-ranks': says(
    (f) => `Metoden ”${f.text('method')}” ger ingen placering åt varje alternativ, så inget kan byta plats.`,
    (f) => `The method “${f.text('method')}” does not give every alternative a rank, so none can change places.`,
  ),
  'clarity-parts': says(
    (f) => `Antalet delar ska vara ett heltal från 2 till 16, inte ${f.text('parts')}.`,
    (f) => `The number of parts should be a whole number from 2 to 16, not ${f.text('parts')}.`,
  ),
  'clarity-needs-line': says(
    () => 'Måttet "funded" behöver ett anslagsstreck: ange "line".',
    () => 'The measure "funded" needs a money line: give "line".',
  ),
  'clarity-too-large': says(
    (f) =>
      `Det blir ${f.number('counts')} räkneverk, fler än ${f.number('most')}. Välj måttet "first" eller "funded", eller färre alternativ.`,
    (f) =>
      `That takes ${f.number('counts')} counts, more than ${f.number('most')}. Choose the measure "first" or "funded", or fewer alternatives.`,
  ),
};

/** Sentences about robustness: sampling, sensitivity, dominance, reversals, clarity. */
export const robustnessWording: Catalogue = { ...drawing, ...line, ...sensitivity, ...others };
