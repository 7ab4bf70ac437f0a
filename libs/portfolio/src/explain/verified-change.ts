import type { Params } from '@fordela/domain';
import type { AllocationProblem, Objective, SolverSettings } from '../problem/allocation-problem';
import type { Choice } from '../optimise/choice';
import { optimiserFor, type Optimiser, type Optimum } from '../optimise/optimise';
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
 * Solves a changed problem anew: is there a best portfolio with these projects forced in or out?
 *
 * Rule    Among the portfolios already known, the best that the changed problem allows says what must be beaten; it is re-checked
 *         there, so nothing is taken on trust. One solve looks for anything better without the demand, one for a portfolio that
 *         meets the demand and is as good as the best. Where none is known the demand is solved first.
 * Edges   Undefined when a solve ended without a proof.
 */
export async function standingUnder(
  problem: AllocationProblem,
  change: ProblemChange | null,
  objective: Objective,
  settings: SolverSettings,
  context: SolveContext,
  demand: Forced,
  known: readonly Choice[] = [],
  expected: 'in' | 'not-in' = 'in',
): Promise<Standing> {
  const changed = change ? changedProblem(problem, change) : problem;
  const optimiser = await optimiserFor(changed, objective, settings, context);
  const worths = known.map((choice) => optimiser.worthOf(choice)).filter((worth) => worth !== null);
  if (worths.length > 0) {
    const reached = Math.max(...worths);
    if (expected === 'not-in' && (await optimiser.solve({ forced: demand, atLeast: reached })).status === 'infeasible')
      return { inSomeOptimum: false, choice: null };
    return standingAgainst(optimiser, demand, reached);
  }
  const own = await optimiser.solve({ forced: demand });
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

/** The same, when a portfolio of worth `reached` is known. */
async function standingAgainst(optimiser: Optimiser, demand: Forced, reached: number): Promise<Standing> {
  const better = await optimiser.solve({ atLeast: reached + 1 });
  if (better.status !== 'infeasible' && better.status !== 'optimal') return undefined;
  const best = better.record.objective ?? reached;
  const own = await optimiser.solve({ forced: demand, atLeast: best, atMost: best });
  if (own.status === 'infeasible') return { inSomeOptimum: false, choice: null };
  return own.status === 'optimal' ? { inSomeOptimum: true, choice: own.choice } : undefined;
}

/** Equal in every aim, up to rounding in the last digits. */
export function sameAims(a: Optimum, b: Optimum): boolean {
  return a.aims.every((aim, index) => {
    const [x, y] = [aim.value, b.aims[index]?.value ?? null];
    if (x === null || y === null) return x === y;
    return Math.abs(x - y) <= 1e-12 * Math.max(1, Math.abs(x));
  });
}
