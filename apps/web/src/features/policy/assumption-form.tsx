import { useEffect, useId, useRef, useState } from 'react';
import { policyTexts } from '@fordela/wording';
import type { Assumption } from '../../data/policy';
import type { ChangedAssumption } from '../../data/policy-choice';
import { Field } from '../../ui/field';
import { useSpeech } from '../../ui/language';
import { typedNumber } from '../../ui/typed-figures';

interface Props {
  readonly assumption: Assumption;
  readonly changed: ChangedAssumption | undefined;
  /** Why the model cannot use what was said. */
  readonly problem: string | undefined;
  readonly onUse: (figures: ChangedAssumption) => void;
  readonly onRestore: () => void;
  readonly onCancel: () => void;
}

const names = ['low', 'likely', 'high'] as const;

/** Another value for one assumption: its span, what is likeliest, and where that comes from. */
export function AssumptionForm({ assumption, changed, problem, onUse, onRestore, onCancel }: Props) {
  const { language, number } = useSpeech();
  const say = policyTexts[language];
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const figures = changed ?? [assumption.low, assumption.likely, assumption.high];
  const [said, setSaid] = useState(() => names.map((_, index) => number(figures[index] as number, 6)));
  const [source, setSource] = useState(changed?.[3] ?? '');
  const [unread, setUnread] = useState<readonly number[]>([]);
  // Opened to be filled in, or refused: either way the first field is where the reader goes on.
  useEffect(() => {
    form.current?.querySelector('input')?.focus();
  }, [problem]);

  function send() {
    const typed = said.map((text) => typedNumber(text) ?? NaN);
    const wrong = typed.flatMap((value, index) => (value >= 0 && value <= 1e12 ? [] : [index]));
    setUnread(wrong);
    if (wrong.length > 0) return;
    const [low, likely, high] = typed as [number, number, number];
    onUse(source.trim() === '' ? [low, likely, high] : [low, likely, high, source.trim()]);
  }

  return (
    <form
      ref={form}
      noValidate
      className="assumption-form"
      aria-label={say.changeOf(assumption.name)}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
    >
      <fieldset>
        <legend>{`${assumption.name}, ${assumption.unit}`}</legend>
        <div className="form-grid thirds">
          {names.map((name, index) => (
            <Field
              key={name}
              label={say[name]}
              inputMode="decimal"
              value={said[index] ?? ''}
              wrongBy={problem === undefined ? undefined : `${id}-problem`}
              problems={unread.includes(index) ? [say.notANumber] : []}
              onChange={(value) => setSaid((before) => before.map((text, each) => (each === index ? value : text)))}
            />
          ))}
        </div>
        {problem !== undefined && (
          <p id={`${id}-problem`} className="problem">
            {problem}
          </p>
        )}
      </fieldset>
      <Field label={say.sourceField} value={source} onChange={setSource} />
      <div className="row">
        <button type="submit" className="primary">
          {say.use}
        </button>
        {changed && (
          <button type="button" aria-label={say.restoreOf(assumption.name)} onClick={onRestore}>
            {say.restore}
          </button>
        )}
        <button type="button" onClick={onCancel}>
          {say.cancel}
        </button>
      </div>
    </form>
  );
}
