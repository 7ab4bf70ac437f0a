import { useState } from 'react';
import { useCertainty, type Certainty, type CertaintyChoice } from '../../data/certainty';
import type { Attribution, Objective } from '../../data/split-choice';
import type { WeightKnowledge } from '../../gql/types';
import { AskedSection, useAsked } from '../../ui/asked-section';
import { useSpeech } from '../../ui/language';
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
  const { asked, ask } = useAsked<CertaintyChoice>({ ...props, weights });
  const answer = useCertainty(asked, language);
  return (
    <AskedSection
      id="certainty"
      title={texts.certaintyTitle}
      intro={texts.certaintyIntro(percent(props.share / 100))}
      choice={{
        ...{ label: texts.weightKnowledge, value: weights, names: texts.weightKnowledges, order: knowledges },
        onChange: setWeights,
      }}
      askText={texts.askCertainty}
      isAsked={asked !== null}
      onAsk={ask}
      answer={answer}
    >
      {(certainty) => <Answer certainty={certainty} weights={weights} />}
    </AskedSection>
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
