/** The page's texts about how far a ranking can be trusted. Swedish is the source, as in `web.ts`. */
const sv = {
  trustTitle: 'Hur säker är rangordningen?',
  trustIntro:
    'Var bedömarna är mest oense, och hur mycket platserna hänger på vikterna. Räknas på utlysningens beslutade vikter. Det är en modell av osäkerheten: ingenting ändras i poängen.',
  rankingDoubt: 'Hur osäkra är vikterna?',
  rankingDoubts: {
    near: 'Varje vikt kan vara 5 procentenheter fel',
    order: 'Bara vikternas ordning är känd',
    any: 'Ingenting är känt om vikterna',
  },
  askTrust: 'Räkna ut hur säker den är',
  contestedTitle: 'Var är vi mest oense?',
  contestedIntro:
    'De tio ansökningar där betygen ligger längst isär. Spridningen är standardavvikelsen på skalan 0–1, vägd över kriterierna.',
  spread: 'Spridning',
  becauseOf: 'Beror mest på',
  causes: { strictness: 'hårda och milda bedömare', application: 'själva ansökan' },
  atLine: 'Betygen kan inte säga vilken sida om strecket den hör till',
  agreementByCriterion: 'Enighet per kriterium, lägst först',
  alpha: 'Krippendorffs alfa',
  alphaNote: 'Alfa: 1 är full enighet, 0 är som slumpen.',
  placesTitle: 'Vilka platser hänger på vikterna?',
  placesIntro: (depends: number) =>
    depends === 0
      ? 'Inga: samma ansökningar är över strecket vilka av vikterna som än gäller.'
      : `${depends} ansökningar är över strecket med några av vikterna och under med andra.`,
  lineNote:
    'Strecket: pengarna räcker till dem som får plats när man går nedåt i rangordningen. Det är inte den bästa fördelningen, som står under Fördelning.',
  placeBetween: 'Plats i nio fall av tio',
  aboveLineShare: 'Över strecket',
  between: (low: string, high: string) => (low === high ? low : `${low}–${high}`),
  slackTitle: 'Hur långt kan varje vikt gå innan strecket flyttas?',
  slackIntro: 'En vikt ändras och de andra behåller sina proportioner.',
  weightNow: 'Vikt nu',
  sameLine: 'Samma ansökningar över strecket',
};
type TrustTexts = typeof sv;

const en: TrustTexts = {
  trustTitle: 'How sure is the ranking?',
  trustIntro:
    'Where the reviewers disagree most, and how much the places depend on the weights. Computed with the decided weights of the call. It is a model of the uncertainty: nothing in the scores changes.',
  rankingDoubt: 'How uncertain are the weights?',
  rankingDoubts: {
    near: 'Each weight may be 5 percentage points off',
    order: 'Only the order of the weights is known',
    any: 'Nothing is known of the weights',
  },
  askTrust: 'Work out how sure it is',
  contestedTitle: 'Where do we disagree most?',
  contestedIntro:
    'The ten applications whose ratings lie furthest apart. The spread is the standard deviation on the scale 0–1, weighed over the criteria.',
  spread: 'Spread',
  becauseOf: 'Mostly because of',
  causes: { strictness: 'strict and lenient reviewers', application: 'the application itself' },
  atLine: 'The ratings cannot tell on which side of the line it belongs',
  agreementByCriterion: 'Agreement by criterion, lowest first',
  alpha: 'Krippendorff’s alpha',
  alphaNote: 'Alpha: 1 is full agreement, 0 is as by chance.',
  placesTitle: 'Which places depend on the weights?',
  placesIntro: (depends) =>
    depends === 0
      ? 'None: the same applications are above the line whichever of the weights hold.'
      : `${depends} applications are above the line with some of the weights and below it with others.`,
  lineNote:
    'The line: the money suffices for those that fit when walking down the ranking. It is not the best allocation, which is under Allocation.',
  placeBetween: 'Place in nine cases of ten',
  aboveLineShare: 'Above the line',
  between: (low, high) => (low === high ? low : `${low}–${high}`),
  slackTitle: 'How far can each weight go before the line moves?',
  slackIntro: 'One weight changes and the others keep their proportions.',
  weightNow: 'Weight now',
  sameLine: 'Same applications above the line',
};

export const trustTexts = { sv, en };
