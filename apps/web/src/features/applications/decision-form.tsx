import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { recordDecision, type GrantHistory } from '../../data/grant';
import type { DecisionKind } from '../../gql/types';
import { useSpeech } from '../../ui/language';
import { FormField, kronor, today } from './form-field';

const kinds: readonly DecisionKind[] = ['granted', 'rejected', 'returned'];

/** Records what people have decided. The engine recommends; who decided, when and on what is always asked for. */
export function DecisionForm({ history }: { readonly history: GrantHistory }) {
  const { texts, language } = useSpeech();
  const [kind, setKind] = useState<DecisionKind>('granted');
  const [amounts, setAmounts] = useState<Readonly<Record<number, string>>>(
    Object.fromEntries(history.requested.map(({ year, amountSek }) => [year, String(amountSek)])),
  );
  const [said, setSaid] = useState({
    ...{ decidedDate: today(), decidedBy: '', minutesReference: '', reason: '', aboveFrameReason: '', recordedBy: '' },
  });
  const queryClient = useQueryClient();
  const recording = useMutation({
    mutationFn: () =>
      recordDecision(
        {
          applicationId: history.id,
          kind,
          amounts:
            kind === 'granted'
              ? history.requested.map(({ year }) => ({ year, amountSek: kronor(amounts[year] ?? '') }))
              : [],
          decidedDate: said.decidedDate,
          decidedBy: said.decidedBy,
          minutesReference: said.minutesReference || null,
          conditions: '',
          reason: said.reason,
          conflictNotes: '',
          aboveFrameReason: said.aboveFrameReason || null,
          recordedBy: said.recordedBy,
          expectedVersion: history.grantDecisions.length,
        },
        language,
      ),
    onSuccess: async (refusals) => {
      if (refusals.length === 0) await queryClient.invalidateQueries();
    },
  });
  const field = (name: keyof typeof said, type = 'text', required = false) => (
    <FormField
      label={texts.decisionFields[name]}
      type={type}
      required={required}
      value={said[name]}
      onChange={(value) => setSaid({ ...said, [name]: value })}
    />
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        recording.mutate();
      }}
    >
      <div className="row">
        <label>
          {texts.decision}
          <br />
          <select value={kind} onChange={(event) => setKind(event.target.value as DecisionKind)}>
            {kinds.map((name) => (
              <option key={name} value={name}>
                {texts.decisionKinds[name]}
              </option>
            ))}
          </select>
        </label>
        {kind === 'granted' &&
          history.requested.map(({ year }) => (
            <FormField
              key={year}
              label={texts.kronorIn(year)}
              inputMode="numeric"
              value={amounts[year] ?? ''}
              onChange={(value) => setAmounts({ ...amounts, [year]: value })}
            />
          ))}
      </div>
      <div className="row">
        {field('decidedDate', 'date', true)}
        {field('decidedBy', 'text', true)}
        {field('minutesReference')}
        {field('recordedBy', 'text', true)}
      </div>
      <div className="row">
        {field('reason')}
        {kind === 'granted' && field('aboveFrameReason')}
        <button type="submit" className="primary" disabled={recording.isPending}>
          {texts.record}
        </button>
      </div>
      <p role="status" aria-label={texts.recordDecision}>
        {recording.data?.join(' ')}
        {recording.isError && (recording.error instanceof Error ? recording.error.message : texts.failed)}
      </p>
    </form>
  );
}
