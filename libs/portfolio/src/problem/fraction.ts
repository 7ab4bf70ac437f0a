import { invariant } from '@fordela/domain';

/** An exact fraction in lowest terms with a positive denominator. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const ratioText = /^([+-]?\d{1,30})\/(\d{1,30})$/;
const decimalText = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/;

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y > 0n) [x, y] = [y, x % y];
  return x;
}

/** numerator/denominator in lowest terms. InvariantError when the denominator is 0. */
export function fraction(numerator: bigint | number, denominator: bigint | number = 1n): Fraction {
  const [n, d] = [BigInt(numerator), BigInt(denominator)];
  invariant(d !== 0n, 'a fraction needs a denominator');
  const common = gcd(n, d) * (d < 0n ? -1n : 1n);
  return { numerator: n / common, denominator: d / common };
}

/**
 * The exact fraction of a JSON number, of decimal text or of a fraction written out; null when the text is none of them.
 *
 * Rule    A number is read as its shortest decimal text, as it stands in the file: 0.1 is one tenth, not the nearest double.
 * @example fractionOf('12.50') // => { numerator: 25n, denominator: 2n }
 * @example fractionOf('2/6') // => { numerator: 1n, denominator: 3n }
 */
export function fractionOf(value: number | string): Fraction | null {
  const text = typeof value === 'number' ? String(value) : value.trim();
  const [, above, below = '0'] = ratioText.exec(text) ?? [];
  if (above !== undefined) return BigInt(below) === 0n ? null : fraction(BigInt(above), BigInt(below));
  const match = decimalText.exec(text);
  if (!match) return null;
  const [, sign, whole, digits = '', exponent = '0'] = match;
  const shift = digits.length - Number(exponent);
  const mantissa = BigInt(`${whole}${digits}`) * (sign === '-' ? -1n : 1n);
  return shift > 0 ? fraction(mantissa, 10n ** BigInt(shift)) : fraction(mantissa * 10n ** BigInt(-shift));
}

export const addFractions = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);

export const multiplyFractions = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.numerator * b.numerator, a.denominator * b.denominator);

/** a < b, a = b, a > b as −1, 0, 1. */
export function compareFractions(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Decimals needed to write the fraction exactly, or null when more than `most` would be needed (1/3: never). */
export function decimalsOf(value: Fraction, most: number): number | null {
  let scale = 1n;
  for (let decimals = 0; decimals <= most; decimals += 1, scale *= 10n)
    if (scale % value.denominator === 0n) return decimals;
  return null;
}

/** The nearest whole multiple of 10^−decimals, halves away from zero. */
export function roundToDecimals(value: Fraction, decimals: number): bigint {
  const scaled = value.numerator * 10n ** BigInt(decimals);
  const size = scaled < 0n ? -scaled : scaled;
  const rounded = (2n * size + value.denominator) / (2n * value.denominator);
  return scaled < 0n ? -rounded : rounded;
}

/** The fraction as decimal text, exact up to 30 decimals and cut there. */
export function decimalTextOf(value: Fraction): string {
  const decimals = decimalsOf(value, 30) ?? 30;
  const units = roundToDecimals(value, decimals);
  if (decimals === 0) return String(units);
  const digits = String(units < 0n ? -units : units).padStart(decimals + 1, '0');
  return `${units < 0n ? '-' : ''}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** The fraction as text that `fractionOf` reads back exactly: decimals when so many suffice, else `1/3`. */
export const exactTextOf = (value: Fraction): string =>
  decimalsOf(value, 30) === null ? `${value.numerator}/${value.denominator}` : decimalTextOf(value);

/** A whole number of 1/scale as the nearest double: for output only, never for checks. */
export const fromUnits = (units: number, scale: number): number => (scale === 1 ? units : units / scale);
