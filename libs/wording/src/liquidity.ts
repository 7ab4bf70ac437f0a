import type { Catalogue } from './catalogue';
import { formatSek } from './format';

/** Sentences of the liquidity forecast. */
export const liquidityWording: Catalogue = {
  'liquidity-no-rule': {
    sv: (p) => `Det finns ingen regel för hur ”${p.source}” betalar ut den ${p.asOf}. Lägg till en.`,
    en: (p) => `There is no rule for how "${p.source}" pays on ${p.asOf}. Add one.`,
  },
  'liquidity-two-rules': {
    sv: (p) => `Två regler för ”${p.source}” gäller samma dag, den ${p.asOf}. Avgränsa deras datum.`,
    en: (p) => `Two rules for "${p.source}" hold on the same day, ${p.asOf}. Set their dates apart.`,
  },
  'liquidity-no-partner': {
    sv: (p) => `Projektet ”${p.project}” har ingen partner som bär kostnaden.`,
    en: (p) => `The project "${p.project}" has no partner that bears the cost.`,
  },
  'liquidity-phase-reversed': {
    sv: (p) => `Fas ${p.no} i projektet ”${p.project}” slutar (${p.end}) innan den börjar (${p.start}).`,
    en: (p) => `Phase ${p.no} of the project "${p.project}" ends (${p.end}) before it starts (${p.start}).`,
  },
  'liquidity-unknown-phase': {
    sv: (p) => `Projektet ”${p.project}” har ingen fas ${p.no}.`,
    en: (p) => `The project "${p.project}" has no phase ${p.no}.`,
  },
  'liquidity-unknown-application': {
    sv: (p) => `Ansökan ”${p.application}” finns inte i omgången.`,
    en: (p) => `The application "${p.application}" is not in the round.`,
  },
  'liquidity-no-months': {
    sv: (p) =>
      `Ansökan ”${p.application}” har varken faser eller start- och slutmånad, så betalningarna kan inte läggas ut.`,
    en: (p) =>
      `The application "${p.application}" has neither phases nor a first and last month, so its payments cannot be placed.`,
  },
  'liquidity-no-advance-ceiling': {
    sv: (p) => `Regelboken har inga tak för förskott den ${p.day}, men ”${p.source}” ger förskott.`,
    en: (p) => `The rule book has no ceilings for advances on ${p.day}, but "${p.source}" gives advances.`,
  },
  'liquidity-above-capacity': {
    sv: (p) =>
      `${p.actor} behöver ligga ute med som mest ${formatSek(Number(p.peakSek), 'sv')} (${p.month}), mer än de ${formatSek(Number(p.capacitySek), 'sv')} som angetts.`,
    en: (p) =>
      `${p.actor} must lie out with at most ${formatSek(Number(p.peakSek), 'en')} (${p.month}), more than the ${formatSek(Number(p.capacitySek), 'en')} stated.`,
  },
};
