import type { AllocationProblem } from '../problem/allocation-problem';
import { fromUnits } from '../problem/fraction';
import { describeLimit } from '../optimise/describe-limit';
import type { LimitRef } from '../optimise/limit-ref';
import { bisectChange } from './bisect-change';
import { moveAllCeilings, moveOf, type LimitMove } from './change-finder';
import { totalOfCeilings } from './changed-problem';
import { leastLoosening, leastTightening } from './least-moves';
import type { LimitChange } from './moved-limits';
import type { OtherWay } from './other-way';
import { verifiedChange, type Change } from './verified-change';

/** The change of one ceiling, group limit or number of grants: looser to bring the project in, tighter to drop it. */
export async function limitChange(way: OtherWay, limit: LimitRef): Promise<Change | null> {
  const { problem } = way.bench;
  const bound = boundOf(problem, limit);
  if (bound === null) return null;
  const loosens = way.wantsIn;
  const sign =
    (limit.kind !== 'ceiling' && limit.kind !== 'excluded' && 'side' in limit && limit.side === 'min' ? -1 : 1) *
    (loosens ? 1 : -1);
  const change = (by: number): LimitChange => {
    if (limit.kind === 'ceiling') return { kind: 'ceiling', id: limit.id, by: sign * by };
    if (limit.kind === 'group-limit') return { kind: 'group-limit', id: limit.id, side: limit.side, by: sign * by };
    return { kind: 'grants', side: limit.kind === 'grants' ? limit.side : 'max', by: sign * by };
  };
  const most = loosens ? (sign < 0 ? bound : wholeDemand(problem)) : sign < 0 ? bound : wholeDemand(problem);
  const by = await find(way, moveOf(limit), change, most);
  if (by === null) return null;
  const isCount =
    limit.kind === 'grants' ||
    (limit.kind === 'group-limit' &&
      problem.groupLimits.some(({ id, measure }) => id === limit.id && measure === 'count'));
  const shown = (units: number) => (isCount ? units : fromUnits(units, problem.moneyScale));
  const { code, params } = describeLimit(problem, limit);
  const kind = limit.kind === 'ceiling' || limit.kind === 'group-limit' ? limit.kind : 'grants';
  return verifiedChange(way, kind, 'change-limit', { limitCode: code, ...params }, change, by, {
    from: shown(bound),
    to: shown(bound + sign * by),
    by: shown(sign * by),
  });
}

/** The change of all money ceilings in proportion to themselves. */
export async function allCeilingsChange(way: OtherWay): Promise<Change | null> {
  const { problem, optimiser } = way.bench;
  const total = totalOfCeilings(problem);
  const sign = way.wantsIn ? 1 : -1;
  const change = (by: number): LimitChange => ({ kind: 'all-ceilings', by: sign * by });
  const by = await find(
    way,
    moveAllCeilings(optimiser.system),
    change,
    way.wantsIn ? 10 * wholeDemand(problem) : total,
  );
  if (by === null) return null;
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

/** The least δ that turns the project's fate, exactly where the objective is linear. */
async function find(
  way: OtherWay,
  move: LimitMove,
  change: (by: number) => LimitChange,
  most: number,
): Promise<number | null> {
  const { finder } = way.bench;
  if (!finder) return bisectChange(way.bench, way.demand, change, most);
  return way.wantsIn
    ? leastLoosening(way.bench, finder, way.demand, move, change, most)
    : leastTightening(way.bench, finder, way.project, way.forced?.record.objective ?? null, move, change, most);
}

/** The amount a limit now stands at; null where there is none, or it is a share. */
function boundOf(problem: AllocationProblem, limit: LimitRef): number | null {
  if (limit.kind === 'ceiling') return problem.ceilings.find(({ id }) => id === limit.id)?.limit ?? null;
  if (limit.kind === 'grants') return problem.grants[limit.side];
  if (limit.kind !== 'group-limit') return null;
  const bound = problem.groupLimits.find(({ id }) => id === limit.id)?.[limit.side];
  return bound?.kind === 'amount' ? bound.amount : null;
}

/** No ceiling can bind above this: everything requested, or the number of projects for counts. */
function wholeDemand({ projects }: AllocationProblem): number {
  return projects.reduce((sum, { levels }) => sum + (levels.at(-1)?.money ?? 0), 0) + projects.length;
}
