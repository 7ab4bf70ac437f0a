import * as fc from 'fast-check';
import { Fraction, leastCommonMultiple, sumFractions } from './fraction';

const whole = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
const fractions = fc
  .tuple(whole, fc.bigInt({ min: 1n, max: 10n ** 30n }))
  .map(([top, bottom]) => Fraction.of(top, bottom));

describe('Fraction', () => {
  it('keeps lowest terms and a positive denominator', () => {
    expect(Fraction.of(2, -6).toString()).toBe('-1/3');
    expect(Fraction.of(0, -5).toString()).toBe('0');
    expect(JSON.stringify({ price: Fraction.of(4, 2) })).toBe('{"price":"2"}');
  });

  it.each([
    ['0.9', '9/10'],
    ['1,09', '109/100'],
    ['.5', '1/2'],
    ['-12', '-12'],
    ['2/6', '1/3'],
    ['1e-3', '1/1000'],
    ['12e2', '1200'],
    [' 7 ', '7'],
  ])('reads %s as %s', (text, exact) => expect(Fraction.parse(text)?.toString()).toBe(exact));

  it.each(['', '.', '1/0', 'abc', '1.2.3', 'NaN', '--1', '1 2'])('refuses %p', (text) =>
    expect(Fraction.parse(text)).toBeNull(),
  );

  it('reads a number as its decimal text, so one tenth is one tenth', () => {
    expect(Fraction.parse(0.1)?.toString()).toBe('1/10');
    expect(Fraction.parse(Number.NaN)).toBeNull();
  });

  it('obeys the laws of a field', () => {
    fc.assert(
      fc.property(fractions, fractions, fractions, (a, b, c) => {
        expect(a.plus(b).equals(b.plus(a))).toBe(true);
        expect(a.plus(b).minus(b).equals(a)).toBe(true);
        expect(a.times(b.plus(c)).equals(a.times(b).plus(a.times(c)))).toBe(true);
        if (b.sign() !== 0) expect(a.over(b).times(b).equals(a)).toBe(true);
        expect(Math.sign(a.compare(b))).toBe(a.minus(b).sign());
        expect(sumFractions([a, b, c]).equals(a.plus(b).plus(c))).toBe(true);
      }),
    );
  });

  it('writes what it reads', () => {
    fc.assert(fc.property(fractions, (value) => expect(Fraction.parse(value.toString())!.equals(value)).toBe(true)));
  });

  it('turns into the nearest double', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e290, max: 1e290 }), (value) => {
        fc.pre(value === 0 || Math.abs(value) > 1e-280);
        expect(Fraction.parse(value)!.toNumber()).toBe(value === 0 ? 0 : value);
      }),
    );
    expect(Fraction.of(1, 3).toNumber()).toBe(1 / 3);
    expect(Fraction.of(10n ** 400n, 3n * 10n ** 400n).toNumber()).toBe(1 / 3);
    expect(Fraction.of(2n ** 54n + 1n).toNumber()).toBe(2 ** 54);
    expect(Fraction.of(2n ** 54n + 3n).toNumber()).toBe(2 ** 54 + 4);
  });

  it('rounds down to whole numbers, also below zero', () => {
    expect(Fraction.of(-7, 2).floor()).toBe(-4n);
    expect(Fraction.of(7, 2).floor()).toBe(3n);
    expect(Fraction.of(-4, 2).floor()).toBe(-2n);
  });

  it('treats division by zero and parts of whole numbers as bugs', () => {
    expect(() => Fraction.of(1, 0)).toThrow('denominator');
    expect(() => Fraction.one.over(Fraction.zero)).toThrow('zero');
    expect(() => Fraction.of(0.5)).toThrow('whole numbers');
  });

  it('finds the least common multiple', () => expect(leastCommonMultiple([4n, 6n, 10n])).toBe(60n));
});
