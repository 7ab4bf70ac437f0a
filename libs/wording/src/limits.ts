import type { Catalogue, Language } from './catalogue';
import { says, type LimitFigures } from './limit-figures';

/** Payments under a ceiling of no one year: by the sources and years it is of, where it is of some only. */
function ceilingWithoutYear(f: LimitFigures, language: Language): string {
  const isSwedish = language === 'sv';
  if (f.scope() === '') return isSwedish ? 'Utbetalningarna under taket' : 'Payments under the ceiling';
  return isSwedish ? `Utbetalningarna${f.scope()}` : `Payments${f.scope()}`;
}

/** Ceilings on money and other scarce things. */
const ceilingLimits: Catalogue = {
  'limit-ceiling-payments': says(
    (f) =>
      `${f.year((year) => `Utbetalningarna år ${year}`, ceilingWithoutYear(f, 'sv'))} får vara högst ${f.money('limit')}${f.named()}.`,
    (f) =>
      `${f.year((year) => `Payments in ${year}`, ceilingWithoutYear(f, 'en'))} may be at most ${f.money('limit')}${f.named()}.`,
  ),
  'limit-ceiling-carry-over': says(
    (f) =>
      `Åren${f.scope().replace(/^ för/, '')} får tillsammans betala ut högst ${f.money('limit')}, med det som får föras över mellan dem${f.named()}.`,
    (f) =>
      `The years${f.scope().replace(/^ of/, '')} may together pay out at most ${f.money('limit')}, with what may be carried between them${f.named()}.`,
  ),
  'limit-ceiling-total': says(
    (f) => `Alla bidrag tillsammans får vara högst ${f.money('limit')}${f.named()}.`,
    (f) => `All grants together may be at most ${f.money('limit')}${f.named()}.`,
  ),
  'limit-ceiling-commitment': says(
    (f) =>
      `Det som beslutas nu och betalas ut efter ${f.year((year) => `år ${year}`, 'året')} får vara högst ${f.money('limit')}${f.named()}.`,
    (f) =>
      `What is decided now and paid out after ${f.year((year) => year, 'the year')} may be at most ${f.money('limit')}${f.named()}.`,
  ),
  'limit-ceiling-other': says(
    (f) => `Av ”${f.text('id')}” finns högst ${f.amount('limit')} att använda.`,
    (f) => `Of “${f.text('id')}” there is at most ${f.amount('limit')} to use.`,
  ),
};

/** What groups of applications must get, and may get at most. */
const groupLimits: Catalogue = {
  'limit-group-money-min': says(
    (f) => `${f.groups()} ska få minst ${f.money('amount')}${f.named()}.`,
    (f) => `${f.groups()} must get at least ${f.money('amount')}${f.named()}.`,
  ),
  'limit-group-money-max': says(
    (f) => `${f.groups()} får få högst ${f.money('amount')}${f.named()}.`,
    (f) => `${f.groups()} may get at most ${f.money('amount')}${f.named()}.`,
  ),
  'limit-group-share-of-budget-min': says(
    (f) => `${f.groups()} ska få minst ${f.share('share')} av budgeten, alltså ${f.money('amount')}${f.named()}.`,
    (f) =>
      `${f.groups()} must get at least ${f.share('share')} of the budget, which is ${f.money('amount')}${f.named()}.`,
  ),
  'limit-group-share-of-budget-max': says(
    (f) => `${f.groups()} får få högst ${f.share('share')} av budgeten, alltså ${f.money('amount')}${f.named()}.`,
    (f) =>
      `${f.groups()} may get at most ${f.share('share')} of the budget, which is ${f.money('amount')}${f.named()}.`,
  ),
  'limit-group-share-of-spent-min': says(
    (f) => `${f.groups()} ska få minst ${f.share('share')} av det som beviljas${f.named()}.`,
    (f) => `${f.groups()} must get at least ${f.share('share')} of what is granted${f.named()}.`,
  ),
  'limit-group-share-of-spent-max': says(
    (f) => `${f.groups()} får få högst ${f.share('share')} av det som beviljas${f.named()}.`,
    (f) => `${f.groups()} may get at most ${f.share('share')} of what is granted${f.named()}.`,
  ),
  'limit-group-count-min': says(
    (f) => `${f.groups()} ska ha minst ${f.number('count')} beviljade projekt${f.named()}.`,
    (f) => `${f.groups()} must have at least ${f.number('count')} of the funded projects${f.named()}.`,
  ),
  'limit-group-count-max': says(
    (f) => `${f.groups()} får ha högst ${f.number('count')} beviljade projekt${f.named()}.`,
    (f) => `${f.groups()} may have at most ${f.number('count')} of the funded projects${f.named()}.`,
  ),
  'limit-grants-min': says(
    (f) => `Antalet bidrag ska vara minst ${f.number('count')}.`,
    (f) => `The number of grants must be at least ${f.number('count')}.`,
  ),
  'limit-grants-max': says(
    (f) => `Antalet bidrag får vara högst ${f.number('count')}.`,
    (f) => `The number of grants may be at most ${f.number('count')}.`,
  ),
  'limit-minimum-grant': says(
    (f) => `Inget bidrag får vara mindre än ${f.money('amount')}.`,
    (f) => `No grant may be smaller than ${f.money('amount')}.`,
  ),
};

/** Of several projects: between how many and how many; a link that is not described keeps its name. */
function chooseText(f: LimitFigures, language: Language): string {
  const [min, max, isSwedish] = [f.value('min'), f.value('max'), language === 'sv'];
  if (f.list('projects').length === 0)
    return isSwedish ? `Villkoret ”${f.text('id')}” mellan projekt.` : `The link “${f.text('id')}” between projects.`;
  const least = isSwedish ? `minst ${f.number('min')}` : `at least ${f.number('min')}`;
  const most = isSwedish ? `högst ${f.number('max')}` : `at most ${f.number('max')}`;
  const exactly = isSwedish ? `precis ${f.number('min')}` : `exactly ${f.number('min')}`;
  const and = isSwedish ? ' och ' : ' and ';
  const bounds =
    min !== null && min === max
      ? exactly
      : [min === null ? '' : least, max === null ? '' : most].filter((bound) => bound !== '').join(and);
  return isSwedish ? `Av ${f.names('projects')} ska ${bounds} väljas.` : `Of ${f.names('projects')}, choose ${bounds}.`;
}

/** What projects have to do with one another, and what people have decided of them. */
const projectLimits: Catalogue = {
  'limit-link-requires': says(
    (f) => `${f.text('from')} kan bara väljas om ${f.text('to')} också väljs.`,
    (f) => `${f.text('from')} can be chosen only when ${f.text('to')} is chosen too.`,
  ),
  'limit-link-requires-one-of': says(
    (f) => `${f.text('from')} kan bara väljas om minst en av dessa också väljs: ${f.names('anyOf')}.`,
    (f) => `${f.text('from')} can be chosen only when at least one of these is chosen too: ${f.names('anyOf')}.`,
  ),
  'limit-link-mutually-exclusive': says(
    (f) => `Högst en av ${f.names('projects')} kan väljas: de utesluter varandra.`,
    (f) => `At most one of ${f.names('projects')} can be chosen: they exclude one another.`,
  ),
  'limit-link-choose': says(
    (f) => chooseText(f, 'sv'),
    (f) => chooseText(f, 'en'),
  ),
  'limit-link-sequence': says(
    (f) => `${f.text('then')} kan bara väljas efter ${f.text('first')}, i en senare omgång.`,
    (f) => `${f.text('then')} can be chosen only after ${f.text('first')}, in a later round.`,
  ),
  'limit-joint': says(
    (f) =>
      `${f.names('projects')} får tillsammans använda högst ${f.amount('limit')}${unitOf(f)}${f.named()}${
        (f.value('history') ?? 0) > 0 ? `; ${f.amount('history')} är redan använt` : ''
      }.`,
    (f) =>
      `${f.names('projects')} may together use at most ${f.amount('limit')}${unitOf(f)}${f.named()}${
        (f.value('history') ?? 0) > 0 ? `; ${f.amount('history')} is used already` : ''
      }.`,
  ),
  'limit-must-fund': says(
    (f) => `${f.text('project')} ska väljas enligt beslut${f.reason()}.`,
    (f) => `${f.text('project')} must be chosen by decision${f.reason()}.`,
  ),
  'limit-excluded': says(
    (f) => `${f.text('project')} får inte väljas${f.reason()}.`,
    (f) => `${f.text('project')} may not be chosen${f.reason()}.`,
  ),
};

const unitOf = (f: LimitFigures): string => (f.text('unit') === '' ? '' : ` ${f.text('unit')}`);

/** Sentences of the limits of an allocation: what holds, and what cannot hold together. */
export const limitsWording: Catalogue = { ...ceilingLimits, ...groupLimits, ...projectLimits };
