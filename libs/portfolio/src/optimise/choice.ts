import { at, invariant } from '@fordela/domain';
import type { AllocationProblem, FundingLevel, PortfolioProject } from '../problem/allocation-problem';

/** A portfolio: the level granted, by project id. Projects not named get nothing. */
export type Choice = Readonly<Record<string, string>>;

/** The empty portfolio. */
export const nothing: Choice = {};

/** Level `id` of the project. InvariantError when it has none of that name. */
export function levelOf(project: PortfolioProject, levelId: string): FundingLevel {
  const level = project.levels.find(({ id }) => id === levelId);
  invariant(level, `project ${project.id} has no level ${levelId}`);
  return level;
}

/** The level that grants what was requested. */
export const requestedLevel = (project: PortfolioProject): FundingLevel =>
  at(project.levels, project.levels.length - 1);

/** The funded projects with their levels, in the order of the problem. */
export function fundedIn(
  problem: AllocationProblem,
  choice: Choice,
): readonly { readonly project: PortfolioProject; readonly level: FundingLevel }[] {
  return problem.projects.flatMap((project) => {
    const levelId = choice[project.id];
    return levelId === undefined ? [] : [{ project, level: levelOf(project, levelId) }];
  });
}

/** One text per portfolio: equal exactly when the portfolios are. */
export const choiceKey = (choice: Choice): string =>
  JSON.stringify(Object.entries(choice).sort(([a], [b]) => (a < b ? -1 : 1)));
