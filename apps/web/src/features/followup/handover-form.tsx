import { useState } from 'react';
import { followUpTexts } from '@fordela/wording';
import { saveHandover, type Followed } from '../../data/follow-up';
import { DraftForm, useDraft } from '../../ui/draft-form';
import { orNull, typedNumber } from '../../ui/typed-figures';
import { Field } from '../../ui/field';
import { useSpeech } from '../../ui/language';

const said = { yes: true, no: false } as const;

/** States who carries a project's result on: when, what it costs, who pays, and whether it hangs on one person. */
export function HandoverForm({ followed, first }: { readonly followed: Followed; readonly first: string | undefined }) {
  const { language } = useSpeech();
  const say = followUpTexts[language];
  const [savedFor, setSavedFor] = useState('');
  const { put, bind, recording, fields } = useDraft(
    draftOf(followed, first ?? followed.projects[0]?.id ?? ''),
    say.handoverFields,
    async (draft) => {
      const wrong = (['takeoverYear', 'runningCostAfterSek'] as const).filter((name) => {
        const value = typedNumber(draft[name]);
        return value !== null && !Number.isInteger(value);
      });
      if (wrong.length > 0) return Object.fromEntries(wrong.map((name) => [name, [say.notANumber]]));
      const before = followed.projects.find(({ id }) => id === draft.applicationId)?.handover;
      return saveHandover(
        {
          applicationId: draft.applicationId,
          takeoverYear: typedNumber(draft.takeoverYear),
          runningCostAfterSek: typedNumber(draft.runningCostAfterSek),
          runningCostOwnerActorId: orNull(draft.runningCostOwnerActorId),
          isKeyPersonDependent: said[draft.isKeyPersonDependent as keyof typeof said] ?? null,
          note: orNull(draft.note),
          expectedVersion: before?.version ?? null,
        },
        language,
      );
    },
    (draft) => setSavedFor(followed.projects.find(({ id }) => id === draft.applicationId)?.title ?? ''),
  );
  return (
    <DraftForm
      recording={recording}
      fields={fields}
      label={say.handoverForm}
      saveText={say.save}
      savedText={say.handoverSaved(savedFor)}
      notSavedText={say.notSaved}
    >
      <Field as="select" {...bind('applicationId')} onChange={(id) => put(draftOf(followed, id))}>
        {followed.projects.map(({ id, title }) => (
          <option key={id} value={id}>{`${title} (${id})`}</option>
        ))}
      </Field>
      <Field {...bind('takeoverYear')} inputMode="numeric" />
      <Field {...bind('runningCostAfterSek')} inputMode="numeric" />
      <Field as="select" {...bind('runningCostOwnerActorId')}>
        <option value="">{say.nobody}</option>
        {followed.actors.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Field>
      <Field as="select" {...bind('isKeyPersonDependent')}>
        <option value="">{say.notSaid}</option>
        <option value="yes">{say.yes}</option>
        <option value="no">{say.no}</option>
      </Field>
      <Field as="textarea" {...bind('note')} />
    </DraftForm>
  );
}

function draftOf(followed: Followed, applicationId: string) {
  const handover = followed.projects.find(({ id }) => id === applicationId)?.handover;
  const isKeyPerson = handover?.isKeyPersonDependent ?? null;
  return {
    applicationId,
    takeoverYear: handover?.takeoverYear?.toString() ?? '',
    runningCostAfterSek: handover?.runningCostAfterSek?.toString() ?? '',
    runningCostOwnerActorId: handover?.runningCostOwnerActorId ?? '',
    isKeyPersonDependent: isKeyPerson === null ? '' : isKeyPerson ? 'yes' : 'no',
    note: handover?.note ?? '',
  };
}
