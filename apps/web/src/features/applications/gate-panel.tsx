import { useState } from 'react';
import { outcomeTexts } from '@fordela/wording';
import { reviewFinding, useGate, type Gate, type ReviewedFinding } from '../../data/gate';
import { Field } from '../../ui/field';
import { useSpeech } from '../../ui/language';
import { Failure, Loading } from '../../ui/states';
import { FindingRule } from './finding-rule';
import { RecordingForm } from './recording-form';

/** The checklist of an application: what the rules found, and what an officer says of it. */
export function GatePanel({ applicationId }: { readonly applicationId: string }) {
  const { texts, language } = useSpeech();
  const gate = useGate(applicationId);
  const [by, setBy] = useState('');
  // What is shown stays when it cannot be fetched again: something may be typed in it.
  if (!gate.data) {
    if (gate.isError) return <Failure error={gate.error} retry={() => void gate.refetch()} />;
    return gate.isPending ? <Loading /> : null;
  }
  const lines = gate.data.lines.filter(({ findings }) => findings.length > 0);
  const quiet = gate.data.lines.filter(({ findings, outcome }) => findings.length === 0 && outcome === 'pass');
  return (
    <div>
      <h3>{texts.checklist}</h3>
      <p>
        <span className={`badge ${gate.data.isBlocked ? 'error' : 'ok'}`}>
          {gate.data.isBlocked ? texts.gateBlocked : texts.gateOpen}
        </span>{' '}
        {gate.data.ruling && (
          <span className="soft">
            {gate.data.ruling.reason} ({gate.data.ruling.ruledBy})
          </span>
        )}
      </p>
      {lines.length > 0 && (
        <div className="form-grid">
          <Field label={texts.yourName} value={by} onChange={setBy} />
        </div>
      )}
      <ul className="plain">
        {lines.map((line) => (
          <li key={line.item}>
            <strong>{language === 'sv' ? line.nameSv : line.nameEn}</strong>: {outcomeTexts[line.outcome]?.[language]}
            <ul className="plain">
              {line.findings.map((own) => (
                <FindingReview key={own.finding.key} own={own} gate={gate.data as Gate} by={by} />
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <p className="soft">
        {texts.gatePassed(
          quiet.map((line) => (language === 'sv' ? line.nameSv : line.nameEn).toLocaleLowerCase(language)),
        )}
      </p>
    </div>
  );
}

/** Kept by the ratings and the allocation: setting the finding aside would change neither. */
const keptElsewhere: readonly string[] = ['exclude_rating', 'portfolio_constraint'];

interface ReviewProps {
  readonly own: ReviewedFinding;
  readonly gate: Gate;
  readonly by: string;
}

function FindingReview({ own: { finding, review }, gate, by }: ReviewProps) {
  const { texts, language } = useSpeech();
  const [reason, setReason] = useState('');
  const inSwedish = language === 'sv';
  const actions = [
    ['confirmed', texts.confirmFinding],
    ...(keptElsewhere.includes(finding.severity) ? [] : [['overridden', texts.overrideFinding] as const]),
  ] as const;
  return (
    <li>
      <span className={`badge ${finding.severity === 'error' ? 'error' : 'warning'}`}>
        {inSwedish ? finding.ruleNameSv : finding.ruleNameEn}
      </span>{' '}
      {inSwedish ? finding.messageSv : finding.messageEn}{' '}
      <span className="soft">{inSwedish ? finding.remedySv : finding.remedyEn}</span>
      <FindingRule finding={finding} />
      {review && (
        <p>
          <span className="badge info">{texts.reviews[review.decision]}</span> {review.reason}{' '}
          <span className="soft">
            {review.reviewedBy}, {review.reviewedAt.slice(0, 10)}
          </span>
        </p>
      )}
      <details>
        <summary>{texts.reviewThis}</summary>
        <RecordingForm<'confirmed' | 'overridden'>
          label={texts.reviewThis}
          actions={actions}
          record={(decision) =>
            reviewFinding(
              {
                applicationId: gate.applicationId,
                findingKey: finding.key,
                decision,
                reason,
                by,
                expectedVersion: gate.version,
              },
              language,
            )
          }
          confirmation={texts.reviewRecorded}
          onRecorded={() => setReason('')}
        >
          {(refusedAt) => (
            <div className="form-grid">
              <Field
                as="textarea"
                label={texts.reason}
                value={reason}
                problems={refusedAt('reason')}
                onChange={setReason}
              />
            </div>
          )}
        </RecordingForm>
      </details>
    </li>
  );
}
