import type { ChoiceModel } from './choice-model';

/** Weights over the aims in which completions are bounded; each is a half-space no completion leaves. */
export interface BoundDirections {
  /** One row per direction, over the aims. */
  readonly overAims: readonly (readonly number[])[];
  /** The same over the quantities; null for an aim that is not linear, which has a bound of its own. */
  readonly overQuantities: readonly (readonly number[] | null)[];
}

/**
 * Each aim alone, then combinations of the linear ones at comparable size: all together, in pairs, and pairs leaning to one side.
 * More directions cut off more partial choices and cost a table each.
 */
export function boundDirections(model: ChoiceModel): BoundDirections {
  const { aims, quantityCount } = model;
  const linear = aims.flatMap((aim, k) => (aim.kind === 'linear' ? [{ k, quantity: aim.quantity }] : []));
  const ranges = linear.map(({ quantity }) =>
    model.blocks.reduce((sum, block) => {
      const values = block.options.map((option) => option.quantities[quantity] as number);
      return sum + Math.max(...values) - Math.min(...values);
    }, 0),
  );
  const largest = Math.max(1, ...ranges);
  const scale = ranges.map((range) => (range > 0 ? Math.max(1, Math.round(largest / range)) : 1));
  const overAims: number[][] = aims.map((_, k) => unit(aims.length, [[k, 1]]));
  const combine = (parts: readonly (readonly [number, number])[]): void => {
    overAims.push(
      unit(
        aims.length,
        parts.map(([i, part]) => [(linear[i] as { k: number }).k, part * (scale[i] as number)]),
      ),
    );
  };
  const all = linear.map((_, i) => i);
  if (linear.length >= 2) combine(all.map((i) => [i, 1] as const));
  if (linear.length >= 3 && linear.length <= 6)
    for (const i of all)
      for (const j of all)
        if (i < j)
          combine([
            [i, 1],
            [j, 1],
          ]);
  if (linear.length <= 4 && linear.length >= 2)
    for (const i of all)
      for (const j of all)
        if (i !== j)
          combine([
            [i, 3],
            [j, 1],
          ]);
  return {
    overAims,
    overQuantities: overAims.map((weights) => {
      const row = new Array<number>(quantityCount).fill(0);
      for (const [k, weight] of weights.entries()) {
        if (weight === 0) continue;
        const aim = aims[k];
        if (aim?.kind !== 'linear') return null;
        row[aim.quantity] = (row[aim.quantity] as number) + weight;
      }
      return row;
    }),
  };
}

function unit(length: number, parts: readonly (readonly [number, number])[]): number[] {
  const row = new Array<number>(length).fill(0);
  for (const [k, part] of parts) row[k] = part;
  return row;
}
