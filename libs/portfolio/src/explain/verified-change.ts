import type { Params } from '@fordela/domain';
import type { AllocationProblem, Objective, SolverSettings } from '../problem/allocation-problem';
import type { Choice } from '../optimise/choice';
import type { Optimum } from '../optimise/optimise';
import { choiceOf, type Forced } from '../optimise/program';
import type { SolveContext } from '../optimise/solve-model';
import { fromUnits } from '../problem/fraction';
import { changedProblem, type ProblemChange } from './changed-problem';
import { noDemand } from './demand';
import { movedLimits, movesLimitsOnly } from './moved-limits';
import type { OtherWay } from './other-way';
import { projectParams } from './price';
import type { ReasonBench } from './reasons';
import { statedOptimiser, type StatedOptimiser } from './stated-optimiser';

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

/** A change; null when none turns the project's fate, undefined when the effort ran out before that was known. */
export type FoundOrNot = Change | null | undefined;

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
 *         meets the demand and is as good as the best. Where none is known, the best that meets the demand is found first. The
 *         portfolio returned does not depend on what is known.
 * Shapes  known: candidates, which need not be allowed. expected: which answer to try first; it changes the effort only.
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
  const optimiser = await statedOptimiser(changed, objective, settings, context);
  const worths = known.map((choice) => optimiser.worthOf(choice)).filter((worth) => worth !== null);
  const reached = worths.length > 0 ? Math.max(...worths) : null;
  if (reached === null || expected === 'not-in') {
    const own = await optimiser.solve({ forced: demand, ...(reached !== null && { atLeast: reached }) });
    if (own.status === 'infeasible') return notIn;
    if (own.status !== 'optimal') return undefined;
    if (!optimiser.program) {
      const best = await optimiser.solve();
      return best.status === 'optimal' ? { inSomeOptimum: sameAims(own, best), choice: own.choice } : undefined;
    }
    return standingAgainst(optimiser, demand, own.record.objective as number);
  }
  return standingAgainst(optimiser, demand, reached);
}

const notIn: Standing = { inSomeOptimum: false, choice: null };

/** The same for a plain objective, when a portfolio that reaches `reached` is known. */
async function standingAgainst(optimiser: StatedOptimiser, demand: Forced, reached: number): Promise<Standing> {
  const better = await optimiser.solve({ atLeast: reached + 1 });
  if (better.status !== 'infeasible' && better.status !== 'optimal') return undefined;
  const best = better.record.objective ?? reached;
  const own = await optimiser.solve({ forced: demand, atLeast: best, atMost: best });
  if (own.status === 'infeasible') return notIn;
  return own.status === 'optimal' ? { inSomeOptimum: true, choice: own.choice } : undefined;
}

/** Equal in every aim, up to rounding in the last digits. */
export function sameAims(a: Pick<Optimum, 'aims'>, b: Pick<Optimum, 'aims'>): boolean {
  return a.aims.every((aim, index) => {
    const [x, y] = [aim.value, b.aims[index]?.value ?? null];
    if (x === null || y === null) return x === y;
    return Math.abs(x - y) <= 1e-12 * Math.max(1, Math.abs(x));
  });
}

/** A known portfolio that may be the best under a change. */
function knownUnder({ known, optimiser }: ReasonBench, change: ProblemChange): readonly Choice[] {
  if (!known || !movesLimitsOnly(change)) return [];
  const best = known.best(movedLimits(optimiser.system, change).rows, noDemand);
  return best ? [choiceOf(optimiser.system, best.point)] : [];
}

/**
 * Solves the changed problem anew, and the one changed by a step less. Null when it does not hold after all, undefined when that
 * could not be proven.
 */
export async function verifiedChange(
  way: OtherWay,
  kind: Change['kind'],
  code: string,
  params: Change['params'],
  change: (by: number) => ProblemChange,
  by: number,
  shown: Pick<Change, 'from' | 'to' | 'by'>,
  {
    rounding = 0,
    known = () => [],
  }: {
    /** How many units less may do as well, where units are rounded. */
    readonly rounding?: number;
    /** Portfolios that may be the best under a change of so many units. */
    readonly known?: (by: number) => readonly { readonly choice: Choice }[];
  } = {},
): Promise<FoundOrNot> {
  const { problem, objective, settings, context, choice, finder } = way.bench;
  const check = (units: number, expected: 'in' | 'not-in') => {
    const candidates = [choice, ...known(units).map((own) => own.choice), ...knownUnder(way.bench, change(units))];
    return standingUnder(problem, change(units), objective, settings, context, way.demand, candidates, expected);
  };
  const standing = await check(by, 'in');
  if (!standing?.inSomeOptimum) return standing && null;
  const below = by > rounding + 1 ? await check(by - rounding - 1, 'not-in') : { inSomeOptimum: false };
  return {
    kind,
    code,
    params: { ...projectParams(problem, way.project.id), ...params, ...shown },
    ...shown,
    smallest: finder !== null && below !== undefined && !below.inSomeOptimum,
    within: fromUnits(rounding, kind === 'score' ? problem.valueScale : problem.moneyScale),
    verified: true,
    ...differenceOf(problem, choice, standing.choice ?? {}),
  };
}
