import { sentence } from '@fordela/wording';
import type { FieldRefusal } from '../../data/ask';
import { recordGrantEvent, type GrantHistory } from '../../data/grant';
import type { GrantEventKind } from '../../gql/types';
import { Field } from '../../ui/field';
import { useSpeech } from '../../ui/language';
import { RecordingForm } from './recording-form';
import { kronor } from '../../ui/typed-figures';
import { today, useDraft } from './typed';

const kinds: readonly GrantEventKind[] = ['advance', 'claim', 'recovery'];
const nothing = { paidSek: '', reportedCostSek: '', approvedCostSek: '', recoveredSek: '' };
type AmountName = keyof typeof nothing;
const amountsOf: Readonly<Record<GrantEventKind, readonly AmountName[]>> = {
  advance: ['paidSek'],
  claim: ['reportedCostSek', 'approvedCostSek', 'paidSek'],
  recovery: ['recoveredSek'],
};

/** Records an advance, a settled claim or what is taken back. What the rules do not allow is said beside the form. */
export function GrantEventForm({ history }: { readonly history: GrantHistory }) {
  const { texts, language } = useSpeech();
  const { draft, change, expectedVersion, forget, acceptNewer } = useDraft(
    { kind: 'advance' as GrantEventKind, date: today(), note: '', recordedBy: '', ...nothing },
    history.grantEvents.length,
  );
  const asked = amountsOf[draft.kind];

  const record = async (): Promise<readonly FieldRefusal[]> => {
    const sek = (name: AmountName) => (asked.includes(name) ? kronor(draft[name]) : 0);
    const unread = asked.filter((name) => sek(name) === null);
    if (unread.length > 0)
      return unread.map((place) => ({
        code: 'grant-event-amount',
        place,
        sentence: sentence('grant-event-amount', { amount: draft[place] }, language),
      }));
    const { kind, date, note, recordedBy } = draft;
    return recordGrantEvent(
      {
        ...{ applicationId: history.id, kind, date, note, recordedBy, expectedVersion },
        ...{ paidSek: sek('paidSek') ?? 0, reportedCostSek: sek('reportedCostSek') ?? 0 },
        ...{ approvedCostSek: sek('approvedCostSek') ?? 0, recoveredSek: sek('recoveredSek') ?? 0 },
      },
      language,
    );
  };

  return (
    <RecordingForm
      label={texts.recordEvent}
      actions={[['record', texts.record]]}
      record={record}
      confirmation={texts.eventRecorded}
      onRecorded={forget}
      onStale={acceptNewer}
    >
      {(refusedAt) => (
        <div className="form-grid">
          <Field
            as="select"
            label={texts.event}
            value={draft.kind}
            problems={refusedAt('kind')}
            onChange={(value) => change({ kind: value as GrantEventKind })}
          >
            {kinds.map((name) => (
              <option key={name} value={name}>
                {texts.eventKinds[name]}
              </option>
            ))}
          </Field>
          <Field
            label={texts.eventFields.date}
            type="date"
            required
            value={draft.date}
            problems={refusedAt('date')}
            onChange={(date) => change({ date })}
          />
          {asked.map((name) => (
            <Field
              key={name}
              label={texts.eventFields[name]}
              inputMode="numeric"
              required
              value={draft[name]}
              problems={refusedAt(name)}
              onChange={(value) => change({ [name]: value })}
            />
          ))}
          <Field
            label={texts.eventFields.note}
            value={draft.note}
            problems={refusedAt('note')}
            onChange={(note) => change({ note })}
          />
          <Field
            label={texts.decisionFields.recordedBy}
            required
            value={draft.recordedBy}
            problems={refusedAt('recordedBy')}
            onChange={(recordedBy) => change({ recordedBy })}
          />
        </div>
      )}
    </RecordingForm>
  );
}
