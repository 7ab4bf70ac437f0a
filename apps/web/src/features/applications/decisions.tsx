import type { ReactNode } from 'react';
import { useScenarioGrants, type GrantHistory } from '../../data/grant';
import { useSpeech } from '../../ui/language';
import { linesOf } from './typed';

type Decision = GrantHistory['grantDecisions'][number];

/** What people have decided, the one in force first; the earlier ones stay. */
export function Decisions({ history }: { readonly history: GrantHistory }) {
  const { texts } = useSpeech();
  const scenarios = useScenarioGrants(history.callId, history.id).data ?? [];
  if (history.grantDecisions.length === 0) return <p className="soft">{texts.notDecided}</p>;
  return (
    <section aria-label={texts.decisions}>
      <ol className="plain">
        {[...history.grantDecisions].reverse().map((decision, index) => (
          <li key={decision.no}>
            <DecisionDetails
              decision={decision}
              isInForce={index === 0}
              scenario={scenarios.find(({ id }) => id === decision.scenarioId)?.name ?? decision.scenarioId}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}

interface DetailsProps {
  readonly decision: Decision;
  readonly isInForce: boolean;
  readonly scenario: string | null;
}

function DecisionDetails({ decision, isInForce, scenario }: DetailsProps) {
  const { texts, sek, list } = useSpeech();
  const { amounts, delegation, recordedBy, recordedAt } = decision;
  const conditions = linesOf(decision.conditions);
  const rows: readonly (readonly [string, ReactNode])[] = [
    [
      texts.conditions,
      conditions.length > 0 && (
        <ul>
          {conditions.map((condition, index) => (
            <li key={index}>{condition}</li>
          ))}
        </ul>
      ),
    ],
    [texts.decisionParts.reason, decision.reason],
    [texts.decisionParts.scenario, scenario],
    [texts.decisionParts.aboveFrameReason, decision.aboveFrameReason],
    [texts.decisionParts.conflictNotes, decision.conflictNotes],
  ];
  return (
    <>
      <span className={`badge ${isInForce ? 'ok' : 'info'}`}>{isInForce ? texts.inForce : texts.replaced}</span>{' '}
      <strong>
        {[
          `${texts.decisionNo(decision.no)}: ${texts.decisionKinds[decision.kind].toLocaleLowerCase()}`,
          amounts.length > 0 && sek(amounts.reduce((sum, { amountSek }) => sum + amountSek, 0)),
        ]
          .filter(Boolean)
          .join(', ')}
      </strong>
      {amounts.length > 0 && ` (${list(amounts.map(({ year, amountSek }) => `${year}: ${sek(amountSek)}`))})`}
      <br />
      <span>
        {[
          decision.decidedDate,
          decision.decidedBy,
          delegation && texts.onDelegation(delegation),
          decision.minutesReference,
        ]
          .filter(Boolean)
          .join(', ')}
      </span>{' '}
      <span className="soft">{`(${texts.recordedAt(recordedBy, recordedAt.slice(0, 10))})`}</span>
      <dl className="parts">
        {rows
          .filter(([, said]) => Boolean(said))
          .map(([name, said]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{said}</dd>
            </div>
          ))}
      </dl>
    </>
  );
}
