import { invariant } from '@fordela/domain';
import type { AllocationProblem, FundingLevel, PortfolioProject, Scored } from '../problem/allocation-problem';
import { fraction, multiplyFractions } from '../problem/fraction';
import { partAt } from '../problem/read-projects';
import { limitKey, type LimitRef } from '../optimise/limit-ref';

/**
 * A problem with one thing changed. These are what a reason is verified on: the changed problem is compiled and solved like any
 * other, knowing nothing of how the change was found.
 */
export type ProblemChange =
  | { readonly kind: 'score'; readonly project: string; readonly by: number }
  | { readonly kind: 'cost'; readonly project: string; readonly grant: number }
  | { readonly kind: 'ceiling'; readonly id: string; readonly by: number }
  | { readonly kind: 'all-ceilings'; readonly by: number }
  | { readonly kind: 'group-limit'; readonly id: string; readonly side: 'min' | 'max'; readonly by: number }
  | { readonly kind: 'grants'; readonly side: 'min' | 'max'; readonly by: number }
  | {
      readonly kind: 'values';
      readonly valueScale: number;
      readonly values: Readonly<Record<string, readonly number[]>>;
    }
  | { readonly kind: 'without'; readonly limit: LimitRef };

/** The problem after the change. InvariantError when it names what does not exist. */
export function changedProblem(problem: AllocationProblem, change: ProblemChange): AllocationProblem {
  switch (change.kind) {
    case 'score':
      return withProject(problem, change.project, (project) => withScore(project, change.by));
    case 'cost':
      return withProject(problem, change.project, (project) => withGrant(project, change.grant));
    case 'ceiling':
      return {
        ...problem,
        ceilings: problem.ceilings.map((ceiling) =>
          ceiling.id === change.id ? { ...ceiling, limit: ceiling.limit + change.by } : ceiling,
        ),
      };
    case 'all-ceilings': {
      const total = totalOfCeilings(problem);
      return {
        ...problem,
        ceilings: problem.ceilings.map((ceiling) =>
          countsInTotal(ceiling.kind)
            ? { ...ceiling, limit: ceiling.limit + inProportion(ceiling.limit, change.by, total) }
            : ceiling,
        ),
      };
    }
    case 'group-limit':
      return {
        ...problem,
        groupLimits: problem.groupLimits.map((limit) => {
          const bound = limit[change.side];
          if (limit.id !== change.id || bound?.kind !== 'amount') return limit;
          return { ...limit, [change.side]: { ...bound, amount: bound.amount + change.by, shareOfBudget: null } };
        }),
      };
    case 'grants':
      return {
        ...problem,
        grants: { ...problem.grants, [change.side]: (problem.grants[change.side] ?? 0) + change.by },
      };
    case 'values':
      return {
        ...problem,
        valueScale: change.valueScale,
        projects: problem.projects.map((project) => {
          const values = change.values[project.id] ?? [];
          const levels = project.levels.map((level, index): FundingLevel => {
            const point = values[index] ?? level.value.point;
            return { ...level, value: { low: point, point, high: point } };
          });
          return { ...project, levels };
        }),
      };
    case 'without':
      return withoutLimit(problem, change.limit);
  }
}

/** Ceilings of other things than money do not follow the money. */
export const countsInTotal = (kind: AllocationProblem['ceilings'][number]['kind']): boolean => kind !== 'other';

/** What "all ceilings" amount to together: the measure of a change to all of them in proportion. */
export const totalOfCeilings = (problem: AllocationProblem): number =>
  problem.budget ??
  problem.ceilings.filter(({ kind }) => countsInTotal(kind)).reduce((sum, { limit }) => sum + limit, 0);

/** limit × by / total in whole units, rounded away from 0: a raise is never too small, nor a cut. */
export function inProportion(limit: number, by: number, total: number): number {
  if (total === 0) return 0;
  const size = (BigInt(limit) * BigInt(Math.abs(by)) + BigInt(total) - 1n) / BigInt(total);
  return by < 0 ? -Number(size) : Number(size);
}

function withProject(
  problem: AllocationProblem,
  id: string,
  turn: (project: PortfolioProject) => PortfolioProject,
): AllocationProblem {
  invariant(
    problem.projects.some((project) => project.id === id),
    `there is no project ${id}`,
  );
  return { ...problem, projects: problem.projects.map((project) => (project.id === id ? turn(project) : project)) };
}

/** The part of a change of a project's full value that reaches a level: by the partial-value rule for levels made from it. */
export function partOfLevel(project: PortfolioProject, level: FundingLevel) {
  const top = project.levels.at(-1);
  const isDerived = level.id === 'smallest' || level.id.startsWith('step-');
  if (!top || level === top || !isDerived || project.smallestUseful === null) return fraction(1);
  return partAt(project.partialValue, level.money, project.smallestUseful, top.money);
}

/** Every level's value raised by its part of `by` value units, rounded down. */
function withScore(project: PortfolioProject, by: number): PortfolioProject {
  const raised = (value: Scored, step: number): Scored => ({
    low: value.low + step,
    point: value.point + step,
    high: value.high + step,
  });
  const levels = project.levels.map((level) => {
    const exact = multiplyFractions(partOfLevel(project, level), fraction(by));
    const step =
      Number(exact.numerator / exact.denominator) -
      (exact.numerator < 0n && exact.numerator % exact.denominator !== 0n ? 1 : 0);
    return { ...level, value: raised(level.value, step) };
  });
  return { ...project, levels };
}

/** Every level dearer or cheaper in proportion to the request becoming `grant`, each resource rounded down. Values stay. */
function withGrant(project: PortfolioProject, grant: number): PortfolioProject {
  const request = project.levels.at(-1)?.money ?? 0;
  invariant(request > 0, `project ${project.id} has no money to change`);
  const scaled = (amount: number) => Number((BigInt(amount) * BigInt(grant)) / BigInt(request));
  const levels = project.levels.map((level): FundingLevel => {
    const costs = Object.fromEntries(Object.entries(level.costs).map(([id, amount]) => [id, scaled(amount)]));
    const isMoneyOnly = Object.values(level.costs).reduce((sum, amount) => sum + amount, 0) === level.money;
    const money = isMoneyOnly ? Object.values(costs).reduce((sum, amount) => sum + amount, 0) : scaled(level.money);
    return { ...level, costs, money };
  });
  return { ...project, levels };
}

function withoutLimit(problem: AllocationProblem, limit: LimitRef): AllocationProblem {
  const other = <T extends { readonly id: string }>(items: readonly T[]) =>
    items.filter((item) => !('id' in limit) || item.id !== limit.id);
  switch (limit.kind) {
    case 'ceiling':
      return { ...problem, ceilings: other(problem.ceilings) };
    case 'group-limit':
      return {
        ...problem,
        groupLimits: problem.groupLimits.map((own) => (own.id === limit.id ? { ...own, [limit.side]: null } : own)),
      };
    case 'grants':
      return { ...problem, grants: { ...problem.grants, [limit.side]: null } };
    case 'minimum-grant':
      return { ...problem, minimumGrant: null };
    case 'link':
      return { ...problem, links: other(problem.links) };
    case 'joint-limit':
      return { ...problem, jointLimits: other(problem.jointLimits) };
    case 'must-fund':
      return withProject(problem, limit.project, (project) => ({ ...project, mustFund: null }));
    case 'excluded':
      return withProject(problem, limit.project, (project) => ({ ...project, excluded: null }));
  }
}

/** Every limit of the problem that can be left out or has a price, once each. */
export function limitsOf(problem: AllocationProblem): readonly LimitRef[] {
  const refs: LimitRef[] = [
    ...problem.ceilings.map(({ id }): LimitRef => ({ kind: 'ceiling', id })),
    ...problem.groupLimits.flatMap((limit) =>
      (['min', 'max'] as const).flatMap((side): LimitRef[] =>
        limit[side] ? [{ kind: 'group-limit', id: limit.id, side }] : [],
      ),
    ),
    ...(['min', 'max'] as const).flatMap((side): LimitRef[] =>
      problem.grants[side] === null ? [] : [{ kind: 'grants', side }],
    ),
    ...(problem.minimumGrant === null ? [] : [{ kind: 'minimum-grant' as const }]),
    ...problem.links.map(({ id }): LimitRef => ({ kind: 'link', id })),
    ...problem.jointLimits.map(({ id }): LimitRef => ({ kind: 'joint-limit', id })),
    ...problem.projects.flatMap((project): LimitRef[] => {
      if (project.mustFund) return [{ kind: 'must-fund', project: project.id }];
      return project.excluded ? [{ kind: 'excluded', project: project.id }] : [];
    }),
  ];
  return [...new Map(refs.map((ref) => [limitKey(ref), ref])).values()];
}
