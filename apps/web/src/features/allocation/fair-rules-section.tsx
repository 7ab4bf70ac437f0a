import { useState } from 'react';
import { useFairRules, type FairChoice, type FairRow } from '../../data/fair-rules';
import type { Attribution, Objective } from '../../data/split-choice';
import type { FairVoters } from '../../gql/types';
import { AskedSection, useAsked } from '../../ui/asked-section';
import { useSpeech } from '../../ui/language';
import { FairRulesTable, MunicipalityMoneyTable } from './fair-rules-table';

const voterKinds = ['municipalities', 'owner_groups', 'reviewers'] as const satisfies readonly FairVoters[];

interface Props {
  readonly callId: string;
  readonly share: number;
  readonly objective: Objective;
  readonly attribution: Attribution;
}

/** Fair rules beside the best allocation at this split, worked out when asked for. */
export function FairRulesSection(props: Props) {
  const { texts, language, share: percent } = useSpeech();
  const [voters, setVoters] = useState<FairVoters>('municipalities');
  const { asked, ask } = useAsked<FairChoice>({ ...props, voters });
  const rules = useFairRules(asked, language);
  return (
    <AskedSection
      id="fair"
      title={texts.fairTitle}
      intro={texts.fairIntro(percent(props.share / 100))}
      choice={{
        ...{ label: texts.fairVoters, value: voters, names: texts.fairVoterKinds, order: voterKinds },
        onChange: setVoters,
      }}
      askText={texts.askFair}
      isAsked={asked !== null}
      onAsk={ask}
      answer={rules}
    >
      {(rows) => (
        <>
          <FairRulesTable rows={rows} />
          <p className="soft">
            {texts.fairGiniNote} <span className="badge info">{texts.proposal}</span>
          </p>
          <details>
            <summary>{texts.fairDifferences}</summary>
            {rows
              .filter(({ isOptimum }) => !isOptimum)
              .map((row) => (
                <Differences key={row.rule} row={row} />
              ))}
          </details>
          <details>
            <summary>{texts.fairByMunicipality}</summary>
            <MunicipalityMoneyTable rows={rows} />
          </details>
        </>
      )}
    </AskedSection>
  );
}

/** The projects a rule exchanges, marked with a sign as well as by their heading. */
function Differences({ row }: { readonly row: FairRow }) {
  const { texts } = useSpeech();
  const lists = [
    { heading: texts.enters, items: row.entering, direction: 'in' },
    { heading: texts.leaves, items: row.leaving, direction: 'out' },
  ] as const;
  return (
    <section>
      <h3>{row.name}</h3>
      {row.entering.length + row.leaving.length === 0 ? (
        <p className="soft">{texts.noChange}</p>
      ) : (
        <div className="columns two">
          {lists.map(({ heading, items, direction }) => (
            <div key={direction}>
              <h4>
                {heading} ({items.length})
              </h4>
              <ul className="plain">
                {items.map(({ id, title }) => (
                  <li key={id} className={`change-${direction}`}>
                    {title} <span className="soft">{id}</span>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
      )}
    </section>
  );
}
