import { useState } from 'react';
import { followUpTexts } from '@fordela/wording';
import { saveProjectReport, type Followed, type Report } from '../../data/follow-up';
import type { ProjectStanding, ReportKind } from '../../gql/types';
import { DraftForm, useDraft } from '../../ui/draft-form';
import { orNull } from '../../ui/typed-figures';
import { Field } from '../../ui/field';
import { useSpeech } from '../../ui/language';

const standings: readonly ProjectStanding[] = ['on_track', 'late', 'closed'];

/** Notes a report a project owes, or what it said when it came. */
export function ReportForm({
  followed,
  reports,
  today,
}: {
  readonly followed: Followed;
  readonly reports: readonly Report[];
  readonly today: string;
}) {
  const { texts, language } = useSpeech();
  const say = followUpTexts[language];
  const [savedFor, setSavedFor] = useState('');
  const titleOf = (id: string) => followed.projects.find((project) => project.id === id)?.title ?? id;
  const { said, put, bind, recording, fields } = useDraft(
    draftOf(null, followed.projects[0]?.id ?? '', today),
    say.reportFields,
    (draft) => {
      const before = reports.find(({ id }) => id === draft.id);
      return saveProjectReport(
        {
          id: before?.id ?? null,
          expectedVersion: before?.version ?? null,
          applicationId: draft.applicationId,
          kind: draft.kind as ReportKind,
          periodFrom: draft.periodFrom,
          periodTo: draft.periodTo,
          dueDate: draft.dueDate,
          submittedDate: orNull(draft.submittedDate),
          standing: orNull(draft.standing) as ProjectStanding | null,
          text: orNull(draft.text),
          deviations: orNull(draft.deviations),
        },
        language,
      );
    },
    (draft) => setSavedFor(titleOf(draft.applicationId)),
  );
  return (
    <DraftForm
      recording={recording}
      fields={fields}
      label={say.reportForm}
      saveText={texts.record}
      savedText={say.reportSaved(savedFor)}
      notSavedText={say.notSaved}
    >
      <Field
        as="select"
        {...bind('id')}
        onChange={(id) => put(draftOf(reports.find((report) => report.id === id) ?? null, said.applicationId, today))}
      >
        <option value="">{say.newReport}</option>
        {reports.map((report) => (
          <option key={report.id} value={report.id}>
            {`${titleOf(report.applicationId)}: ${say.reportKinds[report.kind]} ${report.periodFrom} – ${report.periodTo}`}
          </option>
        ))}
      </Field>
      <Field as="select" {...bind('applicationId')}>
        {followed.projects.map(({ id, title }) => (
          <option key={id} value={id}>{`${title} (${id})`}</option>
        ))}
      </Field>
      <Field as="select" {...bind('kind')}>
        {(['progress', 'final'] as const).map((name) => (
          <option key={name} value={name}>
            {say.reportKinds[name]}
          </option>
        ))}
      </Field>
      <Field {...bind('periodFrom')} type="date" required />
      <Field {...bind('periodTo')} type="date" required />
      <Field {...bind('dueDate')} type="date" required />
      <Field {...bind('submittedDate')} type="date" />
      <Field as="select" {...bind('standing')}>
        <option value="">{say.notSaid}</option>
        {standings.map((name) => (
          <option key={name} value={name}>
            {say.standings[name]}
          </option>
        ))}
      </Field>
      <Field as="textarea" {...bind('text')} />
      <Field as="textarea" {...bind('deviations')} />
    </DraftForm>
  );
}

const draftOf = (report: Report | null, applicationId: string, today: string) => ({
  id: report?.id ?? '',
  applicationId: report?.applicationId ?? applicationId,
  kind: (report?.kind ?? 'progress') as string,
  periodFrom: report?.periodFrom ?? `${today.slice(0, 4)}-01-01`,
  periodTo: report?.periodTo ?? `${today.slice(0, 4)}-12-31`,
  dueDate: report?.dueDate ?? today,
  submittedDate: report?.submittedDate ?? '',
  standing: (report?.standing ?? '') as string,
  text: report?.text ?? '',
  deviations: report?.deviations ?? '',
});
