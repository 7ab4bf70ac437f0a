import type { ChoiceModel } from './choice-model';

/** Rows touching at most this many blocks tie those together: they are decided one after the other. */
const smallRow = 6;

/**
 * The order in which blocks are decided: those where one option is far better than the others first, the doubtful ones last,
 * so that few partial choices are alive for most of the way. Blocks tied by small rows (links, synergies) stay together, so
 * that few such rows are open at a time.
 *
 * Shapes  Returns the block indexes in deciding order. weights: one row per direction over the linear quantities.
 * Rule    Decisiveness = gap between the best and second option at the price of money that clears the limits (Lagrange
 *         multiplier of the normalised usage), averaged over the directions. Ties by block index.
 */
export function blockOrder(model: ChoiceModel, weights: readonly (readonly number[])[]): number[] {
  const usage = normalisedUsage(model);
  const decisiveness = new Array<number>(model.blocks.length).fill(0);
  for (const weight of weights) addGaps(model, weight, usage, decisiveness);
  const component = components(model);
  const mean = new Map<number, { sum: number; count: number }>();
  component.forEach((root, b) => {
    const entry = mean.get(root) ?? { sum: 0, count: 0 };
    mean.set(root, { sum: entry.sum + (decisiveness[b] as number), count: entry.count + 1 });
  });
  const level = component.map((root) => {
    const entry = mean.get(root) as { sum: number; count: number };
    return entry.sum / entry.count;
  });
  return component
    .map((_, b) => b)
    .sort(
      (a, b) =>
        (level[b] as number) - (level[a] as number) ||
        (component[a] as number) - (component[b] as number) ||
        (decisiveness[b] as number) - (decisiveness[a] as number) ||
        a - b,
    );
}

interface Usage {
  /** Block b's options stand from starts[b] up to starts[b + 1]. */
  readonly starts: Int32Array;
  readonly amounts: Float64Array;
  readonly capacity: number;
}

/** Usage of each option summed over the rows that can bind, each in parts of its limit. */
function normalisedUsage(model: ChoiceModel): Usage {
  const largest = new Array<number>(model.limits.length).fill(0);
  const negative = new Array<boolean>(model.limits.length).fill(false);
  for (const block of model.blocks) {
    const most = new Map<number, number>();
    for (const option of block.options)
      for (const [row, amount] of option.usage) {
        most.set(row, Math.max(most.get(row) ?? 0, amount));
        if (amount < 0) negative[row] = true;
      }
    for (const [row, amount] of most) largest[row] = (largest[row] as number) + amount;
  }
  const binds = model.limits.map((limit, row) => !negative[row] && limit > 0 && (largest[row] as number) > limit);
  const starts = new Int32Array(model.blocks.length + 1);
  model.blocks.forEach(({ options }, b) => (starts[b + 1] = (starts[b] as number) + options.length));
  const amounts = new Float64Array(starts.at(-1) ?? 0);
  let at = 0;
  for (const { options } of model.blocks)
    for (const { usage } of options)
      amounts[at++] = usage.reduce(
        (sum, [row, amount]) => (binds[row] ? sum + amount / (model.limits[row] as number) : sum),
        0,
      );
  return { starts, amounts, capacity: binds.filter(Boolean).length };
}

function addGaps(model: ChoiceModel, weight: readonly number[], usage: Usage, into: number[]): void {
  const { starts, amounts } = usage;
  const values = weightedOptions(model, weight, starts);
  const usedAt = (price: number): number => {
    let sum = 0;
    for (let b = 0; b + 1 < starts.length; b++) sum += amounts[bestAt(values, usage, b, price)] as number;
    return sum;
  };
  let scale = 1;
  for (const value of values) scale = Math.max(scale, Math.abs(value));
  let [low, high] = [0, scale * 1e6];
  if (usedAt(0) > usage.capacity)
    for (let step = 0; step < 48; step++) {
      const middle = (low + high) / 2;
      if (usedAt(middle) > usage.capacity) low = middle;
      else high = middle;
    }
  else high = 0;
  for (let b = 0; b + 1 < starts.length; b++) {
    let [first, second] = [-Infinity, -Infinity];
    for (let i = starts[b] as number; i < (starts[b + 1] as number); i++) {
      const worth = (values[i] as number) - high * (amounts[i] as number);
      if (worth > first) [first, second] = [worth, first];
      else if (worth > second) second = worth;
    }
    into[b] = (into[b] as number) + (second > -Infinity ? (first - second) / scale : 1e9);
  }
}

/** Value of every option in one direction, block after block. */
function weightedOptions(model: ChoiceModel, weight: readonly number[], starts: Int32Array): Float64Array {
  const values = new Float64Array(starts.at(-1) ?? 0);
  let at = 0;
  for (const { options } of model.blocks)
    for (const { quantities } of options) {
      let sum = 0;
      for (let t = 0; t < weight.length; t++) sum += (weight[t] as number) * (quantities[t] as number);
      values[at++] = sum;
    }
  return values;
}

/** Where the best option of a block at a price stands; the first of equal ones. */
function bestAt(values: Float64Array, { starts, amounts }: Usage, b: number, price: number): number {
  const end = starts[b + 1] as number;
  let best = starts[b] as number;
  let most = -Infinity;
  for (let i = best; i < end; i++) {
    const worth = (values[i] as number) - price * (amounts[i] as number);
    if (worth > most) [best, most] = [i, worth];
  }
  return best;
}

/** Blocks joined by rows that touch few blocks; each block's entry is the smallest index of its component. */
function components(model: ChoiceModel): number[] {
  const touching: Set<number>[] = model.limits.map(() => new Set());
  model.blocks.forEach((block, b) => {
    for (const option of block.options) for (const [row] of option.usage) touching[row]?.add(b);
  });
  const root = model.blocks.map((_, b) => b);
  const find = (b: number): number => {
    let r = b;
    while (root[r] !== r) r = root[r] as number;
    return r;
  };
  for (const blocks of touching) {
    if (blocks.size > smallRow) continue;
    const roots = [...blocks].map(find);
    const first = Math.min(...roots);
    for (const other of roots) root[other] = first;
  }
  return root.map((_, b) => find(b));
}
