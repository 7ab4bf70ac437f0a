import type { ReactNode } from 'react';
import { discussTexts } from '@fordela/wording';
import type { Contested, PlaceInDoubt, RankingTrust, WeightSlack } from '../../data/ranking-trust';
import { useSpeech } from '../../ui/language';
import { ScrollBox } from '../../ui/scroll-box';

/** So many of the most contested: what a meeting has time for. */
const shownContested = 10;

/** The applications whose ratings lie furthest apart, and why. */
export function ContestedTable({ rows }: { readonly rows: readonly Contested[] }) {
  const { texts, language, number } = useSpeech();
  return (
    <Figures
      title={texts.contestedTitle}
      intro={texts.contestedIntro}
      columns={[texts.application, { number: texts.spread }, texts.becauseOf]}
    >
      {rows.slice(0, shownContested).map(({ id, title, disagreement, cause, isAtLine, mostAbout }) => (
        <tr key={id}>
          <th scope="row">
            {title} <span className="id">{id}</span>
            {mostAbout && (
              <p className="soft">
                {discussTexts[language].mostAbout(mostAbout.name, number(mostAbout.lowest), number(mostAbout.highest))}
              </p>
            )}
            {isAtLine && <p className="soft">{texts.atLine}</p>}
          </th>
          <td className="number">{number(disagreement)}</td>
          <td>{cause === null ? '–' : texts.causes[cause]}</td>
        </tr>
      ))}
    </Figures>
  );
}

/** The applications that are above the line with some weights and not with others. */
export function PlacesTable({ rows }: { readonly rows: readonly PlaceInDoubt[] }) {
  const { texts, number, share } = useSpeech();
  const depends = rows.filter(({ aboveLine }) => aboveLine > 0 && aboveLine < 1);
  const whole = (value: number) => number(value, 0);
  return (
    <Figures
      title={texts.placesTitle}
      intro={texts.placesIntro(depends.length)}
      note={texts.lineNote}
      columns={[
        texts.application,
        { number: texts.rank },
        { number: texts.placeBetween },
        { number: texts.aboveLineShare },
      ]}
    >
      {depends.map(({ id, title, place, rankLow, rankHigh, aboveLine }) => (
        <tr key={id}>
          <th scope="row">
            {title} <span className="id">{id}</span>
          </th>
          <td className="number">{whole(place)}</td>
          <td className="number">{texts.between(whole(rankLow), whole(rankHigh))}</td>
          <td className="number">{share(inDoubt(aboveLine))}</td>
        </tr>
      ))}
    </Figures>
  );
}

/** Never shown as certain: some draw was otherwise. */
const inDoubt = (share: number) => Math.min(0.999, Math.max(0.001, share));

/** How far the reviewers agree on each criterion. */
export function AgreementTable({ rows }: { readonly rows: RankingTrust['criteria'] }) {
  const { texts, number } = useSpeech();
  return (
    <Figures
      title={texts.agreementByCriterion}
      intro={texts.alphaNote}
      columns={[texts.criterion, { number: texts.alpha }]}
    >
      {rows.map(({ id, name, alpha }) => (
        <tr key={id}>
          <th scope="row">{name}</th>
          <td className="number">{alpha === null ? '–' : number(alpha)}</td>
        </tr>
      ))}
    </Figures>
  );
}

/** How far each weight can go before others are above the line. */
export function SlackTable({ rows }: { readonly rows: readonly WeightSlack[] }) {
  const { texts, share } = useSpeech();
  return (
    <Figures
      title={texts.slackTitle}
      intro={texts.slackIntro}
      columns={[texts.criterion, { number: texts.weightNow }, { number: texts.sameLine }]}
    >
      {rows.map(({ id, name, weight, from, to }) => (
        <tr key={id}>
          <th scope="row">{name}</th>
          <td className="number">{share(weight)}</td>
          <td className="number">{texts.between(share(from), share(to))}</td>
        </tr>
      ))}
    </Figures>
  );
}

export interface FiguresProps {
  readonly title: string;
  /** False where what it stands in says it already. */
  readonly hasHeading?: boolean;
  readonly intro?: string | undefined;
  readonly note?: string;
  /** Headings from left to right; figures stand to the right of their column. */
  readonly columns: readonly (string | { readonly number: string })[];
  readonly children: readonly ReactNode[];
}

/** A heading, what the table says, and the table, where there are rows. */
export function Figures({ title, hasHeading = true, intro, note, columns, children }: FiguresProps) {
  return (
    <section>
      {hasHeading && <h3>{title}</h3>}
      {intro && <p className="soft">{intro}</p>}
      {children.length > 0 && (
        <ScrollBox label={title}>
          <table className="wrap">
            <caption className="visually-hidden">{title}</caption>
            <thead>
              <tr>
                {columns.map((column) => {
                  const [text, className] = typeof column === 'string' ? [column] : [column.number, 'number'];
                  return (
                    <th key={text} scope="col" className={className}>
                      {text}
                    </th>
                  );
                })}
              </tr>
            </thead>
            <tbody>{children}</tbody>
          </table>
        </ScrollBox>
      )}
      {note && <p className="soft">{note}</p>}
    </section>
  );
}
