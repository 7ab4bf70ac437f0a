import type { Params } from '@fordela/domain';
import type { AllocationProblem, Objective, SolverSettings } from '../problem/allocation-problem';
import type { Choice } from '../optimise/choice';
import { optimiserFor, type Optimum } from '../optimise/optimise';
import type { Forced } from '../optimise/program';
import type { SolveContext } from '../optimise/solve-model';
import { changedProblem, type ProblemChange } from './changed-problem';

/** The smallest change of one number that would change a project's fate, as data. `code` has its wording in libs/wording. */
export interface Change {
  readonly kind: 'score' | 'cost' | 'ceiling' | 'all-ceilings' | 'group-limit' | 'grants' | 'weight' | 'without-limit';
  readonly code: string;
  readonly params: Params;
  /** Before, after and the difference, in the reader's units. */
  readonly from: number | null;
  readonly to: number | null;
  readonly by: number | null;
  /** True when no smaller change of this kind would do it (up to `within`, where ceilings are rounded to whole units and scores to a grid). */
  readonly smallest: boolean;
  readonly within: number;
  /** True when the changed problem was solved anew and the project was in (or out of) one of its best portfolios. */
  readonly verified: boolean;
  /** What enters and leaves against the present portfolio. */
  readonly entering: readonly string[];
  readonly leaving: readonly string[];
}

export interface Difference {
  readonly entering: readonly string[];
  readonly leaving: readonly string[];
}

/** Which projects one portfolio funds and the other does not, in the order of the problem. */
export function differenceOf(problem: AllocationProblem, before: Choice, after: Choice): Difference {
  const ids = problem.projects.map(({ id }) => id);
  return {
    entering: ids.filter((id) => before[id] === undefined && after[id] !== undefined),
    leaving: ids.filter((id) => before[id] !== undefined && after[id] === undefined),
  };
}

/** Whether a best portfolio of a problem meets a demand, found by solving it afresh; undefined when it could not be proven. */
export type Standing = { readonly inSomeOptimum: boolean; readonly choice: Choice | null } | undefined;

/**
 * Solves a changed problem anew: is there a best portfolio with these projects forced in or out? One solve with the demand, then one
 * that looks for anything better without it. A portfolio that is known, and allowed in the changed problem, sets what the demand must
 * reach from the start: when nothing that meets the demand does, the answer is no, and no second solve is needed.
 */
export async function standingUnder(
  problem: AllocationProblem,
  change: ProblemChange | null,
  objective: Objective,
  settings: SolverSettings,
  context: SolveContext,
  demand: Forced,
  known: Choice | null = null,
): Promise<Standing> {
  const changed = change ? changedProblem(problem, change) : problem;
  const optimiser = await optimiserFor(changed, objective, settings, context);
  const reached = known && optimiser.worthOf(known);
  const own = await optimiser.solve({ forced: demand, ...(reached !== null && { atLeast: reached }) });
  if (own.status === 'infeasible') return { inSomeOptimum: false, choice: null };
  if (own.status !== 'optimal' || own.record.objective === null) return undefined;
  const better = optimiser.program
    ? await optimiser.solve({ atLeast: own.record.objective + 1 })
    : await optimiser.solve();
  if (optimiser.program) {
    if (better.status === 'infeasible') return { inSomeOptimum: true, choice: own.choice };
    return better.status === 'optimal' || better.status === 'feasible'
      ? { inSomeOptimum: false, choice: own.choice }
      : undefined;
  }
  if (better.status !== 'optimal') return undefined;
  return { inSomeOptimum: sameAims(own, better), choice: own.choice };
}

/** Equal in every aim, up to rounding in the last digits. */
export function sameAims(a: Optimum, b: Optimum): boolean {
  return a.aims.every((aim, index) => {
    const [x, y] = [aim.value, b.aims[index]?.value ?? null];
    if (x === null || y === null) return x === y;
    return Math.abs(x - y) <= 1e-12 * Math.max(1, Math.abs(x));
  });
}
