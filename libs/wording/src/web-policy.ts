import type { Language } from './catalogue';
import { formatNumber, formatShare } from './format';

/** The texts of the screen Vägval (Policies): the policy model and what it leads to. Swedish is the source. */
const sv = {
  title: 'Vad kan olika vägval leda till på sikt?',
  intro:
    'Jämför sätt att använda 1:1-medlen under flera år, i en modell av den onda cirkel som rapporten beskriver: låg kapacitet ger få ansökningar, få ansökningar ger lite erfarenhet, och lite erfarenhet ger ännu lägre kapacitet.',
  modelMark: 'Modell, inte prognos',
  seeAssumptions: 'Se och ändra antagandena',

  choiceTitle: 'Vilka vägval ska jämföras?',
  presets: 'Färdiga jämförelser',
  presetNames: {
    spread: 'Sprida tunt eller samla',
    runner: 'Egen eller kommunal regi',
    phase: 'Tidiga skeden eller genomförande',
    all: 'Alla',
  },
  choose: 'Vägval att jämföra, minst två',
  chooseFreely: 'Välj fritt bland alla vägval',
  chooseTwo: 'Välj minst två vägval, så räknas de mot varandra.',
  ownPolicy: 'Eget vägval',
  ownPolicyTitle: 'Beskriv ett eget vägval',
  ownPolicyHelp: 'Delarna är i förhållande till varandra: 2, 1 och 1 är hälften, en fjärdedel och en fjärdedel.',
  ownPolicyUse: 'Till vad?',
  ownPolicyRun: 'I vems regi?',
  uses: { early: 'Tidiga skeden', shared: 'Delad kapacitet', implementation: 'Genomförande' },
  runners: { region: 'Regionen', municipal: 'Kommunerna', other: 'Andra' },
  grants: 'Bidrag per år',
  addOwn: 'Jämför det egna vägvalet',
  changeOwn: 'Ändra det egna vägvalet',
  removeOwn: 'Ta bort det',
  partsMissing: 'Ange minst en del större än 0.',
  notANumber: 'Skriv ett tal från 0, till exempel 0,5.',
  notWhole: 'Skriv ett helt tal från 0.',
  years: 'Under så många år',
  yearsOf: (years: number) => `${years} år`,
  yearly: 'Kronor per år',
  yearlyHelp: 'Tomt fält: medel av utlysningens ramar per år.',
  yearlyMean: (sek: string) => `Tomt fält: ${sek}, medel av utlysningens ramar per år.`,
  useYearly: 'Räkna med det',
  computing: 'Räknar i modellen…',
  refusedTitle: 'Modellen kan inte räkna med det här.',

  findingsTitle: 'Vad säger modellen?',
  summary: 'Vägvalen sida vid sida',
  policy: 'Vägval',
  external: (years: number) => `Extern finansiering på ${years} år`,
  behind: 'Mindre än det bästa',
  mostOften: 'Drar in mest, andel av körningarna',
  least: 'Kapacitet där den är minst',
  bandNote: (draws: string) =>
    `Första siffran: alla antaganden på sitt troligaste. Inom parentes: där nio av tio av ${draws} körningar hamnar, när varje antagande dras ur sitt spann. Kapacitet: årsarbetskrafter per 10 000 invånare i den kommun som har minst.`,
  pairNote:
    'Spannen går in i varandra eftersom samma osäkra antaganden gäller alla vägval. Vad som skiljer vägvalen åt syns i hur ofta ett drar in mest och i skillnaden, som räknas körning för körning.',
  turnsTitle: 'Vad skulle vända ordningen?',
  turnsIntro: 'Ett antagande i taget går till sin ytterände, de andra står på sitt troligaste.',
  turnsNone: 'Inget enskilt antagande vänder ordningen inom sitt spann.',

  externalTitle: 'Hur mycket extern finansiering, år för år?',
  externalHelp:
    'Linjen är med alla antaganden på sitt troligaste; fältet rymmer nio av tio körningar. De grå linjerna är de andra vägvalen.',
  externalDescription: (policy: string, last: number, likely: string, low: string, high: string) =>
    `Modell, inte prognos. ${policy}: år ${last} ${likely}, nio av tio körningar ${low}–${high}.`,
  year: 'År',
  yearNumber: (year: number) => `År ${year}`,
  wholeTime: 'Hela tiden',

  capacityTitle: 'Hur mycket kapacitet har varje kommun i slutet?',
  capacityHelp:
    'Personal som arbetar med projekt för kommunen det sista året: dess egen och en lika stor del av den delade. Märket är med alla antaganden på sitt troligaste, strecket rymmer nio av tio körningar.',
  measure: 'Visa som',
  measures: { per10000: 'Årsarbetskrafter per 10 000 invånare', fte: 'Årsarbetskrafter' },
  capacityDescription: (lines: readonly string[]) => `Modell, inte prognos. ${lines.join(' ')}`,
  capacityLine: (policy: string, low: string, lowest: string, high: string, highest: string) =>
    `${policy}: från ${low} i ${lowest} till ${high} i ${highest}.`,
  municipality: 'Kommun',

  assumptionsTitle: 'Vad antar modellen?',
  assumptionsIntro: (count: number) =>
    `${count} tal som allt ovan vilar på: det troligaste, och inom parentes lägst–högst. Byt dem mot era egna och se vad som händer. Adressen i webbläsaren bär med sig det ni har ändrat.`,
  groups: {
    capacity: 'Kommunernas egen kapacitet',
    applications: 'Ansökningar och bifall',
    experience: 'Erfarenhet',
    projects: 'Projekt med extern finansiering',
    money: 'Vad 1:1-medlen räcker till',
  },
  low: 'Lägst',
  likely: 'Troligast',
  high: 'Högst',
  assumed: 'Antagande',
  stated: 'Ändrat här',
  turnsOrder: 'Vänder ordningen',
  relationOf: (sections: readonly string[]) =>
    sections.length === 0
      ? 'Både sambandet och siffran är antagna.'
      : `Sambandet: Kraftsamla Sörmland 2026, avsnitt ${sections.join(' och ')}. Siffran är antagen, inte uppmätt.`,
  statedRelation: (sections: readonly string[]) =>
    sections.length === 0
      ? 'Sambandet är antaget.'
      : `Sambandet: Kraftsamla Sörmland 2026, avsnitt ${sections.join(' och ')}.`,
  statedSource: (source: string) => `Siffran: ${source}.`,
  statedWithout: 'Siffran är ändrad här, utan angiven källa.',
  usually: (low: string, likely: string, high: string) => `Modellens egen: ${low} – ${likely} – ${high}.`,
  change: 'Ändra',
  changeOf: (name: string) => `Ändra ”${name}”`,
  sourceField: 'Var kommer siffran ifrån?',
  use: 'Använd',
  cancel: 'Avbryt',
  restore: 'Återställ',
  restoreOf: (name: string) => `Återställ ”${name}”`,
  restoreAll: (count: number) =>
    count === 1 ? 'Återställ det ändrade antagandet' : `Återställ ${count} ändrade antaganden`,
  range: (low: string, high: string) => `${low}–${high}`,
  longTerm: 'Vad händer på sikt? Jämför vägval i en modell över flera år',
};
type PolicyTexts = typeof sv;

const en: PolicyTexts = {
  title: 'What may different policies lead to over time?',
  intro:
    'Compare ways of using the 1:1 money over several years, in a model of the vicious circle that the report describes: low capacity makes few applications, few applications make little experience, and little experience makes even lower capacity.',
  modelMark: 'A model, not a forecast',
  seeAssumptions: 'See and change the assumptions',

  choiceTitle: 'Which policies are to be compared?',
  presets: 'Ready comparisons',
  presetNames: {
    spread: 'Spread thin or concentrate',
    runner: 'Own-run or municipal',
    phase: 'Early phases or implementation',
    all: 'All',
  },
  choose: 'Policies to compare, at least two',
  chooseFreely: 'Choose freely among all policies',
  chooseTwo: 'Choose at least two policies, and they are compared.',
  ownPolicy: 'Policy of your own',
  ownPolicyTitle: 'Describe a policy of your own',
  ownPolicyHelp: 'The parts are relative to each other: 2, 1 and 1 is half, a quarter and a quarter.',
  ownPolicyUse: 'For what?',
  ownPolicyRun: 'Run by whom?',
  uses: { early: 'Early phases', shared: 'Shared capacity', implementation: 'Implementation' },
  runners: { region: 'The region', municipal: 'Municipalities', other: 'Others' },
  grants: 'Grants a year',
  addOwn: 'Compare your own policy',
  changeOwn: 'Change your own policy',
  removeOwn: 'Remove it',
  partsMissing: 'State at least one part above 0.',
  notANumber: 'Write a number from 0, for example 0.5.',
  notWhole: 'Write a whole number from 0.',
  years: 'Over so many years',
  yearsOf: (years) => `${years} years`,
  yearly: 'Kronor a year',
  yearlyHelp: 'Empty: the mean of the call’s yearly frames.',
  yearlyMean: (sek) => `Empty: ${sek}, the mean of the call’s yearly frames.`,
  useYearly: 'Use that',
  computing: 'Computing in the model…',
  refusedTitle: 'The model cannot use this.',

  findingsTitle: 'What does the model say?',
  summary: 'The policies side by side',
  policy: 'Policy',
  external: (years) => `External funding in ${years} years`,
  behind: 'Less than the best',
  mostOften: 'Attracts most, share of the runs',
  least: 'Capacity where it is least',
  bandNote: (draws) =>
    `First figure: every assumption at its likeliest. In brackets: where nine out of ten of ${draws} runs end when each assumption is drawn from its span. Capacity: FTE per 10,000 inhabitants in the municipality that has least.`,
  pairNote:
    'The spans overlap because the same uncertain assumptions hold for every policy. What tells policies apart is how often one attracts most, and the difference, which is counted run by run.',
  turnsTitle: 'What would turn the order?',
  turnsIntro: 'One assumption at a time goes to the end of its span, the others stand at their likeliest.',
  turnsNone: 'No single assumption turns the order within its span.',

  externalTitle: 'How much external funding, year by year?',
  externalHelp:
    'The line has every assumption at its likeliest; the band holds nine runs out of ten. The grey lines are the other policies.',
  externalDescription: (policy, last, likely, low, high) =>
    `A model, not a forecast. ${policy}: year ${last} ${likely}, nine runs out of ten ${low}–${high}.`,
  year: 'Year',
  yearNumber: (year) => `Year ${year}`,
  wholeTime: 'All years',

  capacityTitle: 'How much capacity does each municipality have at the end?',
  capacityHelp:
    'Staff that work with projects for the municipality in the last year: its own and an equal part of the shared. The mark has every assumption at its likeliest, the line holds nine runs out of ten.',
  measure: 'Show as',
  measures: { per10000: 'FTE per 10,000 inhabitants', fte: 'FTE' },
  capacityDescription: (lines) => `A model, not a forecast. ${lines.join(' ')}`,
  capacityLine: (policy, low, lowest, high, highest) => `${policy}: from ${low} in ${lowest} to ${high} in ${highest}.`,
  municipality: 'Municipality',

  assumptionsTitle: 'What does the model assume?',
  assumptionsIntro: (count) =>
    `${count} numbers that everything above rests on: the likeliest, and in brackets lowest–highest. Replace them by your own and see what happens. The address in the browser carries what you have changed.`,
  groups: {
    capacity: 'The municipalities’ own capacity',
    applications: 'Applications and success',
    experience: 'Experience',
    projects: 'Projects with external funding',
    money: 'What the 1:1 money buys',
  },
  low: 'Lowest',
  likely: 'Likeliest',
  high: 'Highest',
  assumed: 'Assumption',
  stated: 'Changed here',
  turnsOrder: 'Turns the order',
  relationOf: (sections) =>
    sections.length === 0
      ? 'Both the relation and the figure are assumed.'
      : `The relation: Kraftsamla Sörmland 2026, section ${sections.join(' and ')}. The figure is assumed, not measured.`,
  statedRelation: (sections) =>
    sections.length === 0
      ? 'The relation is assumed.'
      : `The relation: Kraftsamla Sörmland 2026, section ${sections.join(' and ')}.`,
  statedSource: (source) => `The figure: ${source}.`,
  statedWithout: 'The figure is changed here, without a stated source.',
  usually: (low, likely, high) => `The model’s own: ${low} – ${likely} – ${high}.`,
  change: 'Change',
  changeOf: (name) => `Change “${name}”`,
  sourceField: 'Where does the figure come from?',
  use: 'Use',
  cancel: 'Cancel',
  restore: 'Restore',
  restoreOf: (name) => `Restore “${name}”`,
  restoreAll: (count) => (count === 1 ? 'Restore the changed assumption' : `Restore ${count} changed assumptions`),
  range: (low, high) => `${low}–${high}`,
  longTerm: 'What happens over time? Compare policies in a model over several years',
};

export const policyTexts: Readonly<Record<Language, PolicyTexts>> = { sv, en };

/** The assumptions of the policy model by what they are about, in the order they are read. Every one stands in one group. */
export const assumptionGroups = {
  capacity: ['baseFteFixed', 'baseFtePer10000', 'attrition', 'refillWithout'],
  applications: ['applicationsPerFte', 'successWithout', 'successMost'],
  experience: ['experiencePerApplication', 'halfExperience', 'forgetting', 'learningPerImplementationFte'],
  projects: ['externalPerProject', 'projectYears', 'administrationPerProject', 'lastingPerProject'],
  money: [
    ...['overheadPerGrant', 'municipalitiesPerGrant', 'costPerFte', 'sharedLasting'],
    ...['uptakeRegion', 'uptakeMunicipal', 'uptakeOther'],
  ],
} as const satisfies Readonly<Record<keyof PolicyTexts['groups'], readonly string[]>>;

interface Mix {
  readonly use: Readonly<Record<keyof PolicyTexts['uses'], number>>;
  readonly run: Readonly<Record<keyof PolicyTexts['runners'], number>>;
  readonly grants: number;
}

/** What a policy is, in a sentence: how many grants, for what, run by whom. */
export function policyInWords({ use, run, grants }: Mix, language: Language): string {
  const { uses, runners } = policyTexts[language];
  const says = {
    sv: {
      grants: `${formatNumber(grants, 'sv')} bidrag per år`,
      used: 'jämnt mellan ändamålen',
      ran: 'jämnt mellan regionen, kommunerna och andra',
    },
    en: {
      grants: `${formatNumber(grants, 'en')} grants a year`,
      used: 'evenly between the purposes',
      ran: 'evenly between the region, municipalities and others',
    },
  }[language];
  const parts = <Name extends string>(own: Readonly<Record<Name, number>>, names: Readonly<Record<Name, string>>) => {
    const keys = Object.keys(names) as Name[];
    const total = keys.reduce((sum, key) => sum + own[key], 0);
    const isEven = keys.every((key) => own[key] === own[keys[0] as Name]);
    const named = keys
      .filter((key) => own[key] > 0)
      .map((key) => `${names[key].toLocaleLowerCase(language)} ${formatShare(own[key] / total, language)}`);
    return { isEven, text: named.join(', ') };
  };
  const used = parts(use, uses);
  const ran = parts(run, runners);
  return [says.grants, used.isEven ? says.used : used.text, ran.isEven ? says.ran : ran.text].join(' · ');
}

/** Kronor of a model in whole millions, one decimal below ten: nobody knows the next figure. */
export function formatModelSek(amountSek: number, language: Language): string {
  const millions = amountSek / 1_000_000;
  const digits = formatNumber(millions, language, Math.abs(millions) < 10 ? 1 : 0);
  return language === 'sv' ? `${digits}\u00a0mnkr` : `SEK\u00a0${digits}m`;
}

/** A span of such kronor, the unit once: `521–2 868 mnkr`, `−97 till 156 mnkr`. */
export function formatModelSpan(lowSek: number, highSek: number, language: Language): string {
  const [low, high] = [formatModelSek(lowSek, language), formatModelSek(highSek, language)];
  if (lowSek < 0) return `${low.replace(/\u00a0mnkr$/u, '')}${{ sv: ' till ', en: ' to ' }[language]}${high}`;
  return language === 'sv'
    ? `${low.replace(/\u00a0mnkr$/u, '')}–${high}`
    : `${low.replace(/m$/u, '')}–${high.replace(/^SEK\u00a0/u, '')}`;
}

/** A share of the runs in whole percent; never 0 or 100 when some run was otherwise. */
export function formatRunShare(share: number, language: Language): string {
  const percent = (own: number) => formatShare(own, language);
  if (share > 0 && share < 0.005) return { sv: `under ${percent(0.01)}`, en: `under ${percent(0.01)}` }[language];
  if (share < 1 && share >= 0.995) return { sv: `över ${percent(0.99)}`, en: `over ${percent(0.99)}` }[language];
  return percent(Math.round(share * 100) / 100);
}

interface Finding {
  readonly name: string;
  /** External money with every assumption at its likeliest, kronor. */
  readonly externalSek: number;
  /** Share of the runs in which it attracts most, and the 95 % interval of that share. */
  readonly aheadIn: number;
  readonly aheadLow: number;
  readonly aheadHigh: number;
  /** Staff per 10,000 inhabitants at the end where it is least. */
  readonly leastPer10000: number;
}

/** From this share of the runs on, the lower end of its interval, a policy is said to be ahead in nearly all. */
const nearlyAll = 0.9;

/**
 * What a comparison of at least two policies says: which attracts most and in how large a part of the runs, whether that is a difference at
 * all, how much it is with every assumption at its likeliest, and what becomes of the municipality with least capacity.
 *
 * The verdict is tied to shown figures: ahead in nearly all runs when the lower end of the share's 95 % interval is at least 0.9; ahead in
 * more when the intervals of the first two do not meet; else not told apart.
 */
export function policyFinding(
  policies: readonly Finding[],
  { years, draws }: { readonly years: number; readonly draws: number },
  language: Language,
): { readonly headline: string; readonly verdict: string; readonly likeliest: string; readonly capacity: string } {
  const ranked = [...policies].sort((a, b) => b.aheadIn - a.aheadIn);
  const byMoney = [...policies].sort((a, b) => b.externalSek - a.externalSek);
  const [first, second] = ranked as [Finding, Finding];
  const [most, next] = byMoney as [Finding, Finding];
  const count = formatNumber(draws, language);
  const kind =
    first.aheadLow >= nearlyAll ? 'nearlyAll' : first.aheadLow > second.aheadHigh ? 'more' : ('alike' as const);
  const lead = most.externalSek - next.externalSek;
  const sek = (value: number) => formatModelSek(value, language);
  const part = (share: number) => formatRunShare(share, language);
  const fte = (value: number) => formatNumber(value, language);
  const byCapacity = [...policies].sort((a, b) => b.leastPer10000 - a.leastPer10000);
  const [strong, weak] = [byCapacity[0] as Finding, byCapacity.at(-1) as Finding];
  const isCapacityAlike = fte(strong.leastPer10000) === fte(weak.leastPer10000);
  if (language === 'sv')
    return {
      headline:
        first.aheadIn === 1
          ? `I modellen drar ”${first.name}” in mest extern finansiering i alla ${count} körningar.`
          : `I modellen drar ”${first.name}” in mest extern finansiering i ${part(first.aheadIn)} av ${count} körningar, ”${second.name}” i ${part(second.aheadIn)}.`,
      verdict: {
        nearlyAll: 'Det håller nästan hur antagandena än står inom sina spann.',
        more: 'Det är oftare, inte säkert: ordningen hänger på antagandena.',
        alike: 'Modellen kan inte skilja dem åt.',
      }[kind],
      likeliest:
        lead === 0
          ? `Med alla antaganden på sitt troligaste drar de främsta in lika mycket, ${sek(most.externalSek)} på ${years} år.`
          : `Med alla antaganden på sitt troligaste drar ”${most.name}” in ${sek(most.externalSek)} på ${years} år, ${sek(lead)} mer än ”${next.name}”.`,
      capacity: isCapacityAlike
        ? `Kommunen med minst kapacitet får lika mycket av alla: ${fte(strong.leastPer10000)} årsarbetskrafter per 10 000 invånare.`
        : `Kommunen med minst kapacitet får mest av ”${strong.name}”: ${fte(strong.leastPer10000)} årsarbetskrafter per 10 000 invånare, mot ${fte(weak.leastPer10000)} av ”${weak.name}”.`,
    };
  return {
    headline:
      first.aheadIn === 1
        ? `In the model “${first.name}” attracts most external funding in all ${count} runs.`
        : `In the model “${first.name}” attracts most external funding in ${part(first.aheadIn)} of ${count} runs, “${second.name}” in ${part(second.aheadIn)}.`,
    verdict: {
      nearlyAll: 'That holds nearly wherever the assumptions stand within their spans.',
      more: 'That is more often, not certain: the order depends on the assumptions.',
      alike: 'The model cannot tell them apart.',
    }[kind],
    likeliest:
      lead === 0
        ? `With every assumption at its likeliest the foremost attract as much, ${sek(most.externalSek)} in ${years} years.`
        : `With every assumption at its likeliest “${most.name}” attracts ${sek(most.externalSek)} in ${years} years, ${sek(lead)} more than “${next.name}”.`,
    capacity: isCapacityAlike
      ? `The municipality with least capacity gets as much from all: ${fte(strong.leastPer10000)} FTE per 10,000 inhabitants.`
      : `The municipality with least capacity gets most from “${strong.name}”: ${fte(strong.leastPer10000)} FTE per 10,000 inhabitants, against ${fte(weak.leastPer10000)} from “${weak.name}”.`,
  };
}
