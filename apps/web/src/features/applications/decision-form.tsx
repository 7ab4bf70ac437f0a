import { sentence } from '@fordela/wording';
import type { FieldRefusal } from '../../data/ask';
import { recordDecision, useScenarioGrants, type GrantHistory } from '../../data/grant';
import type { DecisionKind } from '../../gql/types';
import { Field } from '../../ui/field';
import { useSpeech } from '../../ui/language';
import { RecordingForm, type RefusedAt } from './recording-form';
import { kronor, spaced } from '../../ui/typed-figures';
import { linesOf, today, useDraft } from './typed';

const kinds: readonly DecisionKind[] = ['granted', 'rejected', 'returned'];

/** Records what people have decided. The engine recommends; who decided, when and on what is always asked for. */
export function DecisionForm({ history }: { readonly history: GrantHistory }) {
  const { texts, language, sek, list } = useSpeech();
  const { draft, change, expectedVersion, forget, acceptNewer } = useDraft(
    startOf(history),
    history.grantDecisions.length,
  );
  const scenarios = useScenarioGrants(history.callId, history.id).data ?? [];
  const scenario = scenarios.find(({ id }) => id === draft.scenarioId);
  const isGrant = draft.kind === 'granted';
  const years = Object.keys(draft.amounts).map(Number);
  const typed = years.map((year) => ({ year, text: draft.amounts[year]!, amountSek: kronor(draft.amounts[year]!) }));
  const departs =
    isGrant &&
    scenario !== undefined &&
    [...new Set([...years, ...scenario.amounts.map(({ year }) => year)])].some(
      (year) =>
        (typed.find((item) => item.year === year)?.amountSek ?? 0) !==
        (scenario.amounts.find((item) => item.year === year)?.amountSek ?? 0),
    );

  const record = async (): Promise<readonly FieldRefusal[]> => {
    const unread = isGrant ? typed.filter(({ amountSek }) => amountSek === null) : [];
    if (unread.length > 0)
      return unread.map(({ year, text }) => ({
        code: 'decision-amount',
        place: placeOf(year),
        sentence: sentence('decision-amount', { amount: text }, language),
      }));
    // Years without money are not sent: the places in the answer count those that are.
    const amounts = isGrant ? typed.flatMap(({ year, amountSek }) => (amountSek ? [{ year, amountSek }] : [])) : [];
    const { kind, decidedDate, decidedBy, conditions, reason, conflictNotes, recordedBy } = draft;
    const refusals = await recordDecision(
      {
        ...{ applicationId: history.id, kind, amounts, decidedDate, decidedBy, recordedBy, expectedVersion },
        ...{ reason, conflictNotes, conditions: isGrant ? linesOf(conditions).join('\n') : '' },
        delegation: draft.delegation.trim() || null,
        minutesReference: draft.minutesReference.trim() || null,
        aboveFrameReason: (isGrant && draft.aboveFrameReason.trim()) || null,
        scenarioId: draft.scenarioId || null,
      },
      language,
    );
    return refusals.map((refused) => ({
      ...refused,
      place: refused.place.replace(/^amounts\.(\d+).*$/u, (whole, index: string) => {
        const sent = amounts[Number(index)];
        return sent ? placeOf(sent.year) : whole;
      }),
      sentence:
        refused.code === 'text-missing' && refused.place === 'decidedBy'
          ? texts.fillIn(texts.decisionFields.decidedBy)
          : refused.sentence,
    }));
  };

  const field = (name: FieldName, refusedAt: RefusedAt, type = 'text', required = false) => (
    <Field
      label={texts.decisionFields[name]}
      type={type}
      required={required}
      value={draft[name]}
      problems={refusedAt(name)}
      onChange={(value) => change({ [name]: value })}
    />
  );
  const text = (name: TextName, refusedAt: RefusedAt, hint?: string) => (
    <Field
      as="textarea"
      label={texts.decisionFields[name]}
      value={draft[name]}
      hint={hint}
      problems={refusedAt(name)}
      onChange={(value) => change({ [name]: value })}
    />
  );
  const nextYear = Math.max(...years) + 1;
  const amountsOf = (amounts: readonly { readonly year: number; readonly amountSek: number }[]) =>
    list(amounts.map(({ year, amountSek }) => `${year}: ${sek(amountSek)}`));

  return (
    <RecordingForm
      label={texts.recordDecision}
      actions={[['record', texts.record]]}
      record={record}
      confirmation={texts.decisionRecorded}
      onRecorded={forget}
      onStale={acceptNewer}
    >
      {(refusedAt) => (
        <>
          {lastGrant(history) && <p className="soft">{texts.changeNote}</p>}
          <div className="form-grid">
            <Field
              as="select"
              label={texts.decision}
              value={draft.kind}
              problems={refusedAt('kind')}
              onChange={(value) => change({ kind: value as DecisionKind })}
            >
              {kinds.map((name) => (
                <option key={name} value={name}>
                  {texts.decisionKinds[name]}
                </option>
              ))}
            </Field>
            {field('decidedDate', refusedAt, 'date', true)}
            {field('decidedBy', refusedAt, 'text', true)}
            {field('delegation', refusedAt)}
            {field('minutesReference', refusedAt)}
            <Field
              as="select"
              label={texts.decisionFields.scenarioId}
              value={draft.scenarioId}
              hint={
                scenario &&
                (scenario.amounts.length > 0
                  ? texts.scenarioGives(amountsOf(scenario.amounts))
                  : texts.scenarioGivesNothing)
              }
              problems={refusedAt('scenarioId')}
              onChange={(scenarioId) => change({ scenarioId })}
            >
              <option value="">{texts.noScenario}</option>
              {scenarios.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Field>
          </div>
          {isGrant && (
            <>
              <div className="form-grid">
                {typed.map(({ year, text: amount }) => (
                  <Field
                    key={year}
                    label={texts.kronorIn(year)}
                    inputMode="numeric"
                    value={amount}
                    problems={refusedAt(placeOf(year))}
                    onChange={(value) => change({ amounts: { ...draft.amounts, [year]: value } })}
                  />
                ))}
              </div>
              {refusedAt('amounts') !== undefined && <p className="problem">{refusedAt('amounts')}</p>}
              <p>
                <button
                  type="button"
                  className="quiet"
                  onClick={() => change({ amounts: { ...draft.amounts, [nextYear]: '' } })}
                >
                  {texts.addYear(nextYear)}
                </button>
              </p>
            </>
          )}
          <div className="form-grid">
            {isGrant && text('conditions', refusedAt)}
            {text('reason', refusedAt, departs && refusedAt('reason') === undefined ? texts.departs : undefined)}
            {isGrant && text('aboveFrameReason', refusedAt)}
            {text('conflictNotes', refusedAt)}
            {field('recordedBy', refusedAt, 'text', true)}
          </div>
        </>
      )}
    </RecordingForm>
  );
}

type FieldName = 'decidedDate' | 'decidedBy' | 'delegation' | 'minutesReference' | 'recordedBy';
type TextName = 'conditions' | 'reason' | 'aboveFrameReason' | 'conflictNotes';

const placeOf = (year: number) => `amounts.${year}`;

/** The grant in force; undefined when the last decision is another, or there is none. */
const lastGrant = ({ grantDecisions }: GrantHistory) => {
  const last = grantDecisions.at(-1);
  return last?.kind === 'granted' ? last : undefined;
};

/** What a new decision begins with: what is asked for, or the grant in force where there is one. */
function startOf(history: GrantHistory) {
  const last = lastGrant(history);
  const asked = history.requested.map(({ year, amountSek }) => [year, last ? '' : spaced(amountSek)] as const);
  const granted = last?.amounts.map(({ year, amountSek }) => [year, spaced(amountSek)] as const) ?? [];
  return {
    kind: 'granted' as DecisionKind,
    /** By year, in order of years: whole numbers as keys stand so in every object. */
    amounts: Object.fromEntries([...asked, ...granted]) as Readonly<Record<number, string>>,
    decidedDate: today(),
    decidedBy: last?.decidedBy ?? '',
    delegation: last?.delegation ?? '',
    minutesReference: '',
    scenarioId: '',
    conditions: last?.conditions ?? '',
    reason: '',
    aboveFrameReason: '',
    conflictNotes: '',
    recordedBy: '',
  };
}
