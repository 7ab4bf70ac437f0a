import { invariant } from '@fordela/domain';
import type { AllocationProblem, Objective, SolverSettings } from '../problem/allocation-problem';
import { choiceKey, type Choice } from '../optimise/choice';
import { countsIn, moneyByGroup, moneyOn } from '../optimise/group-money';
import { optimiserFor, shownValue, type Optimiser, type Optimum } from '../optimise/optimise';
import { groupUse } from '../optimise/portfolio-report';
import { baseModelOf, pointOf, type ExtraRow } from '../optimise/program';
import { checkPortfolio } from '../optimise/check-portfolio';
import { groupCurves, type GroupCurve } from './group-curves';
import type { SolveContext } from '../optimise/solve-model';

/**
 * What a share s of the budget B for some groups means. `pots`: they get at most s·B and all others together at most B − s·B.
 * `ceiling`: they get at most s·B, the others whatever is left.
 */
export const splitMeanings = ['pots', 'ceiling'] as const;
export type SplitMeaning = (typeof splitMeanings)[number];

export interface Split {
  readonly dimension: string;
  /** The groups whose share is moved; all others of the dimension stand against them. */
  readonly groups: readonly string[];
  readonly meaning: SplitMeaning;
  /** Money units that the shares are of. */
  readonly budget: number;
}

/** The best portfolio at one share. */
export interface SplitOptimum {
  /** Numerator of the share over `steps`. */
  readonly step: number;
  readonly optimum: Optimum;
  /** True when nothing had to be solved: a portfolio already proven best under looser limits fits here. */
  readonly carriedOver: boolean;
}

/** The whole sweep: the best portfolio without any split, and at every share. */
export interface SplitSweep {
  readonly free: Optimum;
  readonly points: readonly SplitOptimum[];
}

/**
 * The proven best portfolio at every share 0/steps, 1/steps … steps/steps of the budget.
 *
 * Rule    Both pots are floored to whole money units. One problem is compiled once. The free optimum is the best at every share it fits;
 *         under `ceiling` a proven optimum of a larger share that fits a smaller one is its optimum too. Where nothing but money ties
 *         projects together, one table per side answers all other shares at once (`groupCurves`); else they are solved, starting
 *         from the neighbour's portfolio where that fits. A solver method that is asked for by name solves them all.
 * Edges   Money of a project outside the dimension counts in neither pot. Tagged groups overlap: a project counts once in the moved groups.
 * Cost    Two tables, or at most steps + 2 solves.
 */
export async function splitSweep(
  problem: AllocationProblem,
  objective: Objective,
  split: Split,
  steps: number,
  settings: SolverSettings,
  context: SolveContext,
): Promise<SplitSweep> {
  const optimiser = await optimiserFor(problem, objective, settings, context);
  const pots = potsOf(optimiser, split);
  const free = await optimiser.solve();
  const tables =
    free.status === 'optimal' && (settings.method === 'auto' || settings.method === 'dynamic-programming')
      ? groupCurves(optimiser, split.dimension, [split.groups, otherGroups(problem, split)], split.budget)
      : null;
  const points: SplitOptimum[] = [];
  let neighbour: Optimum = free;
  for (let step = steps; step >= 0; step -= 1) {
    const limits = limitsAt(split, step, steps);
    const proven = [free, ...(split.meaning === 'ceiling' ? [neighbour] : [])].find(
      (known) => known.status === 'optimal' && known.choice && fits(problem, known.choice, split, limits),
    );
    if (proven) {
      points.push({ step, optimum: proven, carriedOver: true });
      neighbour = proven;
      continue;
    }
    if (tables) {
      const [own, rest] = tables.curves as [GroupCurve, GroupCurve];
      neighbour = optimumByTable(optimiser, own, rest, moneyAt(own, rest, limits, split.budget));
      points.push({ step, optimum: neighbour, carriedOver: false });
      continue;
    }
    const rows = pots.flatMap((weights, side): ExtraRow[] => {
      const upper = side === 0 ? limits.moved : limits.others;
      return upper === null ? [] : [{ weights, lower: -Infinity, upper }];
    });
    const start = neighbour.choice && fits(problem, neighbour.choice, split, limits) ? neighbour.record.values : null;
    neighbour = await optimiser.solve({ rows, start });
    points.push({ step, optimum: neighbour, carriedOver: false });
  }
  return { free, points: points.reverse() };
}

/** How much each side gets: its pot, or under a ceiling the division that is best, with least for the moved groups. */
function moneyAt(
  own: GroupCurve,
  rest: GroupCurve,
  { moved, others }: PotLimits,
  budget: number,
): readonly [number, number] {
  if (others !== null) return [moved, others];
  let best = 0;
  for (let money = 1; money <= moved; money += 1)
    if (own.best(money) + rest.best(budget - money) > own.best(best) + rest.best(budget - best)) best = money;
  return [best, budget - best];
}

/** Version of the tables' figures in a certificate. */
const tableVersion = '1.0.0';

function optimumByTable(
  { system, objective, program }: Optimiser,
  own: GroupCurve,
  rest: GroupCurve,
  [moved, others]: readonly [number, number],
): Optimum {
  invariant(program, 'tables are only made for a plain objective');
  const units = own.best(moved) + rest.best(others);
  const choice: Choice = { ...own.choice(moved), ...rest.choice(others) };
  const values = pointOf(system, choice, system.columns.length);
  const reached = program.weights.reduce((sum, weight, j) => sum + weight * (values[j] as number), 0);
  invariant(
    reached === units && checkPortfolio(system.problem, choice).length === 0,
    'the table and its portfolio agree',
  );
  const value = shownValue(program, units);
  return {
    status: 'optimal',
    choice,
    aims: [{ name: objective.name, value, bound: value, status: 'optimal' }],
    record: {
      status: 'optimal',
      method: 'dynamic-programming',
      methodVersion: tableVersion,
      objective: units,
      bound: units,
      values,
      nodes: null,
    },
    model: baseModelOf(system, program),
  };
}

interface PotLimits {
  readonly moved: number;
  readonly others: number | null;
}

function limitsAt({ budget, meaning }: Split, step: number, steps: number): PotLimits {
  const moved = Number((BigInt(budget) * BigInt(step)) / BigInt(steps));
  return { moved, others: meaning === 'pots' ? budget - moved : null };
}

/** The groups of the dimension that are not moved. */
export function otherGroups(problem: AllocationProblem, { dimension, groups }: Split): readonly string[] {
  return (problem.dimensions[dimension] ?? []).filter((group) => !groups.includes(group));
}

/** Money of the decisions in the moved groups, and in all others. */
function potsOf({ system }: Optimiser, split: Split): readonly [Float64Array, Float64Array] {
  const { problem } = system;
  const weigh = (groups: readonly string[]) =>
    Float64Array.from(system.columns, (column) => {
      if (column.kind === 'level')
        return countsIn(column.project, column.level, split.dimension, groups, 'money', null);
      const synergy = problem.synergies[column.index];
      if (!synergy) return 0;
      const byGroup = moneyByGroup(synergy.groups[split.dimension], moneyOn(synergy.costs, synergy.money, null));
      return groups.reduce((sum, group) => sum + (byGroup.get(group) ?? 0), 0);
    });
  return [weigh(split.groups), weigh(otherGroups(problem, split))];
}

function fits(problem: AllocationProblem, choice: Choice, split: Split, limits: PotLimits): boolean {
  const use = (groups: readonly string[]) =>
    groupUse(problem, choice, { dimension: split.dimension, groups, measure: 'money', resourceIds: null });
  return (
    use(split.groups) <= limits.moved && (limits.others === null || use(otherGroups(problem, split)) <= limits.others)
  );
}

/** Steps at which the portfolio differs from the one a step below. */
export function kinksOf(points: readonly SplitOptimum[]): readonly number[] {
  const keys = points.map(({ optimum }) => (optimum.choice ? choiceKey(optimum.choice) : null));
  return points.filter((_, index) => index > 0 && keys[index] !== keys[index - 1]).map(({ step }) => step);
}
