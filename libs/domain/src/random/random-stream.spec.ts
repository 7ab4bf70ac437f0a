import fc from 'fast-check';
import { InvariantError } from '../invariant';
import { philox4x32 } from './philox';
import { RandomStream } from './random-stream';

describe('RandomStream', () => {
  it('is Philox of (index, purpose, block) under the seed, word by word', () => {
    const stream = new RandomStream(0x100000002, 9, 0x300000004);
    const words = Array.from({ length: 8 }, () => stream.word());
    expect(words).toEqual([...philox4x32([4, 3, 9, 0], [2, 1]), ...philox4x32([4, 3, 9, 1], [2, 1])]);
  });

  it('gives sample k the same numbers whether or not the samples before it were drawn', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.nat(1000), fc.nat(20), (seed, index, drawn) => {
        const walked = new RandomStream(seed, 3);
        for (let k = 0; k < drawn; k++) walked.uniform();
        walked.startSample(index);
        expect(walked.uniform()).toBe(new RandomStream(seed, 3, index).uniform());
      }),
    );
  });

  it('keeps purposes apart', () => {
    expect(new RandomStream(1, 1).word()).not.toBe(new RandomStream(1, 2).word());
  });

  it('stays strictly between 0 and 1 with mean one half, and below a bound evenly', () => {
    const stream = new RandomStream(5, 0);
    let sum = 0;
    const counts = [0, 0, 0];
    for (let k = 0; k < 30000; k++) {
      const u = stream.uniform();
      expect(u > 0 && u < 1).toBe(true);
      sum += u;
      const face = stream.below(3);
      counts[face] = (counts[face] as number) + 1;
    }
    expect(Math.abs(sum / 30000 - 0.5)).toBeLessThan(0.007); // 4 standard errors
    for (const count of counts) expect(Math.abs(count - 10000)).toBeLessThan(330);
  });

  it('has the mean and spread of its distributions', () => {
    const stream = new RandomStream(6, 0);
    const size = 40000;
    let [exponential, normal, squared] = [0, 0, 0];
    for (let k = 0; k < size; k++) {
      exponential += stream.exponential();
      const z = stream.normal();
      normal += z;
      squared += z * z;
    }
    expect(Math.abs(exponential / size - 1)).toBeLessThan(0.02);
    expect(Math.abs(normal / size)).toBeLessThan(0.02);
    expect(Math.abs(squared / size - 1)).toBeLessThan(0.03);
  });

  it('stops at the door what is not a seed, purpose, index or bound', () => {
    expect(() => new RandomStream(-1, 0)).toThrow(InvariantError);
    expect(() => new RandomStream(0.5, 0)).toThrow(InvariantError);
    expect(() => new RandomStream(0, -1)).toThrow(InvariantError);
    expect(() => new RandomStream(0, 0, NaN)).toThrow(InvariantError);
    expect(() => new RandomStream(0, 0).below(0)).toThrow(InvariantError);
  });
});
