import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, type RefObject } from 'react';
import type { FieldRefusals } from '../data/field-refusals';
import { useSpeech } from './language';

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
