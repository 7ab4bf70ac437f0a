import type { Fraction } from './fraction';
import { reduced, type Ratio } from './exact-basis';
import type { Purse } from './purse';
import { exactAmountAt, type Support } from './support';

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

/** A project's exact price per amount, and what each group of its supporters pays at it. */
export interface ExactPrice {
  readonly price: Ratio;
  readonly approximate: number;
  /** Groups that give all they have because they cannot pay the price in full. */
  readonly givingAll: readonly number[];
  /** Groups for which doubles cannot tell, settled exactly: what each member has left after paying in full. */
  readonly leftAfter: ReadonlyMap<number, Fraction>;
}

/**
 * Finds what a project costs its supporters in the Method of Equal Shares: the price t per amount at which
 * Σ min(money, t × amount) over the supporters is the cost.
 *
 * How  Doubles with a bound on their error exclude what is certainly dearer; the left-over few are priced exactly. The sum of payments is
 *      concave in t, so Newton's steps from below never overshoot and each also gives a lower bound that stays valid,
 *      since money only gets less.
 */
export class PriceFinder {
  private readonly end: Int32Array;
  private readonly group: Int32Array;
  private readonly place: Int32Array;
  private readonly cost: Float64Array;
  private readonly walkResult: Walk = { poorMoney: 0, richAmount: 0, money: 0, poorGroups: 0, error: 0 };

  constructor(
    private readonly support: Support,
    private readonly purse: Purse,
  ) {
    this.end = support.projectStart.slice(1);
    this.group = support.projectGroup.slice();
    this.place = support.projectPlace.slice();
    this.cost = Float64Array.from(support.cost, Number);
  }

  /** Walks over the supporters at trial price t. Supporters without money are dropped from further walks. */
  private walk(project: number, t: number): Walk {
    const { money } = this.purse;
    const { weight, amount } = this.support;
    const { group, place } = this;
    let [poorMoney, richAmount, richMoney, poorGroups, heads] = [0, 0, 0, 0, 0];
    let at = this.support.projectStart[project]!;
    let end = this.end[project]!;
    while (at < end) {
      const g = group[at]!;
      const has = money[g]!;
      if (has === 0) {
        end -= 1;
        group[at] = group[end]!;
        place[at] = place[end]!;
        continue;
      }
      const count = weight[g]!;
      const amountHere = amount[place[at]!]!;
      heads += count;
      if (has > t * amountHere) {
        richAmount += count * amountHere;
        richMoney += count * has;
      } else {
        poorMoney += count * has;
        poorGroups += 1;
      }
      at += 1;
    }
    this.end[project] = end;
    const result = this.walkResult;
    result.poorMoney = poorMoney;
    result.richAmount = richAmount;
    result.money = poorMoney + richMoney;
    result.poorGroups = poorGroups;
    const terms = end - this.support.projectStart[project]! + 8;
    result.error = heads * this.purse.moneyError + terms * 2 ** -51 * (result.money + this.cost[project]!);
    return result;
  }

  /** A price that the project's true price is certainly not below, from the walk just made. */
  private lowerBound(project: number, walked: Walk): number {
    const missing = this.cost[project]! - walked.poorMoney - walked.error;
    return walked.richAmount > 0 ? (missing / walked.richAmount) * (1 - 2 ** -40) : 0;
  }

  /**
   * Is the true price certainly above t? Then also how far above at least; and whether the supporters certainly lack money.
   * `affordable: null` means that doubles cannot tell.
   */
  isDearer(project: number, t: number): { dearer: boolean; atLeast: number; affordable: boolean | null } {
    const walked = this.walk(project, t);
    const cost = this.cost[project]!;
    return {
      dearer: walked.poorMoney + t * walked.richAmount < cost - walked.error,
      atLeast: this.lowerBound(project, walked),
      affordable: walked.money > cost + walked.error ? true : walked.money < cost - walked.error ? false : null,
    };
  }

  /** The price in doubles, found from a lower bound. The supporters must be able to pay the cost, or nearly. */
  approximatePrice(project: number, from: number): number {
    let t = from;
    let poor = -1;
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
    return this.purse.sumOf(this.supporters(project));
  }

  /** Calls back with every group that supports the project and has money, and its amount. */
  forEachSupporter(project: number, visit: (group: number, amount: number) => void): void {
    for (let at = this.support.projectStart[project]!; at < this.end[project]!; at++) {
      const group = this.group[at]!;
      if (this.purse.money[group] !== 0) visit(group, this.support.amount[this.place[at]!]!);
    }
  }

  /** Groups that support the project and have money. */
  supporters(project: number): readonly number[] {
    return Array.from(this.group.subarray(this.support.projectStart[project]!, this.end[project]!)).filter(
      (group) => this.purse.money[group] !== 0,
    );
  }

  /**
   * The exact price, from a guess. The supporters must be able to pay the cost exactly.
   *
   * How  Supporters whose money doubles can tell from guess × amount are sorted into those who can pay and those who cannot; the
   *      others are settled by exact comparison with the price that follows. Repeated until the price confirms its sorting.
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
      const approximate = reduced(settled.price).toNumber();
      if (approximate === t || this.confirms(project, sorted.kinds, approximate)) return { ...settled, approximate };
      t = approximate;
    }
  }

  /** What supporters would pay at a price per amount: Σ min(money, price × amount), exact. */
  exactCover(project: number, price: Ratio): Ratio {
    const approximate = reduced(price).toNumber();
    const sorted = this.sortSupporters(project, approximate);
    const poor = [...sorted.poor];
    let richAmount = sorted.richAmount;
    for (const entry of sorted.near) {
      if (this.purse.compare(entry.group, { top: price.top * entry.amount, bottom: price.bottom }) >= 0) continue;
      poor.push(entry.group);
      richAmount -= entry.amount * BigInt(this.support.weight[entry.group]!);
    }
    const given = this.purse.sumOf(poor);
    return {
      top: given.top * price.bottom + price.top * richAmount * given.bottom,
      bottom: given.bottom * price.bottom,
    };
  }

  private kindOf(at: number, t: number): -1 | 0 | 1 {
    const group = this.group[at]!;
    const due = t * this.support.amount[this.place[at]!]!;
    const has = this.purse.money[group]!;
    const band = this.purse.moneyError + due * 2 ** -48;
    return has < due - band ? -1 : has > due + band ? 1 : 0;
  }

  private sortSupporters(project: number, t: number) {
    const { weight } = this.support;
    const poor: number[] = [];
    const near: { group: number; amount: bigint }[] = [];
    const kinds: number[] = [];
    let [richDouble, richAmount] = [0, 0n];
    for (let at = this.support.projectStart[project]!; at < this.end[project]!; at++) {
      const group = this.group[at]!;
      const kind = this.purse.money[group] === 0 ? -1 : this.kindOf(at, t);
      kinds.push(kind);
      if (kind < 0) {
        if (this.purse.money[group] !== 0) poor.push(group);
        continue;
      }
      const place = this.place[at]!;
      if (kind === 0) near.push({ group, amount: exactAmountAt(this.support, place) });
      if (this.support.exactAmount) richAmount += BigInt(weight[group]!) * exactAmountAt(this.support, place);
      else richDouble += weight[group]! * this.support.amount[place]!;
    }
    return { poor, near, kinds, richAmount: richAmount + BigInt(richDouble) };
  }

  private settle(project: number, sorted: ReturnType<PriceFinder['sortSupporters']>) {
    const cost = this.support.cost[project]!;
    const poor = [...sorted.poor];
    let near = sorted.near;
    let richAmount = sorted.richAmount;
    for (;;) {
      const given = this.purse.sumOf(poor);
      const price: Ratio = { top: cost * given.bottom - given.top, bottom: given.bottom * richAmount };
      const verdicts = new Map<string, number>();
      const cannot = near.filter((entry) => {
        const key = `${entry.amount}|${this.purse.historyOf(entry.group)}`;
        let sign = verdicts.get(key);
        if (sign === undefined) {
          sign = this.purse.compare(entry.group, { top: price.top * entry.amount, bottom: price.bottom });
          verdicts.set(key, sign);
        }
        return sign < 0;
      });
      if (cannot.length === 0) {
        const leftAfter = new Map(near.map((entry) => [entry.group, this.leftAfter(entry.group, entry.amount, price)]));
        return { price, givingAll: poor, leftAfter };
      }
      for (const entry of cannot) {
        poor.push(entry.group);
        richAmount -= entry.amount * BigInt(this.support.weight[entry.group]!);
      }
      near = near.filter((entry) => !cannot.includes(entry));
    }
  }

  private confirms(project: number, kinds: readonly number[], t: number): boolean {
    const start = this.support.projectStart[project]!;
    return kinds.every(
      (kind, step) => this.purse.money[this.group[start + step]!] === 0 || this.kindOf(start + step, t) === kind,
    );
  }

  private highestRate(project: number): number {
    let highest = 0;
    for (let at = this.support.projectStart[project]!; at < this.end[project]!; at++) {
      const rate = this.purse.money[this.group[at]!]! / this.support.amount[this.place[at]!]!;
      if (rate > highest) highest = rate;
    }
    return highest;
  }

  private leftAfter(group: number, amount: bigint, price: Ratio): Fraction {
    const has = this.purse.moneyOf(group);
    return reduced(has).minus(reduced({ top: price.top * amount, bottom: price.bottom }));
  }
}
