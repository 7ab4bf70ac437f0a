import { accept, refusal, refuse, type Path, type Refusal, type Result } from '@fordela/domain';
import { constraintsOf } from '../optimise/constraints';
import type { LimitRef } from '../optimise/limit-ref';
import type { AllocationProblem } from '../problem/allocation-problem';
import { idsOf, type Election } from './election';
import { Fraction, sumFractions } from './fraction';
import { portfolioAdmission, type Candidate, type PortfolioAdmission } from './portfolio-admission';
import type { TieBreaking } from './rule';
import { chooserOf } from './tie-breaking';
import { votersOf, type VotersChoice } from './voters';

/** What a rule is asked to decide on, read from an allocation problem. */
export interface FairSetting {
  readonly problem: AllocationProblem;
  readonly candidates: readonly Candidate[];
  /** Without ballots when no voters were asked for. */
  readonly election: Election;
  readonly admission: PortfolioAdmission;
  /** Must-fund projects and those named as funded already. */
  readonly alreadyFunded: readonly number[];
  readonly choose: ReturnType<typeof chooserOf>;
  /** Does nothing but the budget (and what must be funded) limit the choice? */
  readonly onlyBudget: boolean;
}

/** What all rule tasks choose. */
export interface SettingChoice {
  /** Null: no voters, for rules that go by the projects' own value. */
  readonly voters: VotersChoice | null;
  readonly grant: 'requested' | 'smallest';
  readonly ties: TieBreaking;
  readonly alreadyFunded: readonly string[];
}

/**
 * The setting of a rule: candidates at one level each, the budget, the limits and the voters.
 *
 * Rule    Projects already done are no candidates. The budget is the problem's (its stated total, else the sum of its yearly ceilings).
 * Errors  fair-no-budget; fair-unknown-project in `alreadyFunded` or `order`; fair-start-above-budget; the voters' own.
 */
export function fairSetting(problem: AllocationProblem, choice: SettingChoice, path: Path): Result<FairSetting> {
  const refusals: Refusal[] = [];
  const candidates = problem.projects
    .filter((project) => !project.alreadyDone)
    .map((project) => ({ project, level: choice.grant === 'smallest' ? project.levels[0]! : project.levels.at(-1)! }));
  const indexOf = new Map(candidates.map(({ project }, index) => [project.id, index]));
  if (problem.budget === null) refusals.push(refusal('fair-no-budget', ['budget']));
  const budget = Fraction.of(problem.budget ?? 0, problem.moneyScale);
  const costs = candidates.map(({ level }) => Fraction.of(level.money, problem.moneyScale));
  for (const [key, ids] of [
    ['alreadyFunded', choice.alreadyFunded],
    ['order', choice.ties.order],
  ] as const)
    for (const [index, id] of ids.entries())
      if (!indexOf.has(id)) refusals.push(refusal('fair-unknown-project', [...path, key, index], { id }));
  const alreadyFunded = candidates.flatMap(({ project }, index) =>
    project.mustFund || choice.alreadyFunded.includes(project.id) ? [index] : [],
  );
  const spent = sumFractions(alreadyFunded.map((index) => costs[index]!));
  if (spent.compare(budget) > 0)
    refusals.push(
      refusal('fair-start-above-budget', [...path, 'alreadyFunded'], {
        cost: spent.toNumber(),
        budget: budget.toNumber(),
      }),
    );
  const voters = choice.voters ? votersOf(problem, candidates, choice.voters, [...path, 'voters']) : null;
  if (voters && !voters.ok) refusals.push(...voters.refusal);
  if (refusals.length > 0) return refuse(refusals);
  const election: Election = {
    budget,
    ballotKind: 'approval',
    projects: candidates.map(({ project }, index) => ({
      id: project.id,
      cost: costs[index]!,
      categories: project.groups['category']?.parts.map(({ group }) => group) ?? [],
      targets: project.groups['target']?.parts.map(({ group }) => group) ?? [],
    })),
    ballots: [],
    ...(voters?.ok && voters.value),
  };
  const admission = portfolioAdmission(problem, candidates, budgetLimits(problem));
  const choose = chooserOf(election, choice.ties);
  const onlyBudget = isOnlyBudget(problem);
  return accept({ problem, candidates, election, admission, alreadyFunded, choose, onlyBudget });
}

/** Indexes of the projects with the given ids; refuses ids that are no candidates. */
export function indexesOf(election: Election, ids: readonly string[], path: Path): Result<readonly number[]> {
  const indexOf = new Map(idsOf(election, election.projects.keys()).map((id, index) => [id, index]));
  const unknown = ids.flatMap((id, index) =>
    indexOf.has(id) ? [] : [refusal('fair-unknown-project', [...path, index], { id })],
  );
  return unknown.length > 0 ? refuse(unknown) : accept(ids.map((id) => indexOf.get(id)!).sort((a, b) => a - b));
}

function isOnlyBudget(problem: AllocationProblem): boolean {
  const isBudget = budgetLimits(problem);
  return constraintsOf(problem).rows.every(
    ({ origin }) => origin === null || origin.kind === 'must-fund' || isBudget(origin),
  );
}

/**
 * Tells the ceilings that are kept whenever the whole budget is: the budget itself, and years that may take all of it. Where projects
 * cost more or less together there are none: a rule counts each project's own cost.
 */
function budgetLimits(problem: AllocationProblem): (limit: LimitRef) => boolean {
  const { budget } = problem;
  if (budget === null || problem.synergies.length > 0) return () => false;
  const kept = problem.ceilings.filter(({ kind, limit }) => kind !== 'other' && limit >= budget).map(({ id }) => id);
  return (limit) => limit.kind === 'ceiling' && kept.includes(limit.id);
}
