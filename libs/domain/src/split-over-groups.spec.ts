import fc from 'fast-check';
import { splitOverGroups } from './split-over-groups';

describe('money over groups', () => {
  it('gives the krona that is left to the group whose id comes first', () => {
    expect(splitOverGroups(101, { region_own: 50, municipal: 50 })).toEqual([
      ['municipal', 51],
      ['region_own', 50],
    ]);
    expect(splitOverGroups(10, { b: 1, a: 1, c: 1 })).toEqual([
      ['a', 4],
      ['b', 3],
      ['c', 3],
    ]);
  });
  it('has nothing for who has no part', () => {
    expect(splitOverGroups(10, { a: 0, b: 2 })).toEqual([['b', 10]]);
    expect(splitOverGroups(10, {})).toEqual([]);
    expect(() => splitOverGroups(10, { a: -1 })).toThrow();
  });
  it('splits alike in whatever order the parts are stated, and loses nothing', () => {
    const parts = fc.uniqueArray(fc.tuple(fc.string({ minLength: 1, maxLength: 3 }), fc.nat({ max: 5 })), {
      selector: ([group]) => group,
    });
    fc.assert(
      fc.property(fc.nat({ max: 1e6 }), parts, (amount, entries) => {
        const split = splitOverGroups(amount, Object.fromEntries(entries));
        expect(splitOverGroups(amount, Object.fromEntries([...entries].reverse()))).toEqual(split);
        const total = split.reduce((sum, [, own]) => sum + own, 0);
        expect(total).toBe(entries.some(([, part]) => part > 0) ? amount : 0);
      }),
    );
  });
});
