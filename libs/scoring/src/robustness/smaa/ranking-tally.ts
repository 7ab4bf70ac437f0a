/** How often each key came; keys in rising order. */
export interface Tally {
  readonly keys: Float64Array;
  readonly counts: Uint32Array;
}

/** Up to here a ranking's number among all rankings is exact in a double: 18! < 2^53. */
const mostNumbered = 18;

/** Counts whole rankings by a key of 53 bits. */
export class RankingTally {
  private readonly counts = new Map<number, number>();

  add(order: Int32Array): void {
    const key = order.length <= mostNumbered ? rankingNumber(order) : rankingHash(order);
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
  }

  read(): Tally {
    const keys = Float64Array.from(this.counts.keys()).sort();
    return { keys, counts: Uint32Array.from(keys, (key) => this.counts.get(key) ?? 0) };
  }
}

/** The tallies of two parts as one. */
export function mergeTallies(a: Tally, b: Tally): Tally {
  if (b.keys.length === 0) return a;
  if (a.keys.length === 0) return b;
  const counts = new Map<number, number>();
  for (const { keys, counts: part } of [a, b])
    keys.forEach((key, k) => counts.set(key, (counts.get(key) ?? 0) + part[k]!));
  const keys = Float64Array.from(counts.keys()).sort();
  return { keys, counts: Uint32Array.from(keys, (key) => counts.get(key) ?? 0) };
}

/** The place of a permutation in the list of all of them (its Lehmer code), without collisions. */
export function rankingNumber(order: ArrayLike<number>): number {
  const n = order.length;
  let number = 0;
  for (let place = 0; place < n; place++) {
    let smaller = 0;
    for (let later = place + 1; later < n; later++) if (order[later]! < order[place]!) smaller++;
    number = number * (n - place) + smaller;
  }
  return number;
}

/**
 * 53 bits of a permutation too long to be numbered. Two of a million different rankings share a key with a probability
 * of about 6e-5; then the entropy is too small by 2e-6 bits.
 */
function rankingHash(order: ArrayLike<number>): number {
  let a = 0x9e3779b9;
  let b = 0x85ebca6b;
  for (let place = 0; place < order.length; place++) {
    a = Math.imul(a ^ order[place]!, 0xcc9e2d51);
    a = (a << 15) | (a >>> 17);
    b = Math.imul(b + order[place]!, 0x1b873593) ^ (a >>> 3);
    b = (b << 13) | (b >>> 19);
  }
  a = Math.imul(a ^ (a >>> 16) ^ b, 0x85ebca6b);
  a = Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  b = Math.imul(b ^ (b >>> 16) ^ a, 0xc2b2ae35);
  return ((a ^ (a >>> 16)) >>> 11) * 4294967296 + ((b ^ (b >>> 15)) >>> 0);
}
