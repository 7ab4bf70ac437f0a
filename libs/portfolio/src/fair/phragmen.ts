import { compareRatios, ExactBasis, reduced, type Ratio } from './exact-basis';
import { Fraction } from './fraction';
import type { Purse } from './purse';
import type { BrokenTie, PassedOver, Start } from './rule';
import { inMoneyUnits, supportersOf, type Support } from './support';

/** What happens when the next project to buy does not fit the budget: the rule ends, or that project is left out. */
export const overspendRules = ['stop', 'skip'] as const;
export type OverspendRule = (typeof overspendRules)[number];

export interface PhragmenRequest {
  readonly budget: Fraction;
  readonly overspend: OverspendRule;
  readonly start: Start;
  /** Money left from the Method of Equal Shares: voters begin with that much. Null: all begin with nothing. */
  readonly leftover: Purse | null;
}

export interface PhragmenRound {
  readonly project: number;
  /** The load of its supporters afterwards: when, with money flowing in at one krona per voter and unit of time, it is bought. */
  readonly load: Fraction;
  readonly supporters: number;
}

export interface PhragmenRun {
  readonly chosen: readonly number[];
  readonly rounds: readonly PhragmenRound[];
  /** The project that did not fit and ended the rule; null when none did. */
  readonly stoppedBy: number | null;
  readonly doNotFit: readonly { readonly project: number; readonly round: number; readonly lacking: Fraction }[];
  readonly passedOver: readonly PassedOver[];
  readonly brokenTies: readonly BrokenTie[];
  /** Load of a member of each group at the end, in doubles. */
  readonly loads: Float64Array;
}

/**
 * Phragmén's sequential rule for projects with costs: voters earn money at the same pace; as soon as a project's supporters can pay
 * for it together they do, and begin anew.
 *
 * Rule    Next comes the project with the least load (cost + supporters' loads) / supporters. A project that alone exceeds the
 *         budget, or that nobody supports, is never considered. With `stop` the rule ends as soon as one of the projects tied for next
 *         does not fit; with `skip` those that do not fit are left out. Approvals only: points count as support when positive.
 * Exact   Loads, ties and winners are those of exact arithmetic.
 * Source  Phragmén 1894; for projects with costs Los, Christoff & Grossi, Proportional Budget Allocations: Towards a
 *         Systematization (IJCAI 2022). With leftovers: Lackner & Skowron, Multi-Winner Voting with Approval Preferences (2023), ch. 2.
 */
export function runPhragmen(support: Support, request: PhragmenRequest): PhragmenRun {
  const { start } = request;
  const loads = new Loads(support, request.leftover);
  const budget = inMoneyUnits(support, request.budget);
  const fits = (cost: bigint, spent: bigint) => Fraction.of(spent + cost).compare(budget) <= 0;
  const funded = [...start.alreadyFunded];
  let spent = funded.reduce((sum, project) => sum + support.cost[project]!, 0n);
  const chosen: number[] = [];
  const rounds: PhragmenRound[] = [];
  const doNotFit: { project: number; round: number; lacking: Fraction }[] = [];
  const passedOver = new Map<number, PassedOver>();
  const brokenTies: BrokenTie[] = [];
  let stoppedBy: number | null = null;
  const lackingOf = (project: number) =>
    Fraction.of(spent + support.cost[project]!)
      .minus(budget)
      .over(support.moneyUnits);
  let active = Array.from(support.cost, (_, project) => project).filter(
    (project) =>
      !funded.includes(project) &&
      support.projectStart[project] !== support.projectStart[project + 1] &&
      fits(support.cost[project]!, 0n),
  );

  while (stoppedBy === null) {
    const barred = new Set<number>();
    for (const project of active) {
      const blocked = start.admit?.(funded, project) ?? null;
      if (blocked) passedOver.set(project, { project, round: rounds.length, blocked });
      else passedOver.delete(project);
      if (blocked) barred.add(project);
    }
    active = active.filter((project) => !passedOver.get(project)?.blocked.permanent);
    const open = active.filter((project) => !barred.has(project));
    if (open.length === 0) break;
    const { tied, load } = loads.least(open);
    const tooDear = tied.filter((project) => !fits(support.cost[project]!, spent));
    if (tooDear.length > 0) {
      for (const project of tooDear) doNotFit.push({ project, round: rounds.length, lacking: lackingOf(project) });
      if (request.overspend === 'stop') stoppedBy = tooDear[0]!;
      active = active.filter((project) => !tooDear.includes(project));
      continue;
    }
    const winner = tied.length === 1 ? tied[0]! : tied[start.choose(tied)]!;
    if (tied.length > 1) brokenTies.push({ round: rounds.length, tied, chosen: winner });
    spent += support.cost[winner]!;
    rounds.push({
      project: winner,
      load: reduced(load).over(support.moneyUnits),
      supporters: loads.supportersOf(winner),
    });
    loads.raise(winner, load);
    chosen.push(winner);
    funded.push(winner);
    active = active.filter((project) => project !== winner);
  }
  const inKronor = loads.load.map((load) => load / Number(support.moneyUnits));
  return { chosen, rounds, stoppedBy, doNotFit, passedOver: [...passedOver.values()], brokenTies, loads: inKronor };
}

/** The voters' loads, in money units: doubles to find with, exact to verify with. */
class Loads {
  readonly load: Float64Array;
  /** Σ weight × load and Σ weight of each project's supporters. */
  private readonly sum: Float64Array;
  private readonly heads: Float64Array;
  private readonly changes: Float64Array;
  private highest: number;
  private readonly levels = new ExactBasis();
  /** Level of each group's load, −1 before it has paid for anything. */
  private readonly levelOf: Int32Array;

  constructor(
    private readonly support: Support,
    private readonly leftover: Purse | null,
  ) {
    this.load = leftover ? leftover.money.map((money) => -money) : new Float64Array(support.groupCount);
    this.highest = this.load.reduce((most, load) => Math.max(most, Math.abs(load)), 0);
    this.levelOf = new Int32Array(support.groupCount).fill(-1);
    this.sum = new Float64Array(support.projectCount);
    this.heads = new Float64Array(support.projectCount);
    this.changes = new Float64Array(support.projectCount);
    for (let project = 0; project < support.projectCount; project++)
      for (const group of supportersOf(this.support, project)) {
        this.sum[project] = this.sum[project]! + support.weight[group]! * this.load[group]!;
        this.heads[project] = this.heads[project]! + support.weight[group]!;
        this.changes[project] = this.changes[project]! + 1;
      }
  }

  supportersOf(project: number): number {
    return this.heads[project]!;
  }

  /** The projects whose purchase gives the least load, and that load. */
  least(open: readonly number[]): { tied: number[]; load: Ratio } {
    const near = open.map((project) => {
      const load = (Number(this.support.cost[project]!) + this.sum[project]!) / this.heads[project]!;
      const own = Number(this.support.cost[project]!) / this.heads[project]!;
      const error =
        (this.changes[project]! + 16) * 2 ** -51 * (this.highest + Math.abs(load) + own) +
        (this.leftover?.moneyError ?? 0);
      return { project, least: load - error, most: load + error };
    });
    const limit = near.reduce((most, entry) => Math.min(most, entry.most), Infinity);
    let best: Ratio | null = null;
    let tied: number[] = [];
    for (const { project, least } of near) {
      if (least > limit) continue;
      const load = this.exactLoad(project);
      const order: number = best ? compareRatios(load, best) : -1;
      if (order > 0) continue;
      if (order < 0) [best, tied] = [load, []];
      tied.push(project);
    }
    return { tied, load: best as Ratio };
  }

  private exactLoad(project: number): Ratio {
    const counters = new Float64Array(this.levels.length);
    const untouched: number[] = [];
    for (const group of supportersOf(this.support, project)) {
      const level = this.levelOf[group]!;
      if (level < 0) untouched.push(group);
      else counters[level] = counters[level]! + this.support.weight[group]!;
    }
    const carried = this.levels.combine(counters);
    const top = this.support.cost[project]! * carried.bottom + carried.top;
    const heads = BigInt(this.heads[project]!);
    if (!this.leftover) return { top, bottom: carried.bottom * heads };
    const money = this.leftover.sumOf(untouched);
    return {
      top: top * money.bottom - money.top * carried.bottom,
      bottom: carried.bottom * money.bottom * heads,
    };
  }

  /** Sets the load of all supporters of a bought project. */
  raise(project: number, load: Ratio): void {
    const { groupStart, groupProject, weight } = this.support;
    const level = this.levels.push(load);
    const value = reduced(load).toNumber();
    this.highest = Math.max(this.highest, Math.abs(value));
    for (const group of supportersOf(this.support, project)) {
      const change = weight[group]! * (value - this.load[group]!);
      for (let place = groupStart[group]!; place < groupStart[group + 1]!; place++) {
        const other = groupProject[place]!;
        this.sum[other] = this.sum[other]! + change;
        this.changes[other] = this.changes[other]! + 1;
      }
      this.load[group] = value;
      this.levelOf[group] = level;
    }
  }
}
