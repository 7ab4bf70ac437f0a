import { invariant } from '@fordela/domain';

const gcd = (a: bigint, b: bigint): bigint => {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
};

const bitLength = (value: bigint): number => {
  const hex = value.toString(16);
  return (hex.length - 1) * 4 + (32 - Math.clz32(Number.parseInt(hex[0] as string, 16)));
};

/**
 * An exact rational number in lowest terms with a positive denominator. Immutable.
 *
 * Why     The fair rules compare prices that are equal by construction; with doubles a tie would be decided by rounding noise.
 * Errors  InvariantError on a zero denominator and on division by zero: the caller must have looked.
 * @example Fraction.of(2, 6).plus(Fraction.of(1, 6)).toString() // => '1/2'
 */
export class Fraction {
  static readonly zero = new Fraction(0n, 1n);
  static readonly one = new Fraction(1n, 1n);

  private constructor(
    readonly numerator: bigint,
    readonly denominator: bigint,
  ) {}

  /** numerator / denominator of whole numbers. Numbers must be safe integers. */
  static of(numerator: bigint | number, denominator: bigint | number = 1n): Fraction {
    const [top, bottom] = [wholeNumber(numerator), wholeNumber(denominator)];
    invariant(bottom !== 0n, 'a fraction needs a denominator other than 0');
    if (bottom === 1n) return new Fraction(top, 1n);
    const divisor = gcd(top, bottom);
    const sign = bottom < 0n ? -1n : 1n;
    return new Fraction((sign * top) / divisor, (sign * bottom) / divisor);
  }

  /**
   * The exact value of a written number: `12`, `-0.9`, `.5`, `1,5` (decimal comma), `2/3`, `1e-3`. Null when it is none.
   * A JavaScript number is read as its shortest decimal text, so 0.1 means one tenth.
   */
  static parse(text: string | number): Fraction | null {
    const match =
      /^\s*([+-]?)(?:(\d+)\s*\/\s*(\d+)|(\d*)(?:[.,](\d*))?(?:[eE]([+-]?\d{1,4}))?)\s*$/.exec(String(text)) ?? [];
    const [, sign, top, bottom, whole = '', decimals = '', exponent = '0'] = match;
    if (sign === undefined || (top === undefined && whole + decimals === '')) return null;
    const factor = sign === '-' ? -1n : 1n;
    if (top !== undefined)
      return BigInt(bottom as string) === 0n ? null : Fraction.of(factor * BigInt(top), BigInt(bottom as string));
    const shift = Number(exponent) - decimals.length;
    const digits = factor * BigInt(whole + decimals);
    return shift >= 0 ? new Fraction(digits * 10n ** BigInt(shift), 1n) : Fraction.of(digits, 10n ** BigInt(-shift));
  }

  plus(other: Fraction): Fraction {
    if (this.denominator === other.denominator) return Fraction.of(this.numerator + other.numerator, this.denominator);
    return Fraction.of(
      this.numerator * other.denominator + other.numerator * this.denominator,
      this.denominator * other.denominator,
    );
  }

  minus(other: Fraction): Fraction {
    return this.plus(other.negated());
  }

  times(other: Fraction | bigint | number): Fraction {
    if (!(other instanceof Fraction)) return Fraction.of(this.numerator * wholeNumber(other), this.denominator);
    return Fraction.of(this.numerator * other.numerator, this.denominator * other.denominator);
  }

  over(other: Fraction | bigint | number): Fraction {
    if (!(other instanceof Fraction)) return Fraction.of(this.numerator, this.denominator * wholeNumber(other));
    invariant(other.numerator !== 0n, 'division by zero');
    return Fraction.of(this.numerator * other.denominator, this.denominator * other.numerator);
  }

  negated(): Fraction {
    return new Fraction(-this.numerator, this.denominator);
  }

  /** Negative, zero or positive as this is less than, equal to or greater than the other. */
  compare(other: Fraction): number {
    const [left, right] = [this.numerator * other.denominator, other.numerator * this.denominator];
    return left < right ? -1 : left > right ? 1 : 0;
  }

  equals(other: Fraction): boolean {
    return this.numerator === other.numerator && this.denominator === other.denominator;
  }

  /** −1, 0 or 1. */
  sign(): number {
    return this.numerator < 0n ? -1 : this.numerator > 0n ? 1 : 0;
  }

  isInteger(): boolean {
    return this.denominator === 1n;
  }

  /** The largest whole number not above this. */
  floor(): bigint {
    const quotient = this.numerator / this.denominator;
    return this.numerator < 0n && quotient * this.denominator !== this.numerator ? quotient - 1n : quotient;
  }

  /**
   * The nearest double, ties to even, also when numerator and denominator are too long for a double themselves.
   * Beyond the largest double ±Infinity; below about 1e-300 the last bits may be lost.
   */
  toNumber(): number {
    return quotientOf(this.numerator, this.denominator);
  }

  /** `3`, `-1/3`: the exact text, which `parse` reads back. */
  toString(): string {
    return this.denominator === 1n ? String(this.numerator) : `${this.numerator}/${this.denominator}`;
  }

  toJSON(): string {
    return this.toString();
  }
}

/** The nearest double to top / bottom, ties to even, for a positive bottom; see `Fraction.toNumber`. */
export function quotientOf(top: bigint, bottom: bigint): number {
  if (top === 0n) return 0;
  const size = top < 0n ? -top : top;
  const shift = 66 - (bitLength(size) - bitLength(bottom));
  const scaled = shift >= 0 ? size << BigInt(shift) : size;
  const divisor = shift >= 0 ? bottom : bottom << BigInt(-shift);
  const quotient = scaled / divisor;
  // A remainder must still be felt when the 66-bit quotient is rounded to 53 bits: keep it as the lowest bit.
  const felt = quotient * divisor === scaled ? quotient : quotient | 1n;
  const half = Math.trunc(-shift / 2);
  const value = Number(felt) * 2 ** half * 2 ** (-shift - half);
  return top < 0n ? -value : value;
}

function wholeNumber(value: bigint | number): bigint {
  if (typeof value === 'bigint') return value;
  invariant(Number.isSafeInteger(value), `a fraction is made of whole numbers, got ${value}`);
  return BigInt(value);
}

/** The exact sum; `[]` gives 0. */
export function sumFractions(values: Iterable<Fraction>): Fraction {
  let total = Fraction.zero;
  for (const value of values) total = total.plus(value);
  return total;
}

/** The least whole number that every one of the positive whole numbers divides; 1 for none. */
export function leastCommonMultiple(values: Iterable<bigint>): bigint {
  let multiple = 1n;
  for (const value of values) multiple = (multiple / gcd(multiple, value)) * value;
  return multiple;
}
