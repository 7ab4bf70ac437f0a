import { useState } from 'react';
import { policyInWords, policyTexts } from '@fordela/wording';
import type { FieldRefusal } from '../../data/ask';
import {
  ownPolicyId,
  ownPolicyText,
  presets,
  usualYears,
  yearChoices,
  type OwnPolicy,
  type PolicySearch,
} from '../../data/policy-choice';
import { Field } from '../../ui/field';
import { useSpeech } from '../../ui/language';
import { kronor, spaced } from '../../ui/typed-figures';
import { OwnPolicyForm } from './own-policy-form';
import { PolicyName } from './policy-name';
import type { PlacedPolicy } from './shown-policy';

interface Props {
  readonly known: readonly PlacedPolicy[];
  readonly chosen: readonly string[];
  readonly own: OwnPolicy | null;
  readonly years: number;
  readonly yearlySek: number | null;
  /** What the model used, once it has answered. */
  readonly usedSek: number | null;
  readonly refusals: readonly FieldRefusal[];
  readonly onChange: (change: { readonly [Key in keyof PolicySearch]?: PolicySearch[Key] | undefined }) => void;
}

/** Which policies are compared, over how long, with how much money. */
export function PolicyChoice({ known, chosen, own, years, yearlySek, usedSek, refusals, onChange }: Props) {
  const { language } = useSpeech();
  const say = policyTexts[language];
  const ready = { ...presets, all: known.map(({ id }) => id).filter((id) => id !== ownPolicyId) };
  const choose = (ids: readonly string[]) =>
    onChange({
      val:
        known
          .map(({ id }) => id)
          .filter((id) => ids.includes(id))
          .join(',') || 'inga',
    });
  const isReady = (ids: readonly string[]) => ids.length === chosen.length && ids.every((id) => chosen.includes(id));
  // Whoever comes to a comparison of somebody's own sees at once what it is made of.
  const [isOpen, setIsOpen] = useState(() => !Object.values(ready).some(isReady));
  return (
    <section className="card" aria-labelledby="choice-heading">
      <h2 id="choice-heading">{say.choiceTitle}</h2>
      <div className="row" role="group" aria-label={say.presets}>
        {Object.entries(ready).map(([name, ids]) => (
          <button key={name} type="button" aria-pressed={isReady(ids)} onClick={() => choose(ids)}>
            {say.presetNames[name as keyof typeof ready]}
          </button>
        ))}
      </div>
      <ul className="plain chosen-policies">
        {known
          .filter(({ id }) => chosen.includes(id))
          .map((policy) => (
            <li key={policy.id}>
              <PolicyName policy={policy} /> <span className="soft">{policyInWords(policy, language)}</span>
            </li>
          ))}
      </ul>
      <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary>{say.chooseFreely}</summary>
        <fieldset className="choices">
          <legend>{say.choose}</legend>
          {known.map((policy) => (
            <label key={policy.id} className="check">
              <input
                type="checkbox"
                checked={chosen.includes(policy.id)}
                onChange={(event) =>
                  choose(event.target.checked ? [...chosen, policy.id] : chosen.filter((id) => id !== policy.id))
                }
              />{' '}
              <PolicyName policy={policy} />
              <span className="soft"> {policyInWords(policy, language)}</span>
            </label>
          ))}
        </fieldset>
      </details>
      <OwnPolicyForm
        own={own}
        onUse={(policy) =>
          onChange({
            egen: ownPolicyText(policy),
            val: [...chosen.filter((id) => id !== ownPolicyId), ownPolicyId].join(','),
          })
        }
        onRemove={() =>
          onChange({ egen: undefined, val: chosen.filter((id) => id !== ownPolicyId).join(',') || 'inga' })
        }
      />
      <div className="row top">
        <Field
          as="select"
          label={say.years}
          value={String(years)}
          onChange={(value) => onChange({ ar: Number(value) === usualYears ? undefined : Number(value) })}
        >
          {[...new Set([...yearChoices, years])]
            .sort((a, b) => a - b)
            .map((each) => (
              <option key={each} value={each}>
                {say.yearsOf(each)}
              </option>
            ))}
        </Field>
        <YearlyForm
          key={yearlySek}
          yearlySek={yearlySek}
          usedSek={usedSek}
          problem={refusals.find(({ place }) => place === 'yearlySek')?.sentence}
          onUse={(amount) => onChange({ kronor: amount ?? undefined })}
        />
      </div>
    </section>
  );
}

/** The money a year, used when it is sent: half a number is not computed with. */
function YearlyForm({
  yearlySek,
  usedSek,
  problem,
  onUse,
}: {
  readonly yearlySek: number | null;
  readonly usedSek: number | null;
  readonly problem: string | undefined;
  readonly onUse: (amount: number | null) => void;
}) {
  const { language, sek } = useSpeech();
  const say = policyTexts[language];
  const [text, setText] = useState(yearlySek === null ? '' : spaced(yearlySek));
  const [isWrong, setIsWrong] = useState(false);
  const problems = [isWrong ? say.notWhole : problem].filter((said) => said !== undefined);
  return (
    <form
      className="row top"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const amount = text.trim() === '' ? null : kronor(text);
        const isUsable = text.trim() === '' || (amount !== null && amount >= 0);
        setIsWrong(!isUsable);
        if (isUsable) onUse(amount);
      }}
    >
      <Field
        label={say.yearly}
        hint={yearlySek === null && usedSek !== null ? say.yearlyMean(sek(usedSek)) : say.yearlyHelp}
        inputMode="numeric"
        value={text}
        onChange={setText}
        problems={problems}
      />
      <button type="submit">{say.useYearly}</button>
    </form>
  );
}
