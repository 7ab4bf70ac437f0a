import { formatRunShare, policyFinding, policyTexts, sentence } from '@fordela/wording';
import type { PolicyModel } from '../../data/policy';
import type { ChangedAssumptions } from '../../data/policy-choice';
import type { PolicySimulationQuery } from '../../gql/types';
import { useSpeech } from '../../ui/language';
import { ScrollBox } from '../../ui/scroll-box';
import { SekBand, StaffBand } from './band-text';
import { PolicyName } from './policy-name';
import type { ShownPolicy } from './shown-policy';

interface Props {
  readonly simulation: Extract<PolicySimulationQuery['policySimulation'], { __typename: 'PolicySimulation' }>;
  readonly policies: readonly ShownPolicy[];
  readonly model: PolicyModel;
  readonly changed: ChangedAssumptions;
}

/** What the model says in a sentence, the figures behind it, and what would turn it. */
export function Findings({ simulation, policies, model, changed }: Props) {
  const { language, number } = useSpeech();
  const say = policyTexts[language];
  const { years, draws, bestId, turns } = simulation;
  const finding = policyFinding(
    policies.map(({ name, outcome }) => ({
      name,
      externalSek: outcome.externalSek.likely,
      aheadIn: outcome.aheadIn ?? 0,
      aheadLow: outcome.aheadLow ?? 0,
      aheadHigh: outcome.aheadHigh ?? 1,
      leastPer10000: outcome.leastPer10000.likely,
    })),
    { years, draws },
    language,
  );
  return (
    <section className="card" aria-labelledby="findings-heading">
      <h2 id="findings-heading">
        {say.findingsTitle} <span className="badge warning">{say.modelMark}</span>
      </h2>
      <p role="status" aria-label={say.findingsTitle}>
        <strong>{finding.headline}</strong> {finding.verdict} {finding.likeliest} {finding.capacity}
      </p>
      <ScrollBox label={say.summary}>
        <table className="wrap">
          <caption>{say.summary}</caption>
          <thead>
            <tr>
              <th scope="col">{say.policy}</th>
              <th scope="col" className="number">
                {say.mostOften}
              </th>
              <th scope="col" className="number">
                {say.external(years)}
              </th>
              <th scope="col" className="number">
                {say.behind}
              </th>
              <th scope="col" className="number">
                {say.least}
              </th>
            </tr>
          </thead>
          <tbody>
            {policies.map((policy) => (
              <tr key={policy.id}>
                <th scope="row">
                  <PolicyName policy={policy} />
                </th>
                <td className="number">
                  {policy.outcome.aheadIn === null ? '–' : formatRunShare(policy.outcome.aheadIn, language)}
                </td>
                <td className="number">
                  <SekBand band={policy.outcome.externalSek} />
                </td>
                <td className="number">
                  {policy.id === bestId ? '–' : <SekBand band={policy.outcome.behindBestSek} />}
                </td>
                <td className="number">
                  <StaffBand band={policy.outcome.leastPer10000} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <p className="soft">{say.bandNote(number(draws, 0))}</p>
      <p className="soft">{say.pairNote}</p>
      <h3>{say.turnsTitle}</h3>
      {turns.length === 0 ? (
        <p>{say.turnsNone}</p>
      ) : (
        <>
          <p className="soft">{say.turnsIntro}</p>
          <ul>
            {turns.map(({ assumption, value, bestId: other }) => (
              <li key={`${assumption}-${value}`}>
                {sentence(
                  'policy-assumption-turns',
                  {
                    ...{ assumption, value, policy: other },
                    likely:
                      changed[assumption]?.[1] ?? model.assumptions.find(({ id }) => id === assumption)?.likely ?? null,
                    name: policies.find(({ id }) => id === other)?.name ?? null,
                  },
                  language,
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
