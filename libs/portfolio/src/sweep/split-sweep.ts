import { invariant } from '@fordela/domain';
import type { AllocationProblem, Objective, SolverSettings } from '../problem/allocation-problem';
import { choiceKey, type Choice } from '../optimise/choice';
import { countsIn, moneyByGroup, moneyOn } from '../optimise/group-money';
import { optimiserFor, shownValue, type Optimiser, type Optimum } from '../optimise/optimise';
import { baseModelOf, type ExtraRow } from '../optimise/program';
import { recordOf } from '../optimise/by-tables';
import { groupCurves, moneyTies, type GroupCurve } from '../optimise/group-curves';
import { dynamicProgramming, dynamicProgrammingVersion, type SolveContext } from '../optimise/solve-model';
import { separatePots, type PotsAnswer, type SeparatePots } from './separate-pots';

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
 *         projects together, one table per side answers all other shares at once (`groupCurves`); where such tables would be
 *         large, or where more ties projects but not the two pots to each other, the pots are solved apart (`separatePots`). Else
 *         all shares are solved, starting from the neighbour's portfolio where that fits. A solver method that is asked for by
 *         name solves them all.
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
  const byTable = () => (free.status === 'optimal' ? sidesByTable(optimiser, split, settings) : null);
  const quick = tableEntries(optimiser, split) <= quickEntries ? byTable() : null;
  const separate = quick ? null : potsApart(optimiser, pots, split, settings, context);
  const tables = quick ?? (separate ? null : byTable());
  const points: SplitOptimum[] = [];
  let neighbour: Optimum = free;
  for (let step = steps; step >= 0; step -= 1) {
    const limits = limitsAt(split, step, steps);
    const proven = [free, ...(split.meaning === 'ceiling' ? [neighbour] : [])].find(
      (known) => known.status === 'optimal' && fits(known, pots, limits),
    );
    if (proven) {
      points.push({ step, optimum: proven, carriedOver: true });
      neighbour = proven;
      continue;
    }
    if (tables) {
      neighbour = optimumByTable(optimiser, tables, limits, split.budget);
      points.push({ step, optimum: neighbour, carriedOver: false });
      continue;
    }
    const rows = pots.flatMap((weights, side): ExtraRow[] => {
      const upper = side === 0 ? limits.moved : limits.others;
      return upper === null ? [] : [{ weights, lower: -Infinity, upper }];
    });
    const apart = separate?.at(limits.moved, limits.others ?? 0) ?? null;
    if (apart) {
      const keeps = neighbour.record.objective === apart.objective && fits(neighbour, pots, limits);
      const values = keeps ? neighbour.record.values : apart.values;
      neighbour = optimumApart(optimiser, rows, { ...apart, values });
      points.push({ step, optimum: neighbour, carriedOver: false });
      continue;
    }
    const start = fits(neighbour, pots, limits) ? neighbour.record.values : null;
    neighbour = await optimiser.solve({ rows, start });
    points.push({ step, optimum: neighbour, carriedOver: false });
  }
  return { free, points: points.reverse() };
}

interface Sides {
  readonly unit: number;
  readonly own: GroupCurve;
  readonly rest: GroupCurve;
}

/** The tables of the moved groups and of all others, where nothing but one ceiling of money ties projects together. */
function sidesByTable({ system, program }: Optimiser, split: Split, { method }: SolverSettings): Sides | null {
  if (method !== 'auto' && method !== 'dynamic-programming') return null;
  const ties = moneyTies(system);
  if (!program || program.auxiliaries.length > 0 || program.rows.length > 0) return null;
  if (!ties || ties.groupRows.length > 0 || ties.ceiling === null || ties.ceiling < split.budget) return null;
  const sets = [split.groups, otherGroups(system.problem, split)];
  const tables = groupCurves(system, program, ties.banned, split.dimension, sets, split.budget, 'left-out');
  return tables && { unit: tables.unit, own: tables.curves[0] as GroupCurve, rest: tables.curves[1] as GroupCurve };
}

/** The best at one share: each side within its pot, or under a ceiling the division that is best, with least for the moved groups. */
function optimumByTable(
  { system, objective, program }: Optimiser,
  { unit, own, rest }: Sides,
  { moved, others }: PotLimits,
  budget: number,
): Optimum {
  invariant(program, 'tables are only made for a plain objective');
  const [pot, all] = [Math.floor(moved / unit), Math.floor(budget / unit)];
  const left = (money: number) => (others === null ? all - money : Math.floor(others / unit));
  const reached = (money: number) => (own.atMost[money] as number) + (rest.atMost[left(money)] as number);
  let best = others === null ? 0 : pot;
  if (others === null) for (let money = 1; money <= pot; money += 1) if (reached(money) > reached(best)) best = money;
  const choice: Choice = {
    ...own.choice(own.least[best] as number),
    ...rest.choice(rest.least[left(best)] as number),
  };
  const value = shownValue(program, reached(best));
  return {
    status: 'optimal',
    choice,
    aims: [{ name: objective.name, value, bound: value, status: 'optimal' }],
    record: recordOf(system, program, reached(best), choice),
    model: baseModelOf(system, program),
  };
}

/** Tables of so many entries are quicker than anything else. */
const quickEntries = 5_000_000;

function tableEntries({ system }: Optimiser, { budget }: Split): number {
  let unit = 0;
  for (const column of system.columns) if (column.kind === 'level') unit = gcd(unit, column.level.money);
  return system.columns.length * (budget / Math.max(1, unit));
}

function gcd(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y > 0) [x, y] = [y, x % y];
  return x;
}

/** The problem taken apart by pots; null when they are tied to each other, or another method is asked for. */
function potsApart(
  { plain }: Optimiser,
  pots: readonly [Float64Array, Float64Array],
  { budget, meaning }: Split,
  { method, effortLimit }: SolverSettings,
  { shouldStop }: SolveContext,
): SeparatePots | null {
  if (!plain || meaning !== 'pots' || method === 'highs' || method === 'branch-and-bound') return null;
  const model = plain.withRows(pots.map((weights) => ({ weights, lower: -Infinity, upper: budget })));
  return separatePots(model, budget, { effortLimit, ...(shouldStop && { shouldStop }) });
}

function optimumApart({ plain }: Optimiser, rows: readonly ExtraRow[], answer: PotsAnswer): Optimum {
  invariant(plain, 'only a plain problem is taken apart');
  const { status, objective, values } = answer;
  return plain.optimum(
    {
      ...{ status, objective, bound: objective, values, nodes: null },
      method: dynamicProgramming,
      methodVersion: dynamicProgrammingVersion,
    },
    plain.withRows(rows),
  );
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

function fits({ record }: Optimum, pots: readonly [Float64Array, Float64Array], limits: PotLimits): boolean {
  const { values } = record;
  if (values === null) return false;
  const use = (weights: Float64Array) => weights.reduce((sum, weight, j) => sum + weight * (values[j] as number), 0);
  return use(pots[0]) <= limits.moved && (limits.others === null || use(pots[1]) <= limits.others);
}

/** Steps at which the portfolio differs from the one a step below. */
export function kinksOf(points: readonly SplitOptimum[]): readonly number[] {
  const keys = points.map(({ optimum }) => (optimum.choice ? choiceKey(optimum.choice) : null));
  return points.filter((_, index) => index > 0 && keys[index] !== keys[index - 1]).map(({ step }) => step);
}
