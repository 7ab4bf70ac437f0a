import type { Catalogue, Wording } from './catalogue';
import { figuresOf, type Figures } from './figures-of';

type Sentence = (figures: Figures) => string;

const says = (sv: Sentence, en: Sentence): Wording => ({
  sv: (params) => sv(figuresOf(params, 'sv')),
  en: (params) => en(figuresOf(params, 'en')),
});

/** Refusals of moving money within the envelope, and of recording what happens to a grant. */
export const envelopeWording: Catalogue = {
  'rebalance-amount': says(
    (f) => `${f.text('amount')} går inte att flytta. Ange hela kronor över 0.`,
    (f) => `${f.text('amount')} cannot be moved. State whole kronor above 0.`,
  ),
  'rebalance-unknown-grant': says(
    (f) => `${f.text('application')} har inget beslutat bidrag att lämna tillbaka.`,
    (f) => `${f.text('application')} has no decided grant to give back.`,
  ),
  'rebalance-above-grant': says(
    (f) => `${f.text('application')} har bara ${f.sek('granted')} år ${f.text('year')}. Mer kan inte lämnas tillbaka.`,
    (f) => `${f.text('application')} has only ${f.sek('granted')} in ${f.text('year')}. More cannot be given back.`,
  ),
  'rebalance-above-free': says(
    (f) => `${f.sek('reused')} ska användas år ${f.text('year')}, men bara ${f.sek('free')} är ledigt då.`,
    (f) => `${f.sek('reused')} is to be used in ${f.text('year')}, but only ${f.sek('free')} is free then.`,
  ),
  'grant-event-amount': says(
    (f) => `${f.text('amount')} är inget belopp i hela kronor.`,
    (f) => `${f.text('amount')} is not an amount in whole kronor.`,
  ),
  'grant-event-order': says(
    (f) => `Händelsen är daterad ${f.text('date')}, före den senaste som är från ${f.text('last')}.`,
    (f) => `The event is dated ${f.text('date')}, before the latest, which is from ${f.text('last')}.`,
  ),
  'claim-above-reported': says(
    (f) => `${f.sek('approved')} godkänns, men bara ${f.sek('reported')} är redovisat.`,
    (f) => `${f.sek('approved')} is approved, but only ${f.sek('reported')} has been reported.`,
  ),
  'claim-above-earned': says(
    (f) => `${f.sek('paid')} kan inte betalas ut. Godkänd kostnad ger rätt till ${f.sek('most')} nu.`,
    (f) => `${f.sek('paid')} cannot be paid. Approved cost gives a right to ${f.sek('most')} now.`,
  ),
  'claim-above-left': says(
    (f) => `${f.sek('paid')} kan inte betalas ut. Av bidraget återstår ${f.sek('left')}.`,
    (f) => `${f.sek('paid')} cannot be paid. Of the grant ${f.sek('left')} is left.`,
  ),
  'advance-above-share': says(
    (f) =>
      `Förskott är tillsammans ${f.sek('advance')}. Högst ${f.percent('share')} av bidraget ${f.sek('granted')} får lämnas.`,
    (f) =>
      `Advances make ${f.sek('advance')}. At most ${f.percent('share')} of the grant of ${f.sek('granted')} may be given.`,
  ),
  'advance-above-ceiling': says(
    (f) => `Förskott är tillsammans ${f.sek('advance')}. Högst ${f.sek('ceiling')} får lämnas för hela projektet.`,
    (f) => `Advances make ${f.sek('advance')}. At most ${f.sek('ceiling')} may be given for the whole project.`,
  ),
  'advance-without-figure': says(
    (f) => `Regelboken har ingen gräns för förskott den ${f.text('date')}.`,
    (f) => `The rule book has no limit for advances on ${f.text('date')}.`,
  ),
  'recovery-above-paid': says(
    (f) => `${f.sek('recovered')} ska återkrävas, men bara ${f.sek('paid')} är utbetalt.`,
    (f) => `${f.sek('recovered')} is to be taken back, but only ${f.sek('paid')} has been paid.`,
  ),
};
