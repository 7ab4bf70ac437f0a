import { useState, type ReactNode } from 'react';
import type { FieldRefusals } from '../data/field-refusals';
import { RequiredNote } from './field';
import { RecordingStatus, useRecording, type Recording } from './form';

export type Draft = Readonly<Record<string, string>>;

/** A form's fields as text, what the service says of them, and how to send them. What is written stays until it is saved. */
export function useDraft<Fields extends Draft>(
  nothing: Fields,
  labels: Readonly<Record<keyof Fields, string>>,
  send: (said: Fields) => Promise<FieldRefusals>,
  onSaved?: (said: Fields) => void,
) {
  const [said, setSaid] = useState(nothing);
  const recording = useRecording(
    () => send(said),
    () => {
      onSaved?.(said);
      setSaid(nothing);
    },
  );
  return {
    said,
    recording,
    fields: Object.keys(nothing),
    put: (change: Partial<Fields>) => setSaid((before) => ({ ...before, ...change })),
    bind: (name: keyof Fields & string) => ({
      label: labels[name],
      value: said[name] as string,
      onChange: (value: string) => setSaid((before) => ({ ...before, [name]: value })),
      problems: recording.problemsOf(name),
    }),
  };
}

/** The form around the fields: the button, and what came of it. */
export function DraftForm({
  recording,
  fields,
  label,
  saveText,
  savedText,
  notSavedText,
  children,
}: {
  readonly recording: Recording;
  readonly fields: readonly string[];
  readonly label: string;
  readonly saveText: string;
  readonly savedText: string;
  readonly notSavedText: string;
  readonly children: ReactNode;
}) {
  return (
    <form
      ref={recording.form}
      noValidate
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        recording.send();
      }}
    >
      <RequiredNote />
      <div className="form-grid">{children}</div>
      <button type="submit" className="primary" disabled={recording.isPending}>
        {saveText}
      </button>
      <RecordingStatus
        recording={recording}
        fields={fields}
        label={label}
        savedText={savedText}
        notSavedText={notSavedText}
      />
    </form>
  );
}
