import { Fraction } from './fraction';

/** A rational as top / bottom with a positive bottom, not reduced: for long chains of exact arithmetic. */
export interface Ratio {
  readonly top: bigint;
  readonly bottom: bigint;
}

/** Sign of a − b. */
export function compareRatios(a: Ratio, b: Ratio): number {
  const [left, right] = [a.top * b.bottom, b.top * a.bottom];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The ratio in lowest terms. */
export const reduced = (ratio: Ratio): Fraction => Fraction.of(ratio.top, ratio.bottom);

/**
 * A growing list of exact values whose whole-numbered combinations are quick: the denominator of each value divides that of
 * the next one, so a sum is built up from the first value on by multiplications alone (Horner's rule).
 *
 * Why  A rule's prices have denominators of their own; adding dozens of them as fractions in lowest terms would spend all its
 *      time on common divisors.
 */
export class ExactBasis {
  private readonly tops: bigint[] = [];
  /** By how much the denominator grew with each value. */
  private readonly growth: bigint[] = [];
  private last = 1n;

  get length(): number {
    return this.tops.length;
  }

  /** The denominator of the last value, which all others divide. */
  get bottom(): bigint {
    return this.last;
  }

  /** Adds a value; returns its index. */
  push(value: Ratio): number {
    let { top, bottom } = value;
    if (bottom % this.last === 0n) {
      const factor = bottom / this.last;
      const shared = commonDivisor(top, factor);
      top /= shared;
      bottom /= shared;
    } else {
      const { numerator, denominator } = reduced(value);
      bottom = (this.last / commonDivisor(this.last, denominator)) * denominator;
      top = numerator * (bottom / denominator);
    }
    this.growth.push(bottom / this.last);
    this.last = bottom;
    return this.tops.push(top) - 1;
  }

  /** Σ coefficient × value, over `bottom`. Coefficients are whole: safe integers or bigints. */
  combine(coefficients: ArrayLike<number | bigint>): Ratio {
    let sum = 0n;
    let pending = 1n;
    for (let index = 0; index < this.tops.length; index++) {
      pending *= this.growth[index]!;
      const coefficient = coefficients[index]!;
      if (coefficient === 0 || coefficient === 0n) continue;
      sum = sum * pending + BigInt(coefficient) * this.tops[index]!;
      pending = 1n;
    }
    return { top: sum * pending, bottom: this.last };
  }
}

function commonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [b, a % b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x < 0n ? -x : x;
}
