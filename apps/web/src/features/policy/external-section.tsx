import { BandLine, topOf, type BandPoint } from '@fordela/charts';
import { formatModelSek, policyTexts } from '@fordela/wording';
import { useSpeech } from '../../ui/language';
import { ScrollBox } from '../../ui/scroll-box';
import { useWidth } from '../../ui/use-width';
import { SekBand } from './band-text';
import { PolicyName } from './policy-name';
import { banded, type ShownPolicy } from './shown-policy';

/** External funding year by year: a panel for each policy on one scale, and the figures as a table. */
export function ExternalSection({
  policies,
  years,
}: {
  readonly policies: readonly ShownPolicy[];
  readonly years: number;
}) {
  const { texts, language } = useSpeech();
  const say = policyTexts[language];
  const lines = policies.map(({ outcome }) =>
    outcome.years.map(({ year, externalBand }): BandPoint => ({ x: year, ...banded(externalBand) })),
  );
  const top = topOf(lines);
  return (
    <section className="card" aria-labelledby="external-heading">
      <h2 id="external-heading">
        {say.externalTitle} <span className="badge warning">{say.modelMark}</span>
      </h2>
      <p className="soft">{say.externalHelp}</p>
      <div className="panels">
        {policies.map((policy, place) => (
          <Panel
            key={policy.id}
            policy={policy}
            points={lines[place] ?? []}
            others={lines.filter((_, other) => other !== place)}
            top={top}
          />
        ))}
      </div>
      <details>
        <summary>{texts.asTable}</summary>
        <ScrollBox label={say.externalTitle}>
          <table className="wrap">
            <caption>{`${say.externalTitle} ${say.modelMark}.`}</caption>
            <thead>
              <tr>
                <th scope="col">{say.year}</th>
                {policies.map((policy) => (
                  <th key={policy.id} scope="col" className="number">
                    {policy.name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {Array.from({ length: years }, (_, index) => (
                <tr key={index}>
                  <th scope="row">{say.yearNumber(index + 1)}</th>
                  {policies.map(({ id, outcome }) => {
                    const year = outcome.years[index];
                    return (
                      <td key={id} className="number">
                        {year && <SekBand band={year.externalBand} />}
                      </td>
                    );
                  })}
                </tr>
              ))}
              <tr>
                <th scope="row">{say.wholeTime}</th>
                {policies.map(({ id, outcome }) => (
                  <td key={id} className="number">
                    <SekBand band={outcome.externalSek} />
                  </td>
                ))}
              </tr>
            </tbody>
          </table>
        </ScrollBox>
      </details>
    </section>
  );
}

interface PanelProps {
  readonly policy: ShownPolicy;
  readonly points: readonly BandPoint[];
  readonly others: readonly (readonly BandPoint[])[];
  readonly top: number;
}

function Panel({ policy, points, others, top }: PanelProps) {
  const { language } = useSpeech();
  const sek = (value: number) => formatModelSek(value, language);
  const say = policyTexts[language];
  const [box, width] = useWidth<HTMLDivElement>(360);
  const last = points.at(-1);
  return (
    <div ref={box}>
      <h3>
        <PolicyName policy={policy} />
      </h3>
      <BandLine
        id={`external-${policy.id}`}
        points={points}
        index={policy.index}
        others={others}
        top={top}
        width={width}
        height={220}
        title={`${policy.name}. ${say.externalTitle}`}
        description={
          last
            ? say.externalDescription(
                policy.name,
                last.x,
                sek(last.value),
                sek(last.low ?? last.value),
                sek(last.high ?? last.value),
              )
            : say.modelMark
        }
        formatValue={sek}
        formatX={say.yearNumber}
      />
    </div>
  );
}
