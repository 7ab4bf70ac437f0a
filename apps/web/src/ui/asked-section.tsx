import { useState, type ReactNode } from 'react';
import { useSpeech } from './language';
import { Failure, Loading } from './states';

/** What is asked and when: nothing is worked out until it is asked for, and what was asked with another choice no longer counts. */
export function useAsked<Choice>(choice: Choice) {
  const [asked, setAsked] = useState<Choice | null>(null);
  const isAsked = asked !== null && JSON.stringify(asked) === JSON.stringify(choice);
  return { asked: isAsked ? asked : null, ask: () => setAsked(choice) };
}

interface Props<Name extends string, Answer> {
  /** Tells the section apart from the others of its screen. */
  readonly id: string;
  readonly title: string;
  readonly intro: string;
  /** The one choice the answer is worked out for. */
  readonly choice: {
    readonly label: string;
    readonly value: Name;
    readonly names: Readonly<Record<Name, string>>;
    readonly order: readonly Name[];
    readonly onChange: (name: Name) => void;
  };
  readonly askText: string;
  readonly isAsked: boolean;
  readonly onAsk: () => void;
  readonly answer: {
    readonly isPending: boolean;
    readonly isError: boolean;
    readonly error: unknown;
    readonly refetch: () => unknown;
    readonly data: Answer | undefined;
  };
  readonly children: (answer: Answer) => ReactNode;
}

/** A section whose answer takes a while and is therefore worked out when asked for: a choice, a button, and what came of it. */
export function AskedSection<Name extends string, Answer>(props: Props<Name, Answer>) {
  const { texts } = useSpeech();
  const { id, title, intro, choice, askText, isAsked, onAsk, answer, children } = props;
  return (
    <section className="card" aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>{title}</h2>
      <p>{intro}</p>
      <div className="row field">
        <label>
          {choice.label}
          <br />
          <select value={choice.value} onChange={(event) => choice.onChange(event.target.value as Name)}>
            {choice.order.map((name) => (
              <option key={name} value={name}>
                {choice.names[name]}
              </option>
            ))}
          </select>
        </label>
        {/* Stays where it is while the answer comes, so that the keyboard does not lose its place. */}
        <button type="button" className="primary" aria-disabled={isAsked && !answer.isError} onClick={onAsk}>
          {askText}
        </button>
      </div>
      {isAsked && answer.isPending && <Loading text={texts.certaintyWait} />}
      {isAsked && answer.isError && <Failure error={answer.error} retry={() => void answer.refetch()} />}
      {isAsked && answer.data !== undefined && children(answer.data)}
    </section>
  );
}
