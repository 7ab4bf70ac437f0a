import { modelOf } from '../optimise/program';
import { solveModel } from '../optimise/solve-model';
import type { ChangeFinder, FoundChange, LimitMove } from './change-finder';
import { allOf, anyOf, demandRows, meeting, noDemand, type Demand } from './demand';
import { Effort } from './effort';
import { movedLimits, type LimitChange } from './moved-limits';
import type { OtherWay } from './other-way';
import type { ReasonBench } from './reasons';

/** A limit that moves one way, as far as `most`. */
export interface LimitSearch {
  readonly move: LimitMove;
  readonly change: (by: number) => LimitChange;
  readonly most: number;
}

/** The least change of a limit for each project that one turns; `unsettled`: those for whom the effort ran out before it was known. */
export interface WalkedLimit {
  readonly found: ReadonlyMap<string, number>;
  readonly unsettled: ReadonlySet<string>;
}

const walked = (found: ReadonlyMap<string, number>, left: readonly OtherWay[] = []): WalkedLimit => ({
  found,
  unsettled: new Set(left.map(({ project }) => project.id)),
});

/** The best portfolio under a change, in whole units. */
interface BestUnder {
  readonly objective: number;
  readonly point: Float64Array;
}

/** The best portfolio under a change that meets a demand, if it reaches `atLeast`; null when none does, undefined when unproven. */
async function bestUnder(
  { settings, context, known }: ReasonBench,
  { system, program }: ChangeFinder,
  change: LimitChange,
  demand: Demand,
  effort: Effort,
  level: { readonly atLeast?: number; readonly atMost?: number },
): Promise<BestUnder | null | undefined> {
  const moved = movedLimits(system, change);
  const model = modelOf(moved, program, demandRows(system, demand), demand.forced);
  const start = known?.best(moved.rows, demand)?.point ?? null;
  if (effort.isSpent) return undefined;
  const record = await solveModel(model, effort.within(settings), context, { start, ...level });
  effort.count(record);
  const { status, objective, values } = record;
  known?.add(values);
  if (status === 'infeasible') return null;
  return status === 'optimal' && objective !== null && values ? { objective, point: values } : undefined;
}

/**
 * The least loosening δ of some limits with which a best portfolio meets a demand, for each of several demands at once; those that
 * none up to `most` meets are left out. All solves together may spend a tenth of the effort of one.
 *
 * Rule    δ₀ = 0. Given the best objective at δₖ, δₖ₊₁ is the least δ with which a portfolio that meets any of the demands reaches it;
 *         below δₖ₊₁ none does, while the best is at least as good, so no smaller change works for any of them. When nothing at
 *         δₖ₊₁ is better, the demands which that portfolio meets have their answer, and the walk goes on with the others.
 */
export async function leastLoosenings(
  bench: ReasonBench,
  finder: ChangeFinder,
  company: readonly OtherWay[],
  { move, change, most }: LimitSearch,
): Promise<WalkedLimit> {
  const found = new Map<string, number>();
  const effort = new Effort(bench.settings);
  const least = finder.limitChange(move, 'least', most, effort);
  let left = company;
  let target = bench.optimum.record.objective;
  let reached: number | null = null;
  while (left.length > 0 && target !== null) {
    const shown = least(target, anyOf(left.map(({ demand }) => demand)));
    if (shown === undefined) return walked(found, left);
    if (shown === null) break;
    if (shown.by !== reached) {
      reached = shown.by;
      const better = await bestUnder(bench, finder, change(reached), noDemand, effort, { atLeast: target + 1 });
      if (better === undefined) return walked(found, left);
      if (better) {
        target = better.objective;
        continue;
      }
    }
    left = leave(finder, left, shown, found);
  }
  return walked(found);
}

/**
 * The least tightening δ with which a best portfolio leaves a project out, for each of several projects at once; those that none up
 * to `most` leaves out are left out. All solves together may spend a tenth of the effort of one.
 *
 * Rule    With a = the best objective without any one of them at δₖ, δₖ₊₁ is one more than the largest δ with which a portfolio that
 *         funds them all still beats a; up to there all are in every best portfolio. When that largest δ lies below δₖ, nothing with
 *         all of them beats what is without: those that it leaves out have their answer, and the walk goes on with the others.
 */
export async function leastTightenings(
  bench: ReasonBench,
  finder: ChangeFinder,
  company: readonly OtherWay[],
  { move, change, most }: LimitSearch,
): Promise<WalkedLimit> {
  const found = new Map<string, number>();
  const effort = new Effort(bench.settings);
  const largest = finder.limitChange(move, 'largest', most, effort);
  // What is best without a project only falls as limits are tightened.
  const mostWithout = new Map(company.map(({ project, forced }) => [project.id, forced?.record.bound ?? Infinity]));
  let left: readonly OtherWay[] = company.filter(({ forced }) => forced?.choice);
  let by = 0;
  let before: number | null = null;
  while (left.length > 0) {
    const ids = left.map(({ project }) => project.id);
    const atMost = Math.max(...ids.map((id) => mostWithout.get(id) as number));
    const without = await bestUnder(bench, finder, change(by), anyOf(left.map(({ demand }) => demand)), effort, {
      atMost,
    });
    if (without === undefined) return walked(found, left);
    if (without === null) break;
    for (const id of ids) mostWithout.set(id, Math.min(mostWithout.get(id) as number, without.objective));
    // What is without one of them has lost nothing since the last step, so that the same δ would be found again, one below this.
    const isOver = without.objective === before;
    before = without.objective;
    const last = isOver
      ? null
      : largest(without.objective + 1, allOf(left.map(({ project }) => ({ in: { [project.id]: true } }))));
    if (last === undefined) return walked(found, left);
    if (last && last.by >= most) break;
    if (last && last.by >= by) by = last.by + 1;
    else {
      left = leave(finder, left, { by, point: without.point }, found);
      before = null;
    }
  }
  return walked(found);
}

/** Notes the answer of those whose demand a portfolio meets; the others are left. */
function leave(
  { system }: ChangeFinder,
  left: readonly OtherWay[],
  { by, point }: FoundChange,
  found: Map<string, number>,
): readonly OtherWay[] {
  return left.filter(({ project, demand }) => {
    const isMet = meeting(system, allOf([demand]))(point);
    if (isMet) found.set(project.id, by);
    return !isMet;
  });
}
