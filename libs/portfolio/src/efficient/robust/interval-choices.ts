import { boundTables, type BoundTables, type RowTable } from '../search/bound-tables';
import { blockOrder } from '../search/block-order';
import type { ChoiceModel } from '../search/choice-model';
import { efficientChoices } from '../search/efficient-choices';
import { stagesOf, type Stage } from '../search/stages';

/** A choice with the least and most it can be worth at each corner of the weights. */
export interface IntervalChoice {
  readonly choices: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
}

export interface IntervalAnswer {
  readonly complete: boolean;
  readonly found: readonly IntervalChoice[];
  readonly states: number;
}

export interface IntervalSettings {
  readonly stateLimit: number;
  readonly shouldStop?: () => boolean;
}

interface State {
  readonly sums: Float64Array;
  readonly options: Uint8Array;
}

/** Most complete choices that partial ones are compared with before they are complete. */
const mostPivots = 10;

/**
 * All choices that no other dominates when scores are intervals and weights lie in a region: another dominates when it is at
 * least as good for every allowed weight and score, and better for some. What both hold has the same score in both, whatever it
 * is, so only the difference counts: Σ low of what only the one has ≥ Σ high of what only the other has, at every corner.
 *
 * Method  Dynamic programming over the blocks; a partial choice is dropped when another with no more usage dominates it (then
 *         every completion of the one dominates the same completion of the other), or when one of a few good complete choices
 *         dominates all its completions, by exact tables of one row.
 * Shapes  model: quantities 0..T−1 the low and T..2T−1 the high values of T corners; aims are not used.
 * Source  Liesiö, Mild & Salo, European Journal of Operational Research 181 (2007) 1488–1505 and 190 (2008) 679–695.
 */
export function intervalChoices(model: ChoiceModel, corners: number, settings: IntervalSettings): IntervalAnswer {
  return new IntervalSearch(model, corners, settings).run();
}

class IntervalSearch {
  private readonly order: readonly number[];
  private readonly stages: readonly Stage[];
  private readonly pivots: readonly (readonly number[])[];
  private readonly losses: BoundTables;
  /** Loss of each option against each pivot at each corner: stage, option, pivot · corner. */
  private readonly lossOf: readonly (readonly Float64Array[])[];
  private readonly usageAt: number;
  private states = 0;

  constructor(
    private readonly model: ChoiceModel,
    private readonly corners: number,
    private readonly settings: IntervalSettings,
  ) {
    const middle = Array.from({ length: corners }, (_, t) =>
      Array.from({ length: 2 * corners }, (__, q) => (q === t || q === corners + t ? 1 : 0)),
    );
    this.order = blockOrder(model, middle);
    this.stages = stagesOf({ ...model, aims: [] }, this.order, true);
    this.pivots = this.choosePivots(middle);
    const lossCount = this.pivots.length * corners;
    const lossModel: ChoiceModel = {
      ...model,
      aims: [],
      quantityCount: lossCount,
      blocks: model.blocks.map((block, b) => ({
        options: block.options.map((option, o) => ({
          usage: option.usage,
          quantities: this.pivots.flatMap((pivot) => this.lossAgainst(b, o, pivot[b] as number)),
        })),
      })),
    };
    const units = Array.from({ length: lossCount }, (_, i) =>
      Array.from({ length: lossCount }, (__, q) => (q === i ? 1 : 0)),
    );
    this.losses = boundTables(lossModel, this.order, units, { mostBins: 4096, mostCells: 6_000_000, mostRows: 2 });
    this.lossOf = this.order.map((b) =>
      (lossModel.blocks[b]?.options ?? []).map((option) => Float64Array.from(option.quantities)),
    );
    this.usageAt = 2 * corners + lossCount;
  }

  /** What option o of block b can gain over the pivot's own option at each corner: 0 when it is the same. */
  private lossAgainst(b: number, o: number, own: number): number[] {
    const options = this.model.blocks[b]?.options ?? [];
    return Array.from({ length: this.corners }, (_, t) =>
      o === own ? 0 : (options[o]?.quantities[this.corners + t] as number) - (options[own]?.quantities[t] as number),
    );
  }

  /** Choices that are best at a corner by their low, middle or high values, or by the sum of the corners. */
  private choosePivots(middle: readonly (readonly number[])[]): readonly (readonly number[])[] {
    const { corners } = this;
    const units = (q: number) => Array.from({ length: 2 * corners }, (_, i) => (i === q ? 1 : 0));
    const all = new Array<number>(2 * corners).fill(1);
    const directions = [all, ...middle, ...middle.flatMap((_, t) => [units(t), units(corners + t)])];
    const found = new Map<string, readonly number[]>();
    for (const direction of directions) {
      if (found.size >= mostPivots) break;
      const single: ChoiceModel = {
        ...this.model,
        quantityCount: 1,
        aims: [{ kind: 'linear', quantity: 0 }],
        blocks: this.model.blocks.map(({ options }) => ({
          options: options.map(({ usage, quantities }) => ({
            usage,
            quantities: [direction.reduce((sum, weight, q) => sum + weight * (quantities[q] as number), 0)],
          })),
        })),
      };
      const best = efficientChoices(single, { equal: 'one', stateLimit: 100_000, mostPerPoint: 1 });
      const choices = best.points[0]?.choices[0];
      if (choices) found.set(choices.join(), choices);
    }
    return [...found.values()];
  }

  run(): IntervalAnswer {
    const n = this.order.length;
    const root = new Float64Array(this.usageAt + this.model.limits.length);
    this.model.limits.forEach((limit, r) => {
      root[this.usageAt + r] = Math.max(0, limit - (this.stages[0]?.rowMost[r] as number));
    });
    if (this.model.limits.some((limit, r) => (this.stages[0]?.rowLeast[r] as number) > limit))
      return { complete: true, found: [], states: 0 };
    let states: State[] = [{ sums: root, options: new Uint8Array(n) }];
    for (let k = 0; k < n; k++) {
      const next: State[] = [];
      for (const state of states) {
        if (this.settings.shouldStop?.()) return { complete: false, found: [], states: this.states };
        (this.stages[k] as Stage).options.forEach((_, o) => {
          const child = this.place(k, state, o);
          if (child) next.push(child);
        });
      }
      this.states += next.length;
      if (this.states > this.settings.stateLimit) return { complete: false, found: [], states: this.states };
      states = this.withoutDominated(next, k + 1);
    }
    const { corners } = this;
    const found = states.map(({ sums, options }): IntervalChoice => {
      const choices = new Array<number>(n).fill(0);
      options.forEach((option, k) => (choices[this.order[k] as number] = option));
      return { choices, low: [...sums.subarray(0, corners)], high: [...sums.subarray(corners, 2 * corners)] };
    });
    return { complete: true, found, states: this.states };
  }

  /** The state after option o of stage k; null when a row cannot be kept or a pivot dominates every completion. */
  private place(k: number, { sums, options }: State, o: number): State | null {
    const { corners, usageAt } = this;
    const stage = this.stages[k] as Stage;
    const after = this.stages[k + 1] as Stage;
    const next = sums.slice();
    const gains = stage.options[o]?.quantities ?? [];
    for (let q = 0; q < 2 * corners; q++) next[q] = (next[q] as number) + (gains[q] as number);
    const loss = this.lossOf[k]?.[o] as Float64Array;
    for (let q = 0; q < loss.length; q++)
      next[2 * corners + q] = (next[2 * corners + q] as number) + (loss[q] as number);
    const amounts = stage.amounts[o] ?? [];
    stage.touched.forEach((row, i) => (next[usageAt + row] = (next[usageAt + row] as number) + (amounts[i] as number)));
    for (let r = 0; r < this.model.limits.length; r++) {
      const limit = this.model.limits[r] as number;
      const used = next[usageAt + r] as number;
      if (used + (after.rowLeast[r] as number) > limit) return null;
      next[usageAt + r] = Math.max(used, limit - (after.rowMost[r] as number));
    }
    if (this.pivots.some((_, p) => this.pivotDominates(p, k + 1, next))) return null;
    const chosen = options.slice();
    chosen[k] = o;
    return { sums: next, options: chosen };
  }

  private pivotDominates(p: number, k: number, sums: Float64Array): boolean {
    let better = false;
    for (let t = 0; t < this.corners; t++) {
      const index = p * this.corners + t;
      const most = (sums[2 * this.corners + index] as number) + this.mostLoss(index, k, sums);
      if (most > 0) return false;
      if (most < 0) better = true;
    }
    return better;
  }

  /** The most the later blocks can add to one loss. */
  private mostLoss(index: number, k: number, sums: Float64Array): number {
    let least = Infinity;
    for (const table of this.losses.rows) {
      const room = (this.model.limits[table.row] as number) - (sums[this.usageAt + table.row] as number);
      least = Math.min(least, entryAt(table, index, k, room));
    }
    if (least < Infinity) return least;
    let most = 0;
    for (let later = k; later < this.order.length; later++)
      most += Math.max(...(this.lossOf[later] ?? []).map((loss) => loss[index] as number));
    return most;
  }

  private withoutDominated(states: State[], k: number): State[] {
    const { corners, usageAt } = this;
    const { less } = (this.stages[k] as Stage).comparison;
    const rows = less.map((place) => usageAt + place - this.model.quantityCount);
    const key = ({ sums }: State) => {
      let sum = 0;
      for (let q = 0; q < 2 * corners; q++) sum += sums[q] as number;
      return sum;
    };
    const keyed = states.map((state) => ({ state, key: key(state) })).sort((a, b) => b.key - a.key);
    const kept: State[] = [];
    for (const { state } of keyed) if (!kept.some((other) => this.dominates(other, state, rows, k))) kept.push(state);
    return kept;
  }

  /** Whoever dominates has at least as much low and high value at every corner, so at least as large a key. */
  private dominates(a: State, b: State, rows: readonly number[], k: number): boolean {
    const { corners } = this;
    for (let q = 0; q < 2 * corners; q++) if ((a.sums[q] as number) < (b.sums[q] as number)) return false;
    for (const row of rows) if ((a.sums[row] as number) > (b.sums[row] as number)) return false;
    let better = false;
    for (let t = 0; t < corners; t++) {
      let least = (a.sums[t] as number) - (b.sums[corners + t] as number);
      let most = (a.sums[corners + t] as number) - (b.sums[t] as number);
      for (let i = 0; i < k; i++) {
        const option = a.options[i] as number;
        if (option !== b.options[i]) continue;
        const quantities = this.stages[i]?.options[option]?.quantities ?? [];
        const width = (quantities[corners + t] as number) - (quantities[t] as number);
        least += width;
        most -= width;
      }
      if (least < 0) return false;
      if (most > 0) better = true;
    }
    return better;
  }
}

function entryAt(table: RowTable, j: number, k: number, room: number): number {
  const bin = Math.floor(room / table.binSize);
  const top = table.tops[k] as number;
  return (table.cells[j] as Float64Array)[(table.starts[k] as number) + (bin < top ? bin : top)] as number;
}
