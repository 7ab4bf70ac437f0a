import type { Params } from '@fordela/domain';
import type { Catalogue, Language } from './catalogue';
import { formatList } from './format';

const names = (params: Params, key: string, language: Language): string => {
  const list = params[key];
  return formatList(Array.isArray(list) ? list.map(String) : [String(list)], language);
};

/** Sentences of the fair rules, their checks and metrics, and of files in Pabulib's format. */
export const fairWording: Catalogue = {
  'fair-duplicate-project': {
    sv: (p) => `Projektet ”${p.id}” finns två gånger.`,
    en: (p) => `The project "${p.id}" appears twice.`,
  },
  'fair-duplicate-voter': {
    sv: (p) => `Rösten ”${p.id}” finns två gånger.`,
    en: (p) => `The voter "${p.id}" appears twice.`,
  },
  'fair-no-voters': {
    sv: () => 'Ingen röstar. Regeln fördelar pengarna efter vad de röstande önskar och behöver minst en.',
    en: () => 'Nobody votes. The rule divides the money by what the voters wish and needs at least one.',
  },
  'fair-weight-not-whole': {
    sv: (p) => `En rösts vikt ska vara ett helt tal från 1, inte ${p.weight}.`,
    en: (p) => `The weight of a ballot must be a whole number from 1, not ${p.weight}.`,
  },
  'fair-money-per-ballot': {
    sv: (p) => `Det står ${p.amounts} belopp, men rösterna är ${p.ballots}. Ange ett belopp per röst.`,
    en: (p) => `There are ${p.amounts} amounts for ${p.ballots} ballots. Give one amount per ballot.`,
  },
  'fair-money-rises': {
    sv: (p) => `Rösten ”${p.voter}” har fått mer pengar än före köpet. Pengarna kan bara minska.`,
    en: (p) => `The ballot “${p.voter}” has more money than before the purchase. Money can only fall.`,
  },
  'fair-points-missing': {
    sv: () => 'Rösten saknar poäng.',
    en: () => 'The ballot has no points.',
  },
  'fair-points-unexpected': {
    sv: () => 'Rösten har poäng, men omröstningen är utan poäng.',
    en: () => 'The ballot has points, but the vote is without points.',
  },
  'fair-points-count': {
    sv: (p) => `Rösten har ${p.points} poängtal för ${p.projects} projekt.`,
    en: (p) => `The ballot has ${p.points} numbers of points for ${p.projects} projects.`,
  },
  'fair-unknown-project': {
    sv: (p) => `Projektet ”${p.id}” finns inte bland dem som kan få pengar.`,
    en: (p) => `The project "${p.id}" is not among those that can be funded.`,
  },
  'fair-project-twice': {
    sv: (p) => `Rösten nämner projektet ”${p.id}” två gånger.`,
    en: (p) => `The ballot names the project "${p.id}" twice.`,
  },
  'fair-not-an-amount': {
    sv: (p) => `”${p.value}” är inget tal från 0 och uppåt.`,
    en: (p) => `"${p.value}" is not a number of 0 or more.`,
  },
  'fair-measure-needs-points': {
    sv: () => 'Nyttomåttet ”utilities” kräver röster med poäng.',
    en: () => 'The measure "utilities" needs ballots with points.',
  },
  'fair-measure-needs-ranks': {
    sv: () => 'Nyttomåttet ”borda” kräver röster med rangordning.',
    en: () => 'The measure "borda" needs ranked ballots.',
  },
  'fair-too-many-projects': {
    sv: (p) =>
      `Frågan gäller alla mängder av projekt och kan ställas för högst ${p.most} projekt; här är ${p.projects}.`,
    en: (p) =>
      `The question is about every set of projects and can be asked of at most ${p.most}; here are ${p.projects}.`,
  },
  'fair-no-budget': {
    sv: () => 'Problemet anger ingen budget. Regeln behöver veta hur mycket som ska delas.',
    en: () => 'The problem states no budget. The rule must know how much there is to divide.',
  },
  'fair-start-above-budget': {
    sv: (p) => `De projekt som redan ska få pengar kostar ${p.cost}, mer än budgeten ${p.budget}.`,
    en: (p) => `The projects to be funded in any case cost ${p.cost}, more than the budget of ${p.budget}.`,
  },
  'fair-no-ballots': {
    sv: () => 'Problemet har inga röster. Ange ”ballots”, eller låt grupper eller värden rösta med ”voters”.',
    en: () => 'The problem has no ballots. State "ballots", or let groups or values vote with "voters".',
  },
  'fair-unknown-dimension': {
    sv: (p) => `Indelningen ”${p.dimension}” finns inte. Det finns: ${names(p, 'choices', 'sv')}.`,
    en: (p) => `There is no dimension "${p.dimension}". There are: ${names(p, 'choices', 'en')}.`,
  },
  'fair-unknown-group': {
    sv: (p) => `Gruppen ”${p.group}” finns inte i indelningen ”${p.dimension}”.`,
    en: (p) => `There is no group "${p.group}" in the dimension "${p.dimension}".`,
  },
  'fair-unknown-value': {
    sv: (p) => `Värdet ”${p.value}” finns inte. Det finns: ${names(p, 'choices', 'sv')}.`,
    en: (p) => `There is no value "${p.value}". There are: ${names(p, 'choices', 'en')}.`,
  },
  'fair-unknown-level': {
    sv: (p) => `Projektet ”${p.project}” har ingen nivå ”${p.level}”. Det finns: ${names(p, 'choices', 'sv')}.`,
    en: (p) => `The project "${p.project}" has no level "${p.level}". There are: ${names(p, 'choices', 'en')}.`,
  },
  'fair-no-inhabitants': {
    sv: (p) => `Antalet invånare i ”${p.group}” saknas eller är inte ett helt tal.`,
    en: (p) => `The number of inhabitants of "${p.group}" is missing or not a whole number.`,
  },
  'fair-negative-value': {
    sv: (p) => `${p.voter} ger projektet ”${p.project}” ett negativt värde. Regeln kan inte väga önskemål emot.`,
    en: (p) => `${p.voter} gives the project "${p.project}" a negative value. The rule cannot weigh wishes against.`,
  },
  'fair-threshold-missing': {
    sv: () => 'Ange med ”approveAtLeast” från vilket värde ett projekt räknas som önskat.',
    en: () => 'State with "approveAtLeast" from which value on a project counts as wished for.',
  },
  'fair-over-budget': {
    sv: (p) => `Projektet ryms inte i budgeten: det fattas ${p.lacking}.`,
    en: (p) => `The project does not fit the budget: ${p.lacking} is lacking.`,
  },
  'fair-barred-by-ceiling': {
    sv: (p) => `Ryms inte under taket ”${p.id}”.`,
    en: (p) => `Does not fit under the ceiling "${p.id}".`,
  },
  'fair-barred-by-group-limit': {
    sv: (p) => `Skulle bryta gränsen ”${p.id}” för en grupp.`,
    en: (p) => `Would break the limit "${p.id}" of a group.`,
  },
  'fair-barred-by-number-of-grants': {
    sv: () => 'Fler bidrag än så får inte ges.',
    en: () => 'No more grants may be made.',
  },
  'fair-barred-by-minimum-grant': {
    sv: () => 'Beloppet är mindre än det minsta bidrag som får ges.',
    en: () => 'The amount is below the smallest grant that may be made.',
  },
  'fair-barred-by-link': {
    sv: (p) =>
      `Villkoret ”${p.id}” mellan projekt hindrar det: ett projekt som krävs saknas, eller ett som utesluter det är valt.`,
    en: (p) =>
      `The link "${p.id}" between projects stands in the way: one it requires is missing, or one it excludes is chosen.`,
  },
  'fair-barred-by-joint-limit': {
    sv: (p) => `Skulle överskrida den gemensamma gränsen ”${p.id}”.`,
    en: (p) => `Would exceed the joint limit "${p.id}".`,
  },
  'fair-barred-by-decision': {
    sv: () => 'Undantaget genom beslut.',
    en: () => 'Left out by decision.',
  },
  'fair-limit-not-met': {
    sv: (p) =>
      `Regeln når inte gränsen ”${p.id ?? p.project ?? p.kind}”. Regler av detta slag garanterar inga minimibelopp.`,
    en: (p) =>
      `The rule does not meet the limit "${p.id ?? p.project ?? p.kind}". Rules of this kind guarantee no minimum amounts.`,
  },
  'pabulib-open-quote': {
    sv: (p) => `Rad ${p.line}: ett citattecken avslutas aldrig.`,
    en: (p) => `Line ${p.line}: a quotation mark is never closed.`,
  },
  'pabulib-missing-section': {
    sv: (p) => `Avsnittet ${p.section} saknas.`,
    en: (p) => `The section ${p.section} is missing.`,
  },
  'pabulib-missing-key': {
    sv: (p) => `Uppgiften ”${p.key}” saknas i avsnittet som börjar på rad ${p.line}.`,
    en: (p) => `The key "${p.key}" is missing in the section that begins on line ${p.line}.`,
  },
  'pabulib-missing-column': {
    sv: (p) => `Rad ${p.line}: kolumnen ”${p.column}” saknas i avsnittet ${p.section}.`,
    en: (p) => `Line ${p.line}: the column "${p.column}" is missing in the section ${p.section}.`,
  },
  'pabulib-unknown-vote-type': {
    sv: (p) => `Röstsättet ”${p.voteType}” är okänt. Kända är approval, choose-1, ordinal, cumulative och scoring.`,
    en: (p) =>
      `The vote type "${p.voteType}" is unknown. Known are approval, choose-1, ordinal, cumulative and scoring.`,
  },
  'pabulib-too-many-cells': {
    sv: (p) =>
      `Rad ${p.line}: ${p.cells} fält, men bara ${p.columns} kolumner. Saknas citattecken kring ett semikolon?`,
    en: (p) =>
      `Line ${p.line}: ${p.cells} cells for ${p.columns} columns. Are quotation marks missing around a semicolon?`,
  },
  'pabulib-not-an-amount': {
    sv: (p) => `Rad ${p.line}: ”${p.value}” i kolumnen ”${p.column}” är inget tal från 0 och uppåt.`,
    en: (p) => `Line ${p.line}: "${p.value}" in the column "${p.column}" is not a number of 0 or more.`,
  },
  'pabulib-duplicate-project': {
    sv: (p) => `Rad ${p.line}: projektet ”${p.id}” finns redan.`,
    en: (p) => `Line ${p.line}: the project "${p.id}" is there already.`,
  },
  'pabulib-unknown-project': {
    sv: (p) => `Rad ${p.line}: rösten nämner projektet ”${p.id}”, som inte finns.`,
    en: (p) => `Line ${p.line}: the vote names the project "${p.id}", which does not exist.`,
  },
  'pabulib-project-twice': {
    sv: (p) => `Rad ${p.line}: rösten nämner projektet ”${p.id}” två gånger.`,
    en: (p) => `Line ${p.line}: the vote names the project "${p.id}" twice.`,
  },
  'pabulib-points-count': {
    sv: (p) => `Rad ${p.line}: ${p.points} poängtal för ${p.projects} projekt.`,
    en: (p) => `Line ${p.line}: ${p.points} numbers of points for ${p.projects} projects.`,
  },
  'pabulib-no-votes': {
    sv: (p) => `Avsnittet VOTES på rad ${p.line} är tomt.`,
    en: (p) => `The section VOTES on line ${p.line} is empty.`,
  },
  'pabulib-duplicate-voter': {
    sv: (p) => `Rad ${p.line}: rösten ”${p.id}” finns redan; båda räknas.`,
    en: (p) => `Line ${p.line}: the voter "${p.id}" is there already; both count.`,
  },
  'pabulib-count-differs': {
    sv: (p) => `Filen anger ${p.key} = ${p.stated}, men där finns ${p.found}.`,
    en: (p) => `The file states ${p.key} = ${p.stated}, but there are ${p.found}.`,
  },
  'pabulib-votes-differ': {
    sv: (p) => `Filen anger ${p.stated} röster för projektet ”${p.id}”, men där finns ${p.found}.`,
    en: (p) => `The file states ${p.stated} votes for the project "${p.id}", but there are ${p.found}.`,
  },
  'pabulib-ballots-outside-limit': {
    sv: (p) => `${p.ballots} röster bryter ${p.key} = ${p.limit}, den första är ”${p.first}”. De räknas ändå.`,
    en: (p) => `${p.ballots} ballots break ${p.key} = ${p.limit}, the first is "${p.first}". They count all the same.`,
  },
};
