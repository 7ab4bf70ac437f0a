import fc from 'fast-check';
import { DescendingOrder } from './descending-order';

const byComparison = (scores: readonly number[]) =>
  scores.map((_, i) => i).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);

const ordered = (scores: readonly number[]) => {
  const order = new DescendingOrder(scores.length);
  order.sort(Float64Array.from(scores));
  return [...order.indices];
};

describe('DescendingOrder', () => {
  it('agrees with a comparison sort, ties by lower index', () => {
    const scores = fc.array(
      fc.oneof(fc.double({ noNaN: true, min: -1e300, max: 1e300 }), fc.constantFrom(0, -0, 0.5, 1)),
      { maxLength: 60 },
    );
    fc.assert(fc.property(scores, (values) => expect(ordered(values)).toEqual(byComparison(values))));
  });

  it('agrees when nearly all scores crowd into one bucket, and when they differ in the last bit', () => {
    const crowded = Array.from({ length: 500 }, (_, i) => (i === 0 ? 1e9 : ((i * 7919) % 500) / 500));
    expect(ordered(crowded)).toEqual(byComparison(crowded));
    const close = Array.from({ length: 50 }, (_, i) => 0.5 + ((i * 13) % 50) * Number.EPSILON);
    expect(ordered(close)).toEqual(byComparison(close));
    expect(ordered([Number.MAX_VALUE, -Number.MAX_VALUE, 0])).toEqual([0, 2, 1]);
    expect(ordered([5e-324, 0, 5e-324])).toEqual([0, 2, 1]);
  });

  it('keeps the given order when all scores are equal, and takes none or one', () => {
    expect(ordered([2, 2, 2])).toEqual([0, 1, 2]);
    expect(ordered([7])).toEqual([0]);
    expect(ordered([])).toEqual([]);
  });

  it('can be used again', () => {
    const order = new DescendingOrder(3);
    order.sort(Float64Array.of(1, 2, 3));
    order.sort(Float64Array.of(3, 1, 2));
    expect([...order.indices]).toEqual([0, 2, 1]);
  });
});
