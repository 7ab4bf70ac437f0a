import { at, invariant } from '@fordela/domain';

/** A best choice for one capacity. */
export interface KnapsackAnswer {
  readonly objective: number;
  /** 1 where the item is taken, in the order the items were given. */
  readonly taken: Uint8Array;
}

/**
 * The 0/1 knapsack problem over fixed items, for one capacity after another: dynamic programming by weight over a core that grows
 * from the break item in both directions, keeping only states that no other dominates and whose bound can still beat the best.
 *
 * Shapes  values and weights: one entry per item, whole numbers; weights at least 0. Items of no value are never taken, those that
 *         weigh nothing always.
 * Rule    Compared exactly; a state is dropped only when its bound plus a margin for rounding misses the next possible value.
 * Errors  InvariantError on weights below 0.
 * Source  Pisinger, "A minimal algorithm for the 0–1 knapsack problem", Operations Research 45 (1997) 758–767.
 * @example new KnapsackCore([60, 100, 120], [10, 20, 30]).solve(50, 1000)?.objective // => 220
 */
export class KnapsackCore {
  private readonly order: Int32Array;
  private readonly v: Float64Array;
  private readonly w: Float64Array;
  /** Value and weight of the first k items. */
  private readonly valueTo: Float64Array;
  private readonly weightTo: Float64Array;
  private readonly always: readonly number[];
  private readonly alwaysValue: number;
  private readonly step: number;

  constructor(
    values: ArrayLike<number>,
    private readonly weights: ArrayLike<number>,
  ) {
    const items = Array.from({ length: values.length }, (_, j) => j).filter((j) => at(values, j) > 0);
    invariant(
      items.every((j) => at(weights, j) >= 0),
      'weights must not be negative',
    );
    this.always = items.filter((j) => at(weights, j) === 0);
    this.alwaysValue = this.always.reduce((sum, j) => sum + at(values, j), 0);
    const rated = items.filter((j) => at(weights, j) > 0);
    rated.sort((a, b) => at(values, b) / at(weights, b) - at(values, a) / at(weights, a) || a - b);
    this.order = Int32Array.from(rated);
    this.v = Float64Array.from(rated, (j) => at(values, j));
    this.w = Float64Array.from(rated, (j) => at(weights, j));
    this.valueTo = new Float64Array(rated.length + 1);
    this.weightTo = new Float64Array(rated.length + 1);
    let step = 0;
    rated.forEach((_, k) => {
      this.valueTo[k + 1] = (this.valueTo[k] as number) + (this.v[k] as number);
      this.weightTo[k + 1] = (this.weightTo[k] as number) + (this.w[k] as number);
      step = gcd(step, this.v[k] as number);
    });
    this.step = step || 1;
  }

  /** The best choice within the capacity; null when there is none (capacity below 0) or it would take more states than allowed. */
  solve(capacity: number, stateLimit: number): KnapsackAnswer | null {
    if (capacity < 0) return null;
    const n = this.order.length;
    const run = new CoreRun(this.v, this.w, capacity, this.step);
    const breakItem = this.breakItem(capacity);
    run.begin(this.weightTo[breakItem] as number, this.valueTo[breakItem] as number, breakItem);
    this.greedy(run, breakItem, capacity);
    let [left, right] = [breakItem - 1, breakItem];
    while (run.count > 0 && (left >= 0 || right < n)) {
      if (right < n) {
        if (this.canHelp(run, right, breakItem, capacity, 1)) run.add(right, 1);
        right += 1;
        run.reduce(left, right, n);
      }
      if (left >= 0 && run.count > 0) {
        if (this.canHelp(run, left, breakItem, capacity, -1)) run.add(left, -1);
        left -= 1;
        run.reduce(left, right, n);
      }
      if (run.made > stateLimit) return null;
    }
    const taken = new Uint8Array(this.weights.length);
    for (const j of this.always) taken[j] = 1;
    for (let k = 0; k < breakItem; k += 1) taken[this.order[k] as number] = 1;
    for (const k of run.flips()) taken[this.order[k] as number] = taken[this.order[k] as number] === 1 ? 0 : 1;
    return { objective: run.best + this.alwaysValue, taken };
  }

  /** The first item, by value per weight, that does not fit any more. */
  private breakItem(capacity: number): number {
    let [low, high] = [0, this.order.length];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.weightTo[middle] as number) <= capacity) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** A first answer: up to the break, then one more item that fits, or one less and the break item. */
  private greedy(run: CoreRun, breakItem: number, capacity: number): void {
    const [weight, value] = [this.weightTo[breakItem] as number, this.valueTo[breakItem] as number];
    const end = Math.min(this.order.length, breakItem + 200);
    for (let k = breakItem; k < end; k += 1)
      if (weight + (this.w[k] as number) <= capacity) run.offer(value + (this.v[k] as number), [k]);
    if (breakItem >= this.order.length) return;
    for (let k = breakItem - 1; k >= Math.max(0, breakItem - 200); k -= 1)
      if (weight + (this.w[breakItem] as number) - (this.w[k] as number) <= capacity)
        run.offer(value + (this.v[breakItem] as number) - (this.v[k] as number), [breakItem, k]);
  }

  /** Could a solution that differs from the break solution in this item beat the best? By the bound of Dembo and Hammer. */
  private canHelp(run: CoreRun, k: number, breakItem: number, capacity: number, sign: 1 | -1): boolean {
    if (breakItem >= this.order.length) return false;
    const room = capacity - (this.weightTo[breakItem] as number) - sign * (this.w[k] as number);
    const bound =
      (this.valueTo[breakItem] as number) +
      sign * (this.v[k] as number) +
      (room * (this.v[breakItem] as number)) / (this.w[breakItem] as number);
    return run.isWanted(bound);
  }
}

/** The states of one capacity: rising weight, rising value; each knows the change it came from. */
class CoreRun {
  best = -Infinity;
  count = 0;
  made = 0;
  private weights: number[] = [];
  private values: number[] = [];
  private nodes: number[] = [];
  private readonly parents: number[] = [-1];
  private readonly changes: number[] = [-1];
  private bestFlips: readonly number[] | null = null;
  private bestNode = 0;

  constructor(
    private readonly v: Float64Array,
    private readonly w: Float64Array,
    private readonly capacity: number,
    private readonly step: number,
  ) {}

  begin(weight: number, value: number, breakItem: number): void {
    this.weights = [weight];
    this.values = [value];
    this.nodes = [0];
    this.count = 1;
    this.best = value;
    if (breakItem >= this.v.length) this.count = 0;
  }

  offer(value: number, flips: readonly number[]): void {
    if (value <= this.best) return;
    this.best = value;
    this.bestFlips = flips;
  }

  isWanted(bound: number): boolean {
    return bound + 1e-9 * Math.abs(bound) + 1e-6 >= this.best + this.step;
  }

  /** Every state with and without the change, merged by weight without those dominated. */
  add(k: number, sign: 1 | -1): void {
    const [dw, dv] = [sign * (this.w[k] as number), sign * (this.v[k] as number)];
    const { weights, values, nodes, count } = this;
    const [nextWeights, nextValues, nextNodes]: [number[], number[], number[]] = [[], [], []];
    let [plain, changed, top] = [0, 0, -Infinity];
    while (plain < count || changed < count) {
      const takesPlain =
        changed >= count ||
        (plain < count &&
          ((weights[plain] as number) < (weights[changed] as number) + dw ||
            ((weights[plain] as number) === (weights[changed] as number) + dw &&
              (values[plain] as number) >= (values[changed] as number) + dv)));
      const source = takesPlain ? plain++ : changed++;
      const value = (values[source] as number) + (takesPlain ? 0 : dv);
      if (value <= top) continue;
      top = value;
      const weight = (weights[source] as number) + (takesPlain ? 0 : dw);
      let node = nodes[source] as number;
      if (!takesPlain) {
        this.parents.push(node);
        this.changes.push(k);
        node = this.parents.length - 1;
        this.made += 1;
      }
      nextWeights.push(weight);
      nextValues.push(value);
      nextNodes.push(node);
      if (weight <= this.capacity && value > this.best) {
        this.best = value;
        this.bestFlips = null;
        this.bestNode = node;
      }
    }
    this.weights = nextWeights;
    this.values = nextValues;
    this.nodes = nextNodes;
    this.count = nextWeights.length;
  }

  /** Drops the states whose bound, given the items still outside the core, cannot beat the best. */
  reduce(left: number, right: number, n: number): void {
    const { weights, values, nodes } = this;
    const gain = right < n ? (this.v[right] as number) / (this.w[right] as number) : 0;
    const loss = left >= 0 ? (this.v[left] as number) / (this.w[left] as number) : Infinity;
    let kept = 0;
    for (let i = 0; i < this.count; i += 1) {
      const room = this.capacity - (weights[i] as number);
      const bound = (values[i] as number) + (room >= 0 ? room * gain : room * loss);
      if (!this.isWanted(bound)) continue;
      weights[kept] = weights[i] as number;
      values[kept] = values[i] as number;
      nodes[kept] = nodes[i] as number;
      kept += 1;
    }
    this.count = kept;
  }

  flips(): readonly number[] {
    if (this.bestFlips) return this.bestFlips;
    const flips: number[] = [];
    for (let node = this.bestNode; node > 0; node = this.parents[node] as number)
      flips.push(this.changes[node] as number);
    return flips;
  }
}

function gcd(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y > 0) [x, y] = [y, x % y];
  return x;
}
