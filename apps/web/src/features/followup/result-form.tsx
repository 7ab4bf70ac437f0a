import { useState } from 'react';
import { followUpTexts } from '@fordela/wording';
import { recordIndicatorResult, type Indicator } from '../../data/follow-up';
import { today } from '../../ui/day';
import { DraftForm, useDraft } from '../../ui/draft-form';
import { orNull, typedNumber } from '../../ui/typed-figures';
import { Field } from '../../ui/field';
import { useSpeech } from '../../ui/language';

const counts = ['women', 'men', 'notStated'] as const;

/** Records what was measured on a day; where people are counted, by sex. */
export function ResultForm({ indicators }: { readonly indicators: readonly Indicator[] }) {
  const { texts, language } = useSpeech();
  const say = followUpTexts[language];
  const [savedName, setSavedName] = useState('');
  const nothing = {
    indicatorId: indicators[0]?.id ?? '',
    date: today(),
    value: '',
    women: '',
    men: '',
    notStated: '',
    note: '',
  };
  const { said, bind, recording, fields } = useDraft(
    nothing,
    say.resultFields,
    async (draft) => {
      const indicator = indicators.find(({ id }) => id === draft.indicatorId);
      const people = indicator?.countsPeople ? counts : [];
      const wrong = (['value', ...people] as const).filter((name) => Number.isNaN(typedNumber(draft[name])));
      // An empty value takes back what was recorded: that is asked for by leaving a day's result empty, never by a slip of the pen.
      const isTakingBack = indicator?.results.some(({ date }) => date === draft.date);
      if (wrong.length > 0 || (draft.value.trim() === '' && !isTakingBack))
        return Object.fromEntries((wrong.length > 0 ? wrong : ['value']).map((name) => [name, [say.notANumber]]));
      const part = (name: (typeof counts)[number]) => (indicator?.countsPeople ? typedNumber(draft[name]) : null);
      return recordIndicatorResult(
        {
          indicatorId: draft.indicatorId,
          date: draft.date,
          value: typedNumber(draft.value),
          women: part('women'),
          men: part('men'),
          notStated: part('notStated'),
          note: orNull(draft.note),
          expectedVersion: indicator?.results.find(({ date }) => date === draft.date)?.version ?? null,
        },
        language,
      );
    },
    (draft) => setSavedName(indicators.find(({ id }) => id === draft.indicatorId)?.name ?? ''),
  );
  const chosen = indicators.find(({ id }) => id === said.indicatorId);
  return (
    <DraftForm
      recording={recording}
      fields={fields}
      label={say.resultForm}
      saveText={texts.record}
      savedText={say.resultSaved(savedName)}
      notSavedText={say.notSaved}
    >
      <Field as="select" {...bind('indicatorId')}>
        {indicators.map(({ id, name, applicationId }) => (
          <option key={id} value={id}>{`${name} (${applicationId})`}</option>
        ))}
      </Field>
      <Field {...bind('date')} type="date" required hint={say.resultHint} />
      <Field
        {...bind('value')}
        label={`${say.resultFields.value}, ${chosen?.unit ?? ''}`}
        inputMode="decimal"
        required
      />
      {chosen?.countsPeople &&
        counts.map((name) => (
          <Field
            key={name}
            {...bind(name)}
            inputMode="numeric"
            {...(name === 'women' ? { hint: say.peopleHint } : {})}
          />
        ))}
      <Field as="textarea" {...bind('note')} />
    </DraftForm>
  );
}
