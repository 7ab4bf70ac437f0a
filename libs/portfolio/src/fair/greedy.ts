import { Fraction } from './fraction';
import type { BrokenTie, PassedOver, Start } from './rule';

/** By total value, or by value per krona. */
export const greedyOrders = ['value', 'value_per_cost'] as const;
export type GreedyOrder = (typeof greedyOrders)[number];

/** Whether projects that are worth nothing to anyone are funded when they fit. */
export const worthlessProjects = ['fund_if_fits', 'leave_out'] as const;
export type WorthlessProjects = (typeof worthlessProjects)[number];

export interface GreedyRequest {
  readonly budget: Fraction;
  readonly costs: readonly Fraction[];
  /** Total value of each project: votes, points, satisfaction or score. Not negative. */
  readonly values: readonly Fraction[];
  readonly order: GreedyOrder;
  readonly worthless: WorthlessProjects;
  readonly start: Start;
}

export interface GreedyRound {
  readonly project: number;
  readonly value: Fraction;
  /** Null for a project that costs nothing. */
  readonly valuePerCost: Fraction | null;
  readonly budgetLeft: Fraction;
}

export interface GreedyRun {
  readonly chosen: readonly number[];
  readonly rounds: readonly GreedyRound[];
  readonly doNotFit: readonly { readonly project: number; readonly round: number; readonly lacking: Fraction }[];
  readonly passedOver: readonly PassedOver[];
  readonly brokenTies: readonly BrokenTie[];
}

/**
 * Walks down the projects in falling value (or value per krona) and funds whatever still fits.
 *
 * Rule    A project that does not fit the budget is left out for good. One that the portfolio's limits bar is passed over, and looked at
 *         again after each purchase if the bar can lift. With `value_per_cost`, what costs nothing and is worth something comes
 *         first, and what is worth nothing comes last. Equal projects are a tie, also when they cannot both be funded.
 * Source  The rule most cities use; see Talmon & Faliszewski, A Framework for Approval-Based Budgeting Methods (AAAI 2019).
 */
export function runGreedy(request: GreedyRequest): GreedyRun {
  const { costs, values, start } = request;
  const chosen: number[] = [];
  const rounds: GreedyRound[] = [];
  const doNotFit: { project: number; round: number; lacking: Fraction }[] = [];
  const passedOver = new Map<number, PassedOver>();
  const brokenTies: BrokenTie[] = [];
  const funded = [...start.alreadyFunded];
  let left = funded.reduce((rest, project) => rest.minus(costs[project]!), request.budget);
  const compare = comparison(request);
  let waiting = costs
    .map((_, project) => project)
    .filter((project) => !funded.includes(project))
    .filter((project) => request.worthless === 'fund_if_fits' || values[project]!.sign() > 0)
    .sort((a, b) => compare(a, b) || a - b);

  /** The first projects of equal rank that may be funded now; those that cannot be funded any more are taken off the list. */
  const next = (): readonly number[] => {
    let tied: number[] = [];
    const gone = new Set<number>();
    for (const project of waiting) {
      if (tied.length > 0 && compare(tied[0]!, project) !== 0) break;
      const lacking = costs[project]!.minus(left);
      if (lacking.sign() > 0) {
        doNotFit.push({ project, round: rounds.length, lacking });
        gone.add(project);
        continue;
      }
      const blocked = start.admit?.(funded, project) ?? null;
      if (!blocked) tied = [...tied, project];
      else if (passedOver.set(project, { project, round: rounds.length, blocked }) && blocked.permanent)
        gone.add(project);
    }
    if (gone.size > 0) waiting = waiting.filter((project) => !gone.has(project));
    return tied.sort((a, b) => a - b);
  };

  for (let tied = next(); tied.length > 0; tied = next()) {
    const project = tied.length === 1 ? tied[0]! : tied[start.choose(tied)]!;
    if (tied.length > 1) brokenTies.push({ round: rounds.length, tied, chosen: project });
    waiting = waiting.filter((other) => other !== project);
    passedOver.delete(project);
    left = left.minus(costs[project]!);
    chosen.push(project);
    funded.push(project);
    const value = values[project]!;
    const valuePerCost = costs[project]!.sign() > 0 ? value.over(costs[project]!) : null;
    rounds.push({ project, value, valuePerCost, budgetLeft: left });
  }
  return { chosen, rounds, doNotFit, passedOver: [...passedOver.values()], brokenTies };
}

/** Negative when the first project comes before the second; 0 when they rank alike. */
function comparison({ costs, values, order }: GreedyRequest): (a: number, b: number) => number {
  if (order === 'value') return (a, b) => values[b]!.compare(values[a]!);
  const density = costs.map((cost, project) =>
    cost.sign() > 0 ? values[project]!.over(cost) : values[project]!.sign() > 0 ? null : Fraction.zero,
  );
  return (a, b) => {
    const [left, right] = [density[a]!, density[b]!];
    if (left === null || right === null) return Number(right === null) - Number(left === null);
    return right.compare(left);
  };
}
