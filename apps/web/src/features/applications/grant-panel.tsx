import { useGrant, type GrantHistory } from '../../data/grant';
import { useSpeech } from '../../ui/language';
import { ScrollBox } from '../../ui/scroll-box';
import { Failure, Loading } from '../../ui/states';
import { DecisionForm } from './decision-form';
import { GrantEventForm } from './grant-event-form';

/** An application's money: where it shall come from, what people have decided, and what has been paid. */
export function GrantPanel({ applicationId }: { readonly applicationId: string }) {
  const { texts } = useSpeech();
  const grant = useGrant(applicationId);
  if (grant.isPending) return <Loading />;
  if (grant.isError) return <Failure error={grant.error} retry={() => void grant.refetch()} />;
  if (!grant.data) return null;
  return (
    <div>
      <h3>{texts.moneyTitle}</h3>
      <MoneyPlan plan={grant.data.moneyPlan} />
      <Decisions history={grant.data} />
      <details>
        <summary>{texts.recordDecision}</summary>
        <DecisionForm key={grant.data.grantDecisions.length} history={grant.data} />
      </details>
      {grant.data.grantAccount && (
        <>
          <Account account={grant.data.grantAccount} />
          <details>
            <summary>{texts.recordEvent}</summary>
            <GrantEventForm key={grant.data.grantEvents.length} history={grant.data} />
          </details>
        </>
      )}
    </div>
  );
}

const planColumns = ['costSek', 'securedSek', 'appliedSek', 'intendedSek', 'withoutSourceSek', 'surplusSek'] as const;

function MoneyPlan({ plan }: { readonly plan: GrantHistory['moneyPlan'] }) {
  const { texts, sek } = useSpeech();
  const rows = [
    ...plan.years.map((year) => ({ label: String(year.year), sums: year })),
    { label: texts.total, sums: plan.total },
  ];
  return (
    <ScrollBox label={texts.moneyPlan}>
      <table>
        <caption>{texts.moneyPlan}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.year}</th>
            {planColumns.map((name) => (
              <th key={name} scope="col" className="number">
                {texts.moneyColumns[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, sums }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {planColumns.map((name) => (
                <td key={name} className="number">
                  {sek(sums[name])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Decisions({ history }: { readonly history: GrantHistory }) {
  const { texts, sek } = useSpeech();
  if (history.grantDecisions.length === 0) return <p className="soft">{texts.notDecided}</p>;
  return (
    <ul className="plain">
      {history.grantDecisions.map((decision) => (
        <li key={decision.no}>
          <span className="badge info">{texts.decisionKinds[decision.kind]}</span>{' '}
          {decision.amounts.map(({ year, amountSek }) => `${year}: ${sek(amountSek)}`).join(', ')}{' '}
          <span className="soft">
            {[decision.decidedDate, decision.decidedBy, decision.minutesReference].filter(Boolean).join(', ')}
          </span>{' '}
          {decision.reason}
        </li>
      ))}
    </ul>
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
    <ScrollBox label={texts.grantAccount}>
      <table>
        <caption>{texts.grantAccount}</caption>
        <thead>
          <tr>
            {accountParts.map((name) => (
              <th key={name} scope="col" className="number">
                {texts.accountColumns[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            {accountParts.map((name) => (
              <td key={name} className="number">
                {sek(account[name])}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </ScrollBox>
  );
}
