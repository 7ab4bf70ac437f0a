import { useMutation, useQueryClient } from '@tanstack/react-query';
import {
  useEffect,
  useId,
  useRef,
  type InputHTMLAttributes,
  type ReactNode,
  type RefObject,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
} from 'react';
import type { FieldRefusals } from '../data/field-refusals';
import { useSpeech } from './language';

interface Base {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What the service says of this field. */
  readonly problems?: readonly string[] | undefined;
  readonly hint?: string;
  /** The id of a sentence elsewhere that says what is wrong with several fields together. */
  readonly wrongBy?: string | undefined;
}

type Input = Base & { readonly as?: 'input' } & Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'>;
type Select = Base & { readonly as: 'select'; readonly children: ReactNode } & Omit<
    SelectHTMLAttributes<HTMLSelectElement>,
    'onChange' | 'value'
  >;
type Textarea = Base & { readonly as: 'textarea' } & Omit<
    TextareaHTMLAttributes<HTMLTextAreaElement>,
    'onChange' | 'value'
  >;

/** A labelled field with what is wrong with it right below, tied to it for a screen reader. */
export function Field(props: Input | Select | Textarea) {
  const id = useId();
  const { label, value, onChange, problems = [], hint, wrongBy, as = 'input', ...rest } = props;
  const hasProblems = problems.length > 0;
  const isWrong = hasProblems || wrongBy !== undefined;
  const described = [hint && `${id}-hint`, hasProblems && `${id}-problem`, wrongBy].filter(Boolean).join(' ');
  const shared = {
    id,
    value,
    'aria-invalid': isWrong,
    ...(described ? { 'aria-describedby': described } : {}),
    onChange: (event: { readonly target: { readonly value: string } }) => onChange(event.target.value),
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {as === 'select' ? (
        <select {...(rest as SelectHTMLAttributes<HTMLSelectElement>)} {...shared} />
      ) : as === 'textarea' ? (
        <textarea rows={3} {...(rest as TextareaHTMLAttributes<HTMLTextAreaElement>)} {...shared} />
      ) : (
        <input {...(rest as InputHTMLAttributes<HTMLInputElement>)} {...shared} />
      )}
      {hint && (
        <p id={`${id}-hint`} className="soft hint">
          {hint}
        </p>
      )}
      {hasProblems && (
        <p id={`${id}-problem`} className="problem">
          {problems.join(' ')}
        </p>
      )}
    </div>
  );
}

export interface Recording {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly isPending: boolean;
  readonly isSaved: boolean;
  readonly problemsOf: (field: string) => readonly string[] | undefined;
  /** What is wrong with no field of the form's own. */
  readonly elsewhere: (fields: readonly string[]) => readonly string[];
  readonly failure: string | null;
  readonly isRefused: boolean;
  readonly send: () => void;
}

/**
 * Sends what a form says. Refused or failed: everything written stays, the first field that is wrong gets the focus. Saved: every list
 * is read again, then `onSaved`.
 */
export function useRecording(send: () => Promise<FieldRefusals>, onSaved?: () => void): Recording {
  const { texts } = useSpeech();
  const form = useRef<HTMLFormElement>(null);
  const queryClient = useQueryClient();
  const recording = useMutation({
    mutationFn: send,
    onSuccess: async (refusals) => {
      if (Object.keys(refusals).length > 0) return;
      await queryClient.invalidateQueries();
      onSaved?.();
    },
  });
  const refusals = recording.data ?? {};
  const isRefused = Object.keys(refusals).length > 0;
  // After the fields have been drawn as wrong: an effect, since the answer is kept only when `onSuccess` has ended.
  useEffect(() => {
    if (isRefused) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [recording.data, isRefused]);
  return {
    form,
    isPending: recording.isPending,
    isSaved: recording.isSuccess && !isRefused,
    isRefused,
    problemsOf: (field) => refusals[field],
    elsewhere: (fields) =>
      Object.entries(refusals)
        .filter(([field]) => !fields.includes(field))
        .flatMap(([, sentences]) => sentences),
    failure: recording.isError ? (recording.error instanceof Error ? recording.error.message : texts.failed) : null,
    send: () => recording.mutate(),
  };
}

/** What came of a form, said where a screen reader hears it: saved, or not saved and why. */
export function RecordingStatus({
  recording,
  fields,
  label,
  savedText,
  notSavedText,
}: {
  readonly recording: Recording;
  /** Fields that say themselves what is wrong with them. */
  readonly fields: readonly string[];
  readonly label: string;
  readonly savedText: string;
  readonly notSavedText: string;
}) {
  const isWrong = recording.isRefused || recording.failure !== null;
  return (
    <p role="status" aria-label={label} className={isWrong ? 'problem' : undefined}>
      {recording.isSaved && savedText}
      {isWrong && [notSavedText, ...recording.elsewhere(fields), recording.failure].filter(Boolean).join(' ')}
    </p>
  );
}
