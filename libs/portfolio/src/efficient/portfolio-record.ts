import { invariant } from '@fordela/domain';
import { activeSynergies, checkPortfolio } from '../optimise/check-portfolio';
import type { Choice } from '../optimise/choice';
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
  const levels: Record<string, string> = {};
  let [grants, units] = [0, 0];
  for (const { id, levels: own } of problem.projects) {
    const level = choice[id] === undefined ? undefined : own.find((candidate) => candidate.id === choice[id]);
    if (!level) continue;
    levels[id] = level.id;
    grants += 1;
    units += level.money;
  }
  for (const { money } of activeSynergies(problem, choice)) units += money;
  return { levels, grants, money: fromUnits(units, problem.moneyScale) };
}
