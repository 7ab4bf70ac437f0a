import { useState } from 'react';
import { horizonTexts } from '@fordela/wording';
import { saveSignal, type HorizonCall, type Signal } from '../../data/horizon';
import type { SignalKind, SignalStatus } from '../../gql/types';
import { Field, RequiredNote } from '../../ui/field';
import { RecordingStatus, useRecording } from '../../ui/form';
import { useSpeech } from '../../ui/language';
import { ThemeOptions } from '../../ui/theme-options';

const kinds: readonly SignalKind[] = ['call', 'programme', 'policy', 'other'];
const statuses: readonly SignalStatus[] = ['new', 'watched', 'acted', 'dismissed'];
const fields = [
  ...['title', 'kind', 'source', 'theme', 'date', 'deadline', 'link', 'note', 'status'],
  ...['importance', 'readiness', 'callId'],
];

/** Notes a signal, or changes one. What is wrong stands beside its field, and nothing written is lost. */
export function SignalForm({
  calls,
  today,
  signal,
}: {
  readonly calls: readonly HorizonCall[];
  readonly today: string;
  readonly signal?: Signal;
}) {
  const { language } = useSpeech();
  const say = horizonTexts[language];
  const nothing = {
    title: signal?.title ?? '',
    kind: (signal?.kind ?? 'call') as string,
    source: signal?.source ?? '',
    theme: signal?.theme ?? '',
    date: signal?.date ?? today,
    deadline: signal?.deadline ?? '',
    link: signal?.link ?? '',
    note: signal?.note ?? '',
    status: (signal?.status ?? 'new') as string,
    importance: signal?.importance?.toString() ?? '',
    readiness: signal?.readiness?.toString() ?? '',
    callId: signal?.callId ?? '',
  };
  const [said, setSaid] = useState(nothing);
  const [savedTitle, setSavedTitle] = useState('');
  const orNull = (text: string) => (text === '' ? null : text);
  const mark = (text: string) => (text === '' ? null : Number(text));
  const recording = useRecording(
    () =>
      saveSignal(
        {
          id: signal?.id ?? null,
          expectedVersion: signal?.version ?? null,
          kind: said.kind as SignalKind,
          title: said.title,
          source: said.source,
          theme: orNull(said.theme),
          date: said.date,
          deadline: orNull(said.deadline),
          callId: orNull(said.callId),
          link: orNull(said.link),
          note: orNull(said.note),
          status: said.status as SignalStatus,
          importance: mark(said.importance),
          readiness: mark(said.readiness),
        },
        language,
      ),
    () => {
      setSavedTitle(said.title);
      if (!signal) setSaid(nothing);
    },
  );
  const bind = (name: keyof typeof nothing) => ({
    label: say.fields[name],
    value: said[name],
    onChange: (value: string) => setSaid((before) => ({ ...before, [name]: value })),
    problems: recording.problemsOf(name),
  });
  return (
    <form
      ref={recording.form}
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        recording.send();
      }}
    >
      <RequiredNote />
      <div className="form-grid">
        <Field {...bind('title')} required />
        <Field {...bind('source')} required />
        <Field as="select" {...bind('kind')}>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {say.kinds[kind]}
            </option>
          ))}
        </Field>
        <Field as="select" {...bind('theme')}>
          <option value="">{say.none}</option>
          <ThemeOptions language={language} also={said.theme} />
        </Field>
        <Field {...bind('date')} type="date" required />
        <Field {...bind('deadline')} type="date" />
        {(['importance', 'readiness'] as const).map((name) => (
          <Field key={name} as="select" {...bind(name)}>
            <option value="">{say.notMarked}</option>
            {[0, 1, 2, 3, 4, 5].map((value) => (
              <option key={value} value={value}>
                {value}
              </option>
            ))}
          </Field>
        ))}
        <Field as="select" {...bind('status')}>
          {statuses.map((status) => (
            <option key={status} value={status}>
              {say.statuses[status]}
            </option>
          ))}
        </Field>
        <Field as="select" {...bind('callId')}>
          <option value="">{say.none}</option>
          {calls.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Field>
        <Field {...bind('link')} type="url" inputMode="url" />
        <Field as="textarea" {...bind('note')} />
      </div>
      <button type="submit" className="primary" disabled={recording.isPending}>
        {say.save}
      </button>
      <RecordingStatus
        recording={recording}
        fields={fields}
        label={signal ? say.changeOf(signal.title) : say.newSignal}
        savedText={say.signalSaved(savedTitle)}
        notSavedText={say.notSaved}
      />
    </form>
  );
}
