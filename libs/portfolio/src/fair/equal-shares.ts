import { invariant } from '@fordela/domain';
import { costOf, votersIn, type Election } from './election';
import { stepsWithoutChange } from './endowment-horizon';
import { runEqualShares, type EqualSharesRun } from './equal-shares-run';
import { Fraction } from './fraction';
import { runGreedy, type GreedyOrder, type GreedyRun } from './greedy';
import { runPhragmen, type OverspendRule, type PhragmenRun } from './phragmen';
import type { Admission, Blocked, Chooser, Start } from './rule';
import type { SatisfactionMeasure } from './satisfaction';
import { supportOf, type Support } from './support';
import { inOrder, tiedOutcomes, type TiedOutcomes } from './tied-outcomes';
import { totalWorth } from './total-worth';

/**
 * What is done with money the method leaves unspent.
 *
 * - `none`: it stays unspent.
 * - `budget_increase`: the method runs again with every voter's endowment raised by `stepPerVoter` (in the published rule Add1: 1), until
 *   its outcome would cost more than there is, when the one before it stands, or, with `stopWhenExhaustive`, until
 *   nothing more fits. `then` may fill up what still fits (Add1U).
 * - `utilitarian`: the greedy rule fills up what fits.
 * - `phragmen`: voters keep what they have left and go on earning, as in Phragmén's rule.
 *
 * Source  equalshares.net, Completion methods; Peters & Skowron, Proportionality and the Limits of Welfarism (EC 2020) for Phragmén.
 */
export type Completion =
  | { readonly method: 'none' }
  | {
      readonly method: 'budget_increase';
      readonly stepPerVoter: Fraction;
      readonly stopWhenExhaustive: boolean;
      readonly mostSteps: number;
      readonly then: GreedyOrder | null;
    }
  | { readonly method: 'utilitarian'; readonly order: GreedyOrder }
  | { readonly method: 'phragmen'; readonly overspend: OverspendRule };

/** What the voters share when some projects are funded already: the whole budget, or what those leave of it. */
export const startMoneys = ['remaining_budget', 'full_budget'] as const;
export type StartMoney = (typeof startMoneys)[number];

export interface EqualSharesOptions {
  readonly measure: SatisfactionMeasure;
  readonly completion: Completion;
  readonly alreadyFunded: readonly number[];
  readonly startMoney: StartMoney;
  readonly choose: Chooser;
  readonly admit: Admission | null;
}

/** Why the budget increase ended. */
export type IncreaseEnd = 'exhaustive' | 'over_budget' | 'step_limit';

export interface BudgetIncrease {
  /** Steps taken up to the run that stands; 0 when the first run stands. */
  readonly steps: number;
  readonly endowment: Fraction;
  readonly ended: IncreaseEnd;
}

export interface EqualSharesOutcome {
  /** Already funded, then in the order of funding. */
  readonly funded: readonly number[];
  readonly cost: Fraction;
  /** The run that stands. */
  readonly run: EqualSharesRun;
  readonly increase: BudgetIncrease | null;
  readonly filledUpBy:
    | { readonly rule: 'greedy'; readonly run: GreedyRun }
    | { readonly rule: 'phragmen'; readonly run: PhragmenRun }
    | null;
}

/**
 * The Method of Equal Shares with its completion.
 *
 * Edges   Never spends more than the budget. Projects already funded cost what they cost and give the voters no claim on each other.
 * Errors  InvariantError when the projects already funded cost more than the budget: refuse that on entry.
 * @example equalShares(election, options).funded // => [0, 2]
 */
export function equalShares(election: Election, options: EqualSharesOptions): EqualSharesOutcome {
  const setting = settingOf(election, options);
  const { completion } = options;
  if (completion.method !== 'budget_increase') {
    const run = runAt(setting, setting.endowment, options.choose, true);
    return fillUp(setting, run, null, options.choose);
  }
  const last = increase(setting, completion, {
    first: runAt(setting, setting.endowment, options.choose, false),
    again: (endowment) => runAt(setting, endowment, options.choose, false),
    outcomes: (run) => [run.chosen],
    stepsAlike: (run) => stepsWithoutChange(setting.support, run, completion.stepPerVoter, options.alreadyFunded),
  });
  return fillUp(setting, last.standing ?? emptyRun(setting), last, options.choose);
}

/**
 * All outcomes of the method over all ways ties can fall, as sets of indexes.
 *
 * Rule    With `budget_increase`, all tied runs at one endowment are looked at together: the increase ends as soon as one of them is over
 *         budget (then those of the step before stand) or, if so asked, exhaustive.
 * Edges   At most `cap` runs per endowment; `complete: false` when there may be more outcomes.
 */
export function equalSharesOutcomes(election: Election, options: EqualSharesOptions, cap: number): TiedOutcomes {
  const setting = settingOf(election, options);
  const { completion } = options;
  if (completion.method !== 'budget_increase')
    return tiedOutcomes(
      (choose) => fillUp(setting, runAt(setting, setting.endowment, choose, true), null, choose).funded,
      cap,
    );
  const runsAt = (endowment: Fraction) =>
    tiedOutcomes((choose) => runAt(setting, endowment, choose, false).chosen, cap);
  const { standing } = increase(setting, completion, {
    first: runsAt(setting.endowment),
    again: runsAt,
    outcomes: (tied) => tied.outcomes,
    stepsAlike: () => 1,
  });
  const tied = standing ?? { outcomes: [[]], complete: true };
  const sets = new Map<string, readonly number[]>();
  let complete = tied.complete;
  for (const chosen of tied.outcomes) {
    const filled = tiedOutcomes((choose) => fillUpChosen(setting, chosen, choose).funded, cap);
    complete &&= filled.complete;
    for (const set of filled.outcomes) sets.set(set.join(','), set);
  }
  return { outcomes: inOrder(sets.values()), complete };
}

interface Setting {
  readonly election: Election;
  readonly options: EqualSharesOptions;
  readonly support: Support;
  readonly endowment: Fraction;
  readonly startCost: Fraction;
}

function settingOf(election: Election, options: EqualSharesOptions): Setting {
  const startCost = costOf(election, options.alreadyFunded);
  const remaining = election.budget.minus(startCost);
  invariant(remaining.sign() >= 0, 'the projects already funded cost more than the budget');
  const shared = options.startMoney === 'full_budget' ? election.budget : remaining;
  const support = supportOf(election, options.measure);
  return { election, options, support, startCost, endowment: shared.over(votersIn(election)) };
}

function runAt(setting: Setting, endowment: Fraction, choose: Chooser, guardBudget: boolean): EqualSharesRun {
  const { alreadyFunded, admit, startMoney } = setting.options;
  const guarded = guardBudget && startMoney === 'full_budget' && alreadyFunded.length > 0;
  const start: Start = { alreadyFunded, choose, admit: guarded ? withinBudget(setting.election, admit) : admit };
  return runEqualShares(setting.support, { endowment, start, without: null, watch: null });
}

/** The budget as one more limit, for when the voters together hold more than is left of it. */
function withinBudget(election: Election, admit: Admission | null): Admission {
  return (chosen, candidate): Blocked | null => {
    const lacking = costOf(election, [...chosen, candidate]).minus(election.budget);
    if (lacking.sign() > 0)
      return { code: 'fair-over-budget', params: { lacking: lacking.toString() }, permanent: true };
    return admit?.(chosen, candidate) ?? null;
  };
}

interface Increase<Runs> {
  readonly first: Runs;
  readonly again: (endowment: Fraction) => Runs;
  readonly outcomes: (runs: Runs) => readonly (readonly number[])[];
  /** For how many steps from these runs the outcome is certain to stay as it is; at least 1. */
  readonly stepsAlike: (runs: Runs) => number;
}

function increase<Runs>(
  setting: Setting,
  completion: Extract<Completion, { method: 'budget_increase' }>,
  rounds: Increase<Runs>,
): { standing: Runs | null } & BudgetIncrease {
  const endowmentAt = (steps: number) => setting.endowment.plus(completion.stepPerVoter.times(steps));
  let standing: { runs: Runs; steps: number } | null = null;
  const end = (ended: IncreaseEnd) => ({
    standing: standing?.runs ?? null,
    steps: standing?.steps ?? 0,
    endowment: endowmentAt(standing?.steps ?? 0),
    ended,
  });
  for (let [steps, runs] = [0, rounds.first]; ; runs = rounds.again(endowmentAt(steps))) {
    const outcomes = rounds.outcomes(runs);
    if (outcomes.some((chosen) => !isFeasible(setting, chosen))) return end('over_budget');
    const alike = Math.max(1, Math.min(rounds.stepsAlike(runs), completion.mostSteps + 1 - steps));
    const exhaustive = outcomes.some((chosen) => isExhaustive(setting, chosen));
    standing = { runs, steps };
    if (exhaustive && (completion.stopWhenExhaustive || nothingToAdd(setting, outcomes))) return end('exhaustive');
    steps += alike;
    standing = { runs, steps: steps - 1 };
    if (steps > completion.mostSteps) return end('step_limit');
  }
}

const isFeasible = ({ election, startCost }: Setting, chosen: readonly number[]): boolean =>
  startCost.plus(costOf(election, chosen)).compare(election.budget) <= 0;

/** Does no further project that satisfies somebody fit the budget and the limits? */
function isExhaustive({ election, options, support, startCost }: Setting, chosen: readonly number[]): boolean {
  const funded = [...options.alreadyFunded, ...chosen];
  const left = election.budget.minus(startCost).minus(costOf(election, chosen));
  return election.projects.every(
    ({ cost }, project) =>
      funded.includes(project) ||
      support.projectStart[project] === support.projectStart[project + 1] ||
      cost.compare(left) > 0 ||
      options.admit?.(funded, project),
  );
}

/** Is everything that satisfies somebody funded or barred, so that no increase can change anything? */
function nothingToAdd({ options, support }: Setting, outcomes: readonly (readonly number[])[]): boolean {
  return outcomes.every((chosen) => {
    const funded = [...options.alreadyFunded, ...chosen];
    return Array.from(support.cost, (_, project) => project).every(
      (project) =>
        funded.includes(project) ||
        support.projectStart[project] === support.projectStart[project + 1] ||
        options.admit?.(funded, project),
    );
  });
}

function fillUp(
  setting: Setting,
  run: EqualSharesRun,
  last: BudgetIncrease | null,
  choose: Chooser,
): EqualSharesOutcome {
  const { alreadyFunded, admit, completion } = setting.options;
  const funded = [...alreadyFunded, ...run.chosen];
  const increase = last && { steps: last.steps, endowment: last.endowment, ended: last.ended };
  let filledUpBy: EqualSharesOutcome['filledUpBy'] = null;
  if (completion.method === 'phragmen') {
    const start = { alreadyFunded: funded, choose, admit };
    const { budget } = setting.election;
    const { overspend } = completion;
    const filled = runPhragmen(setting.support, { budget, overspend, start, leftover: run.purse });
    filledUpBy = { rule: 'phragmen', run: filled };
  } else filledUpBy = greedyAfter(setting, funded, choose);
  const all = [...funded, ...(filledUpBy?.run.chosen ?? [])];
  return { funded: all, cost: costOf(setting.election, all), run, increase, filledUpBy };
}

function fillUpChosen(setting: Setting, chosen: readonly number[], choose: Chooser): { funded: readonly number[] } {
  const funded = [...setting.options.alreadyFunded, ...chosen];
  return { funded: [...funded, ...(greedyAfter(setting, funded, choose)?.run.chosen ?? [])] };
}

function greedyAfter(setting: Setting, funded: readonly number[], choose: Chooser) {
  const { completion, admit } = setting.options;
  const order =
    completion.method === 'utilitarian'
      ? completion.order
      : completion.method === 'budget_increase'
        ? completion.then
        : null;
  if (!order) return null;
  const { election, support } = setting;
  const costs = election.projects.map((project) => project.cost);
  const start = { alreadyFunded: funded, choose, admit };
  const values = totalWorth(support);
  const run = runGreedy({ budget: election.budget, costs, values, order, worthless: 'leave_out', start });
  return { rule: 'greedy' as const, run };
}

function emptyRun(setting: Setting): EqualSharesRun {
  return runAt(setting, Fraction.zero, () => 0, true);
}
