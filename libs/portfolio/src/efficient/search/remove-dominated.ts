import type { StateBuffer, ChoiceTree } from './state-buffer';

/** How two partial choices of one stage compare. */
export interface Comparison {
  /** Quantities of which more is better. */
  readonly more: readonly number[];
  /** Quantities that must be equal: aims that are not monotone are made of them. */
  readonly equal: readonly number[];
  /** Places of the rows (after the quantities) that are still open: less used is better. */
  readonly less: readonly number[];
  /** Quantities that are aims themselves: being better in one makes every completion better. */
  readonly strict: readonly number[];
  /** Keep every choice whose completions can be equally good; otherwise one of them is enough. */
  readonly keepEqual: boolean;
}

/** Kept states that are looked at together. */
export const chunk = 8;

/**
 * Copies the states of the groups into `into` without those that another dominates, best keys first, and gives each its node.
 * States with the same sums and usage become one with twins.
 *
 * Rule    Dominated: another has used no more of any open row, has as much of every quantity, and (when equals are kept) more
 *         of an aim: then whatever completes the one completes the other to something better.
 * Shapes  groups: each sorted by falling key.
 */
export function removeDominated(
  groups: readonly StateBuffer[],
  parents: StateBuffer,
  comparison: Comparison,
  tree: ChoiceTree,
  into: StateBuffer,
): void {
  into.clear();
  const { more, equal, less, strict, keepEqual } = comparison;
  const width = into.width;
  const heads = groups.map(() => 0);
  const kept = new KeptChunks(more, less, width);
  for (;;) {
    let group = -1;
    let bestKey = -Infinity;
    for (let g = 0; g < groups.length; g++) {
      const buffer = groups[g] as StateBuffer;
      const head = heads[g] as number;
      if (head < buffer.count && (buffer.keys[head] as number) > bestKey) {
        group = g;
        bestKey = buffer.keys[head] as number;
      }
    }
    if (group < 0) return;
    const buffer = groups[group] as StateBuffer;
    const head = heads[group] as number;
    heads[group] = head + 1;
    const base = head * width;
    const rows = buffer.rows;
    const other = into.rows;
    let verdict = -1;
    for (let c = 0; c < kept.count && verdict === -1; c++) {
      if (!kept.mayDominate(c, rows, base)) continue;
      const end = Math.min(into.count, (c + 1) * chunk);
      for (let i = c * chunk; i < end; i++) {
        const o = i * width;
        let fine = true;
        let differs = false;
        for (let m = 0; m < more.length; m++) {
          const t = more[m] as number;
          const d = (other[o + t] as number) - (rows[base + t] as number);
          if (d < 0) {
            fine = false;
            break;
          }
          if (d > 0) differs = true;
        }
        if (!fine) continue;
        for (let m = 0; m < less.length; m++) {
          const t = less[m] as number;
          const d = (other[o + t] as number) - (rows[base + t] as number);
          if (d > 0) {
            fine = false;
            break;
          }
          if (d < 0) differs = true;
        }
        if (!fine) continue;
        for (let m = 0; m < equal.length; m++) {
          const t = equal[m] as number;
          if (other[o + t] !== rows[base + t]) fine = false;
        }
        if (!fine) continue;
        if (!differs || !keepEqual) {
          verdict = i;
          break;
        }
        let better = false;
        for (let m = 0; m < strict.length; m++) {
          const t = strict[m] as number;
          if ((other[o + t] as number) > (rows[base + t] as number)) better = true;
        }
        if (better) {
          verdict = -2;
          break;
        }
      }
    }
    const parent = parents.nodes[buffer.nodes[head] as number] as number;
    const option = buffer.options[head] as number;
    if (verdict >= 0 && keepEqual) tree.addTwin(into.nodes[verdict] as number, parent, option);
    if (verdict !== -1) continue;
    into.reserve();
    const at = into.count++;
    into.rows.set(rows.subarray(base, base + width), at * width);
    into.keys[at] = buffer.keys[head] as number;
    into.nodes[at] = tree.add(parent, option);
    into.zonesFrom[at] = into.zones.length;
    const zones = buffer.zones.items;
    for (let z = buffer.zonesFrom[head] as number; z < (buffer.zonesTo[head] as number); z++)
      into.zones.push(zones[z] as number);
    into.zonesTo[at] = into.zones.length;
    kept.add(at, into.rows, at * width);
  }
}

/** Best values of every eight kept states, so that most of them need not be looked at one by one. */
export class KeptChunks {
  count = 0;
  private most: Float64Array;
  private least: Float64Array;

  constructor(
    private readonly more: readonly number[],
    private readonly less: readonly number[],
    private readonly width: number,
  ) {
    this.most = new Float64Array(64 * width);
    this.least = new Float64Array(64 * width);
  }

  mayDominate(c: number, rows: Float64Array, base: number): boolean {
    const { more, less, width } = this;
    for (let m = 0; m < more.length; m++) {
      const t = more[m] as number;
      if ((this.most[c * width + t] as number) < (rows[base + t] as number)) return false;
    }
    for (let m = 0; m < less.length; m++) {
      const t = less[m] as number;
      if ((this.least[c * width + t] as number) > (rows[base + t] as number)) return false;
    }
    return true;
  }

  add(index: number, rows: Float64Array, base: number): void {
    const { width } = this;
    const c = Math.floor(index / chunk);
    if (c * width >= this.most.length) {
      const most = new Float64Array(this.most.length * 2);
      most.set(this.most);
      this.most = most;
      const least = new Float64Array(this.least.length * 2);
      least.set(this.least);
      this.least = least;
    }
    const first = index % chunk === 0;
    if (first) this.count = c + 1;
    for (let t = 0; t < width; t++) {
      const value = rows[base + t] as number;
      const at = c * width + t;
      if (first || value > (this.most[at] as number)) this.most[at] = value;
      if (first || value < (this.least[at] as number)) this.least[at] = value;
    }
  }
}
