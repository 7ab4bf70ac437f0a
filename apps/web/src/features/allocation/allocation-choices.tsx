import type { Attribution, Objective } from '../../data/split-choice';
import { useSpeech } from '../../ui/language';

const objectives = ['sum_of_value', 'value_times_money'] as const satisfies readonly Objective[];
const attributions = ['partner_budget', 'lead_partner'] as const satisfies readonly Attribution[];

interface Props {
  readonly objective: Objective;
  readonly attribution: Attribution;
  readonly onObjective: (objective: Objective) => void;
  readonly onAttribution: (attribution: Attribution) => void;
}

/** What is to become as large as possible, and to whom a joint project counts. */
export function AllocationChoices({ objective, attribution, onObjective, onAttribution }: Props) {
  const { texts } = useSpeech();
  return (
    <section className="card row">
      <label>
        {texts.objective}
        <br />
        <select value={objective} onChange={(event) => onObjective(event.target.value as Objective)}>
          {objectives.map((name) => (
            <option key={name} value={name}>
              {texts[name]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {texts.attribution}
        <br />
        <select value={attribution} onChange={(event) => onAttribution(event.target.value as Attribution)}>
          {attributions.map((name) => (
            <option key={name} value={name}>
              {texts[name]}
            </option>
          ))}
        </select>
      </label>
    </section>
  );
}
