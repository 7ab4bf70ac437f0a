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
 * A growing list of exact values over one common denominator, so that a sum of many of them is whole-number arithmetic.
 *
 * Why  A rule's prices have denominators of their own; adding dozens of them as fractions in lowest terms would spend all its time on
 *      common divisors.
 */
export class ExactBasis {
  private tops: bigint[] = [];
  private common = 1n;

  get length(): number {
    return this.tops.length;
  }

  get bottom(): bigint {
    return this.common;
  }

  /** Numerator of a value over `bottom`. */
  top(index: number): bigint {
    return this.tops[index]!;
  }

  valueAt(index: number): Fraction {
    return Fraction.of(this.tops[index]!, this.common);
  }

  /** Adds a value; returns its index. */
  push(value: Ratio): number {
    if (value.bottom % this.common === 0n) {
      const factor = value.bottom / this.common;
      const shared = commonDivisor(value.top, factor);
      this.grow(factor / shared);
      this.tops.push(value.top / shared);
    } else {
      const { numerator, denominator } = reduced(value);
      const factor = denominator / commonDivisor(this.common, denominator);
      this.grow(factor);
      this.tops.push(numerator * (this.common / denominator));
    }
    return this.tops.length - 1;
  }

  private grow(factor: bigint): void {
    if (factor === 1n) return;
    this.tops = this.tops.map((top) => top * factor);
    this.common *= factor;
  }
}

function commonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [b, a % b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x < 0n ? -x : x;
}
