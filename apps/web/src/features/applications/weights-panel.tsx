import { categoryColour } from '@fordela/charts';
import { useSpeech } from '../../ui/language';
import { PercentSlider } from '../../ui/slider';

export interface WeightedCriterion {
  readonly id: string;
  readonly name: string;
  readonly decidedWeight: number;
}

interface Props {
  readonly criteria: readonly WeightedCriterion[];
  /** In the order of the criteria, summing to 1. */
  readonly weights: readonly number[];
  readonly onChange: (weights: readonly number[]) => void;
  readonly onSettled: () => void;
}

/**
 * Sets one weight and scales the others so that the sum stays 1, keeping their proportions.
 * When the others are all 0 they share the rest equally.
 */
export function withWeight(weights: readonly number[], index: number, weight: number): readonly number[] {
  const others = weights.reduce((sum, value, at) => (at === index ? sum : sum + value), 0);
  const rest = 1 - weight;
  return weights.map((value, at) => {
    if (at === index) return weight;
    return others > 0 ? (value / others) * rest : rest / (weights.length - 1);
  });
}

/** A slider per criterion; the decided weight stands beside each, and one button returns to all of them. */
export function WeightsPanel({ criteria, weights, onChange, onSettled }: Props) {
  const { texts, share } = useSpeech();
  const changed = criteria.some((criterion, index) => Math.abs(criterion.decidedWeight - (weights[index] ?? 0)) > 5e-4);
  return (
    <section className="card" aria-labelledby="weights-heading">
      <h2 id="weights-heading">{texts.weights}</h2>
      <p className="soft">{texts.weightsHelp}</p>
      {criteria.map((criterion, index) => (
        <PercentSlider
          key={criterion.id}
          label={criterion.name}
          swatch={categoryColour(index)}
          note={texts.decidedWeight(share(criterion.decidedWeight))}
          value={Math.round((weights[index] ?? 0) * 1000) / 10}
          step={1}
          onChange={(value) => onChange(withWeight(weights, index, value / 100))}
          onChangeEnd={onSettled}
        />
      ))}
      <button
        type="button"
        disabled={!changed}
        onClick={() => onChange(criteria.map((criterion) => criterion.decidedWeight))}
      >
        {texts.resetWeights}
      </button>
    </section>
  );
}
