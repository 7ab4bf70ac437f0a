import { accept, at, refusal, refuse, type Refusal, type Result } from '@fordela/domain';
import { z } from 'zod';
import { defineTask, type Answer, type RegisteredTask, type TaskContext } from '../allocate/task';
import { certificateOf, conventionsOf, solveOptions, type Certificate } from '../optimise/optimise-task';
import { portfolioReport, type FundedProject } from '../optimise/portfolio-report';
import type { AllocationProblem, Objective, SolverSettings } from '../problem/allocation-problem';
import { fromUnits } from '../problem/fraction';
import { taskObjective } from '../problem/task-objective';
import { differ, neighbourFinder, splitGrid, type GridOptimum, type Pot } from './split-grid';
import { changeOf, type PortfolioChange } from './portfolio-change';

export interface GridPoint {
  /** Share of the budget in each pot, by pot; they sum to 1. */
  readonly shares: Readonly<Record<string, number>>;
  readonly status: Certificate['status'];
  readonly value: number | null;
  readonly bound: number | null;
  /** Value lost against the free optimum. */
  readonly price: number | null;
  readonly money: number;
  readonly unused: number;
  /** Money used in each pot. */
  readonly used: Readonly<Record<string, number>>;
  readonly funded: readonly FundedProject[];
  readonly againstFree: PortfolioChange;
  /** The points one step away that have another portfolio, with who enters and leaves on the way there. */
  readonly kinks: readonly ({ readonly to: Readonly<Record<string, number>> } & PortfolioChange)[];
  readonly carriedOver: boolean;
}

export interface SplitGridOutcome {
  readonly objective: Objective;
  readonly dimension: string;
  readonly pots: readonly Pot[];
  readonly steps: number;
  readonly budget: number;
  readonly free: { readonly certificate: Certificate; readonly funded: readonly FundedProject[] };
  readonly points: readonly GridPoint[];
  /** The divisions that lose least against the free optimum. */
  readonly best: readonly Readonly<Record<string, number>>[];
}

const group = () => z.union([z.string(), z.number()]);
const options = () =>
  z.strictObject({
    dimension: z.string().min(1).optional(),
    /** Each a group or several; the last pot holds what rounding leaves. All groups of the dimension, each its own, when left out. */
    pots: z
      .array(z.union([group(), z.array(group()).min(1)]))
      .min(2)
      .max(6)
      .optional(),
    steps: z.int().min(1).max(100).default(20),
    objective: solveOptions.objective(),
    solver: solveOptions.solver(),
  });
type Options = z.infer<ReturnType<typeof options>>;

/** Points a grid may have. */
const mostPoints = 6_000;

/** The best portfolio at every division of the budget between three pots or more, on a simplex grid. */
export const splitGridTask = (): RegisteredTask =>
  defineTask<Options, SplitGridOutcome>({ name: 'split-grid', version: '1.0.0', options, run: runGrid });

async function runGrid(
  problem: AllocationProblem,
  { dimension, pots: stated, steps, objective: statedObjective, solver }: Options,
  context: TaskContext,
): Promise<Result<Answer<SplitGridOutcome>>> {
  const objective = taskObjective(problem, statedObjective, [...context.path, 'objective']);
  if (!objective.ok) return objective;
  const read = gridOf(problem, dimension, stated, steps, context);
  if (!read.ok) return read;
  const settings: SolverSettings = { ...problem.solver, ...solver };
  const grid = { ...read.value, steps };
  const { free, points } = await splitGrid(problem, objective.value, grid, settings, context);
  const neighboursOf = neighbourFinder(points);
  const shown = points.map((point, index) => {
    const neighbours = neighboursOf(index).map((other) => at(points, other));
    return pointOf(problem, settings, grid, point, neighbours, free);
  });
  const least = Math.min(...shown.map(({ price }) => price ?? Infinity));
  return accept({
    method: `split-grid:${objective.value.name}`,
    conventions: {
      ...conventionsOf(problem, objective.value),
      steps,
      rounding: 'pots-floored-to-whole-money-units-last-gets-the-rest',
    },
    observations: [],
    outcome: {
      objective: objective.value,
      dimension: grid.dimension,
      pots: grid.pots,
      steps,
      budget: fromUnits(grid.budget, problem.moneyScale),
      free: {
        certificate: certificateOf(problem, settings, free),
        funded: free.choice ? portfolioReport(problem, free.choice).funded : [],
      },
      points: shown,
      best: shown.filter(({ price }) => price === least).map(({ shares }) => shares),
    },
  });
}

function gridOf(
  problem: AllocationProblem,
  dimension: string | undefined,
  stated: Options['pots'],
  steps: number,
  { path }: TaskContext,
): Result<{ readonly dimension: string; readonly pots: readonly Pot[]; readonly budget: number }> {
  const choices = Object.keys(problem.dimensions);
  const chosen = dimension ?? (choices.length === 1 ? choices[0] : undefined);
  if (chosen === undefined || !choices.includes(chosen))
    return refuse([
      refusal('allocation-unknown-dimension', [...path, 'dimension'], { dimension: dimension ?? '', choices }),
    ]);
  const known = problem.dimensions[chosen] ?? [];
  const pots = (stated ?? known).map((own): Pot => {
    const groups = [own].flat().map(String);
    return { id: groups.join('+'), groups };
  });
  const named = pots.flatMap(({ groups }) => groups);
  const refusals: Refusal[] = [
    ...named
      .filter((own) => !known.includes(own))
      .map((own) =>
        refusal('allocation-unknown-group', [...path, 'pots'], { group: own, dimension: chosen, choices: known }),
      ),
    ...named
      .filter((own, index) => named.indexOf(own) !== index)
      .map((own) => refusal('split-group-twice', [...path, 'pots'], { group: own })),
  ];
  if (pots.length < 2) refusals.push(refusal('split-one-pot', [...path, 'pots'], { dimension: chosen }));
  const points = pots.slice(1).reduce((count, _, index) => (count * (steps + index + 1)) / (index + 1), 1);
  if (points > mostPoints)
    refusals.push(refusal('split-grid-too-large', [...path, 'steps'], { points, most: mostPoints }));
  if (problem.budget === null) refusals.push(refusal('allocation-split-without-budget', path));
  return refusals.length > 0 || problem.budget === null
    ? refuse(refusals)
    : accept({ dimension: chosen, pots, budget: problem.budget });
}

function pointOf(
  problem: AllocationProblem,
  settings: SolverSettings,
  { dimension, pots, steps, budget }: { dimension: string; pots: readonly Pot[]; steps: number; budget: number },
  point: GridOptimum,
  neighbours: readonly GridOptimum[],
  free: GridOptimum['optimum'],
): GridPoint {
  const { optimum, carriedOver } = point;
  const { status, objective: value, bound } = certificateOf(problem, settings, optimum);
  const report = optimum.choice && portfolioReport(problem, optimum.choice);
  const best = free.aims.at(-1)?.value ?? null;
  const sharesOf = ({ steps: own }: GridOptimum) =>
    Object.fromEntries(pots.map(({ id }, pot) => [id, at(own, pot) / steps]));
  const used = (groups: readonly string[]) =>
    (report?.groups[dimension] ?? []).reduce((sum, total) => sum + (groups.includes(total.group) ? total.money : 0), 0);
  return {
    shares: sharesOf(point),
    status,
    value,
    bound,
    price: value === null || best === null ? null : Math.abs(best - value),
    money: report?.money ?? 0,
    unused: fromUnits(budget, problem.moneyScale) - (report?.money ?? 0),
    used: Object.fromEntries(pots.map(({ id, groups }) => [id, used(groups)])),
    funded: report?.funded ?? [],
    againstFree: changeOf(free.choice, optimum.choice),
    kinks: neighbours
      .filter((other) => differ(point, other))
      .map((other) => ({ to: sharesOf(other), ...changeOf(optimum.choice, other.optimum.choice) })),
    carriedOver,
  };
}
