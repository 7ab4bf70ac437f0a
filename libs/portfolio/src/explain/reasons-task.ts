import { accept, refusal, refuse, type Result } from '@fordela/domain';
import { z } from 'zod';
import { defineTask, type Answer, type RegisteredTask, type TaskContext } from '../allocate/task';
import type { Choice } from '../optimise/choice';
import {
  certificateOf,
  conventionsOf,
  forceSchema,
  readForce,
  solveOptions,
  type Certificate,
} from '../optimise/optimise-task';
import type { AllocationProblem, Objective, SolverSettings } from '../problem/allocation-problem';
import { taskObjective } from '../problem/task-objective';
import { changeKinds } from './changes-for';
import { aimsSideBySide, priceOf } from './price';
import { provenOptimum } from './proven-optimum';
import { reasonBench, reasonsFor, type Reason } from './reasons';
import { blockedBy, type MarginalGrant } from './stated-optimiser';
import { differenceOf, type Difference } from './verified-change';

export interface ReasonsOutcome {
  readonly objective: Objective;
  readonly certificate: Certificate;
  readonly choice: Choice;
  /** What the project cut in part gets; only under `partialGrants: "marginal"`. */
  readonly marginal?: MarginalGrant | null;
  readonly reasons: readonly Reason[];
}

const reasonOptions = () =>
  z.strictObject({
    objective: solveOptions.objective(),
    solver: solveOptions.solver(),
    /** Which projects to explain; all when left out. */
    projects: z.array(z.union([z.string(), z.number()])).optional(),
    /** Which kinds of change to look for; all when left out (none under `partialGrants: "marginal"`, where each is found by trying). */
    changes: z.array(z.enum(changeKinds)).optional(),
  });
type ReasonOptions = z.infer<ReturnType<typeof reasonOptions>>;

/** Why each project is funded, funded in part or not, and the smallest verified changes that would turn it. */
export const reasonsTask = (): RegisteredTask =>
  defineTask<ReasonOptions, ReasonsOutcome>({
    name: 'reasons',
    version: '1.1.0',
    options: reasonOptions,
    run: runReasons,
  });

async function runReasons(
  problem: AllocationProblem,
  { objective: stated, solver, projects, changes }: ReasonOptions,
  context: TaskContext,
): Promise<Result<Answer<ReasonsOutcome>>> {
  const objective = taskObjective(problem, stated, [...context.path, 'objective']);
  if (!objective.ok) return objective;
  const settings: SolverSettings = { ...problem.solver, ...solver, gap: 0 };
  const unknown = (projects ?? []).flatMap((id, place) =>
    problem.projects.some((project) => project.id === String(id))
      ? []
      : [refusal('allocation-unknown-project', [...context.path, 'projects', place], { project: String(id) })],
  );
  if (unknown.length > 0) return refuse(unknown);
  const proven = await provenOptimum(problem, objective.value, settings, context);
  if (!proven.ok) return proven;
  const { optimum, choice } = proven.value;
  const kinds = changes ?? (problem.marginalPartFunding ? [] : changeKinds);
  const bench = await reasonBench(problem, objective.value, settings, context, optimum, choice, kinds);
  const wanted = projects ? new Set(projects.map(String)) : null;
  const asked = problem.projects.filter(({ id }) => !wanted || wanted.has(id));
  const reasons = await reasonsFor(bench, asked, kinds);
  return accept({
    method: `reasons:${objective.value.name}`,
    conventions: {
      ...conventionsOf(problem, objective.value),
      countsAsFunded: 'in-some-best-portfolio',
      weightsMove: 'others-keep-their-proportions',
      costsMove: 'every-year-and-level-in-proportion',
      ...(problem.marginalPartFunding && { partialGrants: 'marginal', changesLookedFor: kinds.join(',') || 'none' }),
    },
    observations: [],
    outcome: {
      objective: objective.value,
      certificate: certificateOf(problem, settings, optimum),
      choice,
      ...(problem.marginalPartFunding && { marginal: optimum.marginal }),
      reasons,
    },
  });
}

/** One forced decision: what it costs and what it displaces. */
export interface Override extends Difference {
  readonly in: readonly string[];
  readonly out: readonly string[];
  readonly status: Certificate['status'];
  /** What the first aim loses against the free optimum; null when the override is impossible. */
  readonly price: number | null;
  readonly aims: readonly {
    readonly aim: Objective['name'];
    readonly free: number | null;
    readonly forced: number | null;
  }[];
  readonly choice: Choice | null;
  /** What the project cut in part gets; only under `partialGrants: "marginal"`. */
  readonly marginal?: MarginalGrant | null;
  readonly blockedBy: Reason['blockedBy'];
}

export interface OverridesOutcome {
  readonly objective: Objective;
  readonly certificate: Certificate;
  readonly choice: Choice;
  /** Each by itself, in the order asked for. */
  readonly overrides: readonly Override[];
  /** All of them at once; null when only one was asked for, and when one forces in what another forces out. */
  readonly together: Override | null;
}

const overrideOptions = () =>
  z.strictObject({
    objective: solveOptions.objective(),
    solver: solveOptions.solver(),
    overrides: z.array(forceSchema()).min(1).max(1000),
  });
type OverrideOptions = z.infer<ReturnType<typeof overrideOptions>>;

/** What it costs to force projects in or out, each override by itself and all together, and what each displaces. */
export const overridesTask = (): RegisteredTask =>
  defineTask<OverrideOptions, OverridesOutcome>({
    name: 'overrides',
    version: '1.0.0',
    options: overrideOptions,
    run: runOverrides,
  });

async function runOverrides(
  problem: AllocationProblem,
  { objective: stated, solver, overrides }: OverrideOptions,
  context: TaskContext,
): Promise<Result<Answer<OverridesOutcome>>> {
  const objective = taskObjective(problem, stated, [...context.path, 'objective']);
  if (!objective.ok) return objective;
  const settings: SolverSettings = { ...problem.solver, ...solver, gap: 0 };
  const read = overrides.map((override, index) => readForce(problem, override, [...context.path, 'overrides', index]));
  const refusals = read.flatMap((forced) => (forced.ok ? [] : forced.refusal));
  if (refusals.length > 0) return refuse(refusals);
  const proven = await provenOptimum(problem, objective.value, settings, context);
  if (!proven.ok) return proven;
  const { optimiser, optimum, choice } = proven.value;
  const measure = async (forced: NonNullable<Parameters<typeof optimiser.solve>[0]>['forced']): Promise<Override> => {
    const own = await optimiser.solve({ ...(forced && { forced }) });
    return {
      in: Object.keys(forced?.in ?? {}),
      out: forced?.out ?? [],
      status: own.status,
      price: own.choice ? priceOf(optimum, own) : null,
      aims: own.choice ? aimsSideBySide(optimum, own) : [],
      choice: own.choice,
      ...(problem.marginalPartFunding && { marginal: own.marginal }),
      blockedBy:
        own.status === 'infeasible' ? await blockedBy(problem, objective.value, settings, context, forced) : null,
      ...(own.choice ? differenceOf(problem, choice, own.choice) : { entering: [], leaving: [] }),
    };
  };
  const forced = read.flatMap((entry) => (entry.ok ? [entry.value] : []));
  const measured: Override[] = [];
  for (const entry of forced) measured.push(await measure(entry));
  const all = {
    in: Object.assign({}, ...forced.map((entry) => entry.in ?? {})) as Record<string, string | true>,
    out: forced.flatMap((entry) => entry.out ?? []),
  };
  const contradict = all.out.some((id) => id in all.in);
  return accept({
    method: `overrides:${objective.value.name}`,
    conventions: conventionsOf(problem, objective.value),
    observations: [],
    outcome: {
      objective: objective.value,
      certificate: certificateOf(problem, settings, optimum),
      choice,
      overrides: measured,
      together: forced.length > 1 && !contradict ? await measure(all) : null,
    },
  });
}
