import { accept, refusal, refuse, type Path, type Result } from '@fordela/domain';
import { z } from 'zod';
import { defineTask, type Answer, type RegisteredTask, type TaskContext } from '../allocate/task';
import type { AllocationProblem, Objective, SolverSettings } from '../problem/allocation-problem';
import { objectiveSchema, solverSchema } from '../problem/problem-file';
import { taskObjective } from '../problem/task-objective';
import type { Choice } from './choice';
import { smallestConflict, type Conflict } from './conflict';
import { marginalObjective, optimiseMarginal } from './marginal';
import { optimiserFor, type Aim, type Optimum } from './optimise';
import { portfolioReport, type PortfolioReport } from './portfolio-report';
import type { Forced } from './program';
import type { SolveRecord } from './solve-model';
import { tiedOptima } from './tied-optima';

/** How a portfolio was proven best. Nothing here comes from a clock: the same input gives the same bytes. */
export interface Certificate {
  readonly status: SolveRecord['status'];
  readonly objective: number | null;
  /** No portfolio under these limits reaches more (for an objective to be small: less). */
  readonly bound: number | null;
  /** |bound − objective|, and that over |objective|; null when either is missing. */
  readonly absoluteGap: number | null;
  readonly gap: number | null;
  readonly method: string;
  readonly methodVersion: string;
  readonly nodes: number | null;
  readonly seed: number;
  readonly limits: { readonly gap: number; readonly timeLimitSeconds: number; readonly effort: number };
  /** Values were counted in steps of this; false `valuesExact` = some were rounded to it. */
  readonly valueStep: number;
  readonly valuesExact: boolean;
  /** The portfolio was re-checked against every limit of the problem in whole numbers. */
  readonly recheckedInWholeNumbers: boolean;
}

export interface OptimiseOutcome {
  readonly objective: Objective;
  readonly certificate: Certificate;
  readonly aims: readonly Aim[];
  readonly portfolio: PortfolioReport | null;
  /** Level by funded project: the short form of the portfolio. */
  readonly choice: Choice | null;
  /** The project funded with a freely chosen part of its request, under `partialGrants: "marginal"`. */
  readonly marginalProject: string | null;
  readonly tied: { readonly portfolios: readonly Choice[]; readonly complete: boolean } | null;
  readonly conflict: Conflict | null;
}

/** Versions of the objectives' definitions: bumped when the same portfolio would get another number. */
export const objectiveVersions: Readonly<Record<Objective['name'], string>> = {
  sum_of_value: '1',
  value_times_money: '1',
  value_per_krona: '1',
  maximin: '1',
  minimax_regret: '1',
  most_equal: '1',
  least_money: '1',
  fewest_changes: '1',
  lexicographic: '1',
};

export const forceSchema = () =>
  z.strictObject({
    in: z.union([z.array(z.union([z.string(), z.number()])), z.record(z.string(), z.string())]).optional(),
    out: z.array(z.union([z.string(), z.number()])).optional(),
  });

/** Reads `force`: ids to fund (at any level, or at a named one) and ids to leave out. */
export function readForce(
  problem: AllocationProblem,
  input: z.infer<ReturnType<typeof forceSchema>> | undefined,
  path: Path,
): Result<Forced> {
  const refusals = [];
  const byId = new Map(problem.projects.map((project) => [project.id, project]));
  const wanted: [string, string | true][] = Array.isArray(input?.in)
    ? input.in.map((id) => [String(id), true])
    : Object.entries(input?.in ?? {});
  for (const [id, level] of wanted) {
    const project = byId.get(id);
    if (!project) refusals.push(refusal('allocation-unknown-project', [...path, 'in'], { project: id }));
    else if (level !== true && !project.levels.some((own) => own.id === level))
      refusals.push(refusal('allocation-unknown-level', [...path, 'in', id], { project: id, level }));
  }
  const out = (input?.out ?? []).map(String);
  for (const id of out)
    if (!byId.has(id)) refusals.push(refusal('allocation-unknown-project', [...path, 'out'], { project: id }));
    else if (wanted.some(([own]) => own === id))
      refusals.push(refusal('allocation-must-and-excluded', [...path, 'out'], { project: id }));
  return refusals.length > 0 ? refuse(refusals) : accept({ in: Object.fromEntries(wanted), out });
}

/** What most tasks may say about how to solve. */
export const solveOptions = {
  objective: () => objectiveSchema().optional(),
  solver: () => solverSchema().optional(),
};

const options = () =>
  z.strictObject({
    objective: solveOptions.objective(),
    solver: solveOptions.solver(),
    force: forceSchema().optional(),
    /** How many tied optima to list. */
    ties: z.int().min(1).max(1000).optional(),
  });
type Options = z.infer<ReturnType<typeof options>>;

const usualTies = 10;

/** The best portfolio of a problem, proven; or why there is none. */
export const optimiseTask = (): RegisteredTask =>
  defineTask<Options, OptimiseOutcome>({ name: 'optimise', version: '1.0.0', options, run: runOptimise });

async function runOptimise(
  problem: AllocationProblem,
  { objective: stated, solver, force, ties = usualTies }: Options,
  context: TaskContext,
): Promise<Result<Answer<OptimiseOutcome>>> {
  const objective = taskObjective(problem, stated, [...context.path, 'objective']);
  if (!objective.ok) return objective;
  const forced = readForce(problem, force, [...context.path, 'force']);
  if (!forced.ok) return forced;
  const settings: SolverSettings = { ...problem.solver, ...solver };
  if (problem.marginalPartFunding) return runMarginal(problem, objective.value, settings, forced.value, context);
  const optimiser = await optimiserFor(problem, objective.value, settings, context);
  const optimum = await optimiser.solve({ forced: forced.value });
  const tied = optimum.choice ? await tiedOptima(optimiser, optimum, ties, settings, context) : null;
  const choice = tied?.choices[0] ?? optimum.choice;
  return accept({
    method: `${objective.value.name}@${objectiveVersions[objective.value.name]}`,
    conventions: conventionsOf(problem, objective.value),
    observations: [],
    outcome: {
      objective: objective.value,
      certificate: certificateOf(problem, settings, optimum),
      aims: optimum.aims,
      portfolio: choice && portfolioReport(problem, choice),
      choice,
      marginalProject: null,
      tied: tied && { portfolios: tied.choices, complete: tied.complete },
      conflict: optimum.status === 'infeasible' ? smallestConflict(problem, settings, forced.value) : null,
    },
  });
}

async function runMarginal(
  problem: AllocationProblem,
  objective: Objective,
  settings: SolverSettings,
  forced: Forced,
  context: TaskContext,
): Promise<Result<Answer<OptimiseOutcome>>> {
  const sum = marginalObjective(objective, [...context.path, 'objective']);
  if (!sum.ok) return sum;
  const best = await optimiseMarginal(problem, sum.value, settings, context, forced);
  const shown = (value: typeof best.objective) =>
    value === null ? null : Number(value.numerator) / Number(value.denominator) / problem.valueScale;
  const aim: Aim = {
    name: objective.name,
    value: shown(best.objective),
    bound: shown(best.bound),
    status: best.status,
  };
  return accept({
    method: `${objective.name}@${objectiveVersions[objective.name]}`,
    conventions: { ...conventionsOf(problem, objective), partialGrants: 'marginal' },
    observations: [],
    outcome: {
      objective,
      certificate: certificateOf(problem, settings, { status: best.status, aims: [aim], record: best.record }),
      aims: [aim],
      portfolio: best.choice && portfolioReport(best.problem, best.choice),
      choice: best.choice,
      marginalProject: best.project,
      tied: null,
      conflict: best.status === 'infeasible' ? smallestConflict(problem, settings, forced) : null,
    },
  });
}

/** The conventions a portfolio rests on, by name. */
export function conventionsOf(problem: AllocationProblem, objective: Objective): Answer<unknown>['conventions'] {
  return {
    objective: objective.name,
    objectiveVersion: objectiveVersions[objective.name],
    tieRule: 'least-money-then-ids',
    intervalValuesCountAs: 'point',
    jointLimitsCount: 'whole-use-at-any-level',
    moneyUnit: 1 / problem.moneyScale,
    valueStep: 1 / problem.valueScale,
  };
}

/** The certificate of a solved problem. */
export function certificateOf(
  problem: AllocationProblem,
  settings: SolverSettings,
  { status, aims, record }: Pick<Optimum, 'status' | 'aims' | 'record'>,
): Certificate {
  const last = aims.at(-1);
  const [value, bound] = [last?.value ?? null, last?.bound ?? null];
  const absoluteGap = value === null || bound === null ? null : Math.abs(bound - value);
  return {
    status,
    objective: value,
    bound,
    absoluteGap,
    gap:
      absoluteGap === null || value === null
        ? null
        : absoluteGap === 0
          ? 0
          : absoluteGap / Math.max(1e-12, Math.abs(value)),
    method: record.method,
    methodVersion: record.methodVersion,
    nodes: record.nodes,
    seed: settings.seed,
    limits: { gap: settings.gap, timeLimitSeconds: settings.timeLimitSeconds, effort: settings.effortLimit },
    valueStep: 1 / problem.valueScale,
    valuesExact: problem.valuesExact,
    recheckedInWholeNumbers: record.values !== null,
  };
}
