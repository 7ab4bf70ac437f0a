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
  'rebalance-above-request': says(
    (f) =>
      `${f.text('application')} skulle få ${f.sek('granted')}, mer än de ${f.sek('requested')} som söks. Ge mindre.`,
    (f) =>
      `${f.text('application')} would get ${f.sek('granted')}, more than the ${f.sek('requested')} asked for. Give less.`,
  ),
  'rebalance-above-authorisation': says(
    (f) =>
      `Efter ${f.text('year')} skulle det som lovats överskrida bemyndigandet ${f.sek('limit')} med ${f.sek('over')}. Ge mindre av senare års pengar.`,
    (f) =>
      `After ${f.text('year')} what is promised would exceed the commitment authorisation of ${f.sek('limit')} by ${f.sek('over')}. Give less of later years' money.`,
  ),
  'carry-over-out-of-range': says(
    (f) => `${f.text('percent')} % går inte att spara till nästa år. Ange 0 till 100.`,
    (f) => `${f.text('percent')}% cannot be carried over. State 0 to 100.`,
  ),
  'liquidity-delay-out-of-range': says(
    (f) => `${f.text('months')} månader är inte en rimlig fördröjning. Ange 0 till ${f.text('most')}.`,
    (f) => `${f.text('months')} months is not a plausible delay. State 0 to ${f.text('most')}.`,
  ),
  'grant-event-before-decision': says(
    (f) => `Händelsen är daterad ${f.text('date')}, före beslutet om bidrag som är från ${f.text('decided')}.`,
    (f) =>
      `The event is dated ${f.text('date')}, before the decision on the grant, which is from ${f.text('decided')}.`,
  ),
  'grant-below-advance': says(
    (f) =>
      `${f.sek('unearned')} är utbetalt i förskott och inte upparbetat. Det är mer än ${f.percent('share')} av ett bidrag på ${f.sek('granted')}. Registrera en återbetalning först.`,
    (f) =>
      `${f.sek('unearned')} has been paid in advance and is not earned. That is more than ${f.percent('share')} of a grant of ${f.sek('granted')}. Record what is taken back first.`,
  ),
  'decision-year-out-of-range': says(
    (f) =>
      `År ${f.text('year')} kan inte få pengar av det här beslutet. Ange ${f.text('firstYear')} till ${f.text('lastYear')}.`,
    (f) =>
      `${f.text('year')} cannot get money by this decision. State ${f.text('firstYear')} to ${f.text('lastYear')}.`,
  ),
  'decision-departs-without-reason': says(
    (f) =>
      `Scenariot föreslog ${f.sek('recommended')} och beslutet ger ${f.sek('granted')}, eller andra år. Ange skälet till avvikelsen.`,
    (f) =>
      `The scenario recommended ${f.sek('recommended')} and the decision grants ${f.sek('granted')}, or other years. State the reason for departing from it.`,
  ),
  'decision-before-application': says(
    (f) => `Beslutet är daterat ${f.text('date')}, innan ansökan kom in ${f.text('received')}.`,
    (f) => `The decision is dated ${f.text('date')}, before the application came in on ${f.text('received')}.`,
  ),
  'decision-order': says(
    (f) => `Beslutet är daterat ${f.text('date')}, före det senaste beslutet som är från ${f.text('last')}.`,
    (f) => `The decision is dated ${f.text('date')}, before the latest decision, which is from ${f.text('last')}.`,
  ),
  'earlier-grant-year': says(
    (f) => `${f.text('year')} är inget tidigare år. Ange ${f.text('first')} till ${f.text('last')}.`,
    (f) => `${f.text('year')} is not an earlier year. State ${f.text('first')} to ${f.text('last')}.`,
  ),
  'earlier-grant-unknown': says(
    (f) => `Det finns inget tidigare bidrag ${f.text('id')}.`,
    (f) => `There is no earlier grant ${f.text('id')}.`,
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
  'aid-one-amount': says(
    () => 'Ange stödet antingen i kronor eller i euro, som ett belopp över 0.',
    () => 'State the aid either in kronor or in euro, as an amount above 0.',
  ),
  'decision-amount': says(
    (f) => `${f.text('amount')} är inget belopp i hela kronor.`,
    (f) => `${f.text('amount')} is not an amount in whole kronor.`,
  ),
  'decision-year-twice': says(
    (f) => `År ${f.text('year')} står två gånger. Ange ett belopp per år.`,
    (f) => `${f.text('year')} is given twice. State one amount per year.`,
  ),
  'decision-without-amount': says(
    () => 'Ett beviljat bidrag behöver ett belopp.',
    () => 'A grant needs an amount.',
  ),
  'decision-with-amount': says(
    (f) => `Bara ett beviljat bidrag har belopp; här står ${f.sek('amount')}.`,
    (f) => `Only a grant has an amount; here it is ${f.sek('amount')}.`,
  ),
  'decision-above-request': says(
    (f) => `${f.sek('granted')} är mer än de ${f.sek('requested')} som söks.`,
    (f) => `${f.sek('granted')} is more than the ${f.sek('requested')} asked for.`,
  ),
  'decision-above-free': says(
    (f) =>
      `År ${f.text('year')} är bara ${f.sek('free')} fritt att betala ut. Sänk beloppet, eller ange varför ramen ska överskridas.`,
    (f) =>
      `Only ${f.sek('free')} is free for payments in ${f.text('year')}. Lower the amount, or say why the frame is to be exceeded.`,
  ),
  'decision-above-authorisation': says(
    (f) =>
      `Efter ${f.text('year')} är bara ${f.sek('free')} av bemyndigandet fritt. Sänk beloppet, eller ange varför det ska överskridas.`,
    (f) =>
      `After ${f.text('year')} only ${f.sek('free')} of the commitment authorisation is free. Lower the amount, or say why it is to be exceeded.`,
  ),
  'decision-reason-missing': says(
    () => 'Ange skälet till avslaget eller återremissen.',
    () => 'State the reason for the rejection or for sending it back.',
  ),
  'grant-not-decided': says(
    (f) => `${f.text('application')} har inget beviljat bidrag.`,
    (f) => `${f.text('application')} has no grant.`,
  ),
  'grant-has-events': says(
    (f) =>
      `Bidraget har redan ${f.sek('paid')} utbetalt. Ett nytt beslut kan inte ge mindre än så, eller avslå ansökan.`,
    (f) => `${f.sek('paid')} of the grant has been paid already. A new decision cannot give less than that, or reject.`,
  ),
  'grant-without-cost': says(
    (f) => `${f.text('application')} har ingen kostnad att bevilja bidrag till.`,
    (f) => `${f.text('application')} has no cost to grant money for.`,
  ),
  'earlier-grant-twice': says(
    (f) => `${f.text('id')} står två gånger i listan.`,
    (f) => `${f.text('id')} is in the list twice.`,
  ),
  'earlier-grant-amount': says(
    (f) => `${f.text('amount')} är inget belopp i hela kronor över 0.`,
    (f) => `${f.text('amount')} is not an amount in whole kronor above 0.`,
  ),
};
