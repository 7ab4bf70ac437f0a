import type { Catalogue, Wording } from './catalogue';
import { figuresOf, type Figures } from './figures-of';
import { wordedForms } from './form-words';

/** A sentence in both languages from the figures of the refusal. */
const says = (sv: (f: Figures) => string, en: (f: Figures) => string): Wording => ({
  sv: (params) => sv(figuresOf(params, 'sv')),
  en: (params) => en(figuresOf(params, 'en')),
});

/** A sentence about the form of a place in the file, from what was expected there in words. */
const saysForm = (sv: (forms: string, f: Figures) => string, en: (forms: string, f: Figures) => string): Wording => ({
  sv: (params) => sv(wordedForms(String(params['expected'] ?? ''), 'sv'), figuresOf(params, 'sv')),
  en: (params) => en(wordedForms(String(params['expected'] ?? ''), 'en'), figuresOf(params, 'en')),
});

/** Reading the file. */
const problemWording: Catalogue = {
  'problem-unknown-task': says(
    (f) => `Uppgiften ”${f.text('task')}” finns inte. Välj en av: ${f.names('choices')}.`,
    (f) => `There is no task “${f.text('task')}”. Choose one of: ${f.names('choices')}.`,
  ),
  'problem-unknown-key': says(
    (f) => `Nyckeln ”${f.text('key')}” hör inte hemma här. Ta bort den eller rätta stavningen.`,
    (f) => `The key “${f.text('key')}” does not belong here. Remove it or correct the spelling.`,
  ),
  'problem-missing-key': saysForm(
    (forms, f) => `Nyckeln ”${f.text('key')}” saknas. Ange ${forms}.`,
    (forms, f) => `The key “${f.text('key')}” is missing. Give ${forms}.`,
  ),
  'problem-wrong-type': saysForm(
    (forms) => `Här ska det stå ${forms}.`,
    (forms) => `Here belongs ${forms}.`,
  ),
  'problem-unknown-choice': says(
    (f) =>
      f.list('choices').length > 0
        ? `Värdet finns inte att välja. Välj ett av: ${f.names('choices')}.`
        : `Värdet ”${f.text('value')}” finns inte att välja; se beskrivningen av formatet.`,
    (f) =>
      f.list('choices').length > 0
        ? `That is not one of the choices. Choose one of: ${f.names('choices')}.`
        : `“${f.text('value')}” is not one of the choices; see the description of the format.`,
  ),
  'problem-too-small': says(
    (f) => `Värdet är för litet eller listan för kort: minst ${f.number('minimum')}.`,
    (f) => `The value is too small or the list too short: at least ${f.number('minimum')}.`,
  ),
  'problem-too-big': says(
    (f) => `Värdet är för stort eller listan för lång: högst ${f.number('maximum')}.`,
    (f) => `The value is too large or the list too long: at most ${f.number('maximum')}.`,
  ),
  'problem-not-understood': saysForm(
    (forms) => `Värdet går inte att tolka. Väntade: ${forms}.`,
    (forms) => `The value cannot be understood. Expected: ${forms}.`,
  ),
  'problem-not-finite': says(
    (f) => `${f.text('value')} är inget tal att räkna med. Skriv null om uppgiften saknas.`,
    (f) => `${f.text('value')} is not a number to compute with. Write null where the figure is missing.`,
  ),
  'problem-too-deep': says(
    (f) => `Filen är nästlad djupare än ${f.number('deepest')} nivåer.`,
    (f) => `The file is nested deeper than ${f.number('deepest')} levels.`,
  ),
  'problem-duplicate-id': says(
    (f) => `Beteckningen ”${f.text('id')}” används två gånger.`,
    (f) => `The id “${f.text('id')}” is used twice.`,
  ),
  'problem-wrong-length': says(
    (f) => `Här står ${f.number('length')} värden men det ska vara ${f.number('expected')}.`,
    (f) => `There are ${f.number('length')} values here but there should be ${f.number('expected')}.`,
  ),
  'problem-group-is-not-measured': says(
    (f) =>
      `”${f.text('id')}” är en grupp av kriterier och kan inte ha ”${f.text('key')}”: det hör till kriterierna i den.`,
    (f) => `“${f.text('id')}” is a group of criteria and cannot have “${f.text('key')}”: that belongs to its criteria.`,
  ),
  'problem-leaf-has-child-weights': says(
    (f) => `”${f.text('id')}” har inga underkriterier att fördela vikt på.`,
    (f) => `“${f.text('id')}” has no criteria below it to share weight among.`,
  ),
  'problem-direction-conflict': says(
    (f) => `”${f.text('id')}” har en riktning i ”criteria” och en annan i ”types”.`,
    (f) => `“${f.text('id')}” has one direction in “criteria” and another in “types”.`,
  ),
  'problem-scale-empty': says(
    (f) => `Skalan för ”${f.text('id')}” måste ha ett minsta värde som är lägre än det största.`,
    (f) => `The scale of “${f.text('id')}” needs a lowest value below its highest.`,
  ),
  'problem-two-tables': says(
    () => 'Ange antingen ”matrix” eller ”performances”, inte båda.',
    () => 'Give either “matrix” or “performances”, not both.',
  ),
  'problem-uncertain-cell': says(
    (f) => `Den osäkra bedömningen är felskriven (${f.text('fault')}).`,
    (f) => `The uncertain performance is not well formed (${f.text('fault')}).`,
  ),
  'problem-unknown-criterion': says(
    (f) => `Kriteriet ”${f.text('id')}” finns inte.`,
    (f) => `There is no criterion “${f.text('id')}”.`,
  ),
  'problem-unknown-alternative': says(
    (f) => `Alternativet ”${f.text('id')}” finns inte.`,
    (f) => `There is no alternative “${f.text('id')}”.`,
  ),
};

/** The performance table, formulas and value functions. */
const structureWording: Catalogue = {
  'performances-missing': says(
    () => 'Filen har ingen tabell med bedömningar: ange ”performances” eller ”matrix”.',
    () => 'The file has no table of performances: give “performances” or “matrix”.',
  ),
  'alternatives-missing': says(
    () => 'Filen har inga alternativ att jämföra.',
    () => 'The file has no alternatives to compare.',
  ),
  'criteria-missing': says(
    () => 'Filen har inga kriterier.',
    () => 'The file has no criteria.',
  ),
  'performance-missing': says(
    (f) => `Bedömning saknas för ${f.text('alternative')} på ${f.text('criterion')}.`,
    (f) => `The performance of ${f.text('alternative')} on ${f.text('criterion')} is missing.`,
  ),
  'performance-not-judged': says(
    (f) => `${f.text('alternative')} har inte kunnat bedömas på ${f.text('criterion')}.`,
    (f) => `${f.text('alternative')} could not be judged on ${f.text('criterion')}.`,
  ),
  'performance-uncertain': says(
    (f) =>
      `${f.text('alternative')} är osäkert bedömt på ${f.text('criterion')}, och metoden räknar med enstaka tal. Ange "uncertain": "expected" för att räkna med väntevärden.`,
    (f) =>
      `${f.text('alternative')} is uncertain on ${f.text('criterion')}, and the method works on single numbers. Set "uncertain": "expected" to use expected values.`,
  ),
  'performance-out-of-scale': says(
    (f) =>
      `${f.text('alternative')} har ${f.number('value')} på ${f.text('criterion')}, utanför skalan ${f.number('min')}–${f.number('max')}.`,
    (f) =>
      `${f.text('alternative')} has ${f.number('value')} on ${f.text('criterion')}, outside the scale ${f.number('min')}–${f.number('max')}.`,
  ),
  'criterion-constant': says(
    (f) =>
      `Alla har samma värde (${f.number('value')}) på ${f.text('criterion')}: kriteriet skiljer ingen från någon annan.`,
    (f) =>
      `All have the same value (${f.number('value')}) on ${f.text('criterion')}: the criterion tells nobody apart.`,
  ),
  'criterion-computed-and-given': says(
    (f) => `${f.text('criterion')} räknas ut med en formel och kan inte också ha ett angivet värde.`,
    (f) => `${f.text('criterion')} is computed by a formula and cannot also have a stated value.`,
  ),
  'formula-engine-needed': says(
    () => 'Formeln kunde inte läsas: formelläsaren är inte laddad.',
    () => 'The formula could not be read: the formula reader is not loaded.',
  ),
  'formula-not-readable': says(
    (f) => `Formeln ”${f.text('formula')}” går inte att läsa (${f.text('reason')}).`,
    (f) => `The formula “${f.text('formula')}” cannot be read (${f.text('reason')}).`,
  ),
  'formula-too-long': says(
    (f) => `Formeln har ${f.number('length')} tecken; högst ${f.number('most')} läses.`,
    (f) => `The formula has ${f.number('length')} characters; at most ${f.number('most')} are read.`,
  ),
  'formula-too-complex': says(
    (f) => `Formeln har fler än ${f.number('nodes')} delar eller är nästlad djupare än ${f.number('depth')} nivåer.`,
    (f) => `The formula has more than ${f.number('nodes')} parts or is nested deeper than ${f.number('depth')} levels.`,
  ),
  'formula-not-allowed': says(
    (f) =>
      `”${f.text('what')}” får inte användas i en formel. Tillåtet är tal, variabler, räknesätt, jämförelser och vissa funktioner.`,
    (f) =>
      `“${f.text('what')}” may not be used in a formula. Numbers, variables, arithmetic, comparisons and some functions may.`,
  ),
  'formula-argument-count': says(
    (f) => `Funktionen ${f.text('function')} tar ${f.number('least')} till ${f.number('most')} värden.`,
    (f) => `The function ${f.text('function')} takes ${f.number('least')} to ${f.number('most')} values.`,
  ),
  'formula-one-variable': says(
    (f) => `En värdefunktion ska ha precis en variabel, inte ${f.list('variables').length}.`,
    (f) => `A value function must have exactly one variable, not ${f.list('variables').length}.`,
  ),
  'formula-unknown-variable': says(
    (f) => `Inget alternativ har variabeln ”${f.text('variable')}” som formeln ”${f.text('formula')}” använder.`,
    (f) => `No alternative has the variable “${f.text('variable')}” that the formula “${f.text('formula')}” uses.`,
  ),
  'formula-not-finite': says(
    (f) => `Formeln ”${f.text('formula')}” ger inget tal för ${f.text('alternative')} (${f.text('value')}).`,
    (f) => `The formula “${f.text('formula')}” gives no number for ${f.text('alternative')} (${f.text('value')}).`,
  ),
  'value-function-missing': says(
    (f) =>
      `${f.text('id')} har varken skala eller värdefunktion, så poängen går inte att räkna. Ange ”scale” eller ”value”.`,
    (f) => `${f.text('id')} has neither a scale nor a value function, so it cannot be scored. Give “scale” or “value”.`,
  ),
  'value-range-empty': says(
    () => 'Värdefunktionens sämsta och bästa värde, eller dess gränser, får inte vara lika.',
    () => 'The worst and best of a value function, or the ends of its range, must differ.',
  ),
  'value-points-out-of-order': says(
    () => 'Värdefunktionens punkter måste stå i stigande ordning.',
    () => 'The points of a value function must stand in ascending order.',
  ),
  'value-rho-invalid': says(
    (f) =>
      `Den exponentiella värdefunktionen behöver antingen ”rho” (inte 0) eller ”midpoint” inom sitt område (${f.text('reason')}).`,
    (f) =>
      `The exponential value function needs either “rho” (not 0) or “midpoint” within its range (${f.text('reason')}).`,
  ),
  'value-direction-conflict': says(
    (f) => `${f.text('id')} ska minimeras, men värdefunktionen stiger.`,
    (f) => `${f.text('id')} is to be minimised, but its value function rises.`,
  ),
  'value-monotone-needs-range': says(
    () => 'Ange ”range” när formeln sägs vara stigande eller fallande: det prövas på det området.',
    () => 'Give “range” when the formula is declared monotone: that is where it is tested.',
  ),
  'value-not-monotone': says(
    (f) =>
      `Formeln ”${f.text('formula')}” är inte ${f.text('declared') === 'increasing' ? 'stigande' : 'fallande'}: vid ${f.number('x1')} är värdet ${f.number('value1')}, vid ${f.number('x2')} är det ${f.number('value2')}.`,
    (f) =>
      `The formula “${f.text('formula')}” is not ${f.text('declared')}: at ${f.number('x1')} the value is ${f.number('value1')}, at ${f.number('x2')} it is ${f.number('value2')}.`,
  ),
  'value-out-of-range': says(
    (f) =>
      `${f.text('alternative')} har ${f.number('value')} på ${f.text('criterion')}, utanför värdefunktionens område.`,
    (f) =>
      `${f.text('alternative')} has ${f.number('value')} on ${f.text('criterion')}, outside the range of the value function.`,
  ),
};

/** Weights. */
const weightsWording: Catalogue = {
  'weights-missing': says(
    () => 'Vikter saknas. Ange dem, eller skriv "weights": "equal" för lika vikter.',
    () => 'There are no weights. Give them, or write "weights": "equal".',
  ),
  'weights-partly-missing': says(
    (f) => `${f.text('id')} saknar vikt fast kriterierna bredvid har en.`,
    (f) => `${f.text('id')} has no weight although the criteria beside it have one.`,
  ),
  'weights-twice': says(
    (f) => `Vikterna i gruppen ”${f.text('group')}” anges på två sätt.`,
    (f) => `The weights in the group “${f.text('group')}” are given in two ways.`,
  ),
  'weights-length': says(
    (f) => `Det är ${f.number('length')} vikter för ${f.number('expected')} kriterier.`,
    (f) => `There are ${f.number('length')} weights for ${f.number('expected')} criteria.`,
  ),
  'weights-unknown-criterion': says(
    (f) => `Vikten gäller ”${f.text('id')}”, som inte är ett kriterium.`,
    (f) => `The weight is for “${f.text('id')}”, which is not a criterion.`,
  ),
  'weights-incomplete': says(
    (f) => `Vikt saknas för ${f.names('ids')}.`,
    (f) => `There is no weight for ${f.names('ids')}.`,
  ),
  'weights-negative': says(
    (f) => `Vikten för ${f.text('id')} är ${f.number('value')}; en vikt kan inte vara negativ.`,
    (f) => `The weight of ${f.text('id')} is ${f.number('value')}; a weight cannot be negative.`,
  ),
  'weights-unusable-total': says(
    (f) => `Vikternas summa är ${f.number('total')}; minst en vikt måste vara större än 0.`,
    (f) => `The weights sum to ${f.number('total')}; at least one must be above 0.`,
  ),
  'weights-do-not-sum': says(
    (f) =>
      `Vikterna summerar till ${f.text('total')}, inte 1. Rätta dem, eller ange "normaliseWeights": true (skala om) eller false (använd som de står).`,
    (f) =>
      `The weights sum to ${f.text('total')}, not 1. Correct them, or set "normaliseWeights" to true (scale them) or false (use them as they stand).`,
  ),
  'weights-ranking-or-ranks': says(
    () => 'Ange antingen ”ranking” eller ”ranks”.',
    () => 'Give either “ranking” or “ranks”.',
  ),
  'weights-ranked-twice': says(
    (f) => `${f.text('id')} står två gånger i ordningen.`,
    (f) => `${f.text('id')} stands twice in the order.`,
  ),
  'weights-need-table': says(
    (f) => `Vikter med ${f.text('method')} räknas ur en fullständig tabell; här finns ingen.`,
    (f) => `${f.text('method')} weights are computed from a complete table; there is none here.`,
  ),
  'weights-need-two-alternatives': says(
    (f) => `Vikter med ${f.text('method')} kräver minst två alternativ.`,
    (f) => `${f.text('method')} weights need at least two alternatives.`,
  ),
  'weights-need-positive': says(
    (f) => `Vikter med ${f.text('method')} kräver positiva tal; ${f.text('criterion')} har ${f.number('value')}.`,
    (f) => `${f.text('method')} weights need positive numbers; ${f.text('criterion')} has ${f.number('value')}.`,
  ),
  'weights-no-information': says(
    (f) => `Tabellen skiljer inte kriterierna åt, så ${f.text('method')} ger inga vikter.`,
    (f) => `The table does not tell the criteria apart, so ${f.text('method')} gives no weights.`,
  ),
  'weights-interval-reversed': says(
    (f) =>
      `Intervallet för ${f.text('id')} har den lägre gränsen ${f.number('low')} över den högre ${f.number('high')}.`,
    (f) =>
      `The interval for ${f.text('id')} has its lower end ${f.number('low')} above the higher ${f.number('high')}.`,
  ),
  'weights-statements-conflict': says(
    (f) => `Påståendena motsäger varandra: ${f.quoted('statements')}. Utan något av dem går de andra ihop.`,
    (f) => `These statements contradict each other: ${f.quoted('statements')}. Without any one of them the rest agree.`,
  ),
  'weights-too-many-corners': says(
    () => 'Viktområdet har för många hörn för deras mittpunkt. Ange "representative": "chebyshev-centre".',
    () => 'The region of weights has too many corners for their mean. Set "representative": "chebyshev-centre".',
  ),
  'statement-not-readable': says(
    (f) => `Påståendet ”${f.text('statement')}” går inte att läsa från tecken ${(f.value('at') ?? 0) + 1}.`,
    (f) => `The statement “${f.text('statement')}” cannot be read from character ${(f.value('at') ?? 0) + 1} on.`,
  ),
  'statement-unknown-criterion': says(
    (f) => `Påståendet nämner ”${f.text('id')}”, som varken är ett kriterium eller en grupp.`,
    (f) => `The statement names “${f.text('id')}”, which is neither a criterion nor a group.`,
  ),
  'statement-empty': says(
    (f) => `Påståendet ”${f.text('statement')}” säger ingenting om någon vikt.`,
    (f) => `The statement “${f.text('statement')}” says nothing about any weight.`,
  ),
  'pairwise-size': says(
    (f) => `Parjämförelserna är ${f.number('size')} men ska vara ${f.number('expected')}.`,
    (f) => `There are ${f.number('size')} pairwise judgements here; there should be ${f.number('expected')}.`,
  ),
  'pairwise-not-positive': says(
    (f) => `En parjämförelse måste vara större än 0, inte ${f.text('value')}.`,
    (f) => `A pairwise judgement must be above 0, not ${f.text('value')}.`,
  ),
  'pairwise-diagonal': says(
    (f) => `Jämfört med sig självt är allt 1, inte ${f.number('value')}.`,
    (f) => `Compared with itself everything is 1, not ${f.number('value')}.`,
  ),
  'pairwise-not-reciprocal': says(
    (f) =>
      `${f.text('row')} mot ${f.text('column')} är ${f.number('value')}, men åt andra hållet ${f.number('opposite')}: det skulle vara det omvända.`,
    (f) =>
      `${f.text('row')} against ${f.text('column')} is ${f.number('value')}, but the other way ${f.number('opposite')}: it should be the reciprocal.`,
  ),
  'pairwise-unknown-item': says(
    (f) =>
      `Jämförelsen av ”${f.text('a')}” och ”${f.text('b')}” gäller inte två skilda kriterier eller alternativ här.`,
    (f) => `The comparison of “${f.text('a')}” and “${f.text('b')}” is not of two different items here.`,
  ),
  'pairwise-twice': says(
    (f) => `${f.text('a')} och ${f.text('b')} jämförs två gånger.`,
    (f) => `${f.text('a')} and ${f.text('b')} are compared twice.`,
  ),
  'pairwise-missing': says(
    (f) => `Ingen har jämfört ${f.text('a')} med ${f.text('b')}.`,
    (f) => `Nobody has compared ${f.text('a')} with ${f.text('b')}.`,
  ),
  'bwm-length': says(
    (f) =>
      `Bäst–sämst-metoden behöver två lika långa listor; den ena har ${f.number('length')}, den andra ${f.number('expected')}.`,
    (f) =>
      `The best-worst method needs two lists of equal length; one has ${f.number('length')}, the other ${f.number('expected')}.`,
  ),
  'bwm-below-one': says(
    (f) => `I bäst–sämst-metoden är inget lägre än 1; här står ${f.number('value')}.`,
    (f) => `In the best-worst method nothing is below 1; here it says ${f.number('value')}.`,
  ),
  'bwm-no-best': says(
    () => 'Inget kriterium är utpekat som det viktigaste (en 1:a i ”bestToOthers”).',
    () => 'No criterion is marked as the best (a 1 in “bestToOthers”).',
  ),
  'bwm-no-worst': says(
    () => 'Inget kriterium är utpekat som det minst viktiga (en 1:a i ”othersToWorst”).',
    () => 'No criterion is marked as the worst (a 1 in “othersToWorst”).',
  ),
  'bwm-contradiction': says(
    (f) =>
      `Det viktigaste mot det minst viktiga är ${f.number('bestToWorst')} i den ena listan men ${f.number('opposite')} i den andra.`,
    (f) => `Best against worst is ${f.number('bestToWorst')} in one list but ${f.number('opposite')} in the other.`,
  ),
  'ahp-inconsistent': says(
    (f) =>
      `Jämförelserna går inte ihop: konsistenskvoten är ${f.number('ratio')} (högst ${f.number('limit')} brukar godtas). Mest skaver ${f.text('row')} mot ${f.text('column')}: angivet ${f.number('stated')}, övriga svar talar för ${f.number('consistent')}.`,
    (f) =>
      `The judgements disagree with each other: the consistency ratio is ${f.number('ratio')} (up to ${f.number('limit')} is usually accepted). ${f.text('row')} against ${f.text('column')} hurts most: stated ${f.number('stated')}, the other answers imply ${f.number('consistent')}.`,
  ),
};

/** Methods. */
const methodWording: Catalogue = {
  'method-cannot-renormalise': says(
    () => 'Metoden kan inte hoppa över en bedömning som saknas. Välj ett annat sätt att hantera den.',
    () => 'The method cannot leave out a missing performance. Choose another way to treat it.',
  ),
  'method-needs-two-alternatives': says(
    (f) => `${f.text('method')} jämför alternativ parvis och behöver minst två.`,
    (f) => `${f.text('method')} compares alternatives in pairs and needs at least two.`,
  ),
  'method-needs-positive': says(
    (f) => `Metoden kräver tal större än 0; ${f.text('criterion')} har ${f.number('value')}.`,
    (f) => `The method needs numbers above 0; ${f.text('criterion')} has ${f.number('value')}.`,
  ),
  'method-needs-non-negative': says(
    (f) => `Metoden klarar inte negativa tal; ${f.text('criterion')} har ${f.number('value')}.`,
    (f) => `The method cannot take negative numbers; ${f.text('criterion')} has ${f.number('value')}.`,
  ),
  'method-no-spread': says(
    (f) => `Inget kriterium skiljer alternativen åt, så ${f.text('method')} har inget att rangordna efter.`,
    (f) => `No criterion tells the alternatives apart, so ${f.text('method')} has nothing to rank by.`,
  ),
  'normalise-not-positive': says(
    (f) => `Normeringen ${f.text('normalisation')} kräver tal större än 0; här finns ${f.number('value')}.`,
    (f) => `The normalisation ${f.text('normalisation')} needs numbers above 0; there is ${f.number('value')} here.`,
  ),
  'normalise-zero-total': says(
    (f) => `Normeringen ${f.text('normalisation')} skulle dela med 0 för det här kriteriet.`,
    (f) => `The normalisation ${f.text('normalisation')} would divide by 0 for this criterion.`,
  ),
  'option-length': says(
    (f) => `Listan har ${f.number('length')} värden; det ska vara ett per kriterium, alltså ${f.number('expected')}.`,
    (f) => `The list has ${f.number('length')} values; it needs one per criterion, ${f.number('expected')}.`,
  ),
  'option-unknown-criterion': says(
    (f) => `”${f.text('id')}” är inget kriterium.`,
    (f) => `“${f.text('id')}” is not a criterion.`,
  ),
  'promethee-threshold-missing': says(
    (f) => `Preferensfunktionen för ${f.text('criterion')} saknas eller saknar en tröskel (q, p eller s).`,
    (f) => `The preference function of ${f.text('criterion')} is missing or lacks a threshold (q, p or s).`,
  ),
  'promethee-thresholds-crossed': says(
    (f) =>
      `För ${f.text('criterion')} är likgiltighetströskeln ${f.number('q')} högre än preferenströskeln ${f.number('p')}.`,
    (f) =>
      `For ${f.text('criterion')} the indifference threshold ${f.number('q')} is above the preference threshold ${f.number('p')}.`,
  ),
  'electre-thresholds-crossed': says(
    (f) =>
      `Trösklarna för ${f.text('criterion')} måste stiga: q ${f.number('q')}, p ${f.number('p')}, v ${f.text('v')}.`,
    (f) =>
      `The thresholds of ${f.text('criterion')} must ascend: q ${f.number('q')}, p ${f.number('p')}, v ${f.text('v')}.`,
  ),
  'electre-tri-categories': says(
    (f) => `Det är ${f.number('categories')} klasser; med de gränser som anges ska det vara ${f.number('expected')}.`,
    (f) =>
      `There are ${f.number('categories')} categories; with the profiles given there should be ${f.number('expected')}.`,
  ),
  'electre-tri-profile-incomplete': says(
    () => 'Gränsen måste ha ett värde för varje kriterium.',
    () => 'The profile needs a value for every criterion.',
  ),
  'electre-tri-profiles-out-of-order': says(
    (f) => `Gränserna ska stå från sämst till bäst; den här är sämre än den förra på ${f.text('criterion')}.`,
    (f) => `Profiles must go from worst to best; this one is worse than the one before on ${f.text('criterion')}.`,
  ),
  'choquet-one-capacity': says(
    () => 'Ange kapaciteten på precis ett sätt: ”capacity”, ”moebius” eller ”shapley”.',
    () => 'Give the capacity in exactly one way: “capacity”, “moebius” or “shapley”.',
  ),
  'choquet-too-many-criteria': says(
    (f) => `Choquet-integralen räknas för högst ${f.number('most')} kriterier.`,
    (f) => `The Choquet integral is computed for at most ${f.number('most')} criteria.`,
  ),
  'choquet-unknown-set': says(
    (f) => `”${f.text('set')}” är ingen mängd av kriterierna. Skriv beteckningarna med komma mellan.`,
    (f) => `“${f.text('set')}” is not a set of the criteria. Write their ids with commas between.`,
  ),
  'choquet-empty-set': says(
    () => 'Den tomma mängden är värd 0.',
    () => 'The empty set is worth 0.',
  ),
  'choquet-incomplete': says(
    (f) => `Kapaciteten saknar värde för ${f.quoted('sets')}.`,
    (f) => `The capacity has no value for ${f.quoted('sets')}.`,
  ),
  'choquet-not-normalised': says(
    (f) => `Alla kriterier tillsammans är värda ${f.number('value')}; det ska vara 1.`,
    (f) => `All criteria together are worth ${f.number('value')}; it should be 1.`,
  ),
  'choquet-not-monotone': says(
    (f) =>
      `En större mängd får inte vara värd mindre: ”${f.text('smaller')}” är ${f.number('smallerValue')} men ”${f.text('larger')}” är ${f.number('largerValue')}.`,
    (f) =>
      `A larger set may not be worth less: “${f.text('smaller')}” is ${f.number('smallerValue')} but “${f.text('larger')}” is ${f.number('largerValue')}.`,
  ),
  'satisficing-no-level': says(
    () => 'Ange minst en nivå att uppfylla.',
    () => 'Give at least one level to meet.',
  ),
  'decision-rules-mixed-directions': says(
    () => 'Alla scenarier måste gälla samma sak: antingen vinster eller förluster.',
    () => 'All scenarios must count the same thing: either gains or losses.',
  ),
  'bounds-missing': says(
    (f) => `Metoden behöver skilda gränser för ${f.names('criteria')}: ange ”bounds” eller en skala.`,
    (f) => `The method needs distinct bounds for ${f.names('criteria')}: give “bounds” or a scale.`,
  ),
  'performance-out-of-bounds': says(
    (f) =>
      `${f.text('alternative')} har ${f.number('value')} på ${f.text('criterion')}, utanför gränserna ${f.number('min')}–${f.number('max')}.`,
    (f) =>
      `${f.text('alternative')} has ${f.number('value')} on ${f.text('criterion')}, outside the bounds ${f.number('min')}–${f.number('max')}.`,
  ),
  'ideal-outside-bounds': says(
    (f) => `Idealet för ${f.names('criteria')} måste ligga inom gränserna, med den lägre änden först.`,
    (f) => `The ideal of ${f.names('criteria')} must lie within the bounds, lower end first.`,
  ),
  'comet-values-out-of-order': says(
    (f) => `De karakteristiska värdena för ${f.names('criteria')} måste vara minst två, i stigande ordning.`,
    (f) => `The characteristic values of ${f.names('criteria')} must be at least two, ascending.`,
  ),
  'comet-too-many-objects': says(
    (f) => `Det blir ${f.number('count')} karakteristiska objekt; högst ${f.number('most')} räknas.`,
    (f) => `That makes ${f.number('count')} characteristic objects; at most ${f.number('most')} are computed.`,
  ),
  'simus-stage-without-optimum': says(
    (f) => `Steget som gäller ${f.text('criterion')} saknar optimum (${f.text('status')}) och räknas som noll.`,
    (f) => `The stage for ${f.text('criterion')} has no optimum (${f.text('status')}) and counts as zero.`,
  ),
  'electre-2-levels-crossed': says(
    () => 'Nivåerna i ELECTRE II måste uppfylla p0 ≥ p1 ≥ p2 och q0 ≥ q1.',
    () => 'The levels of ELECTRE II must satisfy p0 ≥ p1 ≥ p2 and q0 ≥ q1.',
  ),
  'mare-needs-three-points': says(
    (f) =>
      `MARE tar tal, intervall och trepunktsvärden; ${f.text('alternative')} på ${f.text('criterion')} är något annat.`,
    (f) =>
      `MARE takes numbers, intervals and three-point values; ${f.text('alternative')} on ${f.text('criterion')} is something else.`,
  ),
  'ahp-judgements-missing': says(
    (f) => `Det finns varken parjämförelser eller positiva bedömningar för ${f.text('criterion')}.`,
    (f) => `There are neither pairwise judgements nor positive performances for ${f.text('criterion')}.`,
  ),
  'ahp-distributive-may-reverse': says(
    () => 'Med fördelande AHP kan ett nytt eller struket alternativ ändra ordningen mellan de andra.',
    () => 'In distributive AHP an added or removed alternative can change the order of the others.',
  ),
  'compare-needs-ranking': says(
    (f) => `${f.text('task')} ger ingen rangordning att jämföra.`,
    (f) => `${f.text('task')} gives no ranking to compare.`,
  ),
  'compare-label-twice': says(
    (f) => `Två metoder heter ”${f.text('label')}”. Ge dem var sin ”label”.`,
    (f) => `Two methods are called “${f.text('label')}”. Give each a “label” of its own.`,
  ),
  'why-needs-contributions': says(
    (f) => `${f.text('method')} är ingen summa över kriterierna och kan inte förklaras del för del.`,
    (f) => `${f.text('method')} is not a sum over the criteria and cannot be explained part by part.`,
  ),
};

/** Sentences for reading a decision problem and running its tasks. */
export const scoringWording: Catalogue = {
  ...problemWording,
  ...structureWording,
  ...weightsWording,
  ...methodWording,
};
