import { ownerGroupColours, ShareOfWay } from '@fordela/charts';
import { Link } from '@tanstack/react-router';
import { groupName, overviewTexts, type Language } from '@fordela/wording';
import type { GroupShare, Overview, ScenarioLimit } from '../../data/overview';
import { useSpeech } from '../../ui/language';
import { ScrollBox } from '../../ui/scroll-box';

/** How many themes stand open: the largest ones. */
const openThemes = 6;

/** Where the money goes, by owner group, phase and theme, and what limits there were. */
export function SharesCard({ overview }: { readonly overview: Overview }) {
  const { language, texts } = useSpeech();
  const say = overviewTexts[language];
  const { ownerGroups, phases, themes } = overview.coverage.shares;
  const largest = [...themes].filter(({ amountSek }) => amountSek > 0).sort((a, b) => b.amountSek - a.amountSek);
  return (
    <section className="card" id="shares" aria-labelledby="shares-heading">
      <h2 id="shares-heading">{say.sharesTitle}</h2>
      <Targets limits={overview.limits} />
      <div className="columns two">
        <div>
          <ShareTable heading={say.byOwner} dimension="ownerGroup" shares={ownerGroups} colours={ownerGroupColours} />
          <ShareTable heading={say.byPhase} dimension="phase" shares={phases} />
        </div>
        <div>
          <ShareTable heading={say.byTheme} dimension="theme" shares={largest.slice(0, openThemes)} />
          {largest.length > openThemes && (
            <details className="not-printed">
              <summary>{say.moreThemes}</summary>
              <ShareTable heading={say.byTheme} dimension="theme" shares={largest.slice(openThemes)} />
            </details>
          )}
          <p className="soft">{say.themeNote}</p>
        </div>
      </div>
      <p className="soft">
        {texts.attributionRule}{' '}
        <Link to="/" search={(before) => (before.lang ? { lang: before.lang } : {})}>
          {say.screens.applications}
        </Link>
      </p>
    </section>
  );
}

function ShareTable({
  heading,
  dimension,
  shares,
  colours,
}: {
  readonly heading: string;
  readonly dimension: string;
  readonly shares: readonly GroupShare[];
  readonly colours?: Readonly<Record<string, string>>;
}) {
  const { language, share, sekShort } = useSpeech();
  const say = overviewTexts[language];
  return (
    <ScrollBox label={heading}>
      <table className="compact">
        <caption>{heading}</caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{heading}</th>
            <th scope="col">{say.share}</th>
            <th scope="col" aria-hidden="true" />
            <th scope="col">{say.amount}</th>
          </tr>
        </thead>
        <tbody>
          {shares.map((group) => (
            <tr key={group.group}>
              <th scope="row">{groupName(dimension, group.group, group.name, language)}</th>
              <td className="number">{share(group.share)}</td>
              <td aria-hidden="true" className="bar">
                <ShareOfWay
                  share={group.share}
                  width={90}
                  description=""
                  {...(colours?.[group.group] ? { colour: colours[group.group] as string } : {})}
                />
              </td>
              <td className="number">{sekShort(group.amountSek)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

/** The limits a scenario was computed with; that there is no decided target is said too, so that nobody takes a share for one. */
function Targets({ limits }: { readonly limits: readonly ScenarioLimit[] | null }) {
  const { language, share, sek } = useSpeech();
  const say = overviewTexts[language];
  if (limits === null) return <p className="soft">{say.targetNone}</p>;
  if (limits.length === 0) return <p className="soft">{say.targetUnlimited}</p>;
  const sentences = limits.flatMap((limit) => limitSentences(limit, language, share, sek));
  return (
    <p>
      {say.targetScenario} {sentences.join('; ')}.
    </p>
  );
}

function limitSentences(
  limit: ScenarioLimit,
  language: Language,
  share: (value: number) => string,
  sek: (value: number) => string,
): readonly string[] {
  const say = overviewTexts[language];
  const group = limit.groups.map((id) => groupName(limit.dimension, id, id, language)).join(' + ');
  const most = [
    limit.maxShare == null ? null : share(limit.maxShare),
    limit.maxSek == null ? null : sek(limit.maxSek),
    limit.maxCount == null ? null : say.limitCount(limit.maxCount),
  ];
  const least = [
    limit.minShare == null ? null : share(limit.minShare),
    limit.minSek == null ? null : sek(limit.minSek),
    limit.minCount == null ? null : say.limitCount(limit.minCount),
  ];
  return [
    ...most.filter((text) => text !== null).map((text) => say.limitMost(group, text)),
    ...least.filter((text) => text !== null).map((text) => say.limitLeast(group, text)),
  ];
}
