import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { FieldRefusal } from '../../data/ask';
import { RequiredNote } from '../../ui/field';
import { useSpeech } from '../../ui/language';

/** The sentences about the fields of these places, for the field itself; undefined when there are none. */
export type RefusedAt = (...places: readonly string[]) => string | undefined;

interface Props<Action extends string> {
  /** Names what is recorded, for those who hear the page. */
  readonly label: string;
  /** What can be done, in order; a single action is also done by the Enter key. */
  readonly actions: readonly (readonly [action: Action, label: string])[];
  /** Records; why it was not, [] when it was. */
  readonly record: (action: Action) => Promise<readonly FieldRefusal[]>;
  /** What is said when it is recorded. */
  readonly confirmation: string;
  /** After the page has fetched what is now stored. */
  readonly onRecorded: () => void;
  /** Somebody else was first, and the page now shows what they recorded. */
  readonly onStale?: () => void;
  readonly children: (refusedAt: RefusedAt) => ReactNode;
}

/** A form that records something: its buttons, that it is busy, why it was refused, or that it is done. What is typed is the caller's. */
export function RecordingForm<Action extends string>({
  label,
  actions,
  record,
  confirmation,
  onRecorded,
  onStale,
  children,
}: Props<Action>) {
  const { texts } = useSpeech();
  const queryClient = useQueryClient();
  const recording = useMutation({
    mutationFn: record,
    onSuccess: async (refusals) => {
      const isStale = refusals.some(({ code }) => code === 'stale');
      if (refusals.length === 0 || isStale) await queryClient.invalidateQueries();
      if (refusals.length === 0) onRecorded();
      if (isStale) onStale?.();
    },
  });
  const refusals = recording.isPending ? [] : (recording.data ?? []);
  const isRecorded = recording.isSuccess && refusals.length === 0;
  const refusedAt: RefusedAt = (...places) =>
    refusals
      .filter(({ place }) => places.includes(place))
      .map(({ sentence }) => sentence)
      .join(' ') || undefined;
  const only = actions.length === 1 ? actions[0]![0] : null;
  return (
    <form
      // What was recorded is no longer what stands in the form once something is typed.
      onChange={() => isRecorded && recording.reset()}
      onSubmit={(event) => {
        event.preventDefault();
        if (only !== null && !recording.isPending) recording.mutate(only);
      }}
    >
      <RequiredNote />
      {children(refusedAt)}
      <div className="row">
        {actions.map(([action, text]) => (
          <button
            key={action}
            type={only === null ? 'button' : 'submit'}
            className={only === null ? undefined : 'primary'}
            disabled={recording.isPending}
            onClick={only === null ? () => recording.mutate(action) : undefined}
          >
            {recording.isPending && recording.variables === action ? texts.recording : text}
          </button>
        ))}
      </div>
      <div role="status" aria-label={label}>
        {isRecorded && <p className="notice done">{confirmation}</p>}
        {refusals.length > 0 && (
          <div className="notice error">
            <strong>{texts.nothingRecorded}</strong>
            <ul>
              {refusals.map(({ sentence }, index) => (
                <li key={index}>{sentence}</li>
              ))}
              {refusals.some(({ code }) => code === 'stale') && <li>{texts.newerShown}</li>}
            </ul>
          </div>
        )}
        {recording.isError && (
          <p className="notice error">
            <strong>{texts.notAnswered}</strong> {recording.error instanceof Error && recording.error.message}
          </p>
        )}
      </div>
    </form>
  );
}
