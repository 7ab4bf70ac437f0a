import { boundTables, type BoundTables, type RowTable } from '../search/bound-tables';
import { blockOrder } from '../search/block-order';
import type { ChoiceModel } from '../search/choice-model';
import { efficientChoices } from '../search/efficient-choices';
import { chunk, KeptChunks } from '../search/remove-dominated';
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
  /** Most partial choices looked at; the comparisons between them are limited in proportion. */
  readonly stateLimit: number;
  readonly shouldStop?: () => boolean;
}

/** Comparisons allowed for each state of the limit: with many states alive comparing them is what takes the time. */
const comparisonsPerState = 1_000;

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
  /** Low and high value at every corner of each option: stage, option · (2 · corners). */
  private readonly gains: readonly Float64Array[];
  private readonly width: number;
  /** Places of the options in which two states differ, as offsets into `gains`: stage, the one's, the other's. */
  private readonly differing: Int32Array;
  private states = 0;
  private compared = 0;

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
    this.width = this.usageAt + model.limits.length;
    this.gains = this.stages.map(({ options }) => Float64Array.from(options.flatMap(({ quantities }) => quantities)));
    this.differing = new Int32Array(3 * this.order.length);
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
    const { limits } = this.model;
    if (limits.some((limit, r) => (this.stages[0]?.rowLeast[r] as number) > limit))
      return { complete: true, found: [], states: 0 };
    const states = new IntervalStates(this.width, n);
    const next = new IntervalStates(this.width, n);
    states.reserve();
    limits.forEach((limit, r) => {
      states.sums[this.usageAt + r] = Math.max(0, limit - (this.stages[0]?.rowMost[r] as number));
    });
    states.count = 1;
    for (let k = 0; k < n; k++) {
      next.count = 0;
      const optionCount = (this.stages[k] as Stage).options.length;
      for (let i = 0; i < states.count; i++) {
        if ((i & 255) === 0 && this.settings.shouldStop?.()) return this.stopped();
        for (let o = 0; o < optionCount; o++)
          if (this.place(k, states, i, o, next)) {
            next.count += 1;
            this.states += 1;
          }
        if (this.states > this.settings.stateLimit) return this.stopped();
      }
      states.count = 0;
      if (!this.withoutDominated(next, k + 1, states)) return this.stopped();
    }
    const { corners } = this;
    const found = Array.from({ length: states.count }, (_, i): IntervalChoice => {
      const choices = new Array<number>(n).fill(0);
      for (let k = 0; k < n; k++) choices[this.order[k] as number] = states.options[i * n + k] as number;
      const base = i * this.width;
      return {
        choices,
        low: [...states.sums.subarray(base, base + corners)],
        high: [...states.sums.subarray(base + corners, base + 2 * corners)],
      };
    });
    return { complete: true, found, states: this.states };
  }

  private stopped(): IntervalAnswer {
    return { complete: false, found: [], states: this.states };
  }

  /** Writes the state after option o of stage k behind the last; false when a row cannot be kept or a pivot dominates every completion. */
  private place(k: number, from: IntervalStates, i: number, o: number, into: IntervalStates): boolean {
    const { corners, usageAt, width } = this;
    const stage = this.stages[k] as Stage;
    const after = this.stages[k + 1] as Stage;
    into.reserve();
    const [at, base] = [i * width, into.count * width];
    const next = into.sums;
    const sums = from.sums;
    const gains = this.gains[k] as Float64Array;
    for (let q = 0; q < 2 * corners; q++)
      next[base + q] = (sums[at + q] as number) + (gains[o * 2 * corners + q] as number);
    const loss = this.lossOf[k]?.[o] as Float64Array;
    for (let q = 0; q < loss.length; q++)
      next[base + 2 * corners + q] = (sums[at + 2 * corners + q] as number) + (loss[q] as number);
    for (let q = usageAt; q < width; q++) next[base + q] = sums[at + q] as number;
    const amounts = stage.amounts[o] ?? [];
    for (let r = 0; r < amounts.length; r++) {
      const place = base + usageAt + (stage.touched[r] as number);
      next[place] = (next[place] as number) + (amounts[r] as number);
    }
    for (let r = 0; r < this.model.limits.length; r++) {
      const limit = this.model.limits[r] as number;
      const used = next[base + usageAt + r] as number;
      if (used + (after.rowLeast[r] as number) > limit) return false;
      const idle = limit - (after.rowMost[r] as number);
      if (used < idle) next[base + usageAt + r] = idle;
    }
    for (let p = 0; p < this.pivots.length; p++) if (this.pivotDominates(p, k + 1, next, base)) return false;
    const n = this.order.length;
    for (let s = 0; s < k; s++) into.options[into.count * n + s] = from.options[i * n + s] as number;
    into.options[into.count * n + k] = o;
    return true;
  }

  private pivotDominates(p: number, k: number, sums: Float64Array, base: number): boolean {
    let better = false;
    for (let t = 0; t < this.corners; t++) {
      const index = p * this.corners + t;
      const most = (sums[base + 2 * this.corners + index] as number) + this.mostLoss(index, k, sums, base);
      if (most > 0) return false;
      if (most < 0) better = true;
    }
    return better;
  }

  /** The most the later blocks can add to one loss. */
  private mostLoss(index: number, k: number, sums: Float64Array, base: number): number {
    let least = Infinity;
    for (const table of this.losses.rows) {
      const room = (this.model.limits[table.row] as number) - (sums[base + this.usageAt + table.row] as number);
      least = Math.min(least, entryAt(table, index, k, room));
    }
    if (least < Infinity) return least;
    let most = 0;
    for (let later = k; later < this.order.length; later++)
      most += Math.max(...(this.lossOf[later] ?? []).map((loss) => loss[index] as number));
    return most;
  }

  /** Copies the states that no other dominates, largest key first; false when it was stopped. */
  private withoutDominated(states: IntervalStates, k: number, into: IntervalStates): boolean {
    const { corners, usageAt, width } = this;
    const { less } = (this.stages[k] as Stage).comparison;
    const rows = less.map((place) => usageAt + place - this.model.quantityCount);
    const kept = new KeptChunks(
      Array.from({ length: 2 * corners }, (_, q) => q),
      rows,
      width,
    );
    const keys = new Float64Array(states.count);
    for (let i = 0; i < states.count; i++)
      for (let q = 0; q < 2 * corners; q++) keys[i] = (keys[i] as number) + (states.sums[i * width + q] as number);
    const order = Array.from(keys, (_, i) => i).sort((a, b) => (keys[b] as number) - (keys[a] as number) || a - b);
    for (const [place, i] of order.entries()) {
      if ((place & 255) === 0 && this.settings.shouldStop?.()) return false;
      if (this.compared > this.settings.stateLimit * comparisonsPerState) return false;
      const base = i * width;
      let dominated = false;
      for (let c = 0; c < kept.count && !dominated; c++) {
        this.compared += 1;
        if (!kept.mayDominate(c, states.sums, base)) continue;
        const end = Math.min(into.count, (c + 1) * chunk);
        this.compared += end - c * chunk;
        for (let other = c * chunk; other < end && !dominated; other++)
          dominated = this.dominates(into, other, states, i, rows, k);
      }
      if (dominated) continue;
      into.reserve();
      const n = this.order.length;
      into.sums.set(states.sums.subarray(base, base + width), into.count * width);
      into.options.set(states.options.subarray(i * n, (i + 1) * n), into.count * n);
      kept.add(into.count, into.sums, into.count * width);
      into.count += 1;
    }
    return true;
  }

  /** Whoever dominates has at least as much low and high value at every corner, so at least as large a key. */
  private dominates(
    one: IntervalStates,
    a: number,
    other: IntervalStates,
    b: number,
    rows: readonly number[],
    k: number,
  ): boolean {
    const { corners, width, gains, differing } = this;
    const n = this.order.length;
    const [x, y] = [a * width, b * width];
    for (let q = 0; q < 2 * corners; q++) if ((one.sums[x + q] as number) < (other.sums[y + q] as number)) return false;
    for (let r = 0; r < rows.length; r++) {
      const row = rows[r] as number;
      if ((one.sums[x + row] as number) > (other.sums[y + row] as number)) return false;
    }
    let count = 0;
    for (let i = 0; i < k; i++) {
      const [mine, theirs] = [one.options[a * n + i] as number, other.options[b * n + i] as number];
      if (mine === theirs) continue;
      differing[count] = i;
      differing[count + 1] = mine * 2 * corners;
      differing[count + 2] = theirs * 2 * corners;
      count += 3;
    }
    let better = false;
    for (let t = 0; t < corners; t++) {
      let [least, most] = [0, 0];
      for (let d = 0; d < count; d += 3) {
        const own = gains[differing[d] as number] as Float64Array;
        const [mine, theirs] = [(differing[d + 1] as number) + t, (differing[d + 2] as number) + t];
        least += (own[mine] as number) - (own[theirs + corners] as number);
        most += (own[mine + corners] as number) - (own[theirs] as number);
      }
      if (least < 0) return false;
      if (most > 0) better = true;
    }
    return better;
  }
}

/** Partial choices of one stage in flat arrays: sums, losses and usage; and the options chosen so far. */
class IntervalStates {
  count = 0;
  private capacity = 64;
  sums: Float64Array;
  options: Uint8Array;

  constructor(
    private readonly width: number,
    private readonly stages: number,
  ) {
    this.sums = new Float64Array(this.capacity * width);
    this.options = new Uint8Array(this.capacity * stages);
  }

  /** Makes room for one more state after the last. */
  reserve(): void {
    if (this.count < this.capacity) return;
    this.capacity *= 2;
    const sums = new Float64Array(this.capacity * this.width);
    sums.set(this.sums);
    this.sums = sums;
    const options = new Uint8Array(this.capacity * this.stages);
    options.set(this.options);
    this.options = options;
  }
}

function entryAt(table: RowTable, j: number, k: number, room: number): number {
  const bin = Math.floor(room / table.binSize);
  const top = table.tops[k] as number;
  return (table.cells[j] as Float64Array)[(table.starts[k] as number) + (bin < top ? bin : top)] as number;
}
