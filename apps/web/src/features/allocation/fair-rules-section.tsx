import { useState } from 'react';
import { useFairRules, type FairChoice, type FairRow } from '../../data/fair-rules';
import type { Attribution, Objective } from '../../data/split-choice';
import type { FairVoters } from '../../gql/types';
import { useSpeech } from '../../ui/language';
import { Failure, Loading } from '../../ui/states';
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
  const [asked, setAsked] = useState<FairChoice | null>(null);
  const choice: FairChoice = { ...props, voters };
  const isAsked = asked !== null && JSON.stringify(asked) === JSON.stringify(choice);
  const rules = useFairRules(isAsked ? asked : null, language);
  return (
    <section className="card" aria-labelledby="fair-heading">
      <h2 id="fair-heading">{texts.fairTitle}</h2>
      <p>{texts.fairIntro(percent(props.share / 100))}</p>
      <div className="row field">
        <label>
          {texts.fairVoters}
          <br />
          <select value={voters} onChange={(event) => setVoters(event.target.value as FairVoters)}>
            {voterKinds.map((name) => (
              <option key={name} value={name}>
                {texts.fairVoterKinds[name]}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          className="primary"
          aria-disabled={isAsked && !rules.isError}
          onClick={() => setAsked(choice)}
        >
          {texts.askFair}
        </button>
      </div>
      {isAsked && rules.isPending && <Loading text={texts.certaintyWait} />}
      {isAsked && rules.isError && <Failure error={rules.error} retry={() => void rules.refetch()} />}
      {isAsked && rules.data && (
        <>
          <FairRulesTable rows={rules.data} />
          <p className="soft">
            {texts.fairGiniNote} <span className="badge info">{texts.proposal}</span>
          </p>
          <details>
            <summary>{texts.fairDifferences}</summary>
            {rules.data
              .filter(({ isOptimum }) => !isOptimum)
              .map((row) => (
                <Differences key={row.rule} row={row} />
              ))}
          </details>
          <details>
            <summary>{texts.fairByMunicipality}</summary>
            <MunicipalityMoneyTable rows={rules.data} />
          </details>
        </>
      )}
    </section>
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
