import type { Catalogue } from './catalogue';

/** Sentences for turning a round into an allocation problem. */
export const roundProblemWording: Catalogue = {
  'round-without-budget': {
    sv: () => 'Omgången har ingen ram: lägg in minst ett budgetår innan något fördelas.',
    en: () => 'The round has no budget: enter at least one budget year before anything is allocated.',
  },
  'round-pin-without-reason': {
    sv: (p) => `Skriv ett skäl till att ${p['application']} låses in eller ut; utan skäl räknas det inte.`,
    en: (p) => `Give a reason for locking ${p['application']} in or out; it does not count without one.`,
  },
  'round-pinned-both-ways': {
    sv: (p) => `${p['application']} är både låst in och låst ut. Välj det ena.`,
    en: (p) => `${p['application']} is locked both in and out. Choose one.`,
  },
  'round-application-not-scored': {
    sv: (p) => `${p['application']} har inga poäng och kan därför inte väljas.`,
    en: (p) => `${p['application']} has no score and can therefore not be chosen.`,
  },
  'round-year-overcommitted': {
    sv: (p) => `${p['year']} är redan intecknat ${p['overcommittedSek']} kr över ramen; taket räknas som 0.`,
    en: (p) =>
      `${p['year']} is already committed SEK ${p['overcommittedSek']} above its frame; its ceiling counts as 0.`,
  },
  'round-year-without-frame': {
    sv: (p) => `Pengar söks för ${p['year']}, men året har ingen ram: taket räknas som 0.`,
    en: (p) => `Money is requested for ${p['year']}, but the year has no frame: its ceiling counts as 0.`,
  },
  'round-smallest-above-request': {
    sv: (p) =>
      `${p['application']}: minsta användbara bidrag ${p['smallest']} kr är större än det sökta ${p['requested']} kr och läggs åt sidan.`,
    en: (p) =>
      `${p['application']}: the smallest useful grant SEK ${p['smallest']} exceeds the request SEK ${p['requested']} and is set aside.`,
  },
  'round-link-from-unknown': {
    sv: (p) => `Beroendet från ${p['from']} till ${p['to']} gäller en ansökan som inte finns i omgången.`,
    en: (p) => `The dependency from ${p['from']} to ${p['to']} concerns an application that is not in the round.`,
  },
  'round-link-to-unknown': {
    sv: (p) => `${p['from']} pekar på ${p['to']}, som inte finns i omgången.`,
    en: (p) => `${p['from']} points to ${p['to']}, which is not in the round.`,
  },
  'round-link-only-shown': {
    sv: (p) => `Sambandet ${p['from']}–${p['to']} visas men styr inte fördelningen.`,
    en: (p) => `The link ${p['from']}–${p['to']} is shown but does not steer the allocation.`,
  },
};
