import { discussTexts, swapInWords } from '@fordela/wording';
import type { Neighbours } from '../../data/ranking-trust';
import { useSpeech } from '../../ui/language';
import { Figures } from './ranking-trust-tables';

/** So many pairs at once: what can be talked about. */
const shownPairs = 5;
/** So many places from the line a pair still is near it. */
const nearPlaces = 5;

/** The pairs at the line, then those near it that the least would turn. All of them below, in the order of the ranking. */
export function NeighbouringPairs({ rows }: { readonly rows: readonly Neighbours[] }) {
  const { language } = useSpeech();
  const say = discussTexts[language];
  const lines = rows.filter(({ isAtLine }) => isAtLine).map(({ place }) => place);
  const isNear = ({ place }: Neighbours) => lines.some((line) => Math.abs(line - place) <= nearPlaces);
  const first = [...rows]
    .filter((row) => isNear(row) || lines.length === 0)
    .sort(
      (a, b) =>
        Number(b.isAtLine) - Number(a.isAtLine) ||
        (a.smallestMove ?? Infinity) - (b.smallestMove ?? Infinity) ||
        a.place - b.place,
    )
    .slice(0, shownPairs);
  return (
    <>
      <Pairs title={say.pairsTitle} intro={say.pairsIntro} rows={first} />
      {rows.length > first.length && (
        <details>
          <summary>{say.pairsAll(rows.length)}</summary>
          <Pairs title={say.pairsAll(rows.length)} rows={rows} />
        </details>
      )}
    </>
  );
}

function Pairs({
  title,
  intro,
  rows,
}: {
  readonly title: string;
  readonly intro?: string;
  readonly rows: readonly Neighbours[];
}) {
  const { language, share } = useSpeech();
  const say = discussTexts[language];
  return (
    <Figures
      hasHeading={false}
      title={title}
      intro={intro}
      columns={[say.places, say.pair, { number: say.holdsIn }, say.swapsWhen]}
    >
      {rows.map((pair) => (
        <tr key={pair.place}>
          <td>
            {`${pair.place}–${pair.place + 1}`}{' '}
            {pair.isAtLine && <span className="badge warning">{say.atTheLine}</span>}
          </td>
          <th scope="row">
            {pair.ahead.title} <span className="id">{pair.ahead.id}</span>
            <br />
            {pair.behind.title} <span className="id">{pair.behind.id}</span>
          </th>
          <td className="number">{share(pair.aheadShare)}</td>
          <td className="wide">{swapInWords(pair, language)}</td>
        </tr>
      ))}
    </Figures>
  );
}
