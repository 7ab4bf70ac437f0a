import { at, invariant } from '@fordela/domain';
import type { AllocationProblem, Objective, SolverSettings } from '../problem/allocation-problem';
import { recordOf } from '../optimise/by-tables';
import { choiceKey, type Choice } from '../optimise/choice';
import { countsIn, moneyByGroup, moneyOn } from '../optimise/group-money';
import { groupCurves, moneyTies, type GroupCurves } from '../optimise/group-curves';
import { optimiserFor, shownValue, type Optimiser, type Optimum } from '../optimise/optimise';
import { groupUse } from '../optimise/portfolio-report';
import { baseModelOf, type ExtraRow } from '../optimise/program';
import type { SolveContext } from '../optimise/solve-model';

/** One of the pots a budget is divided into: all the money of some groups. */
export interface Pot {
  readonly id: string;
  readonly groups: readonly string[];
}

/** The best portfolio at one division of the budget. */
export interface GridOptimum {
  /** Steps of each pot; they sum to the number of steps. */
  readonly steps: readonly number[];
  /** Money units of each pot; they sum to the budget. */
  readonly potUnits: readonly number[];
  readonly optimum: Optimum;
  readonly carriedOver: boolean;
}

export interface SplitGrid {
  readonly free: Optimum;
  readonly points: readonly GridOptimum[];
}

/** Every way to divide `steps` equal steps between pots, the first pot's share falling: all points of a simplex grid. */
export function simplexGrid(pots: number, steps: number): readonly (readonly number[])[] {
  if (pots === 1) return [[steps]];
  return Array.from({ length: steps + 1 }, (_, index) => steps - index).flatMap((first) =>
    simplexGrid(pots - 1, steps - first).map((rest) => [first, ...rest]),
  );
}

/**
 * The proven best portfolio at every division of the budget between pots, in equal steps.
 *
 * Rule    A pot of s steps holds the budget × s ÷ steps, rounded down; the last pot holds the rest. Each pot's groups get at most what
 *         it holds. The free optimum is the best wherever it fits. Where nothing but one ceiling of money ties projects together, one
 *         table per pot answers every point; else each point is solved, starting from the point before where that fits.
 * Shapes  Points in the order of `simplexGrid`; (steps + pots − 1 choose pots − 1) of them.
 */
export async function splitGrid(
  problem: AllocationProblem,
  objective: Objective,
  {
    dimension,
    pots,
    steps,
    budget,
  }: { readonly dimension: string; readonly pots: readonly Pot[]; readonly steps: number; readonly budget: number },
  settings: SolverSettings,
  context: SolveContext,
): Promise<SplitGrid> {
  const optimiser = await optimiserFor(problem, objective, settings, context);
  const free = await optimiser.solve();
  const tables = tablesOf(optimiser, dimension, pots, budget, settings);
  const weights = pots.map(({ groups }) => potWeights(optimiser, dimension, groups));
  const fits = (choice: Choice, potUnits: readonly number[]) =>
    pots.every(
      ({ groups }, index) =>
        groupUse(problem, choice, { dimension, groups, measure: 'money', resourceIds: null }) <= at(potUnits, index),
    );
  const points: GridOptimum[] = [];
  let before: Optimum = free;
  for (const own of simplexGrid(pots.length, steps)) {
    const potUnits = potUnitsOf(own, steps, budget);
    if (free.status === 'optimal' && free.choice && fits(free.choice, potUnits)) {
      points.push({ steps: own, potUnits, optimum: free, carriedOver: true });
      before = free;
      continue;
    }
    if (tables && free.status === 'optimal') before = byTables(optimiser, tables, potUnits);
    else {
      const rows = weights.map((weight, index): ExtraRow => ({
        weights: weight,
        lower: -Infinity,
        upper: at(potUnits, index),
      }));
      const start = before.choice && fits(before.choice, potUnits) ? before.record.values : null;
      before = await optimiser.solve({ rows, start });
    }
    points.push({ steps: own, potUnits, optimum: before, carriedOver: false });
  }
  return { free, points };
}

function potUnitsOf(steps: readonly number[], all: number, budget: number): readonly number[] {
  const floored = steps.slice(0, -1).map((own) => Number((BigInt(budget) * BigInt(own)) / BigInt(all)));
  return [...floored, budget - floored.reduce((sum, units) => sum + units, 0)];
}

function potWeights({ system }: Optimiser, dimension: string, groups: readonly string[]): Float64Array {
  return Float64Array.from(system.columns, (column) => {
    if (column.kind === 'level') return countsIn(column.project, column.level, dimension, groups, 'money', null);
    const synergy = at(system.problem.synergies, column.index);
    const byGroup = moneyByGroup(synergy.groups[dimension], moneyOn(synergy.costs, synergy.money, null));
    return groups.reduce((sum, group) => sum + (byGroup.get(group) ?? 0), 0);
  });
}

function tablesOf(
  { system, program }: Optimiser,
  dimension: string,
  pots: readonly Pot[],
  budget: number,
  { method }: SolverSettings,
): GroupCurves | null {
  if (method !== 'auto' && method !== 'dynamic-programming') return null;
  const ties = moneyTies(system);
  if (!program || program.auxiliaries.length > 0 || program.rows.length > 0) return null;
  if (!ties || ties.groupRows.length > 0 || ties.ceiling === null || ties.ceiling < budget) return null;
  const sets = pots.map(({ groups }) => groups);
  return groupCurves(system, program, ties.banned, dimension, sets, budget, 'left-out');
}

function byTables(
  { system, objective, program }: Optimiser,
  { unit, curves }: GroupCurves,
  potUnits: readonly number[],
): Optimum {
  invariant(program, 'tables are only made for a plain objective');
  const moneys = potUnits.map((units, index) => at(at(curves, index).least, Math.floor(units / unit)));
  const units = moneys.reduce((sum, money, index) => sum + at(at(curves, index).exactly, money), 0);
  const choice = Object.assign({}, ...moneys.map((money, index) => at(curves, index).choice(money))) as Choice;
  const value = shownValue(program, units);
  return {
    status: 'optimal',
    choice,
    aims: [{ name: objective.name, value, bound: value, status: 'optimal' }],
    record: recordOf(system, program, units, choice),
    model: baseModelOf(system, program),
  };
}

/**
 * Finds the points of a grid that stand one step away from one of them: a pot has a step more and another a step less.
 *
 * Shapes  Takes and gives places in `points`, rising.
 * Cost    One index over all points, made once; then pots² look-ups for each point asked for.
 */
export function neighbourFinder(points: readonly Pick<GridOptimum, 'steps'>[]): (index: number) => readonly number[] {
  const byCoordinates = new Map(points.map(({ steps }, index) => [steps.join(), index]));
  return (index) => {
    const own = at(points, index).steps;
    const pots = own.map((_, pot) => pot);
    return pots
      .flatMap((from) => pots.map((to) => own.map((step, pot) => step + Number(pot === to) - Number(pot === from))))
      .flatMap((steps) => byCoordinates.get(steps.join()) ?? [])
      .filter((other) => other !== index)
      .sort((a, b) => a - b);
  };
}

/** Whether two points have different portfolios. */
export function differ(a: GridOptimum, b: GridOptimum): boolean {
  const key = ({ optimum }: GridOptimum) => (optimum.choice ? choiceKey(optimum.choice) : null);
  return key(a) !== key(b);
}
