import { Link } from '@tanstack/react-router';
import { overviewTexts } from '@fordela/wording';
import type { AttentionList } from '../../data/overview';
import { useSpeech } from '../../ui/language';

const most = 5;
type Item = AttentionList['items'][number];

/** The five things that need attention, the gravest first; the rest one click away. */
export function AttentionCard({ attention }: { readonly attention: AttentionList }) {
  const { language } = useSpeech();
  const say = overviewTexts[language];
  const [first, rest] = [attention.items.slice(0, most), attention.items.slice(most)];
  return (
    <section className="card" aria-labelledby="attention-heading">
      <h2 id="attention-heading">{say.attentionTitle}</h2>
      {first.length === 0 ? (
        <p>{say.attentionNone}</p>
      ) : (
        <>
          <p className="soft">{say.attentionHelp}</p>
          <ol className="attention">
            {first.map((item) => (
              <Line key={item.code} item={item} />
            ))}
          </ol>
        </>
      )}
      {rest.length > 0 && (
        <details>
          <summary>{say.attentionMore(rest.length)}</summary>
          <ol className="attention" start={most + 1}>
            {rest.map((item) => (
              <Line key={item.code} item={item} />
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}

function Line({ item }: { readonly item: Item }) {
  const { language } = useSpeech();
  return (
    <li>
      {language === 'sv' ? item.messageSv : item.messageEn} <ScreenLink screen={item.screen} code={item.code} />
    </li>
  );
}

/** Leads to the screen that has the rows; the words say which. */
function ScreenLink({ screen, code }: { readonly screen: Item['screen']; readonly code: string }) {
  const { language } = useSpeech();
  const words = overviewTexts[language].screens[screen];
  const keep = (before: { readonly lang?: 'sv' | 'en'; readonly underlag?: string }) => ({
    ...(before.lang ? { lang: before.lang } : {}),
  });
  const withBasis = (before: { readonly lang?: 'sv' | 'en'; readonly underlag?: string }) => ({
    ...keep(before),
    ...(before.underlag ? { underlag: before.underlag } : {}),
  });
  if (screen === 'overview')
    return <a href={`#${code.includes('municipalities') ? 'municipalities' : 'coverage'}`}>{words}</a>;
  if (screen === 'follow_up')
    return (
      <Link to="/uppfoljning" search={withBasis} hash={followUpParts[code] ?? 'standings'}>
        {words}
      </Link>
    );
  const to = screen === 'envelope' ? '/ramen' : screen === 'horizon' ? '/utblick' : '/';
  return (
    <Link to={to} search={keep} {...(screen === 'horizon' ? { hash: 'lead-times' } : {})}>
      {words}
    </Link>
  );
}

const followUpParts: Readonly<Record<string, string>> = {
  'attention-results-at-risk': 'risks',
  'attention-reports-overdue': 'reports',
};
