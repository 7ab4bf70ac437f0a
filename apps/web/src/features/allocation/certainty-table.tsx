import type { ShownCertainty } from '../../data/certainty';
import { useSpeech } from '../../ui/language';
import { ScrollBox } from '../../ui/scroll-box';

interface Props {
  readonly title: string;
  readonly meaning: string;
  readonly rows: readonly ShownCertainty[];
  /** Where it says something: for those that are in some of the portfolios and not in others. */
  readonly withCoreIndex?: boolean;
}

/** Projects that are equally certain, with the probability that each is funded. */
export function CertaintyTable({ title, meaning, rows, withCoreIndex = false }: Props) {
  const { texts, share } = useSpeech();
  const probabilityText = (probability: ShownCertainty['probability']) => {
    if (probability === null) return '–';
    // All draws alike: an error of 0 would say more than they do.
    return probability.error === 0
      ? share(probability.share)
      : texts.plusMinus(share(probability.share), share(probability.error));
  };
  return (
    <section>
      <h3>
        {title} ({rows.length})
      </h3>
      <p className="soft">{meaning}</p>
      {rows.length === 0 ? (
        <p>{texts.nobody}</p>
      ) : (
        <ScrollBox label={title}>
          <table className="wrap">
            <caption className="visually-hidden">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{texts.application}</th>
                <th scope="col" className="number">
                  {texts.fundedProbability}
                </th>
                {withCoreIndex && (
                  <th scope="col" className="number">
                    {texts.coreIndex}
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ id, title: name, coreIndex, probability }) => (
                <tr key={id}>
                  <th scope="row">
                    {name} <span className="id">{id}</span>
                  </th>
                  <td className="number">{probabilityText(probability)}</td>
                  {withCoreIndex && <td className="number">{share(coreIndex)}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </section>
  );
}
