import { at } from '@fordela/domain';
import { fromUnits } from '../problem/fraction';
import { bisectChange } from './bisect-change';
import type { ProblemChange } from './changed-problem';
import type { OtherWay } from './other-way';
import { verifiedChange, type FoundOrNot } from './verified-change';

/** The change of what the project costs, every year in proportion. */
export async function costChange(way: OtherWay): Promise<FoundOrNot> {
  const { bench, project } = way;
  const { objective, problem, finder } = bench;
  const top = at(project.levels, project.levels.length - 1);
  if (top.money <= 1) return null;
  const ceiling = Math.max(top.money, ...problem.ceilings.map(({ limit }) => limit));
  const most = way.wantsIn ? top.money - 1 : Math.min(Number.MAX_SAFE_INTEGER, 2 * ceiling + top.money);
  const floor = Math.max(1, problem.minimumGrant ?? 0);
  let grant: number | null | undefined;
  const isExact = objective.name === 'sum_of_value' || objective.name === 'value_times_money';
  let isLeast = false;
  if (finder && isExact && project.levels.length === 1) {
    // Past the largest grant that is funded none is; one below it may fall out too, where a dearer project can stand better.
    isLeast = way.wantsIn || (objective.name === 'sum_of_value' && finder.onlyTightens(project));
    const without = way.wantsIn ? bench.optimum.record.objective : (way.forced?.record.objective ?? null);
    if (without === null) return null;
    const target = way.wantsIn ? without : without + 1;
    grant = finder.largestGrant(project, objective, way.wantsIn ? floor : top.money, most, target);
    if (!way.wantsIn && typeof grant === 'number') grant = grant >= most ? null : grant + 1;
  } else {
    const room = way.wantsIn ? top.money - floor : most - top.money;
    const moved = await bisectChange(bench, way.demand, (by) => toGrant(way, top.money, by), room);
    grant = moved === null ? null : way.wantsIn ? top.money - moved : top.money + moved;
  }
  if (grant === null || grant === undefined) return grant;
  const by = Math.abs(top.money - grant);
  const shown = (units: number) => fromUnits(units, problem.moneyScale);
  const change = await verifiedChange(
    way,
    'cost',
    'change-cost',
    {},
    (units) => toGrant(way, top.money, units),
    by,
    { from: shown(top.money), to: shown(grant), by: shown(grant - top.money) },
    // Each year's cost is rounded down to whole units, so that a few fewer may do as well.
    { rounding: Object.keys(top.costs).length },
  );
  return change && !isLeast ? { ...change, smallest: false } : change;
}

function toGrant(way: OtherWay, money: number, by: number): ProblemChange {
  return { kind: 'cost', project: way.project.id, grant: way.wantsIn ? money - by : money + by };
}
