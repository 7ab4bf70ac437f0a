/** The page's texts about what is certain, and about fair rules beside the optimum. Swedish is the source, as in `web.ts`. */
const sv = {
  certaintyTitle: 'Säkra ja, säkra nej, att diskutera',
  certaintyIntro: (share: string) =>
    `Vilka projekt är med i varje fördelning som kan vara den rätta, och vilka hänger på sådant vi inte vet säkert? Räknas för högst ${share} till regionens egna projekt. Det är en modell av osäkerheten, inget beslut.`,
  weightKnowledge: 'Vad tar vi för givet om vikterna?',
  weightKnowledges: {
    order: 'Bara ordningen: vilket kriterium som väger mest, näst mest och så vidare',
    any: 'Ingenting: vilka vikter som helst',
    stated: 'Vikterna exakt som de är',
  },
  askCertainty: 'Räkna ut vad som är säkert',
  certaintyWait: 'Räknar. Det tar några sekunder till någon minut.',
  certaintyAnswer: (yes: number, discuss: number, no: number) =>
    `${yes} säkra ja, ${discuss} att diskutera, ${no} säkra nej.`,
  certaintyAssumption: {
    order: 'Antagande: vikternas ordning gäller, men inte deras storlek.',
    any: 'Antagande: vilka vikter som helst kan vara de rätta.',
    stated: 'Antagande: vikterna är exakt de som står i utlysningen.',
  },
  reviewersAssumption: (samples: string) =>
    `Sannolikheten räknar också med att betygen kunde ha blivit andra: medelvärdet av lika många bedömare, dragna på nytt bland dem som har bedömt. ${samples} dragningar; felet står efter ±.`,
  certaintyIncomplete:
    'Det finns fler fördelningar som kan vara rätt än vad som hinns med, så listorna kan inte göras. Sannolikheten nedan gäller ändå.',
  safeYes: 'Säkra ja',
  safeYesMeaning: 'Med i alla fördelningar som kan vara rätt.',
  discuss: 'Att diskutera',
  discussMeaning: 'Med i några av dem. Här gör ett samtal nytta.',
  safeNo: 'Säkra nej',
  safeNoMeaning: 'Med i ingen av dem.',
  nobody: 'Inga.',
  fundedProbability: 'Sannolikhet att få pengar',
  coreIndex: 'Andel av fördelningarna som kan vara rätt',
  plusMinus: (share: string, error: string) => `${share} ± ${error}`,
  settleTitle: 'Vad skulle avgöra mest?',
  settleIntro: 'Frågor vars svar kan ändra valet, den som är värd mest först.',
  settleNothing: 'Ingen fråga vi känner till skulle ändra valet märkbart.',
  settleWorth: (change: string, gain: string) =>
    `Svaret ändrar vilken fördelning som är bäst med sannolikheten ${change}. I medeltal är det värt ${gain} poäng.`,

  fairTitle: 'Rättvisa regler bredvid optimum',
  fairIntro: (share: string) =>
    `Samma pengar, samma gränser och högst ${share} till regionens egna projekt, men delade efter regler som ser till att var och en får sin del. Jämförelsen är ett underlag, inget beslut.`,
  fairVoters: 'Mellan vilka ska det vara rättvist?',
  fairVoterKinds: { municipalities: 'Kommunerna', owner_groups: 'Ägargrupperna', reviewers: 'Bedömarna' },
  askFair: 'Jämför med rättvisa regler',
  fairTable: 'Vad varje regel ger',
  rule: 'Regel',
  lostAgainstOptimum: 'Mot optimum',
  sameAsOptimum: 'samma',
  grantCount: 'Bidrag',
  giniMunicipalities: 'Ojämnhet mellan kommuner (Gini)',
  emptyHanded: 'Kommuner utan pengar',
  replaced: 'Byts ut',
  inAndOut: (entering: number, leaving: number) => `${entering} in, ${leaving} ut`,
  fairGiniNote:
    'Gini: 0 är lika mycket till alla kommuner, nära 1 är allt till en. Med nio kommuner flyttar ett enda projekt siffrorna märkbart.',
  fairDifferences: 'Vilka projekt skiljer sig från optimum?',
  fairByMunicipality: 'Kronor per kommun och regel',
  municipality: 'Kommun',
};
type CertaintyTexts = typeof sv;

const en: CertaintyTexts = {
  certaintyTitle: 'Safe yes, safe no, to discuss',
  certaintyIntro: (share) =>
    `Which projects are in every allocation that could be the right one, and which depend on what we do not know for certain? Computed for at most ${share} to the region's own projects. It is a model of the uncertainty, not a decision.`,
  weightKnowledge: 'What do we take for granted of the weights?',
  weightKnowledges: {
    order: 'Only their order: which criterion weighs most, next most and so on',
    any: 'Nothing: any weights',
    stated: 'The weights exactly as they are',
  },
  askCertainty: 'Work out what is certain',
  certaintyWait: 'Computing. It takes some seconds, up to a minute or so.',
  certaintyAnswer: (yes, discuss, no) => `${yes} safe yes, ${discuss} to discuss, ${no} safe no.`,
  certaintyAssumption: {
    order: 'Assumption: the order of the weights holds, but not their size.',
    any: 'Assumption: any weights may be the right ones.',
    stated: 'Assumption: the weights are exactly those of the call.',
  },
  reviewersAssumption: (samples) =>
    `The probability also counts with ratings that could have come out otherwise: the mean of as many reviewers, drawn anew from those who rated. ${samples} draws; the error stands after ±.`,
  certaintyIncomplete:
    'More allocations could be right than there is time to find, so the lists cannot be made. The probability below holds all the same.',
  safeYes: 'Safe yes',
  safeYesMeaning: 'In every allocation that could be right.',
  discuss: 'To discuss',
  discussMeaning: 'In some of them. Here a conversation is worth its time.',
  safeNo: 'Safe no',
  safeNoMeaning: 'In none of them.',
  nobody: 'None.',
  fundedProbability: 'Probability of being funded',
  coreIndex: 'Share of the allocations that could be right',
  plusMinus: (share, error) => `${share} ± ${error}`,
  settleTitle: 'What would settle most?',
  settleIntro: 'Questions whose answer may change the choice, the one worth most first.',
  settleNothing: 'No question that we know of would change the choice noticeably.',
  settleWorth: (change, gain) =>
    `The answer changes which allocation is best with probability ${change}. On average it is worth ${gain} points.`,

  fairTitle: 'Fair rules beside the optimum',
  fairIntro: (share) =>
    `The same money, the same limits and at most ${share} to the region's own projects, but divided by rules that see to it that everyone gets a part. The comparison is a basis, not a decision.`,
  fairVoters: 'Between whom is it to be fair?',
  fairVoterKinds: {
    municipalities: 'The municipalities',
    owner_groups: 'The owner groups',
    reviewers: 'The reviewers',
  },
  askFair: 'Compare with fair rules',
  fairTable: 'What each rule gives',
  rule: 'Rule',
  lostAgainstOptimum: 'Against the optimum',
  sameAsOptimum: 'the same',
  grantCount: 'Grants',
  giniMunicipalities: 'Inequality between municipalities (Gini)',
  emptyHanded: 'Municipalities without money',
  replaced: 'Replaced',
  inAndOut: (entering, leaving) => `${entering} in, ${leaving} out`,
  fairGiniNote:
    'Gini: 0 is the same to all municipalities, near 1 is everything to one. With nine municipalities a single project moves the figures noticeably.',
  fairDifferences: 'Which projects differ from the optimum?',
  fairByMunicipality: 'Kronor by municipality and rule',
  municipality: 'Municipality',
};

export const certaintyTexts = { sv, en };
