import { accept, refusal, refuse, type Refusal, type Result } from '@fordela/domain';
import { orderOf, scoreOf, weightsAt } from './weight-line';
import { additiveFaults } from './weight-stability';

/** An input that may be other than it is: a weight (the others keep their proportions) or one alternative's value on a criterion. */
export type TornadoInput =
  | { readonly of: 'weight'; readonly criterion: number; readonly low: number; readonly high: number }
  | {
      readonly of: 'value';
      readonly alternative: number;
      readonly criterion: number;
      readonly low: number;
      readonly high: number;
    };

/** What the bars measure: one alternative's score, or its lead over another (or over the best of the others). */
export type TornadoTarget =
  | { readonly of: 'score'; readonly alternative: number }
  | { readonly of: 'lead'; readonly alternative: number; readonly over: number | 'best-other' };

/** One bar: the target with the input at its low and at its high end, all other inputs as they are. */
export interface TornadoBar {
  readonly input: TornadoInput;
  readonly atLow: number;
  readonly atHigh: number;
  /** |atHigh − atLow|. */
  readonly swing: number;
  /** The alternative's rank (1 = first) at either end. */
  readonly rankAtLow: number;
  readonly rankAtHigh: number;
  /** For a lead: true when it changes sign between the ends. */
  readonly decides: boolean;
}

/**
 * A tornado diagram of an additive model: each input is moved alone from its low to its high end, widest swing first.
 *
 * Ties    Equal swings: weights before values, then by criterion, then by alternative.
 * Errors  Those of `weightStability`; `tornado-range` when a low exceeds its high, or a weight leaves [0, 1].
 * Source  Howard, "Decision analysis: practice and promise", Management Science 34 (1988).
 */
export function tornado(
  values: readonly (readonly number[])[],
  weights: readonly number[],
  inputs: readonly TornadoInput[],
  target: TornadoTarget,
): Result<{ readonly base: number; readonly bars: readonly TornadoBar[] }> {
  const faults: Refusal[] = [...additiveFaults(values, weights), ...inputFaults(inputs, values.length, weights.length)];
  if (faults.length > 0) return refuse(faults);
  const { alternative } = target;
  const measure = (scores: readonly number[]): number => {
    if (target.of === 'score') return scores[alternative]!;
    if (target.over !== 'best-other') return scores[alternative]! - scores[target.over]!;
    return scores[alternative]! - Math.max(...scores.filter((_, i) => i !== alternative));
  };
  const now = values.map((row) => scoreOf(row, weights));
  const bars = inputs.map((input): TornadoBar => {
    const [low, high] = [input.low, input.high].map((end) => scoresWith(values, weights, now, input, end)) as [
      number[],
      number[],
    ];
    const [atLow, atHigh] = [measure(low), measure(high)];
    return {
      input,
      atLow,
      atHigh,
      swing: Math.abs(atHigh - atLow),
      rankAtLow: orderOf(low).indexOf(alternative) + 1,
      rankAtHigh: orderOf(high).indexOf(alternative) + 1,
      decides: target.of === 'lead' && atLow < 0 !== atHigh < 0,
    };
  });
  return accept({
    base: measure(now),
    bars: bars.sort((a, b) => b.swing - a.swing || compareInputs(a.input, b.input)),
  });
}

function scoresWith(
  values: readonly (readonly number[])[],
  weights: readonly number[],
  now: readonly number[],
  input: TornadoInput,
  end: number,
): number[] {
  if (input.of === 'weight') {
    const moved = weightsAt(weights, input.criterion, end);
    return values.map((row) => scoreOf(row, moved));
  }
  const { alternative, criterion } = input;
  const row = values[alternative]!.map((value, c) => (c === criterion ? end : value));
  return now.map((score, i) => (i === alternative ? scoreOf(row, weights) : score));
}

const compareInputs = (a: TornadoInput, b: TornadoInput): number => {
  if (a.of !== b.of) return a.of === 'weight' ? -1 : 1;
  if (a.criterion !== b.criterion) return a.criterion - b.criterion;
  return a.of === 'value' && b.of === 'value' ? a.alternative - b.alternative : 0;
};

function inputFaults(inputs: readonly TornadoInput[], alternatives: number, criteria: number): Refusal[] {
  return inputs.flatMap((input, k) => {
    const { low, high, criterion } = input;
    const inside = input.of === 'value' ? input.alternative < alternatives : low >= 0 && high <= 1;
    const isRange = Number.isFinite(low) && Number.isFinite(high) && low <= high;
    const fixed = input.of === 'weight' && criteria === 1 && !(low === 1 && high === 1);
    return isRange && inside && criterion < criteria && !fixed
      ? []
      : [refusal('tornado-range', ['inputs', k], { low: String(low), high: String(high) })];
  });
}
