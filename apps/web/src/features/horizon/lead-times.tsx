import { useState } from 'react';
import { horizonTexts } from '@fordela/wording';
import { recordCallKnown, type HorizonCall, type LeadTimes } from '../../data/horizon';
import { today } from '../../ui/day';
import { Field } from '../../ui/field';
import { RecordingStatus, useRecording } from '../../ui/form';
import { useSpeech } from '../../ui/language';
import { ScrollBox } from '../../ui/scroll-box';
import { SourceNote } from '../../ui/source-note';

/** How long each municipality has known of each call before it closes, with a warning in words where that is too short. */
export function LeadTimeTable({
  report,
  calls,
}: {
  readonly report: LeadTimes;
  readonly calls: readonly HorizonCall[];
}) {
  const { language } = useSpeech();
  const say = horizonTexts[language];
  const shown = calls.filter(({ id }) => report.leadTimes.some(({ callId }) => callId === id));
  return (
    <section className="card" id="lead-times" aria-labelledby="lead-heading">
      <h2 id="lead-heading">{say.leadTitle}</h2>
      {report.wantedMonths !== null && <p className="soft">{say.leadHelp(report.wantedMonths)}</p>}
      {report.source && <SourceNote source={report.source} />}
      {shown.map((call) => (
        <ScrollBox key={call.id} label={`${say.leadTitle}: ${call.name}`}>
          <table>
            <caption>{call.name}</caption>
            <thead>
              <tr>
                <th scope="col">{say.municipality}</th>
                <th scope="col">{say.warning}</th>
                <th scope="col" className="number">
                  {say.wholeMonths}
                </th>
                <th scope="col">{say.knewOn}</th>
              </tr>
            </thead>
            <tbody>
              {report.leadTimes
                .filter(({ callId }) => callId === call.id)
                .map((time) => (
                  <tr key={time.municipality.code}>
                    <th scope="row">{time.municipality.name}</th>
                    <td>
                      <span
                        className={`badge ${time.isShort ? 'warning' : time.isShort === null ? 'info' : 'ok'}`}
                        title={(language === 'sv' ? time.messageSv : time.messageEn) ?? undefined}
                      >
                        {time.isShort ? say.leadShort : time.isShort === null ? say.leadUnknown : say.leadEnough}
                      </span>
                    </td>
                    <td className="number">{time.months ?? '–'}</td>
                    <td className="day">
                      {time.knownDate ?? '–'}
                      {!time.isNoted && <span className="soft"> ({say.notNoted})</span>}
                    </td>
                  </tr>
                ))}
            </tbody>
          </table>
        </ScrollBox>
      ))}
      {shown.length > 0 && (
        <details>
          <summary>{say.leadForm}</summary>
          <KnownForm report={report} calls={shown} />
        </details>
      )}
    </section>
  );
}

const fields = ['callId', 'municipalityCode', 'date', 'source'];

function KnownForm({ report, calls }: { readonly report: LeadTimes; readonly calls: readonly HorizonCall[] }) {
  const { texts, language } = useSpeech();
  const say = horizonTexts[language];
  const [callId, setCallId] = useState(calls[0]?.id ?? '');
  const times = report.leadTimes.filter((time) => time.callId === callId);
  const [code, setCode] = useState(times[0]?.municipality.code ?? '');
  const [date, setDate] = useState(today());
  const [source, setSource] = useState('');
  const chosen = times.find(({ municipality }) => municipality.code === code);
  const [savedFor, setSavedFor] = useState('');
  const recording = useRecording(
    () =>
      recordCallKnown(
        {
          callId,
          municipalityCode: code,
          date: date === '' ? null : date,
          source,
          expectedVersion: chosen?.notedVersion ?? null,
        },
        language,
      ),
    () => {
      setSavedFor(chosen?.municipality.name ?? '');
      setSource('');
    },
  );
  return (
    <form
      ref={recording.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        recording.send();
      }}
    >
      <div className="row">
        {calls.length > 1 && (
          <Field
            as="select"
            label={say.call}
            value={callId}
            onChange={setCallId}
            problems={recording.problemsOf('callId')}
          >
            {calls.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Field>
        )}
        <Field
          as="select"
          label={say.leadFields.municipalityCode}
          value={code}
          onChange={setCode}
          problems={recording.problemsOf('municipalityCode')}
        >
          {times.map(({ municipality }) => (
            <option key={municipality.code} value={municipality.code}>
              {municipality.name}
            </option>
          ))}
        </Field>
        <Field
          label={say.leadFields.date}
          type="date"
          value={date}
          onChange={setDate}
          problems={recording.problemsOf('date')}
        />
        <Field
          label={say.leadFields.source}
          value={source}
          onChange={setSource}
          problems={recording.problemsOf('source')}
        />
        <button type="submit" className="primary" disabled={recording.isPending}>
          {texts.record}
        </button>
      </div>
      <p className="soft">{say.leadTakeBack}</p>
      <RecordingStatus
        recording={recording}
        fields={fields}
        label={say.leadForm}
        savedText={say.leadSaved(savedFor)}
        notSavedText={say.notSaved}
      />
    </form>
  );
}
