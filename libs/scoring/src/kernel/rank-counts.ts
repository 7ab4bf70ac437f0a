/** Orders counted together. */
const blockSize = 64;

/**
 * Counts how often each alternative stands at each place, over many orders.
 *
 * Counting at once would touch a random line of a matrix far larger than the nearest caches at every step. Instead 64 orders are
 * kept and counted place by place, so that the matrix (one row per place) is passed through from end to end.
 *
 * Shapes  `depth` places are counted, from the first.
 * @example const ranks = new RankCounts(2, 2); ranks.add(Int32Array.of(1, 0)); ranks.matrix() // => 0 1, 1 0 by alternative
 */
export class RankCounts {
  private readonly orders: Int32Array;
  private readonly counts: Uint32Array;
  private waiting = 0;

  constructor(
    private readonly count: number,
    private readonly depth: number,
  ) {
    this.orders = new Int32Array(count * blockSize);
    this.counts = new Uint32Array(count * depth);
  }

  /** Adds one order: the indices of the alternatives, best first. */
  add(order: Int32Array): void {
    this.orders.set(order, this.waiting * this.count);
    this.waiting++;
    if (this.waiting === blockSize) this.countBlock();
  }

  /** Row i, column r: how often alternative i stood at place r so far. Row by row. */
  matrix(): Uint32Array {
    this.countBlock();
    const { count, depth, counts } = this;
    const byAlternative = new Uint32Array(count * depth);
    for (let place = 0; place < depth; place++)
      for (let i = 0; i < count; i++) byAlternative[i * depth + place] = counts[place * count + i]!;
    return byAlternative;
  }

  private countBlock(): void {
    const { count, depth, orders, counts, waiting } = this;
    const end = waiting * count;
    for (let place = 0; place < depth; place++) {
      const row = place * count;
      for (let at = place; at < end; at += count) counts[row + orders[at]!]!++;
    }
    this.waiting = 0;
  }
}
