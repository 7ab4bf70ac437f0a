import { followUpTexts } from '@fordela/wording';
import type { Followed, SexStatistics } from '../../data/follow-up';
import { useSpeech } from '../../ui/language';
import { ScrollBox } from '../../ui/scroll-box';
import { Empty } from '../../ui/states';

type Figure = SexStatistics['total'];

/** Women and men where people are counted; no percentage on too few, and a warning where a group is very small. */
export function Sexes({ sexes, followed }: { readonly sexes: SexStatistics; readonly followed: Followed }) {
  const { language } = useSpeech();
  const say = followUpTexts[language];
  const named = new Map(
    followed.projects.flatMap(({ title, indicators }) =>
      indicators.map(({ id, name }) => [id, { name, title }] as const),
    ),
  );
  return (
    <section className="card" id="sexes" aria-labelledby="sexes-heading">
      <h2 id="sexes-heading">{say.sexTitle}</h2>
      {sexes.byIndicator.length === 0 ? (
        <Empty>{say.sexNone}</Empty>
      ) : (
        <>
          <p className="soft">{say.sexHelp(sexes.withoutResult)}</p>
          <ScrollBox label={say.sexTitle}>
            <table>
              <caption>{say.sexTitle}</caption>
              <thead>
                <tr>
                  <th scope="col">{say.indicator}</th>
                  {[say.women, say.men, say.sexNotStated, say.shareWomen].map((name) => (
                    <th key={name} scope="col" className="number">
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {sexes.byIndicator.map(({ indicatorId, figure }) => (
                  <tr key={indicatorId}>
                    <th scope="row">
                      {named.get(indicatorId)?.name} <span className="id">{named.get(indicatorId)?.title}</span>
                      {figure?.hasSmallGroup && <span className="id"> {say.smallGroup}</span>}
                    </th>
                    <Counts figure={figure} />
                  </tr>
                ))}
                <tr>
                  <th scope="row">{say.all}</th>
                  <Counts figure={sexes.total} />
                </tr>
              </tbody>
            </table>
          </ScrollBox>
        </>
      )}
    </section>
  );
}

function Counts({ figure }: { readonly figure: Figure | null }) {
  const { language, number, share } = useSpeech();
  const say = followUpTexts[language];
  return (
    <>
      {[figure?.women, figure?.men, figure?.notStated].map((count, index) => (
        <td key={index} className="number">
          {count === undefined ? '–' : number(count)}
        </td>
      ))}
      <td className="number">
        {figure === null ? '–' : figure.shareWomen === null ? say.tooFew : share(figure.shareWomen)}
      </td>
    </>
  );
}
