import type { Catalogue, Wording } from './catalogue';
import { figuresOf, type Figures } from './figures-of';

type Sentence = (figures: Figures) => string;

const says = (sv: Sentence, en: Sentence): Wording => ({
  sv: (params) => sv(figuresOf(params, 'sv')),
  en: (params) => en(figuresOf(params, 'en')),
});
const one = (f: Figures) => f.value('count') === 1;

/** What needs attention, one sentence each: what, and how much of it. */
export const attentionWording: Catalogue = {
  'attention-over-frame': says(
    (f) => `Pengarna räcker inte: ramen överskrids ${f.names('names')}.`,
    (f) => `The money does not suffice: the frame is exceeded in ${f.names('names')}.`,
  ),
  'attention-stopped': says(
    (f) =>
      `${f.number('count')} ${one(f) ? 'ansökan' : 'ansökningar'} i underlaget är stoppad${one(f) ? '' : 'e'} av en regel eller av en handläggare.`,
    (f) =>
      `${f.number('count')} ${one(f) ? 'application' : 'applications'} of the basis ${one(f) ? 'is' : 'are'} stopped by a rule or by an officer.`,
  ),
  'attention-priorities-uncovered': says(
    (f) => `Inget projekt svarar mot ${f.names('names')} i den regionala utvecklingsstrategin.`,
    (f) => `No project answers ${f.names('names')} of the regional development strategy.`,
  ),
  'attention-municipalities-without': says(
    (f) => `Inga pengar når ${f.names('names')}.`,
    (f) => `No money reaches ${f.names('names')}.`,
  ),
  'attention-results-at-risk': says(
    (f) =>
      `${f.number('count')} resultat riskerar att ta slut när projektet gör det: ingen tar emot, ingen betalar eller det hänger på en person.`,
    (f) =>
      `${f.number('count')} ${one(f) ? 'result' : 'results'} may end when the project does: nobody receives, nobody pays, or it hangs on one person.`,
  ),
  'attention-reports-overdue': says(
    (f) => `${f.number('count')} projekt har inte kommit in med en rapport i tid.`,
    (f) => `${f.number('count')} ${one(f) ? 'project has' : 'projects have'} a report that has not come in time.`,
  ),
  'attention-own-share-rises': says(
    (f) =>
      `Regionens egna projekt har fått en större andel varje år, från ${f.percent('fromPercent')} ${f.text('from')} till ${f.percent('toPercent')} ${f.text('to')}.`,
    (f) =>
      `The region’s own projects have had a larger share every year, from ${f.percent('fromPercent')} in ${f.text('from')} to ${f.percent('toPercent')} in ${f.text('to')}.`,
  ),
  'attention-plan-uncovered': says(
    (f) => `Inget projekt svarar mot ${f.names('names')} i planen.`,
    (f) => `No project answers ${f.names('names')} of the plan.`,
  ),
  'attention-lead-time-short': says(
    (f) => `${f.names('names')} fick veta om utlysningen för sent.`,
    (f) => `${f.names('names')} heard of the call too late.`,
  ),
  'attention-projects-late': says(
    (f) => `${f.number('count')} projekt är ${one(f) ? 'försenat' : 'försenade'} enligt sin senaste rapport.`,
    (f) =>
      `${f.number('count')} ${one(f) ? 'project is' : 'projects are'} late by ${one(f) ? 'its' : 'their'} last report.`,
  ),
};
