/**
 * Puts scores in order again and again without allocating: best first, equal scores by lower index.
 *
 * One pass spreads the scores over as many buckets as there are scores (a monotone, therefore order-keeping, map), a second
 * mends the order inside the buckets by insertion. Scores that crowd into few buckets fall back on a merge sort. Both give the
 * one exact order of the doubles; nothing is rounded to fewer bits.
 *
 * Edges   NaN is not allowed. −0 equals 0.
 * Cost    O(m) for scores that spread, O(m log m) at worst.
 * @example const order = new DescendingOrder(3); order.sort(Float64Array.of(0.2, 0.9, 0.2)); order.indices // => 1, 0, 2
 */
export class DescendingOrder {
  /** The order found last: `indices[0]` is the best. */
  readonly indices: Int32Array;
  private readonly buckets: Int32Array;
  private readonly sorted: Float64Array;
  private readonly spare: Int32Array;

  constructor(private readonly count: number) {
    this.indices = new Int32Array(count);
    this.buckets = new Int32Array(count + 1);
    this.sorted = new Float64Array(count);
    this.spare = new Int32Array(count);
  }

  sort(scores: Float64Array): void {
    const { count, indices } = this;
    let low = Infinity;
    let high = -Infinity;
    for (let i = 0; i < count; i++) {
      const score = scores[i]!;
      if (score < low) low = score;
      if (score > high) high = score;
    }
    const scale = (count - 1) / (high - low);
    if (!(high > low) || !Number.isFinite(scale)) {
      for (let i = 0; i < count; i++) indices[i] = i;
      if (high > low) this.mergeSort(scores);
      return;
    }
    this.spread(scores, high, scale);
    if (!this.insert()) this.mergeSort(scores);
  }

  /** Counting sort by bucket: stable, and a better score never lands in a later bucket. */
  private spread(scores: Float64Array, high: number, scale: number): void {
    const { count, indices, buckets, sorted } = this;
    buckets.fill(0);
    for (let i = 0; i < count; i++) buckets[((high - scores[i]!) * scale) | 0]!++;
    let start = 0;
    for (let b = 0; b < buckets.length; b++) {
      const size = buckets[b]!;
      buckets[b] = start;
      start += size;
    }
    for (let i = 0; i < count; i++) {
      const score = scores[i]!;
      const bucket = ((high - score) * scale) | 0;
      const place = buckets[bucket]!;
      buckets[bucket] = place + 1;
      sorted[place] = score;
      indices[place] = i;
    }
  }

  /** Insertion sort of what is nearly in order; false when it would take more than 16 moves per score. */
  private insert(): boolean {
    const { count, indices, sorted } = this;
    let moves = 16 * count;
    let last = sorted[0]!;
    for (let place = 1; place < count; place++) {
      const score = sorted[place]!;
      if (score <= last) {
        last = score;
        continue;
      }
      const index = indices[place]!;
      let before = place - 1;
      do {
        sorted[before + 1] = sorted[before]!;
        indices[before + 1] = indices[before]!;
        before--;
        moves--;
      } while (before >= 0 && sorted[before]! < score);
      sorted[before + 1] = score;
      indices[before + 1] = index;
      if (moves < 0) return false;
    }
    return true;
  }

  /** Bottom-up merge sort of the indices as they stand; ties go to the lower index. */
  private mergeSort(scores: Float64Array): void {
    const { count } = this;
    let from = this.indices;
    let to = this.spare;
    for (let width = 1; width < count; width *= 2) {
      for (let start = 0; start < count; start += 2 * width) {
        const middle = Math.min(start + width, count);
        const end = Math.min(start + 2 * width, count);
        let left = start;
        let right = middle;
        for (let place = start; place < end; place++) {
          const takeLeft = left < middle && (right >= end || comesFirst(scores, from[left]!, from[right]!));
          to[place] = takeLeft ? from[left++]! : from[right++]!;
        }
      }
      [from, to] = [to, from];
    }
    if (from !== this.indices) this.indices.set(from);
  }
}

const comesFirst = (scores: Float64Array, a: number, b: number): boolean =>
  scores[a]! > scores[b]! || (scores[a]! === scores[b]! && a < b);
