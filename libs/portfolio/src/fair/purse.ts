import { Fraction } from './fraction';
import { exactAmountAt, type Support } from './support';

/** A non-negative rational as top / bottom, not reduced. Money in money units. */
export interface Ratio {
  readonly top: bigint;
  readonly bottom: bigint;
}

/** Sign of a − b. */
export const compareRatios = (a: Ratio, b: Ratio): number => {
  const [left, right] = [a.top * b.bottom, b.top * a.bottom];
  return left < right ? -1 : left > right ? 1 : 0;
};

export const fractionOf = (ratio: Ratio): Fraction => Fraction.of(ratio.top, ratio.bottom);

/**
 * The voters' money in the Method of Equal Shares: doubles to find with, exact sums to verify with.
 *
 * Why it is exact and fast: a voter either has nothing left, or has the endowment minus price × amount for every funded
 * project the voter supports. So the exact money of any crowd is endowment × heads − Σ price × (amounts in the crowd): counting, then one
 * long multiplication per funded project, all prices over one common denominator.
 */
export class Purse {
  /** Money of a member of each group, in doubles; exactly 0 when the group has nothing left, never 0 otherwise. */
  readonly money: Float64Array;
  /** What `money` may be wrong by. */
  moneyError: number;
  private readonly paidAs: Int32Array;
  private prices: bigint[] = [];
  private common: bigint;
  private endowment: bigint;
  private readonly counters: Float64Array;
  private readonly errorPerPayment: number;

  constructor(
    private readonly support: Support,
    endowment: Fraction,
  ) {
    this.endowment = endowment.numerator;
    this.common = endowment.denominator;
    this.money = new Float64Array(support.groupCount).fill(endowment.toNumber());
    this.errorPerPayment = endowment.toNumber() * 2 ** -50;
    this.moneyError = this.errorPerPayment;
    this.paidAs = new Int32Array(support.projectCount).fill(-1);
    this.counters = new Float64Array(support.projectCount);
  }

  /** The price per amount of a project that these voters bought; null when they did not. */
  priceOf(project: number): Fraction | null {
    const order = this.paidAs[project]!;
    return order < 0 ? null : Fraction.of(this.prices[order]!, this.common);
  }

  /** Exact money of all members of the groups together. */
  sumOf(groups: readonly number[]): Ratio {
    const { groupStart, groupProject, amount, exactAmount, weight } = this.support;
    if (exactAmount) {
      let all = 0n;
      for (const group of groups) all += BigInt(weight[group]!) * this.moneyOf(group).top;
      return { top: all, bottom: this.common };
    }
    const counters = this.counters.fill(0, 0, this.prices.length);
    let heads = 0;
    for (const group of groups) {
      if (this.money[group] === 0) continue;
      const count = weight[group]!;
      heads += count;
      for (let place = groupStart[group]!; place < groupStart[group + 1]!; place++) {
        const order = this.paidAs[groupProject[place]!]!;
        if (order >= 0) counters[order] = counters[order]! + count * amount[place]!;
      }
    }
    let all = BigInt(heads) * this.endowment;
    for (let order = 0; order < this.prices.length; order++)
      if (counters[order]! > 0) all -= BigInt(counters[order]!) * this.prices[order]!;
    return { top: all, bottom: this.common };
  }

  /** Exact money of one member of the group. */
  moneyOf(group: number): Ratio {
    if (this.money[group] === 0) return { top: 0n, bottom: this.common };
    const { groupStart, groupProject } = this.support;
    let each = this.endowment;
    for (let place = groupStart[group]!; place < groupStart[group + 1]!; place++) {
      const order = this.paidAs[groupProject[place]!]!;
      if (order >= 0) each -= exactAmountAt(this.support, place) * this.prices[order]!;
    }
    return { top: each, bottom: this.common };
  }

  /** What distinguishes the exact money of one group from another's: equal texts have equal money. */
  historyOf(group: number): string {
    if (this.money[group] === 0) return '-';
    const { groupStart, groupProject } = this.support;
    let text = '';
    for (let place = groupStart[group]!; place < groupStart[group + 1]!; place++) {
      const order = this.paidAs[groupProject[place]!]!;
      if (order >= 0) text += `${order}:${exactAmountAt(this.support, place)} `;
    }
    return text;
  }

  /** Writes down that a project was bought at a price per amount, by all supporters with money. */
  record(project: number, price: Ratio): void {
    // price = top / bottom must become a whole number of 1 / common.
    let [top, bottom] = [price.top, price.bottom];
    if (bottom % this.common === 0n) {
      const factor = bottom / this.common;
      const shared = smallGcd(top, factor);
      top /= shared;
      const grow = factor / shared;
      if (grow !== 1n) {
        this.prices = this.prices.map((value) => value * grow);
        this.endowment *= grow;
        this.common *= grow;
      }
    } else {
      const reduced = Fraction.of(top, bottom);
      [top, bottom] = [reduced.numerator * this.common, reduced.denominator];
      this.prices = this.prices.map((value) => value * bottom);
      this.endowment *= bottom;
      this.common *= bottom;
    }
    this.paidAs[project] = this.prices.length;
    this.prices.push(top);
    this.moneyError += this.errorPerPayment;
  }
}

function smallGcd(a: bigint, b: bigint): bigint {
  let [x, y] = [b, a % b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
