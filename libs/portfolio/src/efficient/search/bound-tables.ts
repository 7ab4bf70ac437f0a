import type { ChoiceModel } from './choice-model';

/** Whole numbers in 32 bits where they fit, else doubles: half the memory to walk through. */
export type Cells = Float64Array | Int32Array;

/**
 * The most that the blocks still to be decided can add in each direction, for every remaining room of one row.
 * For stage k, room r and direction j: `cells[j][starts[k] + min(⌊r / binSize⌋, tops[k])]`.
 */
export interface RowTable {
  readonly row: number;
  readonly binSize: number;
  /** True when a bin is the row's own unit, so that the bound is reached by a completion that keeps this row. */
  readonly exact: boolean;
  /** First cell of each stage, less the first bin kept. */
  readonly starts: Int32Array;
  /** Last bin that still makes a difference: more room than the blocks to come can use is not told apart. */
  readonly tops: Int32Array;
  readonly cells: readonly (Cells | null)[];
}

export interface BoundTables {
  readonly rows: readonly RowTable[];
  /** What each option adds in each direction: direction, stage, option. Empty for a direction without tables. */
  readonly gains: readonly (readonly (readonly number[])[])[];
}

export interface TableSize {
  /** Most bins of one row; a row with more units is counted in coarser bins (never below the true bound). */
  readonly mostBins: number;
  /** Most cells of all tables together. */
  readonly mostCells: number;
  readonly mostRows: number;
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/** Stands for "does not fit"; gains up to `largestGain` in sum keep it below every real value. */
const impossible = -1e9;
const largestGain = 5e8;

/**
 * Makes the tables by dynamic programming from the last block backwards.
 *
 * Rule    Only rows that are never given back (no negative usage) and can bind; the tightest first. With coarse bins both the
 *         usage and the room are rounded down: Σ⌊a/u⌋ ≤ ⌊Σa/u⌋ ≤ ⌊room/u⌋, so the relaxation is never below the truth.
 * Shapes  order: deciding order; stage k stands before block order[k]. directions: weights over the quantities; null gets no table.
 */
export function boundTables(
  model: ChoiceModel,
  order: readonly number[],
  directions: readonly (readonly number[] | null)[],
  size: TableSize,
): BoundTables {
  const rows = tightestRows(model, size.mostRows);
  const share = size.mostCells / Math.max(1, rows.length * directions.length * (order.length + 1));
  const mostBins = Math.max(64, Math.min(size.mostBins, Math.floor(share)));
  const gains = directions.map((direction) =>
    direction
      ? order.map((b) => (model.blocks[b]?.options ?? []).map((option) => weighted(direction, option.quantities)))
      : [],
  );
  const small = gains.every(
    (stages) => stages.reduce((sum, options) => sum + Math.max(0, ...options.map(Math.abs)), 0) < largestGain,
  );
  const tables = rows.map((row): RowTable => {
    const bins = rowBins(usageOfRow(model, order, row), model.limits[row] as number, mostBins);
    const cells = gains.map((own) => (own.length > 0 ? fillTable(own, bins, small) : null));
    return { row, binSize: bins.binSize, exact: bins.exact, starts: bins.starts, tops: bins.tops, cells };
  });
  return { rows: tables, gains };
}

function weighted(direction: readonly number[], quantities: readonly number[]): number {
  let sum = 0;
  for (let t = 0; t < direction.length; t++) {
    const weight = direction[t] as number;
    if (weight !== 0) sum += weight * (quantities[t] as number);
  }
  return sum;
}

/** Usage of one row by block in deciding order and option. */
function usageOfRow(model: ChoiceModel, order: readonly number[], row: number): number[][] {
  return order.map((b) =>
    (model.blocks[b]?.options ?? []).map((option) =>
      option.usage.reduce((sum, [other, amount]) => (other === row ? sum + amount : sum), 0),
    ),
  );
}

function tightestRows(model: ChoiceModel, most: number): number[] {
  const total = new Array<number>(model.limits.length).fill(0);
  const given = new Array<boolean>(model.limits.length).fill(false);
  for (const block of model.blocks) {
    const largest = new Map<number, number>();
    for (const option of block.options) {
      const own = new Map<number, number>();
      for (const [row, amount] of option.usage) own.set(row, (own.get(row) ?? 0) + amount);
      for (const [row, amount] of own) {
        if (amount < 0) given[row] = true;
        largest.set(row, Math.max(largest.get(row) ?? 0, amount));
      }
    }
    for (const [row, amount] of largest) total[row] = (total[row] as number) + amount;
  }
  return model.limits
    .map((limit, row) => ({ row, tightness: (total[row] as number) / Math.max(limit, 1e-9), limit }))
    .filter(({ row, limit }) => !given[row] && limit >= 0 && (total[row] as number) > limit)
    .sort((a, b) => b.tightness - a.tightness || a.row - b.row)
    .slice(0, most)
    .map(({ row }) => row);
}

interface RowBins {
  readonly binSize: number;
  readonly exact: boolean;
  readonly usage: readonly (readonly number[])[];
  /** Rooms that can occur at each stage: not below what is left when all earlier blocks use their most. */
  readonly from: Int32Array;
  readonly tops: Int32Array;
  readonly starts: Int32Array;
  readonly cellCount: number;
}

function rowBins(usage: readonly number[][], limit: number, mostBins: number): RowBins {
  const n = usage.length;
  const unit = Math.max(
    1,
    usage.flat().reduce((divisor, amount) => gcd(divisor, amount), 0),
  );
  const exact = Math.floor(limit / unit) + 1 <= mostBins;
  const binSize = exact ? unit : Math.ceil((limit + 1) / mostBins);
  const last = Math.floor(limit / binSize);
  const bins = usage.map((options) => options.map((amount) => Math.floor(amount / binSize)));
  const tops = new Int32Array(n + 1);
  for (let k = n - 1; k >= 0; k--)
    tops[k] = Math.min(last, (tops[k + 1] as number) + Math.max(...(bins[k] as number[])));
  const from = new Int32Array(n + 1);
  const starts = new Int32Array(n + 1);
  let earlier = 0;
  let cellCount = 0;
  for (let k = 0; k <= n; k++) {
    from[k] = Math.max(0, Math.min(tops[k] as number, last - Math.ceil(earlier / binSize)));
    starts[k] = cellCount - (from[k] as number);
    cellCount += (tops[k] as number) - (from[k] as number) + 1;
    if (k < n) earlier += Math.max(...(usage[k] as number[]));
  }
  return { binSize, exact, usage: bins, from, tops, starts, cellCount };
}

function fillTable(gains: readonly (readonly number[])[], bins: RowBins, small: boolean): Cells {
  const n = gains.length;
  const table: Cells = small ? new Int32Array(bins.cellCount) : new Float64Array(bins.cellCount);
  for (let k = n - 1; k >= 0; k--) {
    const next = bins.starts[k + 1] as number;
    const nextTop = bins.tops[k + 1] as number;
    const here = bins.starts[k] as number;
    const from = bins.from[k] as number;
    const to = bins.tops[k] as number;
    table.fill(small ? impossible : -Infinity, here + from, here + to + 1);
    const own = gains[k] as readonly number[];
    for (let o = 0; o < own.length; o++) {
      const gain = own[o] as number;
      const used = (bins.usage[k] as readonly number[])[o] as number;
      const bend = Math.min(to, nextTop + used);
      for (let room = Math.max(from, used); room <= bend; room++) {
        const value = (table[next + room - used] as number) + gain;
        if (value > (table[here + room] as number)) table[here + room] = value;
      }
      const flat = (table[next + nextTop] as number) + gain;
      for (let room = Math.max(from, used, bend + 1); room <= to; room++)
        if (flat > (table[here + room] as number)) table[here + room] = flat;
    }
  }
  return table;
}
