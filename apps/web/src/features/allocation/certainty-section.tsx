import { useState } from 'react';
import { useCertainty, type Certainty, type CertaintyChoice } from '../../data/certainty';
import type { Attribution, Objective } from '../../data/split-choice';
import type { WeightKnowledge } from '../../gql/types';
import { useSpeech } from '../../ui/language';
import { Failure, Loading } from '../../ui/states';
import { CertaintyTable } from './certainty-table';

const knowledges = ['order', 'any', 'stated'] as const satisfies readonly WeightKnowledge[];

interface Props {
  readonly callId: string;
  readonly share: number;
  readonly objective: Objective;
  readonly attribution: Attribution;
}

/** What is certain of the best allocation at this split, worked out when asked for, under an assumption that is stated. */
export function CertaintySection(props: Props) {
  const { texts, language, share: percent } = useSpeech();
  const [weights, setWeights] = useState<WeightKnowledge>('order');
  const [asked, setAsked] = useState<CertaintyChoice | null>(null);
  const choice: CertaintyChoice = { ...props, weights };
  const isAsked = asked !== null && JSON.stringify(asked) === JSON.stringify(choice);
  const answer = useCertainty(isAsked ? asked : null, language);
  return (
    <section className="card" aria-labelledby="certainty-heading">
      <h2 id="certainty-heading">{texts.certaintyTitle}</h2>
      <p>{texts.certaintyIntro(percent(props.share / 100))}</p>
      <div className="row field">
        <label>
          {texts.weightKnowledge}
          <br />
          <select value={weights} onChange={(event) => setWeights(event.target.value as WeightKnowledge)}>
            {knowledges.map((name) => (
              <option key={name} value={name}>
                {texts.weightKnowledges[name]}
              </option>
            ))}
          </select>
        </label>
        {/* Stays where it is while the answer comes, so that the keyboard does not lose its place. */}
        <button
          type="button"
          className="primary"
          aria-disabled={isAsked && !answer.isError}
          onClick={() => setAsked(choice)}
        >
          {texts.askCertainty}
        </button>
      </div>
      {isAsked && answer.isPending && <Loading text={texts.certaintyWait} />}
      {isAsked && answer.isError && <Failure error={answer.error} retry={() => void answer.refetch()} />}
      {isAsked && answer.data && <Answer certainty={answer.data} weights={weights} />}
    </section>
  );
}

function Answer({ certainty, weights }: { readonly certainty: Certainty; readonly weights: WeightKnowledge }) {
  const { texts, number, share: percent } = useSpeech();
  const { isComplete, safeYes, discuss, safeNo, questions, samples } = certainty;
  return (
    <>
      <p role="status" aria-label={texts.certaintyTitle}>
        <strong>
          {isComplete
            ? texts.certaintyAnswer(safeYes.length, discuss.length, safeNo.length)
            : texts.certaintyIncomplete}
        </strong>{' '}
        <span className="badge info">{texts.proposal}</span>
      </p>
      <p className="soft">
        {texts.certaintyAssumption[weights]} {texts.reviewersAssumption(number(samples, 0))}
      </p>
      <CertaintyTable title={texts.discuss} meaning={texts.discussMeaning} rows={discuss} withCoreIndex={isComplete} />
      {isComplete && (
        <div className="columns two">
          <CertaintyTable title={texts.safeYes} meaning={texts.safeYesMeaning} rows={safeYes} />
          <CertaintyTable title={texts.safeNo} meaning={texts.safeNoMeaning} rows={safeNo} />
        </div>
      )}
      <h3>{texts.settleTitle}</h3>
      {questions.length === 0 ? (
        <p className="soft">{texts.settleNothing}</p>
      ) : (
        <>
          <p className="soft">{texts.settleIntro}</p>
          <ol>
            {questions.map(({ sentence, gain, change }) => (
              <li key={sentence}>
                {sentence} <span className="soft">{texts.settleWorth(percent(change), number(gain, 3))}</span>
              </li>
            ))}
          </ol>
        </>
      )}
    </>
  );
}
