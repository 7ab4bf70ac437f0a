import { accept, invariant, type Path, type Result } from '@fordela/domain';
import { smallestConflict, type Conflict } from '../optimise/conflict';
import { constraintsOf } from '../optimise/constraints';
import { limitKey } from '../optimise/limit-ref';
import { marginalObjective, optimiseMarginal } from '../optimise/marginal';
import { optimiserFor, type Optimiser, type Optimum } from '../optimise/optimise';
import type { Forced } from '../optimise/program';
import type { SolveContext } from '../optimise/solve-model';
import type { AllocationProblem, Objective, SolverSettings } from '../problem/allocation-problem';
import { changedProblem, limitsOf } from './changed-problem';

/** The project that gets a freely chosen part of its request in a portfolio, and how much, in money units. */
export interface MarginalGrant {
  readonly project: string;
  readonly grant: number;
}

/** The best portfolio with what explaining it needs. */
export interface StatedOptimum extends Pick<Optimum, 'status' | 'choice' | 'aims' | 'record'> {
  /** Null but under `partialGrants: "marginal"`, where some portfolio needs it. */
  readonly marginal: MarginalGrant | null;
}

/** What explaining asks of an optimiser: `program` is null where the objective is not one row over decisions. */
export interface StatedOptimiser extends Pick<Optimiser, 'system' | 'program' | 'worthOf'> {
  readonly solve: (variation?: Parameters<Optimiser['solve']>[0]) => Promise<StatedOptimum>;
  /** The same with every model at hand, for tied optima; null under `partialGrants: "marginal"`, which lists none. */
  readonly whole: Optimiser | null;
}

/** Refused for an objective that does not follow the money a project gets, where one may get any part of it. */
export function explainable(problem: AllocationProblem, objective: Objective, path: Path): Result<Objective> {
  return problem.marginalPartFunding ? marginalObjective(objective, path) : accept(objective);
}

/** An optimiser for the problem as it is stated, part-funding of the marginal project included. InvariantError when not `explainable`. */
export async function statedOptimiser(
  problem: AllocationProblem,
  objective: Objective,
  settings: SolverSettings,
  context: SolveContext,
): Promise<StatedOptimiser> {
  if (!problem.marginalPartFunding) {
    const whole = await optimiserFor(problem, objective, settings, context);
    return { ...whole, whole, solve: async (variation) => ({ ...(await whole.solve(variation)), marginal: null }) };
  }
  const sum = marginalObjective(objective, []);
  invariant(sum.ok, `${objective.name} does not follow the money`);
  const shown = (value: { readonly numerator: bigint; readonly denominator: bigint } | null) =>
    value === null ? null : Number(value.numerator) / Number(value.denominator) / problem.valueScale;
  return {
    system: constraintsOf(problem),
    program: null,
    whole: null,
    worthOf: () => null,
    solve: async ({ forced = {} } = {}) => {
      const best = await optimiseMarginal(problem, sum.value, settings, context, forced);
      const cut = best.problem.projects.find(({ id }) => id === best.project);
      const level = cut?.levels.find(({ id }) => id === best.choice?.[cut.id]);
      return {
        status: best.status,
        choice: best.choice,
        record: best.record,
        aims: [{ name: objective.name, value: shown(best.objective), bound: shown(best.bound), status: best.status }],
        marginal: cut && level ? { project: cut.id, grant: level.money } : null,
      };
    },
  };
}

/**
 * The smallest set of limits that forbids a demand. Under `partialGrants: "marginal"` that is a set that forbids it in any part; null
 * when the smallest one that forbids it whole does not.
 */
export async function blockedBy(
  problem: AllocationProblem,
  objective: Objective,
  settings: SolverSettings,
  context: SolveContext,
  demand: Forced = {},
): Promise<Conflict | null> {
  const conflict = smallestConflict(problem, settings, demand);
  if (!conflict || !problem.marginalPartFunding) return conflict;
  const kept = new Set(conflict.limits.map(({ limit }) => limitKey(limit)));
  const others = limitsOf(problem).filter((limit) => !kept.has(limitKey(limit)));
  const alone = others.reduce((left, limit) => changedProblem(left, { kind: 'without', limit }), problem);
  const optimiser = await statedOptimiser(alone, objective, settings, context);
  return (await optimiser.solve({ forced: demand })).status === 'infeasible' ? conflict : null;
}
