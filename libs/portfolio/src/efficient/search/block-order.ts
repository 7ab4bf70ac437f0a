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
  readonly amounts: readonly (readonly number[])[];
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
  const amounts = model.blocks.map((block) =>
    block.options.map((option) =>
      option.usage.reduce((sum, [row, amount]) => (binds[row] ? sum + amount / (model.limits[row] as number) : sum), 0),
    ),
  );
  return { amounts, capacity: binds.filter(Boolean).length };
}

function addGaps(model: ChoiceModel, weight: readonly number[], usage: Usage, into: number[]): void {
  const values = model.blocks.map((block) =>
    block.options.map((option) => weight.reduce((sum, w, t) => sum + w * (option.quantities[t] as number), 0)),
  );
  const bestAt = (b: number, price: number): number => {
    let best = 0;
    let bestWorth = -Infinity;
    (values[b] as number[]).forEach((value, o) => {
      const worth = value - price * (usage.amounts[b]?.[o] as number);
      if (worth > bestWorth) [best, bestWorth] = [o, worth];
    });
    return best;
  };
  const usedAt = (price: number): number =>
    model.blocks.reduce((sum, _, b) => sum + (usage.amounts[b]?.[bestAt(b, price)] as number), 0);
  const scale = Math.max(1, ...values.flat().map(Math.abs));
  let [low, high] = [0, scale * 1e6];
  if (usedAt(0) > usage.capacity)
    for (let step = 0; step < 48; step++) {
      const middle = (low + high) / 2;
      if (usedAt(middle) > usage.capacity) low = middle;
      else high = middle;
    }
  else high = 0;
  for (let b = 0; b < values.length; b++) {
    const worths = (values[b] as number[])
      .map((value, o) => value - high * (usage.amounts[b]?.[o] as number))
      .sort((x, y) => y - x);
    into[b] = (into[b] as number) + (worths.length > 1 ? ((worths[0] as number) - (worths[1] as number)) / scale : 1e9);
  }
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
