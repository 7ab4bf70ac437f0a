import { philox4x32, type Words2, type Words4 } from './philox';

describe('philox4x32', () => {
  // Random123 1.14.0, tests/kat_vectors, the three lines "philox4x32 10".
  const answers: readonly [Words4, Words2, Words4][] = [
    [
      [0, 0, 0, 0],
      [0, 0],
      [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8],
    ],
    [
      [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
      [0xffffffff, 0xffffffff],
      [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd],
    ],
    [
      [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
      [0xa4093822, 0x299f31d0],
      [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
    ],
  ];

  it.each(answers)('gives the known answer of Random123 for %j, %j', (counter, key, expected) => {
    expect(philox4x32(counter, key)).toEqual(expected);
  });

  it('changes about half of the bits when one bit of the counter changes', () => {
    let changed = 0;
    for (let index = 0; index < 256; index++) {
      const before = philox4x32([index, 0, 0, 0], [7, 0]);
      const after = philox4x32([index, 0, 0, 1], [7, 0]);
      before.forEach((word, k) => {
        for (let bits = word ^ (after[k] ?? 0); bits !== 0; bits &= bits - 1) changed++;
      });
    }
    expect(changed / (256 * 128)).toBeGreaterThan(0.48);
    expect(changed / (256 * 128)).toBeLessThan(0.52);
  });
});
