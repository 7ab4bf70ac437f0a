import type { PortfolioProject } from '../problem/allocation-problem';
import { modelOf, type Forced } from '../optimise/program';
import { solveModel } from '../optimise/solve-model';
import type { ChangeFinder, LimitMove } from './change-finder';
import { movedLimits, type LimitChange } from './moved-limits';
import type { ReasonBench } from './reasons';

/** More rounds than any case needs; each raises the target to a better portfolio. */
const mostRounds = 60;

/** The best objective under a change, in whole units, if it is at least `atLeast`; null when not, undefined when unproven. */
async function bestUnder(
  { settings, context, known }: ReasonBench,
  { system, program }: ChangeFinder,
  change: LimitChange,
  forced: Forced,
  atLeast?: number,
): Promise<number | null | undefined> {
  const moved = movedLimits(system, change);
  const model = modelOf(moved, program, [], forced);
  const start = known?.best(moved.rows, forced)?.point ?? null;
  const { status, objective, values } = await solveModel(model, settings, context, {
    start,
    ...(atLeast !== undefined && { atLeast }),
  });
  known?.add(values);
  if (status === 'infeasible') return null;
  return status === 'optimal' ? objective : undefined;
}

/**
 * The least loosening δ of some limits with which a best portfolio meets the demand; null when none up to `most` does.
 *
 * Rule    δ₀ = 0. Given the best objective at δₖ, δₖ₊₁ is the least δ with which a portfolio that meets the demand reaches it; below
 *         δₖ₊₁ none does, while the best is at least as good, so no smaller change works. Ends when nothing at δₖ₊₁ is better.
 */
export async function leastLoosening(
  bench: ReasonBench,
  finder: ChangeFinder,
  demand: Forced,
  move: LimitMove,
  change: (by: number) => LimitChange,
  most: number,
): Promise<number | null> {
  let target = bench.optimum.record.objective;
  let reached: number | null = null;
  for (let round = 0; round < mostRounds && target !== null; round += 1) {
    const by = finder.limitChange(move, 'least', most, target, demand);
    if (by === null || by === undefined) return null;
    if (by === reached) return by;
    reached = by;
    const better = await bestUnder(bench, finder, change(by), {}, target + 1);
    if (better === null) return by;
    if (better === undefined) return null;
    target = better;
  }
  return null;
}

/**
 * The least tightening δ with which a best portfolio leaves the project out; null when none up to `most` does.
 *
 * Rule    With a = the best objective without the project at δₖ, δₖ₊₁ is one more than the largest δ with which a portfolio that
 *         funds it still beats a; up to there it is in every best portfolio. Ends when that largest δ lies below δₖ: at δₖ nothing
 *         with it beats what is without. `now` is the best objective without it at δ = 0.
 */
export async function leastTightening(
  bench: ReasonBench,
  finder: ChangeFinder,
  project: PortfolioProject,
  now: number | null,
  move: LimitMove,
  change: (by: number) => LimitChange,
  most: number,
): Promise<number | null> {
  const [out, into]: [Forced, Forced] = [{ out: [project.id] }, { in: { [project.id]: true } }];
  let by = 0;
  let before: number | null = null;
  for (let round = 0; round < mostRounds; round += 1) {
    const without = round === 0 ? now : await bestUnder(bench, finder, change(by), out);
    if (without === null || without === undefined) return null;
    // What is without it has lost nothing since the last round, so that the same δ would be found again, one below this.
    if (without === before) return by;
    before = without;
    const last = finder.limitChange(move, 'largest', most, without + 1, into);
    if (last === undefined || (last !== null && last >= most)) return null;
    if (last === null || last < by) return by;
    by = last + 1;
  }
  return null;
}
