import { limitsOf } from './changed-problem';
import { costChange } from './cost-change';
import { changeWithoutLimit, couldBeDropped } from './dropped-limit';
import { allCeilingsChange, isMovable, limitChange, mayTurn } from './limit-change';

import type { OtherWay } from './other-way';
import type { Walks } from './walks';
import { scoreChange } from './score-change';
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
  way: OtherWay,
  kinds: readonly ChangeKind[],
  walks: Walks,
): Promise<readonly Change[]> {
  const changes: (Change | null)[] = [];
  for (const kind of changeKinds)
    if (kinds.includes(kind)) for (const search of searchesFor(way, kind, walks)) changes.push(await search());
  return changes.filter((change) => change !== null);
}

/** What to look for under a kind of change: one search for each limit it could be about. */
function searchesFor(way: OtherWay, kind: ChangeKind, walks: Walks): readonly (() => Promise<Change | null>)[] {
  const { problem } = way.bench;
  switch (kind) {
    case 'score':
      return [() => scoreChange(way)];
    case 'cost':
      return [() => costChange(way)];
    case 'all-ceilings':
      return problem.ceilings.filter((ceiling) => ceiling.kind !== 'other').length > 1
        ? [() => allCeilingsChange(way, walks)]
        : [];
    case 'ceiling':
    case 'group-limit':
    case 'grants':
      return limitsOf(problem)
        .filter((limit) => isMovable(problem, limit))
        .filter((limit) => limit.kind === kind && mayTurn(problem, limit, way.project))
        .map((limit) => () => limitChange(way, limit, walks));
    case 'weight':
      return way.wantsIn || way.forced ? [() => weightChange(way, walks)] : [];
    case 'without-limit':
      return limitsOf(problem)
        .filter((limit) => couldBeDropped(way, limit))
        .map((limit) => () => changeWithoutLimit(way, limit));
  }
}
