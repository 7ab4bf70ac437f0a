import type { AllocationProblem } from '../problem/allocation-problem';
import { describeLimit } from '../optimise/describe-limit';
import type { LimitRef } from '../optimise/limit-ref';
import type { OtherWay } from './other-way';
import { projectParams } from './price';
import { differenceOf, standingUnder, type FoundOrNot } from './verified-change';

/** Is a limit's bound an amount, and no share of what is spent? */
export function isAmount(problem: AllocationProblem, limit: LimitRef): boolean {
  if (limit.kind !== 'group-limit') return true;
  return problem.groupLimits.find(({ id }) => id === limit.id)?.[limit.side]?.kind === 'amount';
}

/** Limits whose absence is worth trying: those that name the project, and shares of what is spent. */
export function couldBeDropped(way: OtherWay, limit: LimitRef): boolean {
  const { problem, choice } = way.bench;
  const { id } = way.project;
  switch (limit.kind) {
    case 'link': {
      const link = problem.links.find((own) => own.id === limit.id);
      return link !== undefined && JSON.stringify(Object.values(link)).includes(JSON.stringify(id));
    }
    case 'joint-limit':
      return problem.jointLimits.some((own) => own.id === limit.id && own.uses.some((use) => use.projectId === id));
    case 'minimum-grant':
      return way.wantsIn;
    case 'must-fund':
      return way.wantsIn && choice[limit.project] !== undefined;
    case 'group-limit':
      return !isAmount(problem, limit);
    default:
      return false;
  }
}

/** What leaving a limit out does: null when it does not turn the project's fate. */
export async function changeWithoutLimit(way: OtherWay, limit: LimitRef): Promise<FoundOrNot> {
  const { bench } = way;
  const { problem, objective, settings, context } = bench;
  const standing = await standingUnder(problem, { kind: 'without', limit }, objective, settings, context, way.demand, [
    bench.choice,
  ]);
  if (!standing?.inSomeOptimum) return standing && null;
  const { code, params } = describeLimit(problem, limit);
  return {
    kind: 'without-limit',
    code: 'change-without-limit',
    params: { ...projectParams(problem, way.project.id), limitCode: code, ...params },
    from: null,
    to: null,
    by: null,
    smallest: true,
    within: 0,
    verified: true,
    ...differenceOf(problem, bench.choice, standing.choice ?? {}),
  };
}
