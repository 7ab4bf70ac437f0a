import * as fc from 'fast-check';
import { splitByLargestRemainder, sumSek } from './money';

describe('money', () => {
  it('splits by largest remainder, ties to the lower index', () => {
    expect(splitByLargestRemainder(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(splitByLargestRemainder(0, [0, 2])).toEqual([0, 0]);
  });

  it('never loses or makes a krona, and stays within one krona of the quota', () => {
    const parts = fc
      .array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 9 })
      .filter((list) => list.some((part) => part > 1e-6));
    fc.assert(
      fc.property(fc.nat(1_000_000_000), parts, (amount, list) => {
        const pieces = splitByLargestRemainder(amount, list);
        expect(sumSek(pieces)).toBe(amount);
        const total = list.reduce((sum, part) => sum + part, 0);
        pieces.forEach((piece, index) =>
          expect(Math.abs(piece - (amount * list[index]!) / total)).toBeLessThan(1 + 1e-6),
        );
      }),
    );
  });

  it('treats a fraction of a krona as a bug', () => {
    expect(() => sumSek([1, 0.5])).toThrow('whole kronor');
  });
});
