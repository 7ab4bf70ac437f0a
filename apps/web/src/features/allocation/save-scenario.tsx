import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { saveScenario } from '../../data/scenarios';
import { useSpeech } from '../../ui/language';

interface Props {
  readonly callId: string;
  readonly share: number;
  readonly objective: 'sum_of_value' | 'value_times_money';
  readonly attribution: 'partner_budget' | 'lead_partner';
}

/** Stores the split the reader stands on under a name. What the service refuses is said beside the field. */
export function SaveScenario({ callId, share, objective, attribution }: Props) {
  const { texts, language } = useSpeech();
  const [name, setName] = useState('');
  const queryClient = useQueryClient();
  const saving = useMutation({
    mutationFn: () => saveScenario({ callId, name: name.trim(), share, objective, attribution }, language),
    onSuccess: async (outcome) => {
      if (outcome.saved) setName('');
      await queryClient.invalidateQueries({ queryKey: ['scenarios'] });
    },
  });
  const refusals = saving.data?.saved === false ? saving.data.sentences : [];
  return (
    <section className="card" aria-labelledby="save-heading">
      <h2 id="save-heading">{texts.saveScenario}</h2>
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate();
        }}
      >
        <label>
          {texts.scenarioName}
          <br />
          <input
            value={name}
            required
            maxLength={120}
            aria-invalid={refusals.length > 0}
            aria-describedby="save-refusals"
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <button type="submit" className="primary" disabled={saving.isPending || name.trim() === ''}>
          {saving.isPending ? texts.computing : texts.save}
        </button>
      </form>
      <p id="save-refusals" role="status" aria-label={texts.saveScenario}>
        {saving.data?.saved && texts.saved(saving.data.name)}
        {refusals.join(' ')}
        {saving.isError && (saving.error instanceof Error ? saving.error.message : texts.failed)}
      </p>
    </section>
  );
}
