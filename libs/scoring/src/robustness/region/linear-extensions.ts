import { invariant } from '@fordela/domain';
import type { SampleStream } from '../../kernel/sample-stream';

/** More criteria than this make the table of subsets too large. */
export const mostOrdered = 16;

/**
 * Draws an order of n things that respects a partial order, every such order being equally likely.
 *
 * A table holds, for every set of things that can come first, in how many ways the rest can follow; the next thing is drawn
 * in proportion. Counts are exact up to 2^53; 16! is below that.
 *
 * Shapes  above: for each thing the bits of those that must come before it. n ≤ 16.
 * Source  Counting over the lattice of ideals: De Loof, De Meyer & De Baets, "Exploiting the lattice of ideals", 2006.
 */
export class LinearExtensions {
  private readonly ways: Float64Array;

  constructor(private readonly above: readonly number[]) {
    const n = above.length;
    invariant(n <= mostOrdered, `${n} things are too many to count orders of`);
    this.ways = new Float64Array(2 ** n);
    const full = 2 ** n - 1;
    this.ways[full] = 1;
    for (let placed = full - 1; placed >= 0; placed--) {
      let sum = 0;
      for (let k = 0; k < n; k++) if (this.mayFollow(placed, k)) sum += this.ways[placed | (1 << k)]!;
      this.ways[placed] = sum;
    }
  }

  /** How many orders there are. */
  count(): number {
    return this.ways[0]!;
  }

  /** Fills `order` with a random one, first thing first. */
  draw(stream: SampleStream, order: Int32Array): void {
    const n = this.above.length;
    let placed = 0;
    for (let place = 0; place < n; place++) {
      let left = stream.uniform() * this.ways[placed]!;
      let chosen = -1;
      for (let k = 0; k < n && left >= 0; k++) {
        if (!this.mayFollow(placed, k)) continue;
        chosen = k;
        left -= this.ways[placed | (1 << k)]!;
      }
      order[place] = chosen;
      placed |= 1 << chosen;
    }
  }

  private mayFollow(placed: number, thing: number): boolean {
    return ((placed >> thing) & 1) === 0 && (this.above[thing]! & ~placed) === 0;
  }
}
