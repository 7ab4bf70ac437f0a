import { ShareOfWay } from '@fordela/charts';
import { followUpTexts } from '@fordela/wording';
import type { Attainment, FollowedProject, Followed } from '../../data/follow-up';
import { useSpeech } from '../../ui/language';
import { ScrollBox } from '../../ui/scroll-box';
import { Empty } from '../../ui/states';
import { IndicatorForm } from './indicator-form';
import { ResultForm } from './result-form';

/** Every indicator against what was promised, with who answers for it, and the forms to record more. */
export function Indicators({
  projects,
  followed,
}: {
  readonly projects: readonly FollowedProject[];
  readonly followed: Followed;
}) {
  const { texts, language } = useSpeech();
  const say = followUpTexts[language];
  const rows = projects.flatMap(({ title, attainments }) => attainments.map((item) => ({ title, item })));
  const indicators = rows.map(({ item }) => item.indicator);
  return (
    <section className="card" id="indicators" aria-labelledby="indicators-heading">
      <h2 id="indicators-heading">{say.indicatorTitle}</h2>
      <p className="soft">{say.indicatorHelp}</p>
      {rows.length === 0 ? (
        <Empty>{texts.nothingHere}</Empty>
      ) : (
        <ScrollBox label={say.indicatorTitle}>
          <table>
            <caption>{say.indicatorTitle}</caption>
            <thead>
              <tr>
                <th scope="col">{say.indicator}</th>
                <th scope="col">{say.attained}</th>
                <th scope="col" className="number">
                  {say.result}
                </th>
                <th scope="col" className="number">
                  {say.baseline}
                </th>
                <th scope="col" className="number">
                  {say.target}
                </th>
                <th scope="col">{say.answersFor}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ title, item }) => (
                <IndicatorRow key={item.indicatorId} title={title} item={item} />
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
      {indicators.length > 0 && (
        <details>
          <summary>{say.resultForm}</summary>
          <ResultForm indicators={indicators} />
        </details>
      )}
      <details>
        <summary>{say.indicatorForm}</summary>
        <IndicatorForm indicators={indicators} followed={followed} />
      </details>
    </section>
  );
}

const badges = {
  not_measurable: 'warning',
  no_result: 'warning',
  worse_than_baseline: 'error',
  under_way: 'info',
  reached: 'ok',
} as const;

function IndicatorRow({ title, item }: { readonly title: string; readonly item: Attainment }) {
  const { language, number, share, list } = useSpeech();
  const say = followUpTexts[language];
  const { indicator, status, missing } = item;
  const measure = (value: number | null, day: string | null) => (
    <td className="number">
      {value === null ? '–' : `${number(value)}\u00a0${indicator.unit}`}
      {day && (
        <>
          <br />
          <span className="soft">{day}</span>
        </>
      )}
    </td>
  );
  return (
    <tr>
      <th scope="row">
        {indicator.name} <span className="id">{title}</span>
      </th>
      <td>
        <span className={`badge ${badges[status]}`}>{say.attainment[status]}</span>
        {item.share !== null && (
          <>
            <br />
            <ShareOfWay hasTarget share={item.share} width={110} description={say.shareOfWay(share(item.share))} />
            <br />
            <span className="soft">{say.shareOfWay(share(item.share))}</span>
          </>
        )}
        {item.isOverdue && (
          <>
            <br />
            <span className="badge warning">{say.isOverdue}</span>
          </>
        )}
        {missing.length > 0 && (
          <>
            <br />
            <span className="soft">{say.lacks(list(missing.map((part) => say.parts[part])))}</span>
          </>
        )}
      </td>
      {measure(item.value, item.measuredDate)}
      {measure(indicator.baseline, indicator.baselineDate)}
      {measure(indicator.target, indicator.targetDate)}
      <td>{indicator.owner?.name ?? <span className="soft">{say.nobody}</span>}</td>
    </tr>
  );
}
