import { discussTexts, swapInWords } from '@fordela/wording';
import type { RankingTrust } from '../../data/ranking-trust';
import { useSpeech } from '../../ui/language';

/** What the reviewers' meeting has to take up, a sentence each: only what could change who is above the line. */
export function ToDiscuss({ trust }: { readonly trust: RankingTrust }) {
  const { language, list, number } = useSpeech();
  const say = discussTexts[language];
  const { undecided, withoutStrictness, reviewers, neighbours } = trust;
  const titles = (all: readonly { readonly title: string }[]) =>
    all.length === 0 ? say.nobody : list(all.map(({ title }) => say.quoted(title)));
  const { above, below } = withoutStrictness;
  const sentences = [
    ...(undecided.length > 0 ? [say.discussUndecided(titles(undecided))] : []),
    ...neighbours
      .filter(({ isAtLine }) => isAtLine)
      .map((pair) =>
        [
          say.discussPair(say.quoted(pair.ahead.title), say.quoted(pair.behind.title)),
          ...(pair.smallestMove ? [say.littleTurns] : []),
          swapInWords(pair, language),
        ].join(' '),
      ),
    ...reviewers.flatMap(({ name, stance, effect, compared }) =>
      effect !== null && (stance === 'strict' || stance === 'lenient')
        ? [say.discussReviewer[stance](name, number(Math.abs(effect)), compared)]
        : [],
    ),
    ...(above.length + below.length > 0 ? [say.discussStrictness(titles(above), titles(below))] : []),
  ];
  return (
    <section className="notice info" role="status" aria-label={say.discussTitle}>
      <h3>{say.discussTitle}</h3>
      {sentences.length === 0 ? (
        <p>{say.discussNothing}</p>
      ) : (
        <ul>
          {sentences.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
