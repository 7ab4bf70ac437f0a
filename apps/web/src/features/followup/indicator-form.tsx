import { useState } from 'react';
import { followUpTexts } from '@fordela/wording';
import { saveIndicator, type Followed, type Indicator } from '../../data/follow-up';
import type { IndicatorAccumulation, IndicatorDirection } from '../../gql/types';
import { DraftForm, useDraft } from '../../ui/draft-form';
import { orNull, typedNumber } from '../../ui/typed-figures';
import { Field } from '../../ui/field';
import { useSpeech } from '../../ui/language';

/** Adds an indicator, or changes one that there is. */
export function IndicatorForm({
  indicators,
  followed,
}: {
  readonly indicators: readonly Indicator[];
  readonly followed: Followed;
}) {
  const { language } = useSpeech();
  const say = followUpTexts[language];
  const [savedName, setSavedName] = useState('');
  const { said, put, bind, recording, fields } = useDraft(
    draftOf(null, followed.projects[0]?.id ?? ''),
    say.indicatorFields,
    async (draft) => {
      const before = indicators.find(({ id }) => id === draft.id);
      const wrong = (['baseline', 'target'] as const).filter((name) => Number.isNaN(typedNumber(draft[name])));
      if (wrong.length > 0) return Object.fromEntries(wrong.map((name) => [name, [say.notANumber]]));
      return saveIndicator(
        {
          id: before?.id ?? null,
          expectedVersion: before?.version ?? null,
          perspectives: before?.perspectives ?? [],
          applicationId: draft.applicationId,
          name: draft.name,
          unit: draft.unit,
          countsPeople: draft.countsPeople === 'yes',
          direction: draft.direction as IndicatorDirection,
          accumulation: draft.accumulation as IndicatorAccumulation,
          baseline: typedNumber(draft.baseline),
          baselineDate: orNull(draft.baselineDate),
          target: typedNumber(draft.target),
          targetDate: orNull(draft.targetDate),
          method: orNull(draft.method),
          ownerActorId: orNull(draft.ownerActorId),
          note: orNull(draft.note),
        },
        language,
      );
    },
    (draft) => setSavedName(draft.name),
  );
  return (
    <DraftForm
      recording={recording}
      fields={fields}
      label={say.indicatorForm}
      saveText={say.save}
      savedText={say.indicatorSaved(savedName)}
      notSavedText={say.notSaved}
    >
      <Field
        as="select"
        {...bind('id')}
        onChange={(id) => put(draftOf(indicators.find((item) => item.id === id) ?? null, said.applicationId))}
      >
        <option value="">{say.newIndicator}</option>
        {indicators.map(({ id, name, applicationId }) => (
          <option key={id} value={id}>{`${name} (${applicationId})`}</option>
        ))}
      </Field>
      <Field as="select" {...bind('applicationId')}>
        {followed.projects.map(({ id, title }) => (
          <option key={id} value={id}>{`${title} (${id})`}</option>
        ))}
      </Field>
      <Field {...bind('name')} required />
      <Field {...bind('unit')} required />
      <Field as="select" {...bind('countsPeople')}>
        <option value="no">{say.no}</option>
        <option value="yes">{say.yes}</option>
      </Field>
      <Field as="select" {...bind('direction')}>
        {(['increase', 'decrease'] as const).map((name) => (
          <option key={name} value={name}>
            {say.directions[name]}
          </option>
        ))}
      </Field>
      <Field as="select" {...bind('accumulation')}>
        {(['latest', 'sum'] as const).map((name) => (
          <option key={name} value={name}>
            {say.accumulations[name]}
          </option>
        ))}
      </Field>
      <Field {...bind('baseline')} inputMode="decimal" />
      <Field {...bind('baselineDate')} type="date" />
      <Field {...bind('target')} inputMode="decimal" />
      <Field {...bind('targetDate')} type="date" />
      <Field {...bind('method')} />
      <Field as="select" {...bind('ownerActorId')}>
        <option value="">{say.nobody}</option>
        {followed.actors.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Field>
      <Field as="textarea" {...bind('note')} />
    </DraftForm>
  );
}

const draftOf = (indicator: Indicator | null, applicationId: string) => ({
  id: indicator?.id ?? '',
  applicationId: indicator?.applicationId ?? applicationId,
  name: indicator?.name ?? '',
  unit: indicator?.unit ?? '',
  countsPeople: indicator?.countsPeople ? 'yes' : 'no',
  direction: (indicator?.direction ?? 'increase') as string,
  accumulation: (indicator?.accumulation ?? 'latest') as string,
  baseline: indicator?.baseline?.toString() ?? '',
  baselineDate: indicator?.baselineDate ?? '',
  target: indicator?.target?.toString() ?? '',
  targetDate: indicator?.targetDate ?? '',
  method: indicator?.method ?? '',
  ownerActorId: indicator?.ownerActorId ?? '',
  note: indicator?.note ?? '',
});
