import { IntervalDots } from '@fordela/charts';
import { policyTexts } from '@fordela/wording';
import { useSpeech } from '../../ui/language';
import { ScrollBox } from '../../ui/scroll-box';
import { useWidth } from '../../ui/use-width';
import { StaffBand } from './band-text';
import { PolicyName } from './policy-name';
import { banded, type ShownPolicy } from './shown-policy';

type Measure = 'per10000' | 'fte';
const measures = ['per10000', 'fte'] as const satisfies readonly Measure[];

/** Staff that work for each municipality in the last year, under every policy: as a chart, and as a table. */
export function CapacitySection({
  policies,
  measure,
  onMeasure,
}: {
  readonly policies: readonly ShownPolicy[];
  readonly measure: Measure;
  readonly onMeasure: (measure: Measure) => void;
}) {
  const { texts, language, number } = useSpeech();
  const say = policyTexts[language];
  const [box, width] = useWidth<HTMLDivElement>(720);
  const bandOf = (policy: ShownPolicy, code: string) => {
    const own = policy.outcome.municipalities.find((municipality) => municipality.code === code);
    return measure === 'fte' ? own?.capacityFte : own?.per10000;
  };
  const municipalities = [...(policies[0]?.outcome.municipalities ?? [])].sort((a, b) =>
    a.name.localeCompare(b.name, 'sv'),
  );
  const described = policies.map((policy) => {
    const figures = municipalities
      .map(({ code, name }) => ({ name, likely: bandOf(policy, code)?.likely ?? 0 }))
      .sort((a, b) => a.likely - b.likely);
    const [least, most] = [figures[0], figures.at(-1)];
    return least && most
      ? say.capacityLine(policy.name, number(least.likely), least.name, number(most.likely), most.name)
      : '';
  });
  return (
    <section className="card" aria-labelledby="capacity-heading">
      <h2 id="capacity-heading">
        {say.capacityTitle} <span className="badge warning">{say.modelMark}</span>
      </h2>
      <p className="soft">{say.capacityHelp}</p>
      <div className="row">
        <label>
          {say.measure}
          <br />
          <select value={measure} onChange={(event) => onMeasure(event.target.value as Measure)}>
            {measures.map((name) => (
              <option key={name} value={name}>
                {say.measures[name]}
              </option>
            ))}
          </select>
        </label>
        <ul className="legend">
          {policies.map((policy) => (
            <li key={policy.id}>
              <PolicyName policy={policy} />
            </li>
          ))}
        </ul>
      </div>
      <div ref={box}>
        <IntervalDots
          groups={municipalities.map(({ code, name }) => ({
            id: code,
            label: name,
            figures: policies.flatMap((policy) => {
              const band = bandOf(policy, code);
              return band ? [{ index: policy.index, ...banded(band) }] : [];
            }),
          }))}
          width={width}
          title={say.capacityTitle}
          description={say.capacityDescription(described)}
          axisLabel={say.measures[measure]}
          formatValue={(value) => number(value, 1)}
        />
      </div>
      <details>
        <summary>{texts.asTable}</summary>
        <ScrollBox label={say.capacityTitle}>
          <table className="wrap">
            <caption>{`${say.measures[measure]}. ${say.modelMark}.`}</caption>
            <thead>
              <tr>
                <th scope="col">{say.municipality}</th>
                {policies.map((policy) => (
                  <th key={policy.id} scope="col" className="number">
                    {policy.name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {municipalities.map(({ code, name }) => (
                <tr key={code}>
                  <th scope="row">{name}</th>
                  {policies.map((policy) => {
                    const band = bandOf(policy, code);
                    return (
                      <td key={policy.id} className="number">
                        {band && <StaffBand band={band} />}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      </details>
    </section>
  );
}
