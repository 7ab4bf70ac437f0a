import { ownerGroupColours, ShareBar } from '@fordela/charts';
import type { ComparedScenario, GroupAmount, ScenarioComparison } from '../../data/scenarios';
import { ChangeList } from '../../ui/change-list';
import { useSpeech } from '../../ui/language';
import { ScrollBox } from '../../ui/scroll-box';
import { useWidth } from '../../ui/use-width';

/** The same rows for both: figures, shares per owner group, phase, theme and municipality, and who changes. */
export function Comparison({ comparison }: { readonly comparison: ScenarioComparison }) {
  const { texts } = useSpeech();
  const [a, b] = comparison.scenarios;
  return (
    <>
      <div className="columns two">
        <Summary scenario={a} />
        <Summary scenario={b} />
      </div>
      <section className="card">
        <div className="columns two">
          <ChangeList heading={texts.onlyIn(a.name)} direction="out" items={comparison.onlyInFirst} />
          <ChangeList heading={texts.onlyIn(b.name)} direction="in" items={comparison.onlyInSecond} />
        </div>
        <p className="soft">{texts.inBoth(comparison.inBoth)}</p>
      </section>
      <Shares heading={texts.shareByOwner} dimension="ownerGroups" comparison={comparison} />
      <Shares heading={texts.shareByPhase} dimension="phases" comparison={comparison} />
      <Shares
        heading={texts.shareByMunicipality}
        dimension="municipalities"
        comparison={comparison}
        note={`${texts.municipalityNote} ${texts.smallNumbers}`}
      />
      <Shares heading={texts.shareByTheme} dimension="themes" comparison={comparison} note={texts.themeNote} />
    </>
  );
}

function Summary({ scenario }: { readonly scenario: ComparedScenario }) {
  const { texts, sek, number, share } = useSpeech();
  const [box, width] = useWidth<HTMLDivElement>(480);
  const objectiveText = (name: string) =>
    name === 'sum_of_value' || name === 'value_times_money' ? texts[name] : name;
  const groups = scenario.ownerGroups.map((group) => ({
    id: group.id,
    label: group.label,
    amount: group.amountSek,
    colour: ownerGroupColours[group.id as keyof typeof ownerGroupColours],
  }));
  return (
    <section className="card">
      <h2>{scenario.name}</h2>
      <p className="soft">
        {objectiveText(scenario.objective)}. {texts.savedAt} {scenario.savedAt.slice(0, 16).replace('T', ' ')}.{' '}
        {texts.fingerprint} <code>{scenario.fingerprint.slice(0, 12)}</code>
      </p>
      <dl className="figures">
        <div>
          <dt>{texts.grants}</dt>
          <dd>{scenario.grants}</dd>
        </div>
        <div>
          <dt>{texts.moneyUsed}</dt>
          <dd>{sek(scenario.usedSek)}</dd>
        </div>
        <div>
          <dt>{texts.totalValue}</dt>
          <dd>{number(scenario.value)}</dd>
        </div>
      </dl>
      <div ref={box}>
        <ShareBar
          shares={groups}
          width={width}
          height={34}
          formatShare={share}
          description={groups.map((group) => `${group.label} ${sek(group.amount)}`).join(', ')}
        />
      </div>
    </section>
  );
}

type Dimension = 'ownerGroups' | 'phases' | 'themes' | 'municipalities';

function Shares({
  heading,
  dimension,
  comparison,
  note,
}: {
  readonly heading: string;
  readonly dimension: Dimension;
  readonly comparison: ScenarioComparison;
  readonly note?: string;
}) {
  const { texts, sek, share, number } = useSpeech();
  const [a, b] = comparison.scenarios;
  const rows = joined(a[dimension], b[dimension]);
  const perInhabitant = dimension === 'municipalities';
  return (
    <section className="card">
      <ScrollBox label={heading}>
        <table>
          <caption>{heading}</caption>
          <thead>
            <tr>
              <th scope="col" />
              {[a, b].map((scenario) => (
                <th key={scenario.id} scope="col" className="number" colSpan={2}>
                  {scenario.name}
                </th>
              ))}
              <th scope="col" className="number">
                {texts.difference}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">{row.label}</th>
                {[row.a, row.b].map((entry, index) => (
                  <Pair
                    key={index}
                    first={sek(entry?.amountSek ?? 0)}
                    second={
                      perInhabitant
                        ? `${number(entry?.perInhabitantSek ?? 0, 0)} ${texts.perInhabitant}`
                        : share(entry?.share ?? 0)
                    }
                  />
                ))}
                <td className="number">{sek((row.b?.amountSek ?? 0) - (row.a?.amountSek ?? 0))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {note && <p className="soft">{note}</p>}
    </section>
  );
}

function Pair({ first, second }: { readonly first: string; readonly second: string }) {
  return (
    <>
      <td className="number">{first}</td>
      <td className="number soft">{second}</td>
    </>
  );
}

/** The groups of either scenario, in the first's order and then the second's own. */
function joined(a: readonly GroupAmount[], b: readonly GroupAmount[]) {
  const ids = [...new Set([...a, ...b].map((entry) => entry.id))];
  return ids.map((id) => {
    const [inA, inB] = [a.find((entry) => entry.id === id), b.find((entry) => entry.id === id)];
    return { id, label: inA?.label ?? inB?.label ?? id, a: inA, b: inB };
  });
}
