import type { Ratio } from './exact-basis';
import { Fraction, quotientOf } from './fraction';
import type { Purse } from './purse';
import type { Support } from './support';

/** What one walk over a project's supporters at a trial price tells. Money in doubles. */
interface Walk {
  /** Money of those who cannot pay the trial price. */
  poorMoney: number;
  /** Amount of those who can. */
  richAmount: number;
  /** All supporters' money. */
  money: number;
  /** Groups that cannot pay. */
  poorGroups: number;
  /** What a sum of payments may be wrong by. */
  error: number;
}

/** What is certain of a project's true price after a comparison with a trial price. */
export interface Comparison {
  /** Certainly above it. */
  readonly dearer: boolean;
  /** Certainly not below this. */
  readonly atLeast: number;
  /** Whether the supporters can pay the cost at all; null when doubles cannot tell. */
  readonly affordable: boolean | null;
  /** Groups that cannot pay the trial price in full. */
  readonly poorGroups: number;
}

/** A project's exact price per amount, and what each group of its supporters pays at it. */
export interface ExactPrice {
  readonly price: Ratio;
  readonly approximate: number;
  /** Groups that give all they have because they cannot pay the price in full. */
  readonly givingAll: readonly number[];
  /** Groups for which doubles cannot tell, settled exactly: what each member has left after paying in full. */
  readonly leftAfter: ReadonlyMap<number, Fraction>;
}

/** Supporters sorted by whether they can pay a trial price: certainly not, certainly, or too near for doubles to tell. */
interface Sorted {
  readonly poor: readonly number[];
  readonly near: readonly { readonly group: number; readonly amount: bigint }[];
  /** Amount of all that are not poor. */
  readonly richAmount: bigint;
}

/**
 * Finds what a project costs its supporters in the Method of Equal Shares: the price t per amount at which
 * Σ min(money, t × amount) over the supporters is the cost.
 *
 * How  Doubles with a bound on their error exclude what is certainly dearer; the few left over are priced exactly. The sum
 *      of payments is concave in t, so Newton's steps from below never overshoot and each also gives a lower bound that
 *      stays valid, since money only gets less. Supporters without money are dropped from the lists as they are met.
 */
export class PriceFinder {
  private readonly end: Int32Array;
  // Beside each other, so that a walk reads memory in order but for the money. Null: all 1.
  private readonly group: Int32Array;
  private readonly weight: Float64Array | null;
  private readonly amount: Float64Array | null;
  private readonly place: Int32Array | null;
  private readonly cost: Float64Array;
  /** How each supporter was sorted last: −1 cannot pay, 1 can, 0 too near to tell. */
  private readonly kinds: Int8Array;
  private readonly walked: Walk = { poorMoney: 0, richAmount: 0, money: 0, poorGroups: 0, error: 0 };

  constructor(
    private readonly support: Support,
    private readonly purse: Purse,
  ) {
    this.end = support.projectStart.slice(1);
    this.group = support.projectGroup.slice();
    this.weight = support.supporterWeight && support.supporterWeight.slice();
    this.amount = support.supporterAmount && support.supporterAmount.slice();
    this.place = support.supporterPlace && support.supporterPlace.slice();
    this.cost = Float64Array.from(support.cost, Number);
    this.kinds = new Int8Array(support.groupCount);
  }

  /** Walks over the supporters at a trial price per amount. */
  private walk(project: number, t: number): Walk {
    const { group, place, weight, amount } = this;
    if (!weight && !amount) return this.walkPlain(project, t);
    const { money } = this.purse;
    const start = this.support.projectStart[project]!;
    const end = this.end[project]!;
    let [poorMoney, richAmount, richMoney, poorGroups, heads] = [0, 0, 0, 0, 0];
    let kept = start;
    for (let at = start; at < end; at++) {
      const g = group[at]!;
      const has = money[g]!;
      if (has === 0) continue;
      const count = weight ? weight[at]! : 1;
      const units = amount ? amount[at]! : 1;
      if (kept !== at) {
        group[kept] = g;
        if (weight) weight[kept] = count;
        if (amount) amount[kept] = units;
        if (place) place[kept] = place[at]!;
      }
      kept += 1;
      heads += count;
      if (has > t * units) {
        richAmount += count * units;
        richMoney += count * has;
      } else {
        poorMoney += count * has;
        poorGroups += 1;
      }
    }
    this.end[project] = kept;
    return this.result(project, poorMoney, richAmount, poorMoney + richMoney, poorGroups, heads);
  }

  /** The same where all weights and amounts are 1: what most large elections are. */
  private walkPlain(project: number, t: number): Walk {
    const { group } = this;
    const { money } = this.purse;
    const start = this.support.projectStart[project]!;
    const end = this.end[project]!;
    let poorMoney = 0;
    let all = 0;
    let poorGroups = 0;
    let kept = start;
    for (let at = start; at < end; at++) {
      const g = group[at]!;
      const has = money[g]!;
      if (has === 0) continue;
      group[kept] = g;
      kept += 1;
      // As a number, not a branch: who is poor is as good as random, and a wrong guess costs the processor more than a product.
      const isPoor = +(has <= t);
      all += has;
      poorMoney += has * isPoor;
      poorGroups += isPoor;
    }
    this.end[project] = kept;
    const heads = kept - start;
    return this.result(project, poorMoney, heads - poorGroups, all, poorGroups, heads);
  }

  private result(
    project: number,
    poorMoney: number,
    richAmount: number,
    money: number,
    poorGroups: number,
    heads: number,
  ): Walk {
    const { walked } = this;
    const terms = this.end[project]! - this.support.projectStart[project]! + 8;
    walked.poorMoney = poorMoney;
    walked.richAmount = richAmount;
    walked.money = money;
    walked.poorGroups = poorGroups;
    walked.error = heads * this.purse.moneyError + terms * 2 ** -51 * (money + this.cost[project]!);
    return walked;
  }

  /** Compares the true price with t. */
  isDearer(project: number, t: number): Comparison {
    const { poorMoney, richAmount, money, error, poorGroups } = this.walk(project, t);
    const cost = this.cost[project]!;
    return {
      dearer: poorMoney + t * richAmount < cost - error,
      atLeast: richAmount > 0 ? ((cost - poorMoney - error) / richAmount) * (1 - 2 ** -40) : 0,
      affordable: money > cost + error ? true : money < cost - error ? false : null,
      poorGroups,
    };
  }

  /**
   * The price in doubles, found from a lower bound. The supporters must be able to pay the cost, or nearly. When the bound
   * is what a comparison told, `poor` is the number of groups it found unable to pay: if they are the same, it is the price.
   */
  approximatePrice(project: number, from: number, poorBefore: number): number {
    let t = from;
    let poor = poorBefore;
    for (;;) {
      const walked = this.walk(project, t);
      if (walked.richAmount === 0 || walked.poorGroups === poor) return t;
      const next = (this.cost[project]! - walked.poorMoney) / walked.richAmount;
      if (!(next > t)) return next > 0 ? next : t;
      poor = walked.poorGroups;
      t = next;
    }
  }

  /** The supporters' money together, exact. */
  exactMoney(project: number): Ratio {
    const start = this.support.projectStart[project]!;
    return this.purse.sumOf(this.group.subarray(start, this.end[project]!));
  }

  /**
   * The exact price, from a guess. The supporters must be able to pay the cost exactly.
   *
   * How  Supporters whose money doubles can tell from guess × amount are sorted into those who can pay and those who cannot;
   *      the others are settled by exact comparison with the price that follows. Repeated until the price confirms its
   *      sorting.
   */
  exactPrice(project: number, guess: number): ExactPrice {
    let t = guess;
    for (;;) {
      const sorted = this.sortSupporters(project, t);
      if (sorted.richAmount === 0n) {
        t = this.highestRate(project);
        continue;
      }
      const settled = this.settle(project, sorted);
      const approximate = quotientOf(settled.price.top, settled.price.bottom);
      // So near the trial, the bands of the sorting cover the difference.
      const isTrial = Math.abs(approximate - t) <= t * 2 ** -50;
      if (isTrial || this.confirms(project, approximate)) return { ...settled, approximate };
      t = approximate;
    }
  }

  /** What supporters would pay at a price per amount: Σ min(money, price × amount), exact. */
  exactCover(project: number, price: Ratio): Ratio {
    const sorted = this.sortSupporters(project, quotientOf(price.top, price.bottom));
    const poor = [...sorted.poor];
    let richAmount = sorted.richAmount;
    for (const { group, amount } of sorted.near) {
      if (this.purse.compare(group, { top: price.top * amount, bottom: price.bottom }) >= 0) continue;
      poor.push(group);
      richAmount -= amount * BigInt(this.support.weight[group]!);
    }
    const given = this.purse.sumOf(poor);
    return {
      top: given.top * price.bottom + price.top * richAmount * given.bottom,
      bottom: given.bottom * price.bottom,
    };
  }

  /** Takes the payments for a project from its supporters. Returns how many voters paid in full, and how many gave all. */
  pay(project: number, exact: ExactPrice): { payingInFull: number; givingAll: number } {
    const { money } = this.purse;
    const hasNear = exact.leftAfter.size > 0;
    let [heads, givingAll] = [0, 0];
    for (let at = this.support.projectStart[project]!; at < this.end[project]!; at++) {
      const group = this.group[at]!;
      if (money[group] === 0) continue;
      heads += this.weightAt(at);
      const left = hasNear ? exact.leftAfter.get(group) : undefined;
      money[group] = left ? left.toNumber() : money[group]! - exact.approximate * this.amountAt(at);
    }
    for (const group of exact.givingAll) {
      money[group] = 0;
      givingAll += this.support.weight[group]!;
    }
    this.purse.record(project, exact.price);
    return { payingInFull: heads - givingAll, givingAll };
  }

  private weightAt(at: number): number {
    return this.weight ? this.weight[at]! : 1;
  }

  private amountAt(at: number): number {
    return this.amount ? this.amount[at]! : 1;
  }

  private exactAmountAt(at: number): bigint {
    return this.place ? this.support.exactAmount![this.place[at]!]! : BigInt(this.amountAt(at));
  }

  private kindOf(at: number, t: number): -1 | 0 | 1 {
    const due = t * this.amountAt(at);
    const has = this.purse.money[this.group[at]!]!;
    const band = this.purse.moneyError + due * 2 ** -48;
    return has < due - band ? -1 : has > due + band ? 1 : 0;
  }

  private sortSupporters(project: number, t: number): Sorted {
    const poor: number[] = [];
    const near: { group: number; amount: bigint }[] = [];
    const { kinds } = this;
    const start = this.support.projectStart[project]!;
    let [richDouble, richAmount] = [0, 0n];
    for (let at = start; at < this.end[project]!; at++) {
      const group = this.group[at]!;
      const isBroke = this.purse.money[group] === 0;
      const kind = isBroke ? -1 : this.kindOf(at, t);
      kinds[at - start] = kind;
      if (kind < 0) {
        if (!isBroke) poor.push(group);
        continue;
      }
      if (kind === 0) near.push({ group, amount: this.exactAmountAt(at) });
      if (this.place) richAmount += BigInt(this.weightAt(at)) * this.exactAmountAt(at);
      else richDouble += this.weightAt(at) * this.amountAt(at);
    }
    return { poor, near, richAmount: richAmount + BigInt(richDouble) };
  }

  /** The price that a sorting implies, when those too near to tell are settled exactly. Equal histories are looked at once. */
  private settle(project: number, sorted: Sorted): Omit<ExactPrice, 'approximate'> {
    const cost = this.support.cost[project]!;
    const poor = [...sorted.poor];
    let richAmount = sorted.richAmount;
    const classes = new Map<string, { amount: bigint; groups: number[] }>();
    for (const { group, amount } of sorted.near) {
      const key = `${amount}|${this.purse.historyOf(group)}`;
      const known = classes.get(key);
      if (known) known.groups.push(group);
      else classes.set(key, { amount, groups: [group] });
    }
    for (;;) {
      const given = this.purse.sumOf(poor);
      const price: Ratio = { top: cost * given.bottom - given.top, bottom: given.bottom * richAmount };
      const due = (amount: bigint): Ratio => ({ top: price.top * amount, bottom: price.bottom });
      const cannot = [...classes].filter(([, { amount, groups }]) => this.purse.compare(groups[0]!, due(amount)) < 0);
      if (cannot.length === 0) {
        const left = [...classes.values()].flatMap(({ amount, groups }) => {
          const has = this.purse.moneyOf(groups[0]!);
          const rest = Fraction.of(has.top, has.bottom).minus(Fraction.of(due(amount).top, price.bottom));
          return groups.map((group) => [group, rest] as const);
        });
        return { price, givingAll: poor, leftAfter: new Map(left) };
      }
      for (const [key, { amount, groups }] of cannot) {
        classes.delete(key);
        for (const group of groups) {
          poor.push(group);
          richAmount -= amount * BigInt(this.support.weight[group]!);
        }
      }
    }
  }

  /** Does the price sort the supporters as they were sorted last? */
  private confirms(project: number, t: number): boolean {
    const start = this.support.projectStart[project]!;
    for (let at = start; at < this.end[project]!; at++)
      if (this.purse.money[this.group[at]!] !== 0 && this.kindOf(at, t) !== this.kinds[at - start]) return false;
    return true;
  }

  private highestRate(project: number): number {
    let highest = 0;
    for (let at = this.support.projectStart[project]!; at < this.end[project]!; at++) {
      const rate = this.purse.money[this.group[at]!]! / this.amountAt(at);
      if (rate > highest) highest = rate;
    }
    return highest;
  }
}
