import type { Language } from './catalogue';

/** The texts of the screen Lägesbild (Overview). Swedish is the source. */
const sv = {
  title: 'Lägesbild: vart går pengarna, och vad behöver vi titta på?',
  intro: 'En sida för nämnd och arena. Varje siffra leder till raderna den vilar på.',
  print: 'Skriv ut lägesbilden',
  dataOf: (call: string, day: string) => `${call}. Uppgifter hämtade ${day}.`,
  example: 'Påhittade uppgifter',
  basisSums: {
    decided: (count: number, sum: string) => `${count} projekt har beviljats ${sum}.`,
    all_applications: (count: number, sum: string) => `${count} ansökningar söker ${sum}.`,
    scenario: (count: number, sum: string) => `${count} projekt föreslås få ${sum}.`,
  },
  ofRound: (available: string) => `Ramen för omgången är ${available}.`,
  nothingInBasis:
    'Inget projekt finns i underlaget än. Välj ett annat underlag för att se hur pengarna skulle falla ut.',

  attentionTitle: 'Att titta på',
  attentionHelp: 'Det allvarligaste först, i en bestämd ordning. Länken går till raderna.',
  attentionNone: 'Ingenting sticker ut i underlaget.',
  attentionMore: (count: number) => (count === 1 ? 'Visa 1 till' : `Visa ${count} till`),
  screens: {
    envelope: 'Ramen',
    applications: 'Ansökningar',
    overview: 'Längre ned här',
    follow_up: 'Uppföljning',
    horizon: 'Utblick',
  },

  moneyTitle: 'Pengar mot ramen',
  moneyHelp: 'Samma tal som på Ramen: ram = tidigare beslut + det som räknas här + reserverat + fritt.',
  moneyHelpAll: 'Det som söks räknas inte mot ramen: bara beslut eller ett scenario gör det.',
  openEnvelope: 'Visa ramen år för år',

  ownTitle: 'Regionens egen del, år för år',
  ownHelp: 'Beviljade bidrag per år. Ett gemensamt projekt delas efter parternas budget.',
  ownAnswer: (share: string, year: number) => `${year} gick ${share} till regionens egna projekt.`,
  openOwn: 'Visa alla ägargrupper',

  sharesTitle: 'Vart pengarna går',
  targetNone: 'Inget mål för fördelningen är beslutat i Fördela, så andelarna jämförs inte med något mål.',
  targetScenario: 'Gränser som scenariot räknades med:',
  targetUnlimited: 'Scenariot räknades utan gränser för grupper.',
  limitMost: (group: string, most: string) => `${group}: högst ${most}`,
  limitLeast: (group: string, least: string) => `${group}: minst ${least}`,
  limitCount: (count: number) => `${count} bidrag`,
  byOwner: 'Ägargrupp',
  byPhase: 'Fas',
  byTheme: 'Tema',
  amount: 'Belopp',
  share: 'Andel',
  projects: 'Projekt',
  themeNote: 'Ett projekt med flera teman räknas helt i vart och ett; andelarna blir därför mer än 100 % tillsammans.',
  moreThemes: 'Visa alla teman',

  municipalityTitle: 'Kommun för kommun',
  municipalityNote:
    'Ett projekts pengar delas lika mellan de kommuner det betjänar. Nio kommuner och få ansökningar: ett enda projekt kan flytta en liten kommun från sist till först. Läs kr per invånare med det i minnet.',
  municipality: 'Kommun',
  applied: 'Sökt',
  received: { decided: 'Beviljat', all_applications: 'Sökt', scenario: 'Föreslaget' },
  perInhabitant: 'Kr per invånare',
  none: 'Inget',

  coverageTitle: 'Planen: vad projekten svarar mot',
  coverageHelp:
    'En märkning säger att projektet avser att svara, inte att det gör det. Ett projekt kan svara mot flera: summorna ska inte läggas ihop.',
  kinds: { need: 'Behov', gap: 'Gap', recommendation: 'Rekommendationer', priority: 'Strategins prioriteringar' },
  covered: (covered: number, all: number) => `${covered} av ${all} har minst ett projekt`,
  uncovered: 'Utan projekt',
  allCovered: 'Alla har minst ett projekt.',
  showRows: (kind: string) => `Visa ${kind.toLocaleLowerCase('sv')} med projekt och pengar`,
  item: 'Vad',
  money: 'Pengar',
  otherProjects: (count: number) =>
    count === 1 ? '1 ansökan till skulle svara' : `${count} ansökningar till skulle svara`,
  planSource: 'Planen är',
};

export type OverviewTexts = typeof sv;

const en: OverviewTexts = {
  title: 'Overview: where does the money go, and what needs attention?',
  intro: 'One page for the committee and the arena. Every figure leads to the rows it rests on.',
  print: 'Print the overview',
  dataOf: (call, day) => `${call}. Data of ${day}.`,
  example: 'Invented data',
  basisSums: {
    decided: (count, sum) => `${count === 1 ? '1 project has' : `${count} projects have`} been granted ${sum}.`,
    all_applications: (count, sum) => `${count === 1 ? '1 application asks' : `${count} applications ask`} for ${sum}.`,
    scenario: (count, sum) => `${count === 1 ? '1 project is' : `${count} projects are`} proposed to get ${sum}.`,
  },
  ofRound: (available) => `The envelope of the round is ${available}.`,
  nothingInBasis: 'There is no project in the basis yet. Choose another basis to see how the money would fall.',

  attentionTitle: 'What needs attention',
  attentionHelp: 'The gravest first, in a fixed order. The link goes to the rows.',
  attentionNone: 'Nothing stands out in the basis.',
  attentionMore: (count) => `Show ${count} more`,
  screens: {
    envelope: 'Envelope',
    applications: 'Applications',
    overview: 'Further down here',
    follow_up: 'Follow-up',
    horizon: 'Horizon',
  },

  moneyTitle: 'Money against the frame',
  moneyHelp: 'The same numbers as on Envelope: frame = earlier decisions + what is counted here + reserved + free.',
  moneyHelpAll: 'What is asked for does not count against the frame: only decisions or a scenario do.',
  openEnvelope: 'Show the envelope year by year',

  ownTitle: 'The region’s own part, year by year',
  ownHelp: 'Grants per year. A joint project is split by the partners’ budgets.',
  ownAnswer: (share, year) => `In ${year}, ${share} went to the region’s own projects.`,
  openOwn: 'Show every owner group',

  sharesTitle: 'Where the money goes',
  targetNone: 'No target for the split is decided in Fördela, so the shares are not compared with one.',
  targetScenario: 'Limits the scenario was computed with:',
  targetUnlimited: 'The scenario was computed without limits for groups.',
  limitMost: (group, most) => `${group}: at most ${most}`,
  limitLeast: (group, least) => `${group}: at least ${least}`,
  limitCount: (count) => (count === 1 ? '1 grant' : `${count} grants`),
  byOwner: 'Owner group',
  byPhase: 'Phase',
  byTheme: 'Theme',
  amount: 'Amount',
  share: 'Share',
  projects: 'Projects',
  themeNote: 'A project with several themes counts fully in each; the shares are therefore more than 100% together.',
  moreThemes: 'Show every theme',

  municipalityTitle: 'Municipality by municipality',
  municipalityNote:
    'A project’s money is split equally over the municipalities it serves. Nine municipalities and few applications: a single project can move a small municipality from last to first. Read SEK per inhabitant with that in mind.',
  municipality: 'Municipality',
  applied: 'Asked for',
  received: { decided: 'Granted', all_applications: 'Asked for', scenario: 'Proposed' },
  perInhabitant: 'SEK per inhabitant',
  none: 'None',

  coverageTitle: 'The plan: what the projects answer',
  coverageHelp:
    'A tag says that the project means to answer, not that it does. A project may answer several: the sums must not be added.',
  kinds: { need: 'Needs', gap: 'Gaps', recommendation: 'Recommendations', priority: 'Priorities of the strategy' },
  covered: (covered, all) => `${covered} of ${all} have at least one project`,
  uncovered: 'Without a project',
  allCovered: 'All have at least one project.',
  showRows: (kind) => `Show ${kind.toLocaleLowerCase('en')} with projects and money`,
  item: 'What',
  money: 'Money',
  otherProjects: (count) =>
    count === 1 ? '1 more application would answer' : `${count} more applications would answer`,
  planSource: 'The plan is',
};

export const overviewTexts: Readonly<Record<Language, OverviewTexts>> = { sv, en };
