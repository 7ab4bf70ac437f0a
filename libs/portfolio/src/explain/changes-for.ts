import type { PortfolioProject } from '../problem/allocation-problem';
import type { Forced } from '../optimise/program';
import { limitsOf } from './changed-problem';
import { costChange } from './cost-change';
import { changeWithoutLimit, couldBeDropped, isAmount } from './dropped-limit';
import { allCeilingsChange, limitChange } from './limit-change';
import type { OtherWay } from './other-way';
import type { ReasonBench } from './reasons';
import { scoreChange } from './score-change';
import type { StatedOptimum } from './stated-optimiser';
import type { Change } from './verified-change';
import { weightChange } from './weight-change';

export const changeKinds = [
  'score',
  'cost',
  'ceiling',
  'all-ceilings',
  'group-limit',
  'grants',
  'weight',
  'without-limit',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/**
 * The smallest changes that would bring a project in (or out, when the demand is to leave it out).
 *
 * Rule    Counted as turned when some best portfolio of the changed problem meets the demand. For linear objectives each smallest
 *         change is found exactly; for the others by bisection (`smallest` then says false). Every change is verified on the changed
 *         problem, solved anew, and where it is called smallest the next smaller one is shown not to do it.
 */
export async function changesFor(
  bench: ReasonBench,
  project: PortfolioProject,
  demand: Forced,
  forced: StatedOptimum | null,
  kinds: readonly ChangeKind[],
): Promise<readonly Change[]> {
  const way: OtherWay = { bench, project, demand, forced, wantsIn: demand.in !== undefined };
  const changes: (Change | null)[] = [];
  for (const kind of changeKinds)
    if (kinds.includes(kind)) for (const search of searchesFor(way, kind)) changes.push(await search());
  return changes.filter((change) => change !== null);
}

/** What to look for under a kind of change: one search for each limit it could be about. */
function searchesFor(way: OtherWay, kind: ChangeKind): readonly (() => Promise<Change | null>)[] {
  const { problem } = way.bench;
  switch (kind) {
    case 'score':
      return [() => scoreChange(way)];
    case 'cost':
      return [() => costChange(way)];
    case 'ceiling':
      return problem.ceilings
        .filter(({ resourceIds }) =>
          way.project.levels.some(({ costs }) => resourceIds.some((resource) => (costs[resource] ?? 0) > 0)),
        )
        .map(
          ({ id }) =>
            () =>
              limitChange(way, { kind: 'ceiling', id }),
        );
    case 'all-ceilings':
      return problem.ceilings.filter((ceiling) => ceiling.kind !== 'other').length > 1
        ? [() => allCeilingsChange(way)]
        : [];
    case 'group-limit':
    case 'grants':
      return limitsOf(problem)
        .filter((limit) => limit.kind === kind && isAmount(problem, limit))
        .map((limit) => () => limitChange(way, limit));
    case 'weight':
      return way.wantsIn || way.forced ? [() => weightChange(way)] : [];
    case 'without-limit':
      return limitsOf(problem)
        .filter((limit) => couldBeDropped(way, limit))
        .map((limit) => () => changeWithoutLimit(way, limit));
  }
}
