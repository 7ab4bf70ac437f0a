import { TimeAxis, type TimeRow } from '@fordela/charts';
import { formatMonth, horizonTexts } from '@fordela/wording';
import type { HorizonCall, Signal } from '../../data/horizon';
import { useSpeech } from '../../ui/language';
import { ScrollBox } from '../../ui/scroll-box';
import { Empty } from '../../ui/states';
import { useWidth } from '../../ui/use-width';

export interface DeadlineRow extends TimeRow {
  readonly decided: string | null;
  readonly isExample: boolean;
  readonly callStatus: HorizonCall['status'] | null;
  /** Days from the day it is seen from; null without a last day. */
  readonly daysLeft: number | null;
}

const dayMs = 86_400_000;
const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / dayMs);

/** Calls and the signals that have a last day and are not dismissed: what lies ahead first, nearest first, then what has passed. */
export function deadlineRows(
  calls: readonly HorizonCall[],
  signals: readonly Signal[],
  today: string,
): readonly DeadlineRow[] {
  const left = (day: string | null) => (day === null ? null : daysBetween(today, day));
  const rows: DeadlineRow[] = [
    ...calls.map((call) => ({
      id: call.id,
      label: call.name,
      known: call.firstKnownDate,
      opens: call.openingDate,
      closes: call.closingDate,
      decided: call.decisionDate,
      isExample: call.isExample,
      callStatus: call.status,
      daysLeft: left(call.closingDate),
    })),
    ...signals
      .filter(({ deadline, status }) => deadline !== null && status !== 'dismissed')
      .map((signal) => ({
        id: signal.id,
        label: signal.title,
        known: signal.date,
        opens: null,
        closes: signal.deadline,
        decided: null,
        isExample: false,
        callStatus: null,
        daysLeft: left(signal.deadline),
      })),
  ];
  const place = ({ daysLeft }: DeadlineRow) => (daysLeft === null ? 1e6 : daysLeft < 0 ? 2e6 - daysLeft : daysLeft);
  return rows.sort((a, b) => place(a) - place(b) || a.label.localeCompare(b.label, 'sv'));
}

/** The rows on a time axis, and the same dates as a table. */
export function Deadlines({ rows, today }: { readonly rows: readonly DeadlineRow[]; readonly today: string }) {
  const { language } = useSpeech();
  const say = horizonTexts[language];
  const [box, width] = useWidth<HTMLDivElement>(600);
  return (
    <section className="card" id="deadlines" aria-labelledby="deadlines-heading">
      <h2 id="deadlines-heading">{say.callsTitle}</h2>
      {rows.length === 0 ? (
        <Empty>{say.noDates}</Empty>
      ) : (
        <>
          <div ref={box}>
            <TimeAxis
              rows={rows}
              today={today}
              todayLabel={say.today}
              width={width}
              title={say.axisTitle}
              description={say.axisDescription(rows.length)}
              formatMonth={(month) => (width < 500 ? month : formatMonth(month, language))}
            />
          </div>
          <p className="soft">{say.callsHelp}</p>
          <DeadlineTable rows={rows} />
        </>
      )}
    </section>
  );
}

function DeadlineTable({ rows }: { readonly rows: readonly DeadlineRow[] }) {
  const { language } = useSpeech();
  const say = horizonTexts[language];
  return (
    <ScrollBox label={say.callsTitle}>
      <table>
        <caption>{say.callsTitle}</caption>
        <thead>
          <tr>
            <th scope="col">{say.whatIs}</th>
            <th scope="col">{say.closes}</th>
            <th scope="col">{say.status}</th>
            <th scope="col">{say.opens}</th>
            <th scope="col">{say.firstKnown}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} className={row.daysLeft !== null && row.daysLeft < 0 ? 'out' : ''}>
              <th scope="row">
                {row.label}{' '}
                <span className="id">
                  {row.callStatus ? say.ourCall : say.signal}{' '}
                  {row.isExample && <span className="badge warning">{say.example}</span>}
                </span>
              </th>
              <td className="day">{row.closes ?? '–'}</td>
              <td>
                {row.callStatus && (
                  <>
                    <span className="badge info">{say.callStatus[row.callStatus]}</span>{' '}
                  </>
                )}
                {row.daysLeft === null ? '' : row.daysLeft < 0 ? say.passed : say.daysLeft(row.daysLeft)}
              </td>
              <td className="day">{row.opens ?? '–'}</td>
              <td className="day">{row.known ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
