import { invariant } from '../invariant';
import { philox4x32, type Words2 } from './philox';

/** The largest seed: every whole number up to it is exact in JSON. */
export const largestRandomSeed = Number.MAX_SAFE_INTEGER;

/** True for a seed this library takes: a whole number from 0 to 2^53 − 1. */
export const isRandomSeed = (seed: number): boolean => Number.isSafeInteger(seed) && seed >= 0;

const wordsOf = (whole: number): Words2 => [whole >>> 0, Math.floor(whole / 4294967296) >>> 0];

/**
 * Random numbers as a pure function of (seed, purpose, sample index, position). Sample k's numbers can be made without those
 * of the samples before it, so samples may be divided between any number of threads without changing a byte of the answer;
 * each purpose has numbers of its own, so drawing more of one never shifts another.
 *
 * Shapes  seed, index: whole numbers from 0 to 2^53 − 1; purpose: an unsigned 32-bit number chosen by the caller.
 * Errors  InvariantError for a seed or index outside that range: check with `isRandomSeed` on entry.
 * Source  Philox4x32-10 (Salmon et al., SC'11) with counter (index low, index high, purpose, block) and the seed as key.
 * @example new RandomStream(1, 0).uniform() // => 0.8902591757080309
 */
export class RandomStream {
  private readonly key: Words2;
  private indexLow = 0;
  private indexHigh = 0;
  private block = 0;
  private words: readonly number[] = [];
  private used = 4;

  constructor(
    seed: number,
    private readonly purpose: number,
    index = 0,
  ) {
    invariant(isRandomSeed(seed), `${seed} is not a seed`);
    invariant(purpose >>> 0 === purpose, `${purpose} is not a purpose`);
    this.key = wordsOf(seed);
    this.startSample(index);
  }

  /** Goes to the first number of the sample. */
  startSample(index: number): void {
    invariant(isRandomSeed(index), `${index} is not a sample index`);
    [this.indexLow, this.indexHigh] = wordsOf(index);
    this.block = 0;
    this.used = 4;
  }

  /** 32 random bits as an unsigned integer. */
  word(): number {
    if (this.used === 4) {
      this.words = philox4x32([this.indexLow, this.indexHigh, this.purpose, this.block], this.key);
      this.block = (this.block + 1) >>> 0;
      this.used = 0;
    }
    return this.words[this.used++] as number;
  }

  /** A number strictly between 0 and 1, with 53 random bits. */
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
      const word = this.word();
      if (word < even) return word % bound;
    }
  }

  /** Exponential with mean 1. */
  exponential(): number {
    return -Math.log(this.uniform());
  }

  /** Standard normal, by the Box–Muller transform (one of the pair: every call uses the same count of words). */
  normal(): number {
    const radius = Math.sqrt(-2 * Math.log(this.uniform()));
    return radius * Math.cos(2 * Math.PI * this.uniform());
  }
}
