import { Int32Stack } from './zone-set';

/** Partial choices of one stage, row by row: the quantities' sums, then the rows' usage, in one flat array. */
export class StateBuffer {
  rows: Float64Array;
  /** Weighted sum of the quantities of which more is better: whoever dominates has at least as much. */
  keys: Float64Array;
  nodes: Int32Array;
  options: Int32Array;
  zonesFrom: Int32Array;
  zonesTo: Int32Array;
  zones = new Int32Stack();
  count = 0;
  private capacity = 64;

  constructor(readonly width: number) {
    this.rows = new Float64Array(this.capacity * width);
    this.keys = new Float64Array(this.capacity);
    this.nodes = new Int32Array(this.capacity);
    this.options = new Int32Array(this.capacity);
    this.zonesFrom = new Int32Array(this.capacity);
    this.zonesTo = new Int32Array(this.capacity);
  }

  clear(): void {
    this.count = 0;
    this.zones.length = 0;
  }

  /** Makes room for one more state after the last. */
  reserve(): void {
    if (this.count < this.capacity) return;
    this.capacity *= 2;
    const rows = new Float64Array(this.capacity * this.width);
    rows.set(this.rows);
    this.rows = rows;
    const keys = new Float64Array(this.capacity);
    keys.set(this.keys);
    this.keys = keys;
    const grown = (from: Int32Array): Int32Array => {
      const to = new Int32Array(this.capacity);
      to.set(from);
      return to;
    };
    this.nodes = grown(this.nodes);
    this.options = grown(this.options);
    this.zonesFrom = grown(this.zonesFrom);
    this.zonesTo = grown(this.zonesTo);
  }
}

/**
 * How partial choices came about: each node names its parent and the option chosen. Partial choices with the same sums and
 * usage share one state; the others hang on it as twins.
 */
export class ChoiceTree {
  private parents: Int32Array = new Int32Array(1024);
  private chosen: Int32Array = new Int32Array(1024);
  private twins: Int32Array = new Int32Array(1024);
  private count = 0;

  add(parent: number, option: number): number {
    if (this.count === this.parents.length) {
      const grown = (from: Int32Array): Int32Array => {
        const to = new Int32Array(from.length * 2);
        to.set(from);
        return to;
      };
      this.parents = grown(this.parents);
      this.chosen = grown(this.chosen);
      this.twins = grown(this.twins);
    }
    const node = this.count++;
    this.parents[node] = parent;
    this.chosen[node] = option;
    this.twins[node] = -1;
    return node;
  }

  addTwin(node: number, parent: number, option: number): void {
    const twin = this.add(parent, option);
    this.twins[twin] = this.twins[node] as number;
    this.twins[node] = twin;
  }

  /** The first way to the node: options by stage, `stage` of them. */
  path(node: number, stage: number): number[] {
    const options = new Array<number>(stage).fill(0);
    for (let k = stage - 1; k >= 0; k--) {
      options[k] = this.chosen[node] as number;
      node = this.parents[node] as number;
    }
    return options;
  }

  /** Up to `most` ways to the node, all of them when there are no more. */
  paths(node: number, stage: number, most: number): number[][] {
    const found: number[][] = [];
    const options = new Array<number>(stage).fill(0);
    // Depth first over the twins of every node on the way back; `way[k]` is the node standing for stage k's choice.
    const way = new Array<number>(stage + 1).fill(-1);
    if (stage === 0) return [[]];
    let k = stage - 1;
    way[k] = node;
    while (k < stage) {
      const here = way[k] as number;
      if (here === -1) {
        k += 1;
        if (k < stage) way[k] = this.twins[way[k] as number] as number;
        continue;
      }
      options[k] = this.chosen[here] as number;
      if (k === 0) {
        found.push([...options]);
        if (found.length === most) return found;
        way[0] = this.twins[here] as number;
      } else {
        k -= 1;
        way[k] = this.parents[here] as number;
      }
    }
    return found;
  }

  /** How many ways lead to each node that the last ones descend from. Parents always have smaller numbers. */
  private waysTo(last: readonly number[]): { readonly ways: Map<number, number>; readonly reached: readonly number[] } {
    const reached = new Set<number>();
    const stack = [...last];
    while (stack.length > 0) {
      const node = stack.pop() as number;
      if (node < 0 || reached.has(node)) continue;
      reached.add(node);
      for (let twin = node; twin !== -1; twin = this.twins[twin] as number) stack.push(this.parents[twin] as number);
    }
    const inOrder = [...reached].sort((a, b) => a - b);
    const ways = new Map<number, number>([[-1, 1]]);
    for (const node of inOrder) {
      let sum = 0;
      for (let twin = node; twin !== -1; twin = this.twins[twin] as number)
        sum += ways.get(this.parents[twin] as number) as number;
      ways.set(node, sum);
    }
    return { ways, reached: inOrder };
  }

  /**
   * How many ways lead to each of the last nodes, and how many of all of them choose each option of each stage.
   * Counts are doubles: exact up to 2^53.
   */
  countWays(last: readonly number[], optionCounts: readonly number[]) {
    const { ways, reached } = this.waysTo(last);
    const inclusion = optionCounts.map((count) => new Array<number>(count).fill(0));
    const after = new Map<number, number>(last.map((node) => [node, 1]));
    const stageOf = new Map<number, number>(last.map((node) => [node, optionCounts.length - 1]));
    for (let i = reached.length - 1; i >= 0; i--) {
      const node = reached[i] as number;
      const stage = stageOf.get(node) as number;
      const below = after.get(node) as number;
      for (let twin = node; twin !== -1; twin = this.twins[twin] as number) {
        const parent = this.parents[twin] as number;
        const counts = inclusion[stage] as number[];
        const option = this.chosen[twin] as number;
        counts[option] = (counts[option] as number) + (ways.get(parent) as number) * below;
        if (parent < 0) continue;
        after.set(parent, (after.get(parent) ?? 0) + below);
        stageOf.set(parent, stage - 1);
      }
    }
    return { ways: last.map((node) => ways.get(node) as number), inclusion };
  }
}
