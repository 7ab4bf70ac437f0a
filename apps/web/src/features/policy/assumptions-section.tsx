import { useRef, useState } from 'react';
import { assumptionGroups, policyTexts } from '@fordela/wording';
import type { FieldRefusal } from '../../data/ask';
import type { Assumption } from '../../data/policy';
import type { ChangedAssumption, ChangedAssumptions } from '../../data/policy-choice';
import { useSpeech } from '../../ui/language';
import { AssumptionForm } from './assumption-form';

interface Props {
  readonly assumptions: readonly Assumption[];
  readonly changed: ChangedAssumptions;
  /** Why the model could not be run; the place of an assumption counts those that are changed. */
  readonly refusals: readonly FieldRefusal[];
  /** Assumptions that turn the order. */
  readonly turning: ReadonlySet<string>;
  readonly onChange: (changed: ChangedAssumptions) => void;
}

type GroupName = keyof typeof assumptionGroups;

/** Every assumption of the model with where it comes from, each of them to be changed. */
export function AssumptionsSection({ assumptions, changed, refusals, turning, onChange }: Props) {
  const { language, number } = useSpeech();
  const say = policyTexts[language];
  const [open, setOpen] = useState<string | null>(null);
  // A form that closes gives the focus back to the button that opened it.
  const buttons = useRef(new Map<string, HTMLButtonElement>());
  const close = (id: string) => {
    setOpen(null);
    buttons.current.get(id)?.focus();
  };
  const names = Object.keys(changed);
  const refusedFor = (id: string) =>
    refusals.find(({ place }) => place === `assumptions.${names.indexOf(id)}`)?.sentence;
  const figure = (value: number) => number(value, 6);
  const without = (id: string) => Object.fromEntries(Object.entries(changed).filter(([name]) => name !== id));
  return (
    <section className="card" id="assumptions" aria-labelledby="assumptions-heading">
      <h2 id="assumptions-heading">{say.assumptionsTitle}</h2>
      <p>{say.assumptionsIntro(assumptions.length)}</p>
      {names.length > 0 && (
        <p>
          <button type="button" onClick={() => onChange({})}>
            {say.restoreAll(names.length)}
          </button>
        </p>
      )}
      {(Object.keys(assumptionGroups) as GroupName[]).map((group) => (
        <section key={group}>
          <h3>{say.groups[group]}</h3>
          <ul className="assumptions">
            {assumptionGroups[group].map((id) => {
              const assumption = assumptions.find((own) => own.id === id);
              if (!assumption) return null;
              const own = changed[id];
              const [low, likely, high] = own ?? [assumption.low, assumption.likely, assumption.high];
              const problem = refusedFor(id);
              const isOpen = open === id || problem !== undefined;
              return (
                <li key={id}>
                  <div className="what">
                    <strong>{assumption.name}</strong>{' '}
                    <span className={own ? 'badge info' : 'badge warning'}>{own ? say.stated : say.assumed}</span>{' '}
                    {turning.has(id) && <span className="badge error">{say.turnsOrder}</span>}
                    <Origin assumption={assumption} changed={own} />
                  </div>
                  <p className="figure">
                    {figure(likely)} <span className="soft">({say.range(figure(low), figure(high))})</span>{' '}
                    <span className="soft unit">{assumption.unit}</span>
                  </p>
                  <button
                    type="button"
                    className="quiet"
                    aria-label={say.changeOf(assumption.name)}
                    aria-expanded={isOpen}
                    ref={(button) => {
                      if (button) buttons.current.set(id, button);
                    }}
                    onClick={() => (isOpen ? close(id) : setOpen(id))}
                  >
                    {say.change}
                  </button>
                  {isOpen && (
                    <AssumptionForm
                      assumption={assumption}
                      changed={own}
                      problem={problem}
                      onUse={(figures: ChangedAssumption) => {
                        onChange({ ...changed, [id]: figures });
                        close(id);
                      }}
                      onRestore={() => {
                        onChange(without(id));
                        close(id);
                      }}
                      onCancel={() => close(id)}
                    />
                  )}
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </section>
  );
}

/** Where relation and figure come from; of a changed one also what the model has of its own. */
function Origin({
  assumption,
  changed,
}: {
  readonly assumption: Assumption;
  readonly changed: ChangedAssumption | undefined;
}) {
  const { language, number } = useSpeech();
  const say = policyTexts[language];
  const { reportSections, low, likely, high } = assumption;
  const figure = (value: number) => number(value, 6);
  if (!changed) return <p className="soft">{say.relationOf(reportSections)}</p>;
  const source = changed[3];
  return (
    <p className="soft">
      {say.statedRelation(reportSections)} {source ? say.statedSource(source) : say.statedWithout}{' '}
      {say.usually(figure(low), figure(likely), figure(high))}
    </p>
  );
}
