import { useState } from 'react';
import { followUpTexts, groupName } from '@fordela/wording';
import { saveLesson, type Followed } from '../../data/follow-up';
import type { CyclePhase } from '../../gql/types';
import { today } from '../../ui/day';
import { DraftForm, useDraft } from '../../ui/draft-form';
import { orNull } from '../../ui/typed-figures';
import { Field } from '../../ui/field';
import { useSpeech } from '../../ui/language';
import { ThemeOptions } from '../../ui/theme-options';

const phases: readonly CyclePhase[] = ['foresight_idea', 'application', 'implementation', 'closure'];

/** Writes a lesson into the library. */
export function LessonForm({ followed }: { readonly followed: Followed }) {
  const { language } = useSpeech();
  const say = followUpTexts[language];
  const [savedTitle, setSavedTitle] = useState('');
  const nothing = { title: '', text: '', applicationId: '', learntDate: today(), themes: '', cyclePhases: '' };
  const { bind, recording, fields } = useDraft(
    nothing,
    say.lessonFields,
    (draft) =>
      saveLesson(
        {
          title: draft.title,
          text: draft.text,
          applicationId: orNull(draft.applicationId),
          learntDate: draft.learntDate,
          themes: draft.themes === '' ? [] : [draft.themes],
          cyclePhases: draft.cyclePhases === '' ? [] : [draft.cyclePhases as CyclePhase],
        },
        language,
      ),
    (draft) => setSavedTitle(draft.title),
  );
  return (
    <DraftForm
      recording={recording}
      fields={fields}
      label={say.lessonForm}
      saveText={say.save}
      savedText={say.lessonSaved(savedTitle)}
      notSavedText={say.notSaved}
    >
      <Field {...bind('title')} required />
      <Field as="textarea" {...bind('text')} required />
      <Field as="select" {...bind('applicationId')}>
        <option value="">{say.none}</option>
        {followed.projects.map(({ id, title }) => (
          <option key={id} value={id}>{`${title} (${id})`}</option>
        ))}
      </Field>
      <Field {...bind('learntDate')} type="date" required />
      <Field as="select" {...bind('themes')}>
        <option value="">{say.none}</option>
        <ThemeOptions language={language} />
      </Field>
      <Field as="select" {...bind('cyclePhases')}>
        <option value="">{say.none}</option>
        {phases.map((phase) => (
          <option key={phase} value={phase}>
            {groupName('phase', phase, phase, language)}
          </option>
        ))}
      </Field>
    </DraftForm>
  );
}
