import { compareRatios, reduced, type Ratio } from './exact-basis';
import { Fraction, quotientOf } from './fraction';
import { PriceFinder, type ExactPrice } from './price-finder';
import { Purse } from './purse';
import type { BrokenTie, PassedOver, Start } from './rule';
import { inMoneyUnits, relativeScales, type Support } from './support';

/** One purchase of the Method of Equal Shares. */
export class EqualSharesRound {
  constructor(
    private readonly support: Support,
    readonly project: number,
    private readonly ratio: Ratio,
    /** Money per amount in doubles, in money units. */
    readonly approximatePayment: number,
    /** Voters who paid the price in full, and voters who gave all they had left. */
    readonly payingInFull: number,
    readonly givingAll: number,
  ) {}

  /** Money per amount: for approvals, what a supporter pays who pays in full. */
  get payment(): Fraction {
    return Fraction.of(this.ratio.top, this.ratio.bottom * this.support.moneyUnits);
  }

  /** Money per unit of satisfaction (ρ): the least of all affordable projects. Brought to lowest terms only when asked for. */
  get price(): Fraction {
    const { top, bottom } = this.ratio;
    const { worthUnits, moneyUnits, scale } = this.support;
    return Fraction.of(top * worthUnits, bottom * moneyUnits * scale[this.project]!);
  }
}

/** A project whose supporters could not pay for it together. */
export interface Unaffordable {
  readonly project: number;
  /** The purchase before which it was found: its supporters' money was not enough from then on. */
  readonly round: number;
}

/** One run of the method, without completion. */
export interface EqualSharesRun {
  readonly endowment: Fraction;
  /** In the order of funding: those that cost nothing first, then one per round. */
  readonly chosen: readonly number[];
  readonly rounds: readonly EqualSharesRound[];
  readonly unaffordable: readonly Unaffordable[];
  readonly passedOver: readonly PassedOver[];
  readonly brokenTies: readonly BrokenTie[];
  readonly purse: Purse;
  /** What a project's supporters have together when the run is over, exact. */
  readonly moneyLeftFor: (project: number) => Fraction;
}

/** A look into a run: when a winner is chosen (nothing paid yet), when it has been paid, and at the end. */
export interface EqualSharesLook {
  readonly moment: 'chosen' | 'paid' | 'end';
  /** The winner and its exact price per amount, in money units; null at the end. */
  readonly winner: { readonly project: number; readonly price: Ratio } | null;
  readonly finder: PriceFinder;
  readonly purse: Purse;
}

export interface EqualSharesRequest {
  /** Each voter's money at the start. */
  readonly endowment: Fraction;
  readonly start: Start;
  /** A project to run without: what would have happened had it not been there. */
  readonly without: number | null;
  /** Called as the run goes on, with exact tools for what-if questions. */
  readonly watch: ((look: EqualSharesLook) => void) | null;
}

/** Prices closer than this part of each other are compared exactly. */
const apart = 1 + 2 ** -30;

/**
 * The Method of Equal Shares: every voter gets the same endowment; in each round the project is funded whose supporters can pay for it
 * at the least price per unit of satisfaction, each paying price × satisfaction or all that is left.
 *
 * Rule    Ends when no project is affordable to its supporters. Projects that cost nothing and satisfy someone are funded first.
 *         Projects that satisfy nobody are never funded. A project that the portfolio's limits bar is passed over; it is
 *         looked at again later if the bar can lift.
 * Exact   Winners, ties and payments are those of exact arithmetic; doubles only exclude what is certainly dearer.
 * Source  Peters, Pierczyński & Skowron, Proportional Participatory Budgeting with Additive Utilities (NeurIPS 2021).
 */
export function runEqualShares(support: Support, request: EqualSharesRequest): EqualSharesRun {
  const { start } = request;
  const purse = new Purse(support, inMoneyUnits(support, request.endowment));
  const finder = new PriceFinder(support, purse);
  const chosen: number[] = [];
  const rounds: EqualSharesRound[] = [];
  const unaffordable: Unaffordable[] = [];
  const passedOver = new Map<number, PassedOver>();
  const brokenTies: BrokenTie[] = [];
  const scale = relativeScales(support);
  const funded = [...start.alreadyFunded];
  const lowest = new Float64Array(support.projectCount);
  let active: number[] = [];

  const isBarred = (project: number): boolean => {
    const blocked = start.admit?.(funded, project) ?? null;
    if (!blocked) {
      passedOver.delete(project);
      return false;
    }
    passedOver.set(project, { project, round: rounds.length, blocked });
    if (blocked.permanent) active = active.filter((other) => other !== project);
    return true;
  };
  const fund = (project: number) => {
    chosen.push(project);
    funded.push(project);
    active = active.filter((other) => other !== project);
  };
  const dropUnaffordable = (project: number) => {
    active = active.filter((other) => other !== project);
    unaffordable.push({ project, round: rounds.length });
  };

  for (let project = 0; project < support.projectCount; project++) {
    if (project === request.without || start.alreadyFunded.includes(project)) continue;
    if (support.projectStart[project] === support.projectStart[project + 1]) continue;
    active.push(project);
  }
  for (const project of active.filter((index) => support.cost[index] === 0n)) if (!isBarred(project)) fund(project);
  active = active.filter((project) => support.cost[project] !== 0n);

  /** The cheapest affordable projects with their exact prices; empty when none is affordable. None is above `ceiling`. */
  const cheapest = (ceiling: number): { project: number; exact: ExactPrice }[] => {
    let best = ceiling;
    let survivors: { project: number; guess: number }[] = [];
    putInOrder(active, lowest, scale);
    for (const project of [...active]) {
      const from = lowest[project]!;
      if (from / scale[project]! > best * apart) break;
      const trial = best === Infinity ? from : Math.max(from, best * apart * scale[project]!);
      const look = finder.isDearer(project, trial);
      const isRaised = look.atLeast > lowest[project]!;
      if (isRaised) lowest[project] = look.atLeast;
      if (look.affordable === false) {
        dropUnaffordable(project);
        continue;
      }
      if (best !== Infinity && look.dearer) continue;
      if (look.affordable === null) {
        const money = finder.exactMoney(project);
        if (compareRatios(money, { top: support.cost[project]!, bottom: 1n }) < 0) {
          dropUnaffordable(project);
          continue;
        }
      }
      if (isBarred(project)) continue;
      const guess = finder.approximatePrice(project, lowest[project]!, isRaised ? look.poorGroups : -1);
      survivors.push({ project, guess });
      if (ceiling === Infinity) best = Math.min(best, guess / scale[project]!);
    }
    survivors = survivors.sort(
      (a, b) => a.guess / scale[a.project]! - b.guess / scale[b.project]! || a.project - b.project,
    );
    const kept = keepCheapest(survivors);
    const found = kept.length > 0 ? kept[0]!.exact.approximate / scale[kept[0]!.project]! : best;
    // Had a guess been too low, something between it and the truth could have been left out: look again up to the truth.
    return found > best * apart ? cheapest(found * apart) : kept;
  };

  const keepCheapest = (survivors: readonly { project: number; guess: number }[]) => {
    let least: Ratio | null = null;
    let kept: { project: number; exact: ExactPrice }[] = [];
    for (const { project, guess } of survivors) {
      if (least) {
        const bound = quotientOf(least.top * support.scale[project]!, least.bottom);
        if (finder.isDearer(project, bound * (1 + 2 ** -50)).dearer) continue;
      }
      const exact = finder.exactPrice(project, guess);
      // Money per satisfaction, up to the factor `worthUnits` that all projects share.
      const price: Ratio = { top: exact.price.top, bottom: exact.price.bottom * support.scale[project]! };
      const order: number = least ? compareRatios(price, least) : -1;
      if (order > 0) continue;
      if (order < 0) kept = [];
      if (order < 0) least = price;
      kept.push({ project, exact });
    }
    return kept.sort((a, b) => a.project - b.project);
  };

  for (;;) {
    const tied = cheapest(Infinity);
    if (tied.length === 0) break;
    const winner = tied.length === 1 ? tied[0]! : tied[start.choose(tied.map((entry) => entry.project))]!;
    if (tied.length > 1)
      brokenTies.push({ round: rounds.length, tied: tied.map((entry) => entry.project), chosen: winner.project });
    for (const { project, exact } of tied)
      lowest[project] = Math.max(lowest[project]!, exact.approximate * (1 - 2 ** -40));
    const { project, exact } = winner;
    const look = { winner: { project, price: exact.price }, finder, purse };
    request.watch?.({ moment: 'chosen', ...look });
    const { payingInFull, givingAll } = finder.pay(project, exact);
    rounds.push(new EqualSharesRound(support, project, exact.price, exact.approximate, payingInFull, givingAll));
    fund(project);
    request.watch?.({ moment: 'paid', ...look });
  }
  request.watch?.({ moment: 'end', winner: null, finder, purse });
  return {
    endowment: request.endowment,
    chosen,
    rounds,
    unaffordable,
    passedOver: [...passedOver.values()],
    brokenTies,
    purse,
    moneyLeftFor: (project) => reduced(finder.exactMoney(project)).over(support.moneyUnits),
  };
}

/** Insertion sort by the least possible price per satisfaction: from round to round the order changes little. */
function putInOrder(projects: number[], lowest: Float64Array, scale: Float64Array): void {
  for (let from = 1; from < projects.length; from++) {
    const project = projects[from]!;
    const key = lowest[project]! / scale[project]!;
    let at = from;
    for (; at > 0; at--) {
      const other = projects[at - 1]!;
      const otherKey = lowest[other]! / scale[other]!;
      if (otherKey < key || (otherKey === key && other < project)) break;
      projects[at] = other;
    }
    projects[at] = project;
  }
}
