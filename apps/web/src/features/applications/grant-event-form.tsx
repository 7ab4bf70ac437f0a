import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { recordGrantEvent, type GrantHistory } from '../../data/grant';
import type { GrantEventKind } from '../../gql/types';
import { useSpeech } from '../../ui/language';
import { FormField, kronor, today } from './form-field';

const kinds: readonly GrantEventKind[] = ['advance', 'claim', 'recovery'];
const amountsOf = {
  advance: ['paidSek'],
  claim: ['reportedCostSek', 'approvedCostSek', 'paidSek'],
  recovery: ['recoveredSek'],
} as const satisfies Readonly<Record<GrantEventKind, readonly string[]>>;

/** Records an advance, a settled claim or what is taken back. What the rules do not allow is said beside the form. */
export function GrantEventForm({ history }: { readonly history: GrantHistory }) {
  const { texts, language } = useSpeech();
  const [kind, setKind] = useState<GrantEventKind>('advance');
  const [date, setDate] = useState(today());
  const [recordedBy, setRecordedBy] = useState('');
  const nothing = { paidSek: '', reportedCostSek: '', approvedCostSek: '', recoveredSek: '' };
  const [amounts, setAmounts] = useState(nothing);
  const queryClient = useQueryClient();
  const asked: readonly (keyof typeof nothing)[] = amountsOf[kind];
  const sek = (name: keyof typeof nothing) => (asked.includes(name) ? kronor(amounts[name]) : 0);
  const recording = useMutation({
    mutationFn: () =>
      recordGrantEvent(
        {
          ...{ applicationId: history.id, kind, date, recordedBy, note: '' },
          ...{ paidSek: sek('paidSek'), reportedCostSek: sek('reportedCostSek') },
          ...{ approvedCostSek: sek('approvedCostSek'), recoveredSek: sek('recoveredSek') },
          expectedVersion: history.grantEvents.length,
        },
        language,
      ),
    onSuccess: async (refusals) => {
      if (refusals.length === 0) await queryClient.invalidateQueries();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        recording.mutate();
      }}
    >
      <div className="row">
        <label>
          {texts.event}
          <br />
          <select value={kind} onChange={(event) => setKind(event.target.value as GrantEventKind)}>
            {kinds.map((name) => (
              <option key={name} value={name}>
                {texts.eventKinds[name]}
              </option>
            ))}
          </select>
        </label>
        <FormField label={texts.eventFields.date} type="date" required value={date} onChange={setDate} />
        {asked.map((name) => (
          <FormField
            key={name}
            label={texts.eventFields[name]}
            inputMode="numeric"
            value={amounts[name]}
            onChange={(value) => setAmounts({ ...amounts, [name]: value })}
          />
        ))}
        <FormField label={texts.decisionFields.recordedBy} required value={recordedBy} onChange={setRecordedBy} />
        <button type="submit" className="primary" disabled={recording.isPending}>
          {texts.record}
        </button>
      </div>
      <p role="status" aria-label={texts.recordEvent}>
        {recording.data?.join(' ')}
        {recording.isError && (recording.error instanceof Error ? recording.error.message : texts.failed)}
      </p>
    </form>
  );
}
