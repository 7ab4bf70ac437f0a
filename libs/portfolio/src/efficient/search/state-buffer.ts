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

  /** How many ways lead to the node. */
  ways(node: number, memo: Map<number, number>): number {
    if (node < 0) return 1; // before any choice
    const known = memo.get(node);
    if (known !== undefined) return known;
    const stack = [node];
    while (stack.length > 0) {
      const top = stack[stack.length - 1] as number;
      if (memo.has(top)) {
        stack.pop();
        continue;
      }
      const parents: number[] = [];
      for (let twin = top; twin !== -1; twin = this.twins[twin] as number) parents.push(this.parents[twin] as number);
      const open = parents.filter((parent) => parent >= 0 && !memo.has(parent));
      if (open.length > 0) stack.push(...open);
      else {
        memo.set(
          top,
          parents.reduce((sum, parent) => sum + (parent < 0 ? 1 : (memo.get(parent) as number)), 0),
        );
        stack.pop();
      }
    }
    return memo.get(node) as number;
  }
}
