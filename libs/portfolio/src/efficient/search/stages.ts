import type { ChoiceModel, ChoiceOption } from './choice-model';
import type { Comparison } from './remove-dominated';

/** One block in deciding order, with what the blocks from it on can still add. */
export interface Stage {
  readonly block: number;
  readonly options: readonly ChoiceOption[];
  /** The rows that some option touches, and what each option adds to them: a row left alone by one option is a 0 here. */
  readonly touched: readonly number[];
  readonly amounts: readonly (readonly number[])[];
  /** Least and most that this and all later blocks add to each row and quantity. */
  readonly rowLeast: Float64Array;
  readonly rowMost: Float64Array;
  readonly quantityLeast: Float64Array;
  readonly quantityMost: Float64Array;
  /** How states before this block compare. */
  readonly comparison: Comparison;
}

/** The stages in deciding order, and one more after the last block where nothing can be added. */
export function stagesOf(model: ChoiceModel, order: readonly number[], keepEqual: boolean): readonly Stage[] {
  const { quantityCount, limits, aims } = model;
  const equal = new Set(
    aims.flatMap((aim) => (aim.kind === 'spread' || aim.kind === 'distance' ? aim.quantities : [])),
  );
  const used = new Set(aims.flatMap((aim) => (aim.kind === 'linear' ? [aim.quantity] : aim.quantities)));
  const more = [...used].filter((quantity) => !equal.has(quantity)).sort((a, b) => a - b);
  const strict = aims.flatMap((aim) => (aim.kind === 'linear' && !equal.has(aim.quantity) ? [aim.quantity] : []));
  const stages: Stage[] = [];
  let after = {
    rowLeast: new Float64Array(limits.length),
    rowMost: new Float64Array(limits.length),
    quantityLeast: new Float64Array(quantityCount),
    quantityMost: new Float64Array(quantityCount),
  };
  const comparisonOf = (sums: typeof after): Comparison => ({
    more,
    equal: [...equal].sort((a, b) => a - b),
    strict,
    keepEqual,
    less: limits.flatMap((_, row) => (sums.rowMost[row] === sums.rowLeast[row] ? [] : [quantityCount + row])),
  });
  stages.push({ block: -1, options: [], touched: [], amounts: [], ...after, comparison: comparisonOf(after) });
  for (let k = order.length - 1; k >= 0; k--) {
    const block = order[k] as number;
    const options = model.blocks[block]?.options ?? [];
    const sums = {
      rowLeast: after.rowLeast.slice(),
      rowMost: after.rowMost.slice(),
      quantityLeast: after.quantityLeast.slice(),
      quantityMost: after.quantityMost.slice(),
    };
    const touched = [...new Set(options.flatMap((option) => option.usage.map(([row]) => row)))].sort((a, b) => a - b);
    const amounts = options.map((option) => touched.map((row) => usageOf(option, row)));
    touched.forEach((row, i) => {
      const each = amounts.map((own) => own[i] as number);
      sums.rowLeast[row] = (after.rowLeast[row] as number) + Math.min(...each);
      sums.rowMost[row] = (after.rowMost[row] as number) + Math.max(...each);
    });
    for (let t = 0; t < quantityCount; t++) {
      const each = options.map((option) => option.quantities[t] as number);
      sums.quantityLeast[t] = (after.quantityLeast[t] as number) + Math.min(...each);
      sums.quantityMost[t] = (after.quantityMost[t] as number) + Math.max(...each);
    }
    stages.push({ block, options, touched, amounts, ...sums, comparison: comparisonOf(sums) });
    after = sums;
  }
  return stages.reverse();
}

const usageOf = (option: ChoiceOption, row: number): number =>
  option.usage.reduce((sum, [other, amount]) => (other === row ? sum + amount : sum), 0);
