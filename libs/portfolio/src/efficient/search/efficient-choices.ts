import { invariant } from '@fordela/domain';
import { aimBound, aimFloor, aimSteps, keyWeights } from './aim-bounds';
import { blockOrder } from './block-order';
import { boundDirections, type BoundDirections } from './bound-directions';
import { boundTables, type BoundTables, type Cells, type RowTable, type TableSize } from './bound-tables';
import {
  aimValues,
  checkChoiceModel,
  choicesAllowed,
  quantitySums,
  type ChoiceAim,
  type ChoiceModel,
  type ChoiceOption,
} from './choice-model';
import { CompletionMemo } from './completion-memo';
import { OpenRegions, type OpenRegion } from './open-regions';
import { removeDominated } from './remove-dominated';
import { stagesOf, type Stage } from './stages';
import { ChoiceTree, StateBuffer } from './state-buffer';
import { Int32Stack, ZoneSet } from './zone-set';

export interface EfficientSettings {
  /** Keep every portfolio with the same values, or one of them. */
  readonly equal: 'all' | 'one';
  /** Most partial choices to look at; past it the answer is what was found, marked incomplete. */
  readonly stateLimit: number;
  /** Most choices listed per point; `count` still counts them all. */
  readonly mostPerPoint: number;
  readonly shouldStop?: () => boolean;
  /** Most boxes the search region is cut into. */
  readonly mostBoxes?: number;
  /** Most bins of a bound table; fewer are made faster and bound less closely. */
  readonly mostBins?: number;
  /** Deciding order of the blocks, when it is known from a problem much like this one. */
  readonly order?: readonly number[];
  /** Allowed choices worth starting from: they never change the answer, only the way to it. */
  readonly start?: readonly (readonly number[])[];
}

/** A value vector that no allowed choice dominates, with the choices that have it. */
export interface EfficientPoint {
  /** Value of each aim. */
  readonly values: readonly number[];
  /** Option by block. */
  readonly choices: readonly (readonly number[])[];
  readonly count: number;
}

export interface EfficientAnswer {
  /** False when the search stopped early: the points are allowed, but others may dominate them or be missing. */
  readonly complete: boolean;
  readonly points: readonly EfficientPoint[];
  /** How many of all the choices (listed or not) take each option, by block and option. */
  readonly inclusion: readonly (readonly number[])[];
  readonly states: number;
  /** When incomplete: where efficient points not found can still be, everything else being settled. Empty when complete. */
  readonly open: readonly OpenRegion[];
}

const usualMostBoxes = 20_000;
const tableSize: TableSize = { mostBins: 16384, mostCells: 6_000_000, mostRows: 4 };

/**
 * All efficient choices of a model: those whose values no allowed choice dominates, unsupported ones included.
 *
 * Method  Dynamic programming over the blocks. A partial choice is dropped when another dominates it, or when its upper bounds
 *         reach neither a place where a new efficient point can be nor a point already found. Bounds are exact completions of
 *         one limited row at a time in several directions of weights; those completions are also tried as points.
 * Edges   No allowed choice: no points. No aims: refused by the caller. Points are sorted by falling first value, then second, …
 * Source  Nemhauser & Ullmann, Management Science 15 (1969); Bazgan, Hugot & Vanderpooten, Computers & Operations Research 36
 *         (2009) for dominance between states and bounds; Klamroth et al. (2015) for the search region.
 */
export function efficientChoices(model: ChoiceModel, settings: EfficientSettings): EfficientAnswer {
  checkChoiceModel(model);
  return new EfficientSearch(model, settings).run();
}

class EfficientSearch {
  private readonly directions: BoundDirections;
  private readonly order: readonly number[];
  private readonly stages: readonly Stage[];
  private readonly tables: BoundTables;
  private readonly zones: ZoneSet;
  private readonly tree = new ChoiceTree();
  private readonly quantities: number;
  private readonly rows: number;
  private readonly width: number;
  private readonly keyWeights: readonly number[];
  private readonly found: { readonly values: readonly number[]; readonly choices: readonly number[] }[] = [];
  private readonly bounds: Float64Array;
  private readonly wanted: Int32Array;
  private readonly memo: CompletionMemo | null;
  private readonly steps: readonly number[];
  /** The quantity of each aim when all aims are linear. */
  private readonly linearOnly: readonly number[] | null;
  private readonly values: Float64Array;
  private readonly sums: Float64Array;
  private readonly scratch: Float64Array;
  private readonly chosen: Int32Array;
  private states = 0;

  constructor(
    private readonly model: ChoiceModel,
    private readonly settings: EfficientSettings,
  ) {
    this.quantities = model.quantityCount;
    this.rows = model.limits.length;
    this.width = this.quantities + this.rows;
    this.directions = boundDirections(model);
    this.bounds = new Float64Array(this.directions.overAims.length);
    this.wanted = new Int32Array(this.bounds.length);
    this.values = new Float64Array(model.aims.length);
    this.sums = new Float64Array(this.quantities);
    this.linearOnly = linearQuantities(model.aims);
    this.scratch = new Float64Array(this.width);
    this.chosen = new Int32Array(model.blocks.length);
    const linear = this.directions.overQuantities.filter((row) => row !== null);
    this.order = settings.order ?? blockOrder(model, linear);
    const size = settings.mostBins === undefined ? tableSize : { ...tableSize, mostBins: settings.mostBins };
    this.tables = boundTables(model, this.order, this.directions.overQuantities, size);
    this.stages = stagesOf(model, this.order, settings.equal === 'all');
    this.memo = CompletionMemo.of(model, this.tables, this.stages);
    const start = this.stages[0] as Stage;
    this.keyWeights = keyWeights(model, start.comparison.more, start);
    this.setBounds(0, this.rootRow(), 0);
    const ceiling = model.aims.map((_, k) => this.bounds[k] as number);
    const steps = aimSteps(model);
    this.steps = steps;
    const floor = aimFloor(model, start, steps);
    this.zones = new ZoneSet(floor, ceiling, steps, this.directions.overAims, settings.mostBoxes ?? usualMostBoxes);
  }

  run(): EfficientAnswer {
    const n = this.order.length;
    let current = new StateBuffer(this.width);
    let next = new StateBuffer(this.width);
    const groups: StateBuffer[] = [];
    if (!this.startWith(current)) return { complete: true, points: [], inclusion: [], states: 0, open: [] };
    for (let k = 0; k < n; k++) {
      const stage = this.stages[k] as Stage;
      while (groups.length < stage.options.length) groups.push(new StateBuffer(this.width));
      const own = groups.slice(0, stage.options.length);
      const expanded = this.expand(k, current, own);
      if (expanded < current.count) return this.incomplete(k, current, expanded, own);
      const after = this.stages[k + 1] as Stage;
      removeDominated(own, current, after.comparison, this.tree, next);
      [current, next] = [next, current];
    }
    return this.complete(current);
  }

  /** The state before any choice; false when some row cannot be kept whatever is chosen. */
  private startWith(buffer: StateBuffer): boolean {
    const root = this.rootRow();
    for (let r = 0; r < this.rows; r++)
      if ((this.stages[0]?.rowLeast[r] as number) > (this.model.limits[r] as number)) return false;
    buffer.rows.set(root);
    buffer.nodes[0] = -1;
    buffer.count = 1;
    for (const zone of this.zones.living()) buffer.zones.push(zone);
    buffer.zonesTo[0] = buffer.zones.length;
    for (const choices of this.settings.start ?? []) this.startFrom(choices);
    for (let j = 0; j < this.bounds.length; j++) this.note(this.completion(0, root, 0, j), 0, -1, -1);
    return true;
  }

  private startFrom(choices: readonly number[]): void {
    invariant(choicesAllowed(this.model, choices), 'a choice to start from must be allowed');
    const values = aimValues(this.model.aims, quantitySums(this.model, choices));
    const inOrder = this.order.map((block) => choices[block] as number);
    if (this.zones.insert(values)) this.found.push({ values, choices: inOrder });
  }

  private rootRow(): Float64Array {
    const root = new Float64Array(this.width);
    for (let r = 0; r < this.rows; r++)
      root[this.quantities + r] = Math.max(
        0,
        (this.model.limits[r] as number) - (this.stages[0]?.rowMost[r] as number),
      );
    return root;
  }

  /** Makes the states after stage k, by option; returns how many it took on: fewer when stopped or at the limit. */
  private expand(k: number, from: StateBuffer, groups: readonly StateBuffer[]): number {
    const stage = this.stages[k] as Stage;
    for (const group of groups) group.clear();
    const live = new Int32Stack();
    for (let i = 0; i < from.count; i++) {
      if ((i & 255) === 0 && this.settings.shouldStop?.()) return i;
      this.zones.resolve(from.zones.items, from.zonesFrom[i] as number, from.zonesTo[i] as number, live);
      if (live.length === 0) continue;
      const wanted = this.bestOptions(k, from.rows, i * this.width);
      for (let o = 0; o < stage.options.length; o++) {
        const group = groups[o] as StateBuffer;
        group.reserve();
        const base = group.count * this.width;
        if (!this.place(k, from.rows, i * this.width, o, group.rows, base)) continue;
        this.setBounds(k + 1, group.rows, base);
        const start = group.zones.length;
        if ((this.zones.isFrozen && this.zones.beatsBounds(this.bounds)) || !this.reachZones(live, group.zones)) {
          group.zones.length = start;
          continue;
        }
        this.states += 1;
        const at = group.count++;
        group.keys[at] = this.keyOf(group.rows, base);
        group.nodes[at] = i;
        group.options[at] = o;
        group.zonesFrom[at] = start;
        group.zonesTo[at] = group.zones.length;
        for (let j = 0; j < wanted.length; j++)
          if (wanted[j] !== o && this.completionMayBeNew(k + 1, group.rows, base, j, group.zones, start))
            this.note(this.completion(k + 1, group.rows, base, j), k + 1, from.nodes[i] as number, o);
      }
      if (this.states > this.settings.stateLimit && i + 1 < from.count) return i + 1;
    }
    return from.count;
  }

  /** Writes the state reached by option o; false when some row can no longer be kept. */
  private place(k: number, from: Float64Array, at: number, o: number, to: Float64Array, base: number): boolean {
    const { quantities, rows } = this;
    const { options, touched, amounts } = this.stages[k] as Stage;
    const option = options[o] as ChoiceOption;
    const { rowLeast, rowMost } = this.stages[k + 1] as Stage;
    for (let t = 0; t < quantities; t++) to[base + t] = (from[at + t] as number) + (option.quantities[t] as number);
    for (let r = 0; r < rows; r++) to[base + quantities + r] = from[at + quantities + r] as number;
    const used = amounts[o] as readonly number[];
    for (let i = 0; i < used.length; i++) {
      const place = base + quantities + (touched[i] as number);
      to[place] = (to[place] as number) + (used[i] as number);
    }
    for (let r = 0; r < rows; r++) {
      const amount = to[base + quantities + r] as number;
      const limit = this.model.limits[r] as number;
      if (amount + (rowLeast[r] as number) > limit) return false;
      // More room than can be used is not told apart, so that states that differ only in it can be compared.
      const idle = limit - (rowMost[r] as number);
      if (amount < idle) to[base + quantities + r] = idle;
    }
    return true;
  }

  /** Sets `bounds` to the most a completion can reach in each direction. */
  private setBounds(k: number, rows: Float64Array, base: number): void {
    const { directions, bounds, tables, quantities, model } = this;
    const stage = this.stages[k] as Stage;
    for (let j = 0; j < bounds.length; j++) {
      const weights = directions.overQuantities[j];
      if (!weights) {
        bounds[j] = aimBound(model.aims[j] as ChoiceAim, rows, base, stage);
        continue;
      }
      let here = 0;
      for (let t = 0; t < quantities; t++) here += (weights[t] as number) * (rows[base + t] as number);
      let most = Infinity;
      for (let r = 0; r < tables.rows.length; r++) {
        const value = this.tableEntry(j, r, k, rows, base);
        if (value < most) most = value;
      }
      if (most === Infinity) {
        most = 0;
        for (let t = 0; t < quantities; t++) {
          const weight = weights[t] as number;
          most += weight * ((weight > 0 ? stage.quantityMost[t] : stage.quantityLeast[t]) as number);
        }
      }
      bounds[j] = here + most;
    }
  }

  private tableEntry(j: number, r: number, k: number, rows: Float64Array, base: number): number {
    const table = this.tables.rows[r] as RowTable;
    const room = (this.model.limits[table.row] as number) - (rows[base + this.quantities + table.row] as number);
    const bin = table.binSize === 1 ? room : Math.floor(room / table.binSize);
    const top = table.tops[k] as number;
    return (table.cells[j] as Cells)[(table.starts[k] as number) + (bin < top ? bin : top)] as number;
  }

  /** Pushes the zones that the bounds reach; false when there are none. */
  private reachZones(live: Int32Stack, into: Int32Stack): boolean {
    const { bounds, zones } = this;
    const count = bounds.length;
    const needs = zones.needs;
    const before = into.length;
    for (let z = 0; z < live.length; z++) {
      const id = live.items[z] as number;
      const at = id * count;
      let j = 0;
      while (j < count && (bounds[j] as number) >= (needs[at + j] as number)) j++;
      if (j === count) into.push(id);
    }
    return into.length > before;
  }

  private keyOf(rows: Float64Array, base: number): number {
    let key = 0;
    for (let t = 0; t < this.quantities; t++) key += (this.keyWeights[t] as number) * (rows[base + t] as number);
    return key;
  }

  /** The row whose bound is tightest for direction j; −1 when no row can bind. */
  private tightestRow(j: number, k: number, rows: Float64Array, base: number): number {
    let tightest = -1;
    let least = Infinity;
    for (let r = 0; r < this.tables.rows.length; r++) {
      const value = this.tableEntry(j, r, k, rows, base);
      if (value < least) [tightest, least] = [r, value];
    }
    return tightest;
  }

  /**
   * The option that the best completion in direction j takes, among those after which every row can still be kept; −1 if none.
   * `rows` holds the usage from `at` on; r is the row whose table guides the choice.
   */
  private bestOption(j: number, r: number, k: number, rows: Float64Array, at: number): number {
    const gains = this.tables.gains[j]?.[k] as readonly number[];
    const stage = this.stages[k] as Stage;
    const { rowLeast } = this.stages[k + 1] as Stage;
    const { limits } = this.model;
    const table = r < 0 ? null : (this.tables.rows[r] as RowTable);
    const row = table ? table.row : -1;
    const cells = table?.cells[j] ?? null;
    const binSize = table ? table.binSize : 1;
    const top = table ? (table.tops[k + 1] as number) : 0;
    const start = table ? (table.starts[k + 1] as number) : 0;
    let best = -1;
    let most = -Infinity;
    for (let o = 0; o < stage.options.length; o++) {
      let room = row < 0 ? 0 : (limits[row] as number) - (rows[at + row] as number);
      let fits = true;
      const amounts = stage.amounts[o] as readonly number[];
      for (let i = 0; i < amounts.length && fits; i++) {
        const used = stage.touched[i] as number;
        const amount = amounts[i] as number;
        if (used === row) room -= amount;
        fits = (rows[at + used] as number) + amount + (rowLeast[used] as number) <= (limits[used] as number);
      }
      if (!fits) continue;
      let value = gains[o] as number;
      if (cells) {
        const bin = binSize === 1 ? room : Math.floor(room / binSize);
        value += cells[start + (bin < top ? bin : top)] as number;
      }
      if (value > most) [best, most] = [o, value];
    }
    return best;
  }

  private bestOptions(k: number, rows: Float64Array, base: number): Int32Array {
    const { wanted, memo } = this;
    if (memo) {
      const room = memo.binOf((this.model.limits[0] as number) - (rows[base + this.quantities] as number));
      for (let j = 0; j < wanted.length; j++)
        wanted[j] = this.directions.overQuantities[j] ? memo.option(j, k, room) : -1;
      return wanted;
    }
    for (let j = 0; j < wanted.length; j++)
      wanted[j] = this.directions.overQuantities[j]
        ? this.bestOption(j, this.tightestRow(j, k, rows, base), k, rows, base + this.quantities)
        : -1;
    return wanted;
  }

  /** The aims' values of the state completed along direction j; null when some row is not kept. Choices are in `chosen`. */
  private completion(k: number, rows: Float64Array, base: number, j: number): readonly number[] | null {
    if (!this.directions.overQuantities[j]) return null;
    const { scratch, quantities, stages, chosen } = this;
    const n = this.order.length;
    for (let t = 0; t < this.width; t++) scratch[t] = rows[base + t] as number;
    const r = this.tightestRow(j, k, rows, base);
    for (let at = k; at < n; at++) {
      const o = this.bestOption(j, r, at, scratch, quantities);
      if (o < 0) return null;
      chosen[at] = o;
      const { options, touched, amounts } = stages[at] as Stage;
      const gains = (options[o] as ChoiceOption).quantities;
      const used = amounts[o] as readonly number[];
      for (let t = 0; t < quantities; t++) scratch[t] = (scratch[t] as number) + (gains[t] as number);
      for (let i = 0; i < used.length; i++) {
        const place = quantities + (touched[i] as number);
        scratch[place] = (scratch[place] as number) + (used[i] as number);
      }
    }
    return aimValues(this.model.aims, scratch);
  }

  /** Whether the completion along direction j lies where an efficient point of this state can be. */
  private completionMayBeNew(k: number, rows: Float64Array, base: number, j: number, zones: Int32Stack, start: number) {
    const { memo, values, quantities } = this;
    if (!this.directions.overQuantities[j]) return false;
    if (!memo) {
      const completed = this.completion(k, rows, base, j);
      return completed !== null && this.zones.mayBeNew(completed, zones, start);
    }
    const room = memo.binOf((this.model.limits[0] as number) - (rows[base + quantities] as number));
    const slot = memo.completion(j, k, room);
    const completed = memo.values;
    for (let t = 0; t < quantities; t++) this.sums[t] = (rows[base + t] as number) + (completed[slot + t] as number);
    if (this.linearOnly)
      for (let a = 0; a < values.length; a++) values[a] = this.sums[this.linearOnly[a] as number] as number;
    else values.set(aimValues(this.model.aims, this.sums));
    return this.zones.mayBeNew(values, zones, start);
  }

  /** Adds a completion to the points found, with the choices that led to it. */
  private note(values: readonly number[] | null, k: number, parent: number, option: number): void {
    if (!values || !this.zones.insert(values)) return;
    const prefix = k === 0 ? [] : [...this.tree.path(parent, k - 1), option];
    this.found.push({ values, choices: [...prefix, ...this.chosen.subarray(k)] });
  }

  private complete(final: StateBuffer): EfficientAnswer {
    const n = this.order.length;
    const valuesOf = (i: number) => aimValues(this.model.aims, final.rows, i * this.width);
    for (let i = 0; i < final.count; i++) this.zones.insert(valuesOf(i));
    const efficient = new Map(this.zones.points().map((values) => [values.join(), { values, nodes: [] as number[] }]));
    for (let i = 0; i < final.count; i++) {
      const nodes = efficient.get(valuesOf(i).join())?.nodes;
      if (nodes && (this.settings.equal === 'all' || nodes.length === 0)) nodes.push(final.nodes[i] as number);
    }
    const all = [...efficient.values()].flatMap(({ nodes }) => nodes);
    const { ways, inclusion } = this.tree.countWays(
      all,
      this.stages.slice(0, n).map(({ options }) => options.length),
    );
    const waysTo = new Map(all.map((node, i) => [node, ways[i] as number]));
    const points = [...efficient.values()].map(({ values, nodes }): EfficientPoint => {
      invariant(nodes.length > 0, `no choice was kept for the efficient point ${values.join()}`);
      const choices: number[][] = [];
      for (const node of nodes) {
        if (choices.length >= this.settings.mostPerPoint) break;
        choices.push(...this.tree.paths(node, n, this.settings.mostPerPoint - choices.length));
      }
      const count = nodes.reduce((sum, node) => sum + (waysTo.get(node) as number), 0);
      return { values, choices: sortedChoices(choices.map((path) => this.inBlockOrder(path))), count };
    });
    const byBlock = this.model.blocks.map((): readonly number[] => []);
    inclusion.forEach((counts, k) => (byBlock[this.order[k] as number] = counts));
    return { complete: true, points: sortedPoints(points), inclusion: byBlock, states: this.states, open: [] };
  }

  private incomplete(k: number, from: StateBuffer, expanded: number, groups: readonly StateBuffer[]): EfficientAnswer {
    const living = new Set(this.zones.points().map((values) => values.join()));
    const points = this.found
      .filter(({ values }) => living.has(values.join()))
      .map(({ values, choices }) => ({ values, choices: [this.inBlockOrder(choices)], count: 1 }));
    const open = new OpenRegions(this.directions.overAims, this.steps);
    this.leaveOpen(k, from, expanded, open);
    for (const group of groups) this.leaveOpen(k + 1, group, 0, open);
    const regions = open.regions((box) => this.zones.cornerOf(box));
    return { complete: false, points: sortedPoints(points), inclusion: [], states: this.states, open: regions };
  }

  /** Notes which boxes the states from one on can still reach, and how far. */
  private leaveOpen(k: number, states: StateBuffer, first: number, open: OpenRegions): void {
    const boxes = new Set(this.zones.livingBoxIds());
    const live = new Int32Stack();
    for (let i = first; i < states.count; i++) {
      this.zones.resolve(states.zones.items, states.zonesFrom[i] as number, states.zonesTo[i] as number, live);
      this.setBounds(k, states.rows, i * this.width);
      for (let z = 0; z < live.length; z++) {
        const id = live.items[z] as number;
        if (boxes.has(id)) open.add(id, this.zones.cornerOf(id), this.bounds);
      }
    }
  }

  private inBlockOrder(path: readonly number[]): number[] {
    const choices = new Array<number>(path.length).fill(0);
    path.forEach((option, k) => {
      choices[this.order[k] as number] = option;
    });
    return choices;
  }
}

const lexicographic = (a: readonly number[], b: readonly number[]): number => {
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return (b[k] as number) - (a[k] as number);
  return 0;
};
const sortedChoices = (choices: readonly (readonly number[])[]) => [...choices].sort(lexicographic);
const sortedPoints = (points: readonly EfficientPoint[]) =>
  [...points].sort((a, b) => lexicographic(a.values, b.values));

function linearQuantities(aims: readonly ChoiceAim[]): readonly number[] | null {
  const quantities = aims.flatMap((aim) => (aim.kind === 'linear' ? [aim.quantity] : []));
  return quantities.length === aims.length ? quantities : null;
}
