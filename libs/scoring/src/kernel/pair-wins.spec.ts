import fc from 'fast-check';
import { PairWins } from './pair-wins';
import { SampleStream } from './sample-stream';

function shuffled(count: number, stream: SampleStream): Int32Array {
  const order = Int32Array.from({ length: count }, (_, i) => i);
  for (let place = count - 1; place > 0; place--) {
    const other = stream.below(place + 1);
    [order[place], order[other]] = [order[other] ?? 0, order[place] ?? 0];
  }
  return order;
}

/** The double loop that `PairWins` saves. */
function byDoubleLoop(count: number, orders: readonly Int32Array[]): Uint32Array {
  const wins = new Uint32Array(count * count);
  for (const order of orders)
    order.forEach((winner, place) => order.subarray(place + 1).forEach((loser) => wins[winner * count + loser]!++));
  return wins;
}

/** Where two matrices first differ; −1 when nowhere. Much faster than a deep comparison. */
const difference = (a: Uint32Array, b: Uint32Array) =>
  a.length === b.length ? a.findIndex((count, k) => count !== b[k]) : a.length;

describe('PairWins', () => {
  it('counts what the double loop counts, for few and many alternatives and any number of orders', () => {
    const sizes = fc.tuple(
      fc.constantFrom(1, 2, 5, 31, 32, 33, 64, 255, 256, 257, 300),
      fc.integer({ min: 0, max: 50 }),
    );
    fc.assert(
      fc.property(sizes, fc.nat(), ([count, draws], seed) => {
        const stream = new SampleStream(seed, 'draw');
        const orders = Array.from({ length: draws }, () => shuffled(count, stream));
        const wins = new PairWins(count);
        orders.forEach((order) => wins.add(order));
        expect(difference(wins.matrix(), byDoubleLoop(count, orders))).toBe(-1);
      }),
      { numRuns: 60 },
    );
  });

  it('carries right over 256 and over the 32,512 orders its planes hold', () => {
    const stream = new SampleStream(3, 'draw');
    const count = 5;
    const orders = Array.from({ length: 70_003 }, (_, k) =>
      k % 3 === 0 ? shuffled(count, stream) : Int32Array.of(4, 0, 1, 2, 3),
    );
    const wins = new PairWins(count);
    orders.forEach((order) => wins.add(order));
    expect(difference(wins.matrix(), byDoubleLoop(count, orders))).toBe(-1);
  });

  it('takes more alternatives than it works on together, and two of it at once', () => {
    const stream = new SampleStream(5, 'draw');
    const orders = Array.from({ length: 21 }, () => shuffled(1100, stream));
    const [wins, other] = [new PairWins(1100), new PairWins(7)];
    const others = orders.map(() => shuffled(7, stream));
    orders.forEach((order, k) => {
      wins.add(order);
      other.add(others[k]!);
    });
    expect(difference(wins.matrix(), byDoubleLoop(1100, orders))).toBe(-1);
    expect(difference(other.matrix(), byDoubleLoop(7, others))).toBe(-1);
  });

  it('can be read midway and go on', () => {
    const stream = new SampleStream(4, 'draw');
    const orders = Array.from({ length: 700 }, () => shuffled(40, stream));
    const wins = new PairWins(40);
    orders.slice(0, 277).forEach((order) => wins.add(order));
    expect(difference(wins.matrix(), byDoubleLoop(40, orders.slice(0, 277)))).toBe(-1);
    orders.slice(277).forEach((order) => wins.add(order));
    expect(difference(wins.matrix(), byDoubleLoop(40, orders))).toBe(-1);
  });
});
