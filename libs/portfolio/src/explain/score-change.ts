import { at } from '@fordela/domain';
import type { FundingLevel } from '../problem/allocation-problem';
import { fromUnits } from '../problem/fraction';
import { partOfLevel, type ProblemChange } from './changed-problem';
import type { OtherWay } from './other-way';
import { verifiedChange, type FoundOrNot } from './verified-change';

/** The best portfolio with a project at one of its levels: known already where it has no other. */
async function bestAtLevel({ bench, project, wantsIn, forced }: OtherWay, level: FundingLevel) {
  if (project.levels.length === 1 && forced) return wantsIn ? forced : bench.optimum;
  return bench.optimiser.solve({ forced: { in: { [project.id]: level.id } } });
}

/** The change of the project's own value; linear objectives only. */
export async function scoreChange(way: OtherWay): Promise<FoundOrNot> {
  const { bench, project, forced } = way;
  const { objective, optimiser, problem } = bench;
  if (!bench.finder || !forced || (objective.name !== 'sum_of_value' && objective.name !== 'value_times_money'))
    return null;
  const best = bench.optimum.record.objective ?? 0;
  const grid = optimiser.program?.valueGrid ?? 1;
  const without = forced.record.objective ?? 0;
  const needed: number[] = [];
  let step = 1;
  for (const level of project.levels) {
    const wanted = way.demand.in?.[project.id];
    if (way.wantsIn && wanted !== true && wanted !== level.id) continue;
    const own = await bestAtLevel(way, level);
    if (own.record.objective === null) continue;
    const gap = way.wantsIn ? best - own.record.objective : own.record.objective - without;
    const factor = objective.name === 'value_times_money' ? level.money : 1;
    const part = partOfLevel(project, level);
    if (!way.wantsIn && gap <= 0) continue;
    if (factor === 0 || part.numerator === 0n) {
      if (way.wantsIn) continue;
      return null;
    }
    const steps = Math.ceil(gap / factor) * grid;
    const units = (gridSteps: number) => Math.ceil((gridSteps * Number(part.denominator)) / Number(part.numerator));
    needed.push(units(steps));
    if (grid > 1) step = Math.max(step, units(grid));
  }
  const least = needed.length === 0 ? 0 : way.wantsIn ? Math.min(...needed) : Math.max(...needed);
  if (least <= 0) return null;
  const sign = way.wantsIn ? 1 : -1;
  const change = (units: number): ProblemChange => ({ kind: 'score', project: project.id, by: sign * units });
  const top = at(project.levels, project.levels.length - 1);
  const shown = (units: number) => fromUnits(units, problem.valueScale);
  const byCriterion = Object.entries(problem.weights ?? {}).flatMap(([criterion, weight]) =>
    Number(weight) > 0 && objective.of === 'value' ? [criterion, (sign * shown(least)) / Number(weight)] : [],
  );
  return verifiedChange(
    way,
    'score',
    'change-score',
    { byCriterion },
    change,
    least,
    { from: shown(top.value.point), to: shown(top.value.point + sign * least), by: shown(sign * least) },
    // Values that are counted on a coarser grid turn anywhere within one step of it.
    { rounding: step - 1 },
  );
}
