import type { LimitRef } from '../optimise/limit-ref';
import { limitsOf } from './changed-problem';
import { costChange } from './cost-change';
import { changeWithoutLimit, couldBeDropped } from './dropped-limit';
import { allCeilingsChange, isMovable, limitChange, mayTurn } from './limit-change';

import type { OtherWay } from './other-way';
import type { Walks } from './walks';
import { scoreChange } from './score-change';
import type { Change, FoundOrNot } from './verified-change';
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

/** A kind of change whose search ran out of effort: neither found nor shown to be impossible. `limit`: which one it was about. */
export interface UnsettledChange {
  readonly kind: ChangeKind;
  readonly limit: LimitRef | null;
}

/** What would turn a project's fate. */
export interface TurningChanges {
  readonly changes: readonly Change[];
  readonly unsettled: readonly UnsettledChange[];
}

interface Search {
  readonly limit: LimitRef | null;
  readonly run: () => Promise<FoundOrNot>;
}

/**
 * The smallest changes that would bring a project in (or out, when the demand is to leave it out).
 *
 * Rule    Counted as turned when some best portfolio of the changed problem meets the demand. For linear objectives each smallest
 *         change is found exactly; for the others by bisection (`smallest` then says false). Every change is verified on the changed
 *         problem, solved anew, and where it is called smallest the next smaller one is shown not to do it.
 */
export async function changesFor(way: OtherWay, kinds: readonly ChangeKind[], walks: Walks): Promise<TurningChanges> {
  const changes: Change[] = [];
  const unsettled: UnsettledChange[] = [];
  for (const kind of changeKinds)
    for (const { limit, run } of kinds.includes(kind) ? searchesFor(way, kind, walks) : []) {
      const found = await run();
      if (found) changes.push(found);
      else if (found === undefined) unsettled.push({ kind, limit });
    }
  return { changes, unsettled };
}

/** What to look for under a kind of change: one search for each limit it could be about. */
function searchesFor(way: OtherWay, kind: ChangeKind, walks: Walks): readonly Search[] {
  const { problem } = way.bench;
  const only = (run: Search['run']): readonly Search[] => [{ limit: null, run }];
  switch (kind) {
    case 'score':
      return only(() => scoreChange(way));
    case 'cost':
      return only(() => costChange(way));
    case 'all-ceilings':
      return problem.ceilings.filter((ceiling) => ceiling.kind !== 'other').length > 1
        ? only(() => allCeilingsChange(way, walks))
        : [];
    case 'ceiling':
    case 'group-limit':
    case 'grants':
      return limitsOf(problem)
        .filter((limit) => isMovable(problem, limit))
        .filter((limit) => limit.kind === kind && mayTurn(problem, limit, way.project))
        .map((limit) => ({ limit, run: () => limitChange(way, limit, walks) }));
    case 'weight':
      return way.wantsIn || way.forced ? only(() => weightChange(way, walks)) : [];
    case 'without-limit':
      return limitsOf(problem)
        .filter((limit) => couldBeDropped(way, limit))
        .map((limit) => ({ limit, run: () => changeWithoutLimit(way, limit) }));
  }
}
