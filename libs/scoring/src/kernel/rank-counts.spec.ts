import fc from 'fast-check';
import { RankCounts } from './rank-counts';

describe('RankCounts', () => {
  it('counts every place of every alternative, to the depth asked for', () => {
    const cases = fc.integer({ min: 1, max: 9 }).chain((count) =>
      fc.tuple(
        fc.array(fc.shuffledSubarray([...Array(count).keys()], { minLength: count, maxLength: count }), {
          maxLength: 150,
        }),
        fc.integer({ min: 1, max: count }),
        fc.constant(count),
      ),
    );
    fc.assert(
      fc.property(cases, ([orders, depth, count]) => {
        const ranks = new RankCounts(count, depth);
        const plain = new Uint32Array(count * depth);
        for (const order of orders) {
          ranks.add(Int32Array.from(order));
          order.slice(0, depth).forEach((alternative, place) => plain[alternative * depth + place]!++);
        }
        expect(ranks.matrix()).toEqual(plain);
        ranks.add(Int32Array.from({ length: count }, (_, i) => i));
        expect(ranks.matrix()[0]).toBe((plain[0] ?? 0) + 1);
      }),
    );
  });
});
