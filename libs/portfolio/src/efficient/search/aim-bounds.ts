import { aimValues, type ChoiceAim, type ChoiceModel } from './choice-model';
import type { Stage } from './stages';

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/** The most a completion can reach in an aim, from what each of its quantities can still become. */
export function aimBound(aim: ChoiceAim, rows: Float64Array, base: number, stage: Stage): number {
  const quantities = aim.kind === 'linear' ? [aim.quantity] : aim.quantities;
  const low = quantities.map((t) => (rows[base + t] as number) + (stage.quantityLeast[t] as number));
  const high = quantities.map((t) => (rows[base + t] as number) + (stage.quantityMost[t] as number));
  const places = quantities.map((_, i) => i);
  switch (aim.kind) {
    case 'linear':
    case 'smallest':
      return aimValues(
        [aim.kind === 'linear' ? { kind: 'linear', quantity: 0 } : { ...aim, quantities: places }],
        high,
      )[0] as number;
    case 'spread': {
      const each = (values: readonly number[], i: number) =>
        aimValues([{ kind: 'smallest', quantities: [i], per: [aim.per[i] as number] }], values)[0] as number;
      const highestLow = Math.max(...places.map((i) => each(low, i)));
      const lowestHigh = Math.min(...places.map((i) => each(high, i)));
      // Rounding to the compared decimals happens after the subtraction: allow for both.
      return Math.min(0, lowestHigh - highestLow + (aim.per.every((per) => per === 1) ? 0 : 2e-6));
    }
    case 'distance':
      return -places.reduce((sum, i) => {
        const target = aim.targets[i] as number;
        return sum + Math.max(0, (low[i] as number) - target, target - (high[i] as number));
      }, 0);
  }
}

/** Below every reachable value of every aim, by its own step: floor + step is not above any of them. */
export function aimFloor(model: ChoiceModel, start: Stage, steps: readonly number[]): number[] {
  return model.aims.map((aim, k) => {
    switch (aim.kind) {
      case 'linear':
        return (start.quantityLeast[aim.quantity] as number) - (steps[k] as number);
      case 'smallest':
        return (
          Math.min(...aim.quantities.map((t, i) => (start.quantityLeast[t] as number) / (aim.per[i] as number))) - 1
        );
      case 'spread': {
        const low = Math.min(
          ...aim.quantities.map((t, i) => (start.quantityLeast[t] as number) / (aim.per[i] as number)),
        );
        const high = Math.max(
          ...aim.quantities.map((t, i) => (start.quantityMost[t] as number) / (aim.per[i] as number)),
        );
        return low - high - 1;
      }
      case 'distance':
        return (
          -1 -
          aim.quantities.reduce((sum, t, i) => {
            const target = aim.targets[i] as number;
            const low = Math.abs((start.quantityLeast[t] as number) - target);
            return sum + Math.max(low, Math.abs((start.quantityMost[t] as number) - target));
          }, 0)
        );
    }
  });
}

/** The least difference between two values of each aim: the common divisor of what choosing can change; 0 when unknown. */
export function aimSteps(model: ChoiceModel): number[] {
  const stepOf = (quantity: number): number => {
    let divisor = 0;
    for (const { options } of model.blocks)
      for (const option of options)
        divisor = gcd(
          Math.abs((option.quantities[quantity] as number) - (options[0]?.quantities[quantity] as number)),
          divisor,
        );
    return Math.max(1, divisor);
  };
  return model.aims.map((aim) => {
    if (aim.kind === 'linear') return stepOf(aim.quantity);
    if (aim.kind !== 'distance' && aim.per.some((per) => per !== 1)) return 0;
    return 1;
  });
}

/** Positive weights over the quantities of which more is better, at comparable size. */
export function keyWeights(model: ChoiceModel, more: readonly number[], start: Stage): number[] {
  const weights = new Array<number>(model.quantityCount).fill(0);
  const ranges = more.map((t) => Math.max(1, (start.quantityMost[t] as number) - (start.quantityLeast[t] as number)));
  const largest = Math.max(1, ...ranges);
  more.forEach((t, i) => {
    weights[t] = Math.max(1, Math.round(largest / (ranges[i] as number)));
  });
  return weights;
}
