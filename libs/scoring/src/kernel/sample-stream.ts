import { invariant } from '@fordela/domain';
import { philox4x32, type Words2 } from './philox';

/** What a sample's random numbers are for. Each purpose has numbers of its own, so drawing more of one never shifts another. */
export const purposes = { weights: 1, scores: 2, cells: 3, ties: 4, walk: 5, draw: 6, pilot: 7 } as const;
export type Purpose = keyof typeof purposes;

/** The largest seed: every whole number up to it is exact in JSON. */
export const largestSeed = Number.MAX_SAFE_INTEGER;

/** True for a seed this library takes: a whole number from 0 to 2^53 − 1. */
export const isSeed = (seed: number): boolean => Number.isSafeInteger(seed) && seed >= 0;

const { floor } = Math;
const wordsOf = (whole: number): Words2 => [whole >>> 0, floor(whole / 4294967296) >>> 0];

/**
 * The random numbers of one sample for one purpose: a pure function of (seed, purpose, index). Philox4x32-10 makes the start
 * from those three, xoshiro128++ the numbers that follow, so that samples may be drawn in any order on any number of threads.
 *
 * Errors  InvariantError for a seed or index that is not a whole number from 0 to 2^53 − 1: check with `isSeed` on entry.
 * Source  Blackman & Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47 (2021).
 */
export class SampleStream {
  s0 = 0;
  s1 = 0;
  s2 = 0;
  s3 = 0;
  private readonly key: Words2;
  private readonly purpose: number;

  constructor(seed: number, purpose: Purpose, index = 0) {
    invariant(isSeed(seed), `${seed} is not a seed`);
    this.key = wordsOf(seed);
    this.purpose = purposes[purpose];
    this.startSample(index);
  }

  /** Goes to the first number of the sample. */
  startSample(index: number): void {
    const [low, high] = wordsOf(index);
    const [a, b, c, d] = philox4x32([low, high, this.purpose, 0], this.key);
    this.s0 = a | 0;
    this.s1 = b | 0;
    this.s2 = c | 0;
    this.s3 = (a | b | c | d) === 0 ? 1 : d | 0;
  }

  /** 32 random bits as a signed integer. */
  word(): number {
    const sum = (this.s0 + this.s3) | 0;
    const word = (((sum << 7) | (sum >>> 25)) + this.s0) | 0;
    const shifted = this.s1 << 9;
    this.s2 ^= this.s0;
    this.s3 ^= this.s1;
    this.s1 ^= this.s2;
    this.s0 ^= this.s3;
    this.s2 ^= shifted;
    this.s3 = (this.s3 << 11) | (this.s3 >>> 21);
    return word;
  }

  /** A number strictly between 0 and 1 on a grid of 2^-53. */
  uniform(): number {
    const high = this.word() >>> 5;
    const low = this.word() >>> 6;
    return (high * 67108864 + low + 0.5) / 9007199254740992;
  }

  /** A whole number from 0 to bound − 1, each exactly as likely as the others (rejection of the uneven rest). */
  below(bound: number): number {
    invariant(Number.isInteger(bound) && bound >= 1 && bound <= 4294967296, `${bound} is not a bound`);
    const even = 4294967296 - (4294967296 % bound);
    for (;;) {
      const word = this.word() >>> 0;
      if (word < even) return word % bound;
    }
  }
}
