import { useState } from 'react';
import { policyTexts } from '@fordela/wording';
import type { OwnPolicy } from '../../data/policy-choice';
import { Field } from '../../ui/field';
import { useSpeech } from '../../ui/language';
import { typedNumber } from '../../ui/typed-figures';

const uses = ['early', 'shared', 'implementation'] as const;
const runners = ['region', 'municipal', 'other'] as const;
type Name = (typeof uses)[number] | (typeof runners)[number] | 'grants';

interface Props {
  readonly own: OwnPolicy | null;
  readonly onUse: (policy: OwnPolicy) => void;
  readonly onRemove: () => void;
}

/** A policy of the reader's own: for what, run by whom, and on how many grants. */
export function OwnPolicyForm({ own, onUse, onRemove }: Props) {
  const { language, number } = useSpeech();
  const say = policyTexts[language];
  const [isOpen, setIsOpen] = useState(false);
  const [said, setSaid] = useState<Readonly<Record<Name, string>>>(() => {
    const figures = own ? { ...own.use, ...own.run, grants: own.grants } : null;
    const text = (name: Name) => (figures ? number(figures[name], 6) : name === 'grants' ? '20' : '1');
    return Object.fromEntries([...uses, ...runners, 'grants' as const].map((name) => [name, text(name)])) as Record<
      Name,
      string
    >;
  });
  const [problems, setProblems] = useState<Partial<Record<Name, string>>>({});

  function send() {
    const figures = Object.fromEntries(
      Object.entries(said).map(([name, text]) => [name, typedNumber(text) ?? 0]),
    ) as Record<Name, number>;
    const wrong: Partial<Record<Name, string>> = {};
    for (const name of [...uses, ...runners])
      if (!(figures[name] >= 0 && figures[name] <= 1e6)) wrong[name] = say.notANumber;
    if (!(Number.isInteger(figures.grants) && figures.grants >= 0 && figures.grants <= 10_000))
      wrong.grants = say.notWhole;
    for (const names of [uses, runners])
      if (names.every((name) => figures[name] === 0)) wrong[names[0]] = say.partsMissing;
    setProblems(wrong);
    if (Object.keys(wrong).length > 0) return;
    const { early, shared, implementation, region, municipal, other, grants } = figures;
    onUse({ use: { early, shared, implementation }, run: { region, municipal, other }, grants });
  }

  const field = (name: Name, label: string) => (
    <Field
      key={name}
      label={label}
      inputMode={name === 'grants' ? 'numeric' : 'decimal'}
      value={said[name]}
      onChange={(value) => setSaid((before) => ({ ...before, [name]: value }))}
      problems={problems[name] === undefined ? [] : [problems[name]]}
    />
  );
  return (
    <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{say.ownPolicyTitle}</summary>
      <form
        noValidate
        aria-label={say.ownPolicyTitle}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <p className="soft">{say.ownPolicyHelp}</p>
        <fieldset>
          <legend>{say.ownPolicyUse}</legend>
          <div className="form-grid thirds">{uses.map((name) => field(name, say.uses[name]))}</div>
        </fieldset>
        <fieldset>
          <legend>{say.ownPolicyRun}</legend>
          <div className="form-grid thirds">{runners.map((name) => field(name, say.runners[name]))}</div>
        </fieldset>
        <div className="form-grid thirds">{field('grants', say.grants)}</div>
        <div className="row">
          <button type="submit" className="primary">
            {own ? say.changeOwn : say.addOwn}
          </button>
          {own && (
            <button type="button" onClick={onRemove}>
              {say.removeOwn}
            </button>
          )}
        </div>
      </form>
    </details>
  );
}
