import { invariant } from '@fordela/domain';
import { activeSynergies, checkPortfolio } from '../optimise/check-portfolio';
import { fundedIn, type Choice } from '../optimise/choice';
import type { AllocationProblem } from '../problem/allocation-problem';
import { fromUnits } from '../problem/fraction';

/** A portfolio in short: which level each funded project gets, and what it costs together. */
export interface PortfolioRecord {
  readonly levels: Readonly<Record<string, string>>;
  readonly grants: number;
  readonly money: number;
}

/** The record of a portfolio after checking it against every limit of the problem itself; a broken limit would be a bug. */
export function checkedRecord(problem: AllocationProblem, choice: Choice): PortfolioRecord {
  const broken = checkPortfolio(problem, choice);
  invariant(broken.length === 0, `a portfolio breaks ${broken.map(({ limit }) => JSON.stringify(limit)).join(', ')}`);
  const funded = fundedIn(problem, choice);
  const units =
    funded.reduce((sum, { level }) => sum + level.money, 0) +
    activeSynergies(problem, choice).reduce((sum, synergy) => sum + synergy.money, 0);
  return {
    levels: Object.fromEntries(funded.map(({ project, level }) => [project.id, level.id])),
    grants: funded.length,
    money: fromUnits(units, problem.moneyScale),
  };
}
