import type { AllocationProblem, PortfolioProject } from '../problem/allocation-problem';
import { fromUnits } from '../problem/fraction';
import { describeLimit } from '../optimise/describe-limit';
import { limitKey, type LimitRef } from '../optimise/limit-ref';
import { bisectChange } from './bisect-change';
import { moveAllCeilings, moveOf } from './change-finder';
import { totalOfCeilings } from './changed-problem';
import { isAmount } from './dropped-limit';
import type { LimitSearch } from './limit-walk';
import type { LimitChange } from './moved-limits';
import type { OtherWay } from './other-way';
import type { Walks } from './walks';
import { verifiedChange, type FoundOrNot } from './verified-change';

/** A limit whose bound is an amount that can be moved. */
type MovableLimit = Extract<LimitRef, { kind: 'ceiling' | 'group-limit' | 'grants' }>;

/** Can a limit's bound be moved? Not what is yes or no, and no share of what is spent. */
export function isMovable(problem: AllocationProblem, limit: LimitRef): limit is MovableLimit {
  return ['ceiling', 'group-limit', 'grants'].includes(limit.kind) && isAmount(problem, limit);
}

/** The change of one ceiling, group limit or number of grants: looser to bring the project in, tighter to drop it. */
export async function limitChange(way: OtherWay, limit: MovableLimit, walks: Walks): Promise<FoundOrNot> {
  const { problem } = way.bench;
  const bound = boundOf(problem, limit);
  if (bound === null) return null;
  const isLeast = limit.kind !== 'ceiling' && limit.side === 'min';
  const sign = isLeast === way.wantsIn ? -1 : 1;
  const change = (by: number): LimitChange => ({ ...limit, by: sign * by });
  const search: LimitSearch = { move: moveOf(limit), change, most: sign < 0 ? bound : wholeDemand(problem) };
  const by = await find(way, walks, limitKey(limit), search, (project) => mayTurn(problem, limit, project));
  if (by === null || by === undefined) return by;
  const isCount =
    limit.kind === 'grants' ||
    (limit.kind === 'group-limit' &&
      problem.groupLimits.some(({ id, measure }) => id === limit.id && measure === 'count'));
  const shown = (units: number) => (isCount ? units : fromUnits(units, problem.moneyScale));
  const { code, params } = describeLimit(problem, limit);
  return verifiedChange(way, limit.kind, 'change-limit', { limitCode: code, ...params }, change, by, {
    from: shown(bound),
    to: shown(bound + sign * by),
    by: shown(sign * by),
  });
}

/** The change of all money ceilings in proportion to themselves. */
export async function allCeilingsChange(way: OtherWay, walks: Walks): Promise<FoundOrNot> {
  const { problem, optimiser } = way.bench;
  const total = totalOfCeilings(problem);
  const sign = way.wantsIn ? 1 : -1;
  const change = (by: number): LimitChange => ({ kind: 'all-ceilings', by: sign * by });
  const search: LimitSearch = {
    move: moveAllCeilings(optimiser.system),
    change,
    most: way.wantsIn ? 10 * wholeDemand(problem) : total,
  };
  const by = await find(way, walks, 'all-ceilings', search, () => true);
  if (by === null || by === undefined) return by;
  const shown = (units: number) => fromUnits(units, problem.moneyScale);
  const smallest = Math.min(
    ...problem.ceilings.filter(({ kind, limit }) => kind !== 'other' && limit > 0).map(({ limit }) => limit),
  );
  return verifiedChange(
    way,
    'all-ceilings',
    'change-all-ceilings',
    { part: total > 0 ? (sign * by) / total : null },
    change,
    by,
    { from: shown(total), to: shown(total + sign * by), by: shown(sign * by) },
    { rounding: Math.ceil(total / smallest) },
  );
}

/** The least δ that turns the project's fate, exactly where the objective is linear; undefined when the effort ran out. */
async function find(
  way: OtherWay,
  walks: Walks,
  limit: string,
  search: LimitSearch,
  concerns: (project: PortfolioProject) => boolean,
): Promise<number | null | undefined> {
  const { finder } = way.bench;
  if (!finder) return bisectChange(way.bench, way.demand, search.change, search.most);
  return walks.leastChange(way, finder, limit, search, concerns);
}

/** Is a change of this limit looked for? A ceiling only by those who would take from it. */
export function mayTurn({ ceilings }: AllocationProblem, limit: LimitRef, { levels }: PortfolioProject): boolean {
  if (limit.kind !== 'ceiling') return true;
  const resources = ceilings.find(({ id }) => id === limit.id)?.resourceIds ?? [];
  return levels.some(({ costs }) => resources.some((resource) => (costs[resource] ?? 0) > 0));
}

/** The amount a limit now stands at; null where there is none, or it is a share. */
function boundOf(problem: AllocationProblem, limit: MovableLimit): number | null {
  if (limit.kind === 'ceiling') return problem.ceilings.find(({ id }) => id === limit.id)?.limit ?? null;
  if (limit.kind === 'grants') return problem.grants[limit.side];
  const bound = problem.groupLimits.find(({ id }) => id === limit.id)?.[limit.side];
  return bound?.kind === 'amount' ? bound.amount : null;
}

/** No ceiling can bind above this: everything requested, or the number of projects for counts. */
function wholeDemand({ projects }: AllocationProblem): number {
  return projects.reduce((sum, { levels }) => sum + (levels.at(-1)?.money ?? 0), 0) + projects.length;
}
