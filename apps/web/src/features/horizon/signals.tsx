import { useState } from 'react';
import { weekOf } from '@fordela/domain';
import { groupName, horizonTexts } from '@fordela/wording';
import { useSignals, type HorizonCall, type Signal } from '../../data/horizon';
import type { SignalStatus } from '../../gql/types';
import { useSpeech } from '../../ui/language';
import { Empty, Failure, Loading } from '../../ui/states';
import { SignalForm } from './signal-form';

const statuses: readonly SignalStatus[] = ['new', 'watched', 'acted', 'dismissed'];
const badges: Readonly<Record<SignalStatus, string>> = { new: 'warning', watched: 'info', acted: 'ok', dismissed: '' };
const pageSize = 20;

/** What has been seen, week by week, and the form to note more. */
export function Signals({ calls, today }: { readonly calls: readonly HorizonCall[]; readonly today: string }) {
  const { texts, language } = useSpeech();
  const say = horizonTexts[language];
  const [search, setSearch] = useState('');
  const [status, setStatus] = useState<SignalStatus | ''>('');
  const [first, setFirst] = useState(pageSize);
  const page = useSignals(
    { ...(search.trim() === '' ? {} : { search }), ...(status === '' ? {} : { statuses: [status] }) },
    first,
  );
  const shown = page.data?.signals ?? [];
  const weeks = [...new Set(shown.map(({ date }) => weekOf(date).label))];
  return (
    <section className="card" id="signals" aria-labelledby="signals-heading">
      <h2 id="signals-heading">{say.signalsTitle}</h2>
      <p className="soft">{say.signalsHelp}</p>
      <details>
        <summary>{say.newSignal}</summary>
        <SignalForm calls={calls} today={today} />
      </details>
      <div className="row">
        <label>
          {say.searchSignals}
          <br />
          <input type="search" value={search} onChange={(event) => setSearch(event.target.value)} />
        </label>
        <label>
          {say.status}
          <br />
          <select value={status} onChange={(event) => setStatus(event.target.value as SignalStatus | '')}>
            <option value="">{say.allStatuses}</option>
            {statuses.map((name) => (
              <option key={name} value={name}>
                {say.statuses[name]}
              </option>
            ))}
          </select>
        </label>
        {page.data && (
          <p role="status" aria-label={say.signalsTitle}>
            {say.signalsShown(shown.length, page.data.total)}
          </p>
        )}
      </div>
      {page.isPending && <Loading />}
      {page.isError && <Failure error={page.error} retry={() => void page.refetch()} />}
      {page.data && shown.length === 0 && (
        <Empty>{page.data.total === 0 && search === '' && status === '' ? texts.nothingHere : say.noSignals}</Empty>
      )}
      {weeks.map((label) => (
        <section key={label} className="week" aria-label={weekName(label, say.week)}>
          <h3>{weekName(label, say.week)}</h3>
          <ul className="plain entries">
            {shown
              .filter(({ date }) => weekOf(date).label === label)
              .map((signal) => (
                <SignalEntry key={signal.id} signal={signal} calls={calls} today={today} />
              ))}
          </ul>
        </section>
      ))}
      {page.data && page.data.total > shown.length && (
        <button type="button" onClick={() => setFirst(Math.min(100, first + pageSize))} disabled={first >= 100}>
          {say.moreSignals}
        </button>
      )}
    </section>
  );
}

function weekName(label: string, say: (week: number, year: number) => string): string {
  const [year, week] = label.split('-W');
  return say(Number(week), Number(year));
}

function SignalEntry({
  signal,
  calls,
  today,
}: {
  readonly signal: Signal;
  readonly calls: readonly HorizonCall[];
  readonly today: string;
}) {
  const { language } = useSpeech();
  const say = horizonTexts[language];
  const [isOpen, setIsOpen] = useState(false);
  const mark = (value: number | null) => (value === null ? say.notMarked : say.outOf(value));
  return (
    <li>
      <p>
        <strong lang="sv">{signal.title}</strong>{' '}
        <span className={`badge ${badges[signal.status]}`}>{say.statuses[signal.status]}</span>
      </p>
      <p className="soft">
        {say.kinds[signal.kind]}. {say.seen} {signal.date}
        {signal.deadline && `. ${say.closes}: ${signal.deadline}`}
        {signal.theme && `. ${say.theme}: ${groupName('theme', signal.theme, signal.theme, language)}`}.{' '}
        {say.importance}: {mark(signal.importance)}. {say.readiness}: {mark(signal.readiness)}. {say.source}:{' '}
        {signal.link ? <a href={signal.link}>{signal.source}</a> : <span lang="sv">{signal.source}</span>}.
      </p>
      {signal.note && <p lang="sv">{signal.note}</p>}
      <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary aria-label={say.changeOf(signal.title)}>{say.changeSignal}</summary>
        {isOpen && <SignalForm key={signal.version} calls={calls} today={today} signal={signal} />}
      </details>
    </li>
  );
}
