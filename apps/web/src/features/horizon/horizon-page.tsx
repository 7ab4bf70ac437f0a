import { horizonTexts } from '@fordela/wording';
import { useCall } from '../../data/call';
import { useHorizon, useSignals } from '../../data/horizon';
import { useSpeech } from '../../ui/language';
import { Page } from '../../ui/page';
import { PageContents } from '../../ui/page-contents';
import { Failure, Loading } from '../../ui/states';
import { Actors } from './actors';
import { Deadlines, deadlineRows } from './deadlines';
import { LeadTimeTable } from './lead-times';
import { MatrixSection } from './matrix-section';
import { MonthSummary } from './month-summary';
import { Signals } from './signals';

/** The most signals the time axis and the summary look at. */
const mostSignals = 100;

/** What is coming: calls and deadlines, who has known in time, what has been seen, and what is worth beginning with. */
export function HorizonPage() {
  const { language } = useSpeech();
  const say = horizonTexts[language];
  const call = useCall();
  const horizon = useHorizon();
  const signals = useSignals({}, mostSignals);
  if (horizon.isPending || signals.isPending)
    return (
      <Page title={say.title} intro={say.intro}>
        <Loading />
      </Page>
    );
  if (horizon.isError || signals.isError)
    return (
      <Page title={say.title} intro={say.intro}>
        <Failure
          error={horizon.error ?? signals.error}
          retry={() => {
            void horizon.refetch();
            void signals.refetch();
          }}
        />
      </Page>
    );
  const { calls, leadTimes } = horizon.data;
  const { asOf } = leadTimes;
  const rows = deadlineRows(calls, signals.data.signals, asOf);
  const coming = rows.filter(({ closes }) => closes !== null && closes >= asOf).length;
  return (
    <Page title={say.title} intro={say.intro}>
      <p role="status" aria-label={say.title}>
        <strong>
          {leadTimes.wantedMonths === null
            ? say.answerWithoutFigure(coming)
            : say.answer(coming, leadTimes.shortCount, leadTimes.wantedMonths)}
        </strong>{' '}
        <span className="soft">{say.seenFrom(asOf)}</span>
      </p>
      <PageContents
        label={say.onThisPage}
        items={[
          { id: 'deadlines', text: say.callsTitle },
          { id: 'lead-times', text: say.leadTitle },
          { id: 'signals', text: say.signalsTitle },
          { id: 'matrix', text: say.matrixTitle },
          { id: 'month', text: say.monthTitle },
          { id: 'actors', text: say.actorsTitle },
        ]}
      />
      <Deadlines rows={rows} today={asOf} />
      <LeadTimeTable report={leadTimes} calls={calls} />
      <Signals calls={calls} today={asOf} />
      <MatrixSection callId={call.data?.id} />
      <MonthSummary
        key={signals.data.signals[0]?.date ?? asOf}
        month={(signals.data.signals[0]?.date ?? asOf).slice(0, 7)}
      />
      <Actors callId={call.data?.id} />
    </Page>
  );
}
