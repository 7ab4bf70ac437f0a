import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { outcomeTexts } from '@fordela/wording';
import { reviewFinding, useGate, type Gate, type ReviewedFinding } from '../../data/gate';
import { useSpeech } from '../../ui/language';
import { Failure, Loading } from '../../ui/states';
import { FindingRule } from './finding-rule';

/** The checklist of an application: what the rules found, and what an officer says of it. */
export function GatePanel({ applicationId }: { readonly applicationId: string }) {
  const { texts, language } = useSpeech();
  const gate = useGate(applicationId);
  const [by, setBy] = useState('');
  if (gate.isPending) return <Loading />;
  if (gate.isError) return <Failure error={gate.error} retry={() => void gate.refetch()} />;
  if (!gate.data) return null;
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
        <label>
          {texts.yourName}
          <br />
          <input value={by} onChange={(event) => setBy(event.target.value)} />
        </label>
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
  const queryClient = useQueryClient();
  const inSwedish = language === 'sv';
  const reviewing = useMutation({
    mutationFn: (decision: 'confirmed' | 'overridden') =>
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
      ),
    onSuccess: async (refusals) => {
      if (refusals.length === 0) await queryClient.invalidateQueries();
    },
  });
  const problemId = `review-${finding.ruleId}-${gate.applicationId}`;
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
        <label>
          {texts.reason}
          <br />
          <input value={reason} aria-describedby={problemId} onChange={(event) => setReason(event.target.value)} />
        </label>
        <div className="row">
          <button type="button" disabled={reviewing.isPending} onClick={() => reviewing.mutate('confirmed')}>
            {texts.confirmFinding}
          </button>
          {!keptElsewhere.includes(finding.severity) && (
            <button type="button" disabled={reviewing.isPending} onClick={() => reviewing.mutate('overridden')}>
              {texts.overrideFinding}
            </button>
          )}
        </div>
        <p id={problemId} role="status" aria-label={texts.reviewThis}>
          {reviewing.data?.join(' ')}
          {reviewing.isError && (reviewing.error instanceof Error ? reviewing.error.message : texts.failed)}
        </p>
      </details>
    </li>
  );
}
