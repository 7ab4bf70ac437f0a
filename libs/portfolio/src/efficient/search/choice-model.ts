import { invariant } from '@fordela/domain';

/** What choosing an option adds: to the quantities the objectives are made of, and to the rows that are limited. */
export interface ChoiceOption {
  readonly quantities: readonly number[];
  readonly usage: readonly (readonly [row: number, amount: number])[];
}

/** One thing to decide: exactly one of the options is chosen ("nothing" is an option like any other). */
export interface ChoiceBlock {
  readonly options: readonly ChoiceOption[];
}

/**
 * An aim, always "as large as possible". `linear`: a quantity's sum. `smallest`: the smallest of several sums, each divided by
 * its `per` (maximin). `spread`: minus the largest less the smallest of such sums. `distance`: minus the sum of |sum − target|.
 */
export type ChoiceAim =
  | { readonly kind: 'linear'; readonly quantity: number }
  | { readonly kind: 'smallest' | 'spread'; readonly quantities: readonly number[]; readonly per: readonly number[] }
  | { readonly kind: 'distance'; readonly quantities: readonly number[]; readonly targets: readonly number[] };

/**
 * Choosing one option of every block so that no row is used beyond its limit, with several aims at once. All numbers whole.
 * Every linear constraint on whole numbers fits: "at least" rows are negated, implications are rows of +1 and −1.
 */
export interface ChoiceModel {
  readonly blocks: readonly ChoiceBlock[];
  readonly quantityCount: number;
  /** Σ usage ≤ limit, row by row. */
  readonly limits: readonly number[];
  readonly aims: readonly ChoiceAim[];
}

/** Decimals that aims with division are compared to: exact rational ties stay ties, other differences are far larger. */
const comparedDecimals = 1e6;

/** The aims' values of the quantities' sums. Aims that divide are rounded to six decimals so that equal ratios compare equal. */
export function aimValues(aims: readonly ChoiceAim[], sums: ArrayLike<number>, offset = 0): number[] {
  return aims.map((aim) => {
    if (aim.kind === 'linear') return sums[offset + aim.quantity] as number;
    if (aim.kind === 'distance')
      return -aim.quantities.reduce(
        (sum, quantity, k) => sum + Math.abs((sums[offset + quantity] as number) - (aim.targets[k] as number)),
        0,
      );
    let [smallest, largest] = [Infinity, -Infinity];
    aim.quantities.forEach((quantity, k) => {
      const per = aim.per[k] as number;
      const each = per === 1 ? (sums[offset + quantity] as number) : (sums[offset + quantity] as number) / per;
      smallest = Math.min(smallest, each);
      largest = Math.max(largest, each);
    });
    const value = aim.kind === 'smallest' ? smallest : smallest - largest;
    return Number.isInteger(value) ? value + 0 : Math.round(value * comparedDecimals) / comparedDecimals + 0;
  });
}

/** The sums of all quantities for one option of every block. */
export function quantitySums(model: ChoiceModel, choices: ArrayLike<number>): number[] {
  const sums = new Array<number>(model.quantityCount).fill(0);
  model.blocks.forEach((block, b) => {
    const option = block.options[choices[b] as number];
    invariant(option, `block ${b} has no option ${choices[b]}`);
    for (let t = 0; t < sums.length; t++) sums[t] = (sums[t] as number) + (option.quantities[t] as number);
  });
  return sums;
}

/** True when no row is used beyond its limit. */
export function choicesAllowed(model: ChoiceModel, choices: ArrayLike<number>): boolean {
  const used = new Array<number>(model.limits.length).fill(0);
  model.blocks.forEach((block, b) => {
    const option = block.options[choices[b] as number];
    invariant(option, `block ${b} has no option ${choices[b]}`);
    for (const [row, amount] of option.usage) used[row] = (used[row] as number) + amount;
  });
  return used.every((amount, row) => amount <= (model.limits[row] as number));
}

/** Stops a malformed model at the door: a bug of whoever built it. */
export function checkChoiceModel(model: ChoiceModel): void {
  const whole = (value: number, what: string) =>
    invariant(Number.isSafeInteger(value), `${what} must be whole: ${value}`);
  model.limits.forEach((limit) => whole(limit, 'a limit'));
  for (const block of model.blocks) {
    invariant(block.options.length > 0, 'a block needs an option');
    for (const option of block.options) {
      invariant(option.quantities.length === model.quantityCount, 'an option must state every quantity');
      option.quantities.forEach((quantity) => whole(quantity, 'a quantity'));
      for (const [row, amount] of option.usage) {
        invariant(row >= 0 && row < model.limits.length, `there is no row ${row}`);
        whole(amount, 'a usage');
      }
    }
  }
  for (const aim of model.aims)
    for (const quantity of aim.kind === 'linear' ? [aim.quantity] : aim.quantities)
      invariant(quantity >= 0 && quantity < model.quantityCount, `there is no quantity ${quantity}`);
}
