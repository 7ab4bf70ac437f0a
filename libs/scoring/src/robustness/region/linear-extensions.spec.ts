import fc from 'fast-check';
import { SampleStream } from '../../kernel/sample-stream';
import { LinearExtensions } from './linear-extensions';

const permutations = (things: readonly number[]): number[][] =>
  things.length === 0
    ? [[]]
    : things.flatMap((first) =>
        permutations(things.filter((other) => other !== first)).map((rest) => [first, ...rest]),
      );

/** All orders in which everything comes after what stands above it, by trying every permutation. */
const byTrying = (above: readonly number[]) =>
  permutations(above.map((_, k) => k)).filter((order) =>
    order.every((thing, place) => {
      const before = order.slice(0, place).reduce((bits, other) => bits | (1 << other), 0);
      return ((above[thing] ?? 0) & ~before) === 0;
    }),
  );

describe('LinearExtensions', () => {
  // Only lower numbers stand above: no circles.
  const orders = fc
    .array(fc.nat(), { minLength: 1, maxLength: 5 })
    .map((bits) => bits.map((random, k) => random % 2 ** k));

  it('counts as many orders as trying all permutations finds', () => {
    fc.assert(fc.property(orders, (above) => expect(new LinearExtensions(above).count()).toBe(byTrying(above).length)));
  });

  it('draws each of them about equally often', () => {
    const above = [0, 0b1, 0b1, 0, 0b100];
    const possible = byTrying(above).map(String);
    const counts = new Map(possible.map((key) => [key, 0]));
    const extensions = new LinearExtensions(above);
    const stream = new SampleStream(11, 'weights');
    const order = new Int32Array(5);
    const draws = 1000 * possible.length;
    for (let k = 0; k < draws; k++) {
      extensions.draw(stream, order);
      counts.set(String([...order]), (counts.get(String([...order])) ?? 0) + 1);
    }
    expect(counts.size).toBe(possible.length);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(5 * Math.sqrt(1000));
  });
});
