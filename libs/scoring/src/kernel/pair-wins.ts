/** Samples counted together. */
const blockSize = 16;
/** 32-bit words walked together: 256 alternatives. */
const groupWords = 8;
/** Bits 0–7 of every count, and the carry out of them. */
const lowPlanes = 9;
/** Bits 8–14 of every count. */
const highPlanes = 7;
/** The most samples the planes hold: 127 × 256. */
const planeCapacity = 32512;

/** The words of 256 alternatives: against each of the first `rows` alternatives, 8 words of 32 bits per plane. */
interface Group {
  readonly rows: number;
  readonly low: Int32Array;
  readonly high: Int32Array;
}

/**
 * Counts how often each alternative stands before each other one, over many orders.
 *
 * A plain double loop makes m(m − 1)/2 comparisons per order. Here an alternative's wins are a bit mask, "those that stand
 * below it", which grows by one bit per place when the order is walked from its end; the masks of 16 orders are summed by
 * carry-save adders, 32 alternatives at a time, into counts held as bit planes (bit k of 32 counts in one word). Only the
 * half with the higher index is counted; the other half follows, since one of two always stands before the other.
 *
 * Source  Carry-save adders for counting bits: Harley & Seal, in Warren, Hacker's Delight (2nd ed. 2013), section 5-1.
 * @example const wins = new PairWins(3); wins.add(Int32Array.of(2, 0, 1)); wins.matrix() // => 0 1 0, 0 0 0, 1 1 0 by rows
 */
export class PairWins {
  private readonly groups: readonly Group[];
  private readonly masks: Int32Array;
  private readonly orders: Int32Array;
  private readonly wins: Uint32Array;
  private waiting = 0;
  private inPlanes = 0;
  private total = 0;

  constructor(private readonly count: number) {
    const groupCount = Math.ceil(count / (32 * groupWords));
    this.groups = Array.from({ length: groupCount }, (_, g) => {
      const rows = Math.min(count, (g + 1) * 32 * groupWords);
      return {
        rows,
        low: new Int32Array(rows * groupWords * lowPlanes),
        high: new Int32Array(rows * groupWords * highPlanes),
      };
    });
    this.masks = new Int32Array(count * blockSize * groupWords);
    this.orders = new Int32Array(count * blockSize);
    this.wins = new Uint32Array(count * count);
  }

  /** Adds one order: the indices of the alternatives, best first. */
  add(order: Int32Array): void {
    this.orders.set(order, this.waiting * this.count);
    this.waiting++;
    if (this.waiting === blockSize) this.countBlock();
  }

  /** Row i, column j: how often i stood before j so far. Row by row; the diagonal is 0. */
  matrix(): Uint32Array {
    this.countBlock();
    this.emptyPlanes();
    const { count, wins, total } = this;
    const all = wins.slice();
    for (let i = 0; i < count; i++)
      for (let j = i + 1; j < count; j++) all[j * count + i] = total - wins[i * count + j]!;
    return all;
  }

  /** A block shorter than 16 is always the last before the planes are emptied, so no count carries twice in 256 samples. */
  private countBlock(): void {
    const { waiting, masks, count } = this;
    if (waiting === 0) return;
    for (const [g, group] of this.groups.entries()) {
      if (waiting < blockSize) masks.fill(0);
      for (let s = 0; s < waiting; s++) walkUp(this.orders, s * count, count, masks, s, g, group.rows);
      addMasks(masks, group.low, group.rows);
    }
    const before = this.inPlanes >>> 8;
    this.inPlanes += waiting;
    this.total += waiting;
    this.waiting = 0;
    if (this.inPlanes >>> 8 !== before) for (const group of this.groups) carryUp(group);
    if (this.inPlanes > planeCapacity - blockSize) this.emptyPlanes();
  }

  /** Moves the counts from the bit planes to whole numbers. */
  private emptyPlanes(): void {
    const { count, wins } = this;
    const lane = new Uint32Array(32);
    for (const [g, group] of this.groups.entries()) {
      for (let i = 0; i < group.rows; i++) {
        for (let q = 0; q < groupWords; q++) {
          const first = (g * groupWords + q) * 32;
          if (first >= count || first + 31 <= i) continue;
          readLanes(group, i * groupWords + q, lane);
          for (let j = Math.max(first, i + 1); j < Math.min(first + 32, count); j++)
            wins[i * count + j]! += lane[j - first]!;
        }
      }
      group.low.fill(0);
      group.high.fill(0);
    }
    this.inPlanes = 0;
  }
}

/** For the alternatives of one order: the mask of those of the group that stand below it, into lane s of the block. */
function walkUp(
  orders: Int32Array,
  start: number,
  count: number,
  masks: Int32Array,
  s: number,
  group: number,
  rows: number,
): void {
  const firstWord = group * groupWords;
  const lane = s * groupWords;
  let m0 = 0;
  let m1 = 0;
  let m2 = 0;
  let m3 = 0;
  let m4 = 0;
  let m5 = 0;
  let m6 = 0;
  let m7 = 0;
  for (let place = start + count - 1; place >= start; place--) {
    const i = orders[place]!;
    if (i >= rows) continue;
    const at = i * (blockSize * groupWords) + lane;
    masks[at] = m0;
    masks[at + 1] = m1;
    masks[at + 2] = m2;
    masks[at + 3] = m3;
    masks[at + 4] = m4;
    masks[at + 5] = m5;
    masks[at + 6] = m6;
    masks[at + 7] = m7;
    const word = (i >> 5) - firstWord;
    if (word < 0) continue;
    const bit = 1 << i;
    switch (word) {
      case 0:
        m0 |= bit;
        break;
      case 1:
        m1 |= bit;
        break;
      case 2:
        m2 |= bit;
        break;
      case 3:
        m3 |= bit;
        break;
      case 4:
        m4 |= bit;
        break;
      case 5:
        m5 |= bit;
        break;
      case 6:
        m6 |= bit;
        break;
      default:
        m7 |= bit;
    }
  }
}

/**
 * Adds 16 masks to every count. A carry-save adder turns three words of equal weight into a sum and a carry of double weight:
 * u = a ^ b, sum = u ^ c, carry = (a & b) | (u & c). Written out, because a call per word would cost more than the sums.
 */
function addMasks(masks: Int32Array, low: Int32Array, rows: number): void {
  for (let i = 0; i < rows; i++) {
    for (let q = 0; q < groupWords; q++) {
      const x = i * (blockSize * groupWords) + q;
      const y = (i * groupWords + q) * lowPlanes;
      let ones = low[y]!;
      let twos = low[y + 1]!;
      let fours = low[y + 2]!;
      let eights = low[y + 3]!;
      let a = masks[x]!;
      let b = masks[x + 8]!;
      let u = ones ^ a;
      let twosA = (ones & a) | (u & b);
      ones = u ^ b;
      a = masks[x + 16]!;
      b = masks[x + 24]!;
      u = ones ^ a;
      let twosB = (ones & a) | (u & b);
      ones = u ^ b;
      u = twos ^ twosA;
      let foursA = (twos & twosA) | (u & twosB);
      twos = u ^ twosB;
      a = masks[x + 32]!;
      b = masks[x + 40]!;
      u = ones ^ a;
      twosA = (ones & a) | (u & b);
      ones = u ^ b;
      a = masks[x + 48]!;
      b = masks[x + 56]!;
      u = ones ^ a;
      twosB = (ones & a) | (u & b);
      ones = u ^ b;
      u = twos ^ twosA;
      let foursB = (twos & twosA) | (u & twosB);
      twos = u ^ twosB;
      u = fours ^ foursA;
      const eightsA = (fours & foursA) | (u & foursB);
      fours = u ^ foursB;
      a = masks[x + 64]!;
      b = masks[x + 72]!;
      u = ones ^ a;
      twosA = (ones & a) | (u & b);
      ones = u ^ b;
      a = masks[x + 80]!;
      b = masks[x + 88]!;
      u = ones ^ a;
      twosB = (ones & a) | (u & b);
      ones = u ^ b;
      u = twos ^ twosA;
      foursA = (twos & twosA) | (u & twosB);
      twos = u ^ twosB;
      a = masks[x + 96]!;
      b = masks[x + 104]!;
      u = ones ^ a;
      twosA = (ones & a) | (u & b);
      ones = u ^ b;
      a = masks[x + 112]!;
      b = masks[x + 120]!;
      u = ones ^ a;
      twosB = (ones & a) | (u & b);
      ones = u ^ b;
      u = twos ^ twosA;
      foursB = (twos & twosA) | (u & twosB);
      twos = u ^ twosB;
      u = fours ^ foursA;
      const eightsB = (fours & foursA) | (u & foursB);
      fours = u ^ foursB;
      u = eights ^ eightsA;
      let carry = (eights & eightsA) | (u & eightsB);
      eights = u ^ eightsB;
      low[y] = ones;
      low[y + 1] = twos;
      low[y + 2] = fours;
      low[y + 3] = eights;
      for (let k = 4; k < 8; k++) {
        const plane = low[y + k]!;
        low[y + k] = plane ^ carry;
        carry &= plane;
      }
      low[y + 8]! |= carry;
    }
  }
}

/** Adds the carries out of bits 0–7, at most one per count since the last time, to bits 8 and up. */
function carryUp({ rows, low, high }: Group): void {
  for (let word = 0; word < rows * groupWords; word++) {
    let carry = low[word * lowPlanes + 8]!;
    low[word * lowPlanes + 8] = 0;
    for (let k = 0; carry !== 0 && k < highPlanes; k++) {
      const at = word * highPlanes + k;
      const plane = high[at]!;
      high[at] = plane ^ carry;
      carry &= plane;
    }
  }
}

/** The 32 counts whose bits stand in the planes of one word. */
function readLanes({ low, high }: Group, word: number, lane: Uint32Array): void {
  lane.fill(0);
  for (let k = 0; k < lowPlanes; k++) {
    const plane = low[word * lowPlanes + k]!;
    if (plane !== 0) for (let b = 0; b < 32; b++) lane[b]! += ((plane >>> b) & 1) << k;
  }
  for (let k = 0; k < highPlanes; k++) {
    const plane = high[word * highPlanes + k]!;
    if (plane !== 0) for (let b = 0; b < 32; b++) lane[b]! += ((plane >>> b) & 1) << (k + 8);
  }
}
