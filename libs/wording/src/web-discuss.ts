import type { Language } from './catalogue';
import { formatList, formatNumber } from './format';

/** The texts about reviewers and neighbouring places, and what of it is worth a meeting's time. Swedish is the source, as in `web.ts`. */
const sv = {
  discussTitle: 'Att ta upp innan ni bestämmer er',
  discussNothing:
    'Ingenting sticker ut: betygen räcker för att skilja dem vid strecket åt, och ingen bedömare avviker tydligt.',
  discussUndecided: (titles: string) => `Betygen kan inte säga på vilken sida om strecket de hör: ${titles}.`,
  discussReviewer: {
    strict: (name: string, size: string, compared: number) =>
      `${name} bedömer hårdare än de andra: ${size} lägre på skalan 0–1, i ${compared} jämförda ansökningar.`,
    lenient: (name: string, size: string, compared: number) =>
      `${name} bedömer mildare än de andra: ${size} högre på skalan 0–1, i ${compared} jämförda ansökningar.`,
  },
  discussStrictness: (above: string, below: string) =>
    `Jämnas hårda och milda bedömare ut hamnar ${above} över strecket och ${below} under. Poängen är inte ändrade.`,
  discussPair: (ahead: string, behind: string) => `${ahead} och ${behind} ligger på var sin sida om strecket.`,
  littleTurns: 'Så lite räcker för att de ska vara lika:',
  quoted: (title: string) => `”${title}”`,
  mostAbout: (criterion: string, low: string, high: string) => `Mest om ”${criterion}”: betyg ${low}–${high}`,

  reviewersTitle: 'Vem bedömer hårt eller milt?',
  reviewersIntro:
    'Hur mycket lägre eller högre poäng en bedömare ger än de andra som har bedömt samma ansökningar, på skalan 0–1. Skattningen dras mot 0 när den vilar på lite. Den används inte i poängen: den säger vad ni kan behöva prata om, inte vem som har rätt.',
  reviewer: 'Bedömare',
  besideOthers: 'Jämfört med de andra',
  effectInterval: (low: string, high: string) => `${low} till ${high}`,
  seemsTo: 'Bedömer',
  stances: { strict: 'hårdare', lenient: 'mildare', neither: 'går inte att säga' },
  comparedOn: 'Jämförda ansökningar',
  fewRatings: 'få betyg',
  intervalNote: (few: number) =>
    `Inom parentes: 95 %-intervall. Med färre än ${few} jämförda ansökningar kan ett par ovanliga ärenden avgöra.`,

  pairsTitle: 'Vilka grannar byter lätt plats?',
  pairsIntro:
    'De par som ligger vid strecket, och sedan de närmast strecket som minst skulle vända. Den minsta flytt av vikt som gör dem lika står intill.',
  pairsAll: (count: number) => `Visa alla ${count} par`,
  places: 'Platser',
  pair: 'Före och efter',
  holdsIn: 'Ordningen håller i',
  swapsWhen: 'Byter plats när',
  atTheLine: 'vid strecket',

  tryTitle: 'Vad gör en annan vikt?',
  tryIntro: 'En vikt ändras, de andra behåller sina proportioner. Ingenting sparas.',
  tryCriterion: 'Kriterium',
  tryWeight: 'Ny vikt, procent',
  tryNow: (weight: string) => `Nu: ${weight}`,
  tryAsk: 'Pröva vikten',
  tryWrong: 'Skriv ett tal från 0 till 100.',
  tryNothing: (from: string, to: string, moved: number) =>
    moved === 0
      ? `Från ${from} till ${to}: ingen byter plats.`
      : `Från ${from} till ${to}: samma ansökningar är över strecket, ${moved} byter plats.`,
  trySwaps: (from: string, to: string, entering: string, leaving: string, moved: number) =>
    `Från ${from} till ${to}: över strecket kommer ${entering}, och ${leaving} hamnar under. ${moved} byter plats.`,
  nobody: 'ingen',
};
type DiscussTexts = typeof sv;

const en: DiscussTexts = {
  discussTitle: 'To take up before you decide',
  discussNothing:
    'Nothing stands out: the ratings suffice to tell those at the line apart, and no reviewer clearly departs from the others.',
  discussUndecided: (titles) => `The ratings cannot tell on which side of the line they belong: ${titles}.`,
  discussReviewer: {
    strict: (name, size, compared) =>
      `${name} rates more strictly than the others: ${size} lower on the scale 0–1, in ${compared} applications compared.`,
    lenient: (name, size, compared) =>
      `${name} rates more leniently than the others: ${size} higher on the scale 0–1, in ${compared} applications compared.`,
  },
  discussStrictness: (above, below) =>
    `With strict and lenient reviewers evened out, ${above} would be above the line and ${below} below. The scores are not changed.`,
  discussPair: (ahead, behind) => `${ahead} and ${behind} are on either side of the line.`,
  littleTurns: 'So little makes them equal:',
  quoted: (title) => `“${title}”`,
  mostAbout: (criterion, low, high) => `Most about “${criterion}”: ratings ${low}–${high}`,

  reviewersTitle: 'Who rates strictly or leniently?',
  reviewersIntro:
    'How much lower or higher a reviewer scores than the others who rated the same applications, on the scale 0–1. The estimate is drawn towards 0 when it rests on little. It is not used in the scores: it says what you may need to talk about, not who is right.',
  reviewer: 'Reviewer',
  besideOthers: 'Beside the others',
  effectInterval: (low, high) => `${low} to ${high}`,
  seemsTo: 'Rates',
  stances: { strict: 'more strictly', lenient: 'more leniently', neither: 'cannot be told' },
  comparedOn: 'Applications compared',
  fewRatings: 'few ratings',
  intervalNote: (few) =>
    `In brackets: 95% interval. With fewer than ${few} applications compared, a couple of unusual cases can decide.`,

  pairsTitle: 'Which neighbours easily change places?',
  pairsIntro:
    'The pairs at the line, and then those nearest the line that the least would turn. The smallest move of weight that makes them equal is beside them.',
  pairsAll: (count) => `Show all ${count} pairs`,
  places: 'Places',
  pair: 'Ahead and behind',
  holdsIn: 'The order holds in',
  swapsWhen: 'They change places when',
  atTheLine: 'at the line',

  tryTitle: 'What does another weight do?',
  tryIntro: 'One weight changes, the others keep their proportions. Nothing is saved.',
  tryCriterion: 'Criterion',
  tryWeight: 'New weight, percent',
  tryNow: (weight) => `Now: ${weight}`,
  tryAsk: 'Try the weight',
  tryWrong: 'Write a number from 0 to 100.',
  tryNothing: (from, to, moved) =>
    moved === 0
      ? `From ${from} to ${to}: nobody changes places.`
      : `From ${from} to ${to}: the same applications are above the line, ${moved} change places.`,
  trySwaps: (from, to, entering, leaving, moved) =>
    `From ${from} to ${to}: ${entering} would be above the line, and ${leaving} below. ${moved} change places.`,
  nobody: 'nobody',
};

export const discussTexts: Readonly<Record<Language, DiscussTexts>> = { sv, en };

/** A reviewer compared on fewer applications than this gets a word of caution beside the interval. */
export const fewComparedApplications = 10;

interface Moved {
  /** The criterion, in the reader's language. */
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/**
 * The smallest move of weight that makes two neighbours equal, in a sentence. `smallestMove` is part of all weights: 0.004 is 0.4 percentage
 * points; 0 that they are equal already; null that no weights do it, or that it was not computed.
 */
export function swapInWords(
  { smallestMove, moved }: { readonly smallestMove: number | null; readonly moved: readonly Moved[] },
  language: Language,
): string {
  if (smallestMove === null)
    return { sv: 'Ingen känd flytt av vikt vänder dem.', en: 'No known move of weight turns them.' }[language];
  if (smallestMove === 0)
    return {
      sv: 'De har samma poäng: ordningen följer ärende-id.',
      en: 'They have the same score: the order follows the case id.',
    }[language];
  const isTiny = smallestMove < 0.0005;
  const amount = formatNumber(isTiny ? 0.1 : smallestMove * 100, language, 1);
  const names = (list: readonly Moved[]) =>
    formatList(
      list.map(({ name }) => discussTexts[language].quoted(name)),
      language,
    );
  const [losing, gaining] = [moved.filter(({ from, to }) => to < from), moved.filter(({ from, to }) => to > from)];
  return language === 'sv'
    ? `${isTiny ? `Mindre än ${amount}` : amount} procentenheter vikt flyttas från ${names(losing)} till ${names(gaining)}.`
    : `${isTiny ? `Less than ${amount}` : amount} percentage points of weight move from ${names(losing)} to ${names(gaining)}.`;
}
