import { useGrant, type GrantHistory } from '../../data/grant';
import { useSpeech } from '../../ui/language';
import { Failure, Loading } from '../../ui/states';
import { DecisionForm } from './decision-form';
import { Decisions } from './decisions';
import { GrantEventForm } from './grant-event-form';
import { GrantEvents } from './grant-events';
import { MoneyPlan } from './money-plan';

/** An application's money: where it shall come from, what people have decided, and what has been paid. */
export function GrantPanel({ applicationId }: { readonly applicationId: string }) {
  const { texts } = useSpeech();
  const grant = useGrant(applicationId);
  // What is shown stays when it cannot be fetched again: something may be typed in it.
  if (!grant.data) {
    if (grant.isError) return <Failure error={grant.error} retry={() => void grant.refetch()} />;
    return grant.isPending ? <Loading /> : null;
  }
  const { grantDecisions, grantAccount, grantEvents, moneyPlan } = grant.data;
  const isChange = grantDecisions.at(-1)?.kind === 'granted';
  return (
    <div>
      <h3>{texts.moneyTitle}</h3>
      <MoneyPlan plan={moneyPlan} />
      <Decisions history={grant.data} />
      <details>
        <summary>{isChange ? texts.recordChange : texts.recordDecision}</summary>
        <DecisionForm history={grant.data} />
      </details>
      {grantAccount && <Account account={grantAccount} />}
      {grantEvents.length > 0 && <GrantEvents events={grantEvents} />}
      {grantAccount && (
        <details>
          <summary>{texts.recordEvent}</summary>
          <GrantEventForm history={grant.data} />
        </details>
      )}
    </div>
  );
}

const accountParts = [
  'grantedSek',
  'approvedCostSek',
  'earnedSek',
  'netPaidSek',
  'payableSek',
  'unearnedSek',
  'leftSek',
] as const;

function Account({ account }: { readonly account: NonNullable<GrantHistory['grantAccount']> }) {
  const { texts, sek } = useSpeech();
  return (
    <section aria-label={texts.grantAccount}>
      <h4>{texts.grantAccount}</h4>
      <dl className="figures small">
        {accountParts.map((name) => (
          <div key={name}>
            <dt>{texts.accountColumns[name]}</dt>
            <dd>{sek(account[name])}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
