import { overviewTexts } from '@fordela/wording';
import type { CoveredItem, Overview } from '../../data/overview';
import { useSpeech } from '../../ui/language';
import { ScrollBox } from '../../ui/scroll-box';

const kinds = ['priority', 'recommendation', 'gap', 'need'] as const;

/** What of the plan the projects answer: how many of each kind, which have none, and the rows behind. */
export function CoverageCard({ overview }: { readonly overview: Overview }) {
  const { language } = useSpeech();
  const say = overviewTexts[language];
  return (
    <section className="card" id="coverage" aria-labelledby="coverage-heading">
      <h2 id="coverage-heading">{say.coverageTitle}</h2>
      <p className="soft">{say.coverageHelp}</p>
      <div className="columns two">
        {kinds.map((kind) => (
          <Kind key={kind} kind={kind} overview={overview} />
        ))}
      </div>
      <p className="soft">
        {say.planSource} <span lang="sv">{overview.coverage.source}</span>.
      </p>
    </section>
  );
}

function Kind({ kind, overview }: { readonly kind: CoveredItem['kind']; readonly overview: Overview }) {
  const { language, sekShort, list } = useSpeech();
  const say = overviewTexts[language];
  const items = overview.coverage.items.filter((item) => item.kind === kind);
  const without = items.filter(({ id }) => overview.coverage.uncovered[kind].includes(id));
  const nameOf = (item: CoveredItem) => {
    const english = kind === 'priority' && language === 'en' ? overview.priorityNamesEn.get(item.id) : undefined;
    return english ? <>{english}</> : <span lang="sv">{item.nameSv}</span>;
  };
  return (
    <section aria-labelledby={`coverage-${kind}`}>
      <h3 id={`coverage-${kind}`}>
        {say.kinds[kind]}: {say.covered(items.length - without.length, items.length)}
      </h3>
      {without.length === 0 ? (
        <p className="soft">{say.allCovered}</p>
      ) : (
        <ul className="plain">
          {without.map((item) => (
            <li key={item.id}>
              <span className="badge warning">{say.uncovered}</span> {item.id} {nameOf(item)}
              {item.otherApplicationIds.length > 0 && (
                <span className="soft"> ({say.otherProjects(item.otherApplicationIds.length)})</span>
              )}
            </li>
          ))}
        </ul>
      )}
      <details className="not-printed">
        <summary>{say.showRows(say.kinds[kind])}</summary>
        <ScrollBox label={say.kinds[kind]}>
          <table>
            <caption>{say.kinds[kind]}</caption>
            <thead>
              <tr>
                <th scope="col">{say.item}</th>
                <th scope="col" className="number">
                  {say.money}
                </th>
                <th scope="col">{say.projects}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <tr key={item.id}>
                  <th scope="row">
                    {item.id} {nameOf(item)}
                  </th>
                  <td className="number">{sekShort(item.grantSek)}</td>
                  <td>
                    {item.applicationIds.length === 0
                      ? say.none
                      : list(item.applicationIds.map((id) => overview.titles.get(id) ?? id))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      </details>
    </section>
  );
}
