import { useSpeech } from './language';
import { OwnProjectMark } from './own-project-mark';

interface Item {
  readonly id: string;
  readonly title: string;
  readonly isRegionOwn: boolean;
  readonly grantedSek: number;
}

/** Projects that come in or fall away, marked with a sign and a word, never by colour alone. */
export function ChangeList({
  heading,
  items,
  direction,
}: {
  readonly heading: string;
  readonly items: readonly Item[];
  readonly direction: 'in' | 'out';
}) {
  const { texts, sek } = useSpeech();
  return (
    <section>
      <h3>
        {heading} ({items.length})
      </h3>
      {items.length === 0 ? (
        <p className="soft">{texts.noChange}</p>
      ) : (
        <ul className="plain">
          {items.map((item) => (
            <li key={item.id} className={`change-${direction}`}>
              {item.title}{' '}
              <span className="soft">
                {item.id}, {sek(item.grantedSek)}
              </span>
              <OwnProjectMark isOwn={item.isRegionOwn} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
