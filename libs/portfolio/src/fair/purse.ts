import { compareRatios, ExactBasis, type Ratio } from './exact-basis';
import type { Fraction } from './fraction';
import { exactAmountAt, type Support } from './support';

/**
 * The voters' money in the Method of Equal Shares, in money units: doubles to find with, exact sums to verify with.
 *
 * Why it is exact and fast: a voter either has nothing left, or has the endowment minus price × amount for every funded
 * project the voter supports. So the exact money of any crowd is endowment × heads − Σ price × (amounts in the crowd):
 * counting, then one long multiplication per funded project.
 */
export class Purse {
  /** Money of a member of each group, in doubles; exactly 0 when the group has nothing left, never 0 otherwise. */
  readonly money: Float64Array;
  /** What `money` may be wrong by. */
  moneyError: number;
  /** The endowment, then the prices. */
  private readonly values = new ExactBasis();
  /** Place of each project's price among the values; 0 when these voters did not buy it. */
  private readonly boughtAs: Int32Array;
  private readonly counters: Float64Array;
  private readonly errorPerPayment: number;

  constructor(
    private readonly support: Support,
    endowment: Fraction,
  ) {
    this.values.push({ top: endowment.numerator, bottom: endowment.denominator });
    this.money = new Float64Array(support.groupCount).fill(endowment.toNumber());
    this.errorPerPayment = endowment.toNumber() * 2 ** -50;
    this.moneyError = this.errorPerPayment;
    this.boughtAs = new Int32Array(support.projectCount);
    this.counters = new Float64Array(support.projectCount + 1);
  }

  /** Exact money of all members of the groups together. */
  sumOf(groups: ArrayLike<number>): Ratio {
    const { groupStart, groupProject, amount, exactAmount, weight } = this.support;
    if (exactAmount) return this.sumOfLongAmounts(groups);
    const { money, boughtAs } = this;
    const counters = this.counters.fill(0, 0, this.values.length);
    let heads = 0;
    for (let at = 0; at < groups.length; at++) {
      const group = groups[at]!;
      if (money[group] === 0) continue;
      const count = weight[group]!;
      heads += count;
      const end = groupStart[group + 1]!;
      for (let place = groupStart[group]!; place < end; place++) {
        const bought = boughtAs[groupProject[place]!]!;
        if (bought > 0) counters[bought] = counters[bought]! - (amount ? count * amount[place]! : count);
      }
    }
    counters[0] = heads;
    return this.values.combine(counters);
  }

  private sumOfLongAmounts(groups: ArrayLike<number>): Ratio {
    const counters = Array.from({ length: this.values.length }, () => 0n);
    for (let at = 0; at < groups.length; at++)
      this.count(groups[at]!, BigInt(this.support.weight[groups[at]!]!), counters);
    return this.values.combine(counters);
  }

  /** Exact money of one member of the group. */
  moneyOf(group: number): Ratio {
    const counters = Array.from({ length: this.values.length }, () => 0n);
    this.count(group, 1n, counters);
    return this.values.combine(counters);
  }

  /** Adds the money of some members of a group to the counters: the endowment, less what they have paid for. */
  private count(group: number, heads: bigint, counters: bigint[]): void {
    if (this.money[group] === 0) return;
    const { groupStart, groupProject } = this.support;
    counters[0] = counters[0]! + heads;
    for (let place = groupStart[group]!; place < groupStart[group + 1]!; place++) {
      const bought = this.boughtAs[groupProject[place]!]!;
      if (bought > 0) counters[bought] = counters[bought]! - heads * exactAmountAt(this.support, place);
    }
  }

  /** Sign of a member's exact money − due. */
  compare(group: number, due: Ratio): number {
    return compareRatios(this.moneyOf(group), due);
  }

  /** What the group has paid for so far: groups with equal texts have equal money. */
  historyOf(group: number): string {
    if (this.money[group] === 0) return '-';
    const { groupStart, groupProject } = this.support;
    let text = '';
    for (let place = groupStart[group]!; place < groupStart[group + 1]!; place++) {
      const bought = this.boughtAs[groupProject[place]!]!;
      if (bought > 0) text += `${bought}:${exactAmountAt(this.support, place)} `;
    }
    return text;
  }

  /** Writes down that a project was bought at a price per amount by all its supporters with money. */
  record(project: number, price: Ratio): void {
    this.boughtAs[project] = this.values.push(price);
    this.moneyError += this.errorPerPayment;
  }
}
