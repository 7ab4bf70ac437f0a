import { accept, refuse, type Path, type Result } from '@fordela/domain';
import type { Observation } from '../problem/allocation-problem';
import { costOf, idsOf, votersIn } from './election';
import { equalShares, equalSharesOutcomes, type EqualSharesOptions } from './equal-shares';
import { fairSetting, type FairSetting } from './fair-setting';
import { Fraction, sumFractions } from './fraction';
import { runGreedy, type GreedyRun } from './greedy';
import { maxWelfare } from './max-welfare';
import { welfareUnderLimits } from './welfare-under-limits';
import { runPhragmen, type PhragmenRun } from './phragmen';
import { paramsOf } from './portfolio-admission';
import { paymentsOf } from './payments';
import type { BrokenTie, Chooser, PassedOver, Start } from './rule';
import { checkMeasure, type SatisfactionMeasure } from './satisfaction';
import { supportOf } from './support';
import { completionOf, settingChoice, type RuleName, type RuleOptions } from './task-options';
import { tiedOutcomes, type TiedOutcomes } from './tied-outcomes';
import { totalWorth } from './total-worth';
import type { MipSolver } from '../solver/mip-solver';

/** An exact figure: the nearest double for reading, and the exact text. */
export interface ExactFigure {
  readonly value: number;
  readonly exact: string;
}

export const figure = (value: Fraction): ExactFigure => ({ value: value.toNumber(), exact: value.toString() });

/** Why a project is not among the funded. */
export type NotFunded =
  | {
      readonly project: string;
      readonly because: 'supporters_lack_money';
      readonly round: number;
      readonly supportersMoney: ExactFigure;
      readonly lacking: ExactFigure;
    }
  | {
      readonly project: string;
      readonly because: 'does_not_fit';
      readonly round: number;
      readonly lacking: ExactFigure;
    }
  | { readonly project: string; readonly because: 'barred'; readonly round: number; readonly limit: Observation }
  | { readonly project: string; readonly because: 'not_supported' }
  | { readonly project: string; readonly because: 'not_reached' };

/** One step of a rule, in the order of funding. `phase` tells the rule itself from what filled up afterwards. */
export interface RuleStep {
  readonly project: string;
  readonly phase: 'rule' | 'completion';
  /** Equal shares: money per unit of satisfaction, and voters paying in full and giving all they had. */
  readonly price?: ExactFigure;
  readonly payment?: ExactFigure;
  readonly payingInFull?: number;
  readonly givingAll?: number;
  /** Phragmén: load of the supporters afterwards. */
  readonly load?: ExactFigure;
  readonly supporters?: number;
  /** Greedy: value and what is left of the budget afterwards. */
  readonly worth?: ExactFigure;
  readonly budgetLeft?: ExactFigure;
  /** Who paid what, when asked for. */
  readonly payments?: readonly { readonly voters: readonly string[]; readonly each: ExactFigure }[];
}

/** What every rule answers. Ids in the problem's order unless said otherwise. Plain JSON. */
export interface RuleOutcome {
  readonly rule: RuleName;
  readonly selected: readonly string[];
  readonly order: readonly string[];
  readonly cost: number;
  readonly unspent: number;
  readonly steps: readonly RuleStep[];
  readonly notFunded: readonly NotFunded[];
  readonly brokenTies: readonly { readonly tied: readonly string[]; readonly chosen: string }[];
  /** Limits the outcome does not keep, such as a minimum not reached. */
  readonly limitsNotMet: readonly Observation[];
  readonly endowment: ExactFigure | null;
  readonly increase: { readonly steps: number; readonly endowment: ExactFigure; readonly ended: string } | null;
  /** Max welfare: the total satisfaction reached, and all sets that reach it. */
  readonly welfare: ExactFigure | null;
  readonly allOutcomes: { readonly outcomes: readonly (readonly string[])[]; readonly complete: boolean } | null;
}

/** The most (cost, value) pairs the welfare rule holds before it hands over to the solver. */
const mostWelfareStates = 500_000;

interface Draft {
  readonly funded: readonly number[];
  readonly steps: readonly RuleStep[];
  readonly notFunded: readonly NotFunded[];
  readonly ties: readonly BrokenTie[];
  readonly endowment?: Fraction;
  readonly increase?: RuleOutcome['increase'];
  readonly welfare?: Fraction;
  readonly all: TiedOutcomes | null;
}

/** Runs one rule with its options on the setting they describe. */
export async function answerRule<Name extends RuleName>(
  setting: FairSetting,
  rule: Name,
  options: RuleOptions<Name>,
  path: Path,
  solver: MipSolver,
): Promise<Result<RuleOutcome>> {
  const measure = measureOf(rule, options);
  if (measure && setting.election.ballots.length > 0) {
    const suits = checkMeasure(setting.election, measure);
    if (!suits.ok) return refuse(suits.refusal.map((entry) => ({ ...entry, path: [...path, ...entry.path] })));
  }
  const draft = await (runners[rule] as Runner<Name>)(setting, options, solver);
  return accept(finish(setting, rule, draft));
}

/** Reads the setting that a rule's options describe. */
export function settingFor(
  problem: FairSetting['problem'],
  rule: RuleName,
  options: RuleOptions<RuleName>,
  path: Path,
): Result<FairSetting> {
  const byValue = rule === 'greedy' && greedyOf(problem, options as RuleOptions<'greedy'>) === 'value';
  return fairSetting(problem, settingChoice(options, !byValue), path);
}

const greedyOf = (problem: FairSetting['problem'], options: RuleOptions<'greedy'>): 'satisfaction' | 'value' =>
  options.of ?? (problem.ballots || options.voters.from !== 'ballots' ? 'satisfaction' : 'value');

function measureOf(rule: RuleName, options: RuleOptions<RuleName>): SatisfactionMeasure | null {
  return rule === 'phragmen' ? null : (options as RuleOptions<'max-welfare'>).measure;
}

type Runner<Name extends RuleName> = (
  setting: FairSetting,
  options: RuleOptions<Name>,
  solver: MipSolver,
) => Draft | Promise<Draft>;

const runners: { readonly [Name in RuleName]: Runner<Name> } = {
  greedy: greedyDraft,
  'equal-shares': equalSharesDraft,
  phragmen: phragmenDraft,
  'max-welfare': welfareDraft,
};

const startOf = (setting: FairSetting, choose: Chooser): Start => ({
  alreadyFunded: setting.alreadyFunded,
  choose,
  admit: setting.admission.admit,
});
const costsOf = (setting: FairSetting) => setting.election.projects.map((project) => project.cost);

function greedyDraft(setting: FairSetting, options: RuleOptions<'greedy'>): Draft {
  const { election, candidates, problem } = setting;
  const values =
    greedyOf(problem, options) === 'value'
      ? candidates.map(({ level }) => Fraction.of(Math.max(0, level.value.point), problem.valueScale))
      : totalWorth(supportOf(election, options.measure));
  const run = (choose: Chooser) =>
    runGreedy({
      budget: election.budget,
      costs: costsOf(setting),
      values,
      order: options.by,
      worthless: options.worthless,
      start: startOf(setting, choose),
    });
  const one = run(setting.choose);
  return {
    funded: [...setting.alreadyFunded, ...one.chosen],
    steps: greedySteps(setting, one, 'rule'),
    notFunded: [...notFitting(setting, one.doNotFit), ...barred(setting, one.passedOver)],
    ties: one.brokenTies,
    all: allOutcomes(options, (choose) => [...setting.alreadyFunded, ...run(choose).chosen]),
  };
}

function equalSharesDraft(setting: FairSetting, options: RuleOptions<'equal-shares'>): Draft {
  const { election, alreadyFunded, choose } = setting;
  const request: EqualSharesOptions = {
    measure: options.measure,
    completion: completionOf(options.completion, election.budget, votersIn(election)),
    startMoney: options.startMoney,
    alreadyFunded,
    choose,
    admit: setting.admission.admit,
  };
  const { funded, run, increase, filledUpBy } = equalShares(election, request);
  const payments = options.trace === 'payments' ? paymentsOf(election, request, run) : [];
  const id = (project: number) => election.projects[project]!.id;
  const steps: RuleStep[] = [
    ...run.chosen
      .slice(0, run.chosen.length - run.rounds.length)
      .map((project): RuleStep => ({ project: id(project), phase: 'rule' })),
    ...run.rounds.map((round, index): RuleStep => ({
      project: id(round.project),
      phase: 'rule',
      price: figure(round.price),
      payment: figure(round.payment),
      payingInFull: round.payingInFull,
      givingAll: round.givingAll,
      ...(payments[index] && { payments: payments[index] }),
    })),
    ...(filledUpBy?.rule === 'greedy' ? greedySteps(setting, filledUpBy.run, 'completion') : []),
    ...(filledUpBy?.rule === 'phragmen' ? phragmenSteps(setting, filledUpBy.run, 'completion') : []),
  ];
  const later = filledUpBy?.run;
  return {
    funded,
    steps,
    ties: [...run.brokenTies, ...(later?.brokenTies ?? [])],
    notFunded: [
      ...barred(setting, [...run.passedOver, ...(later?.passedOver ?? [])]),
      ...run.unaffordable.map(({ project, round }): NotFunded => {
        const supportersMoney = run.moneyLeftFor(project);
        return {
          project: id(project),
          because: 'supporters_lack_money',
          round,
          supportersMoney: figure(supportersMoney),
          lacking: figure(election.projects[project]!.cost.minus(supportersMoney)),
        };
      }),
    ],
    endowment: run.endowment,
    increase: increase && { ...increase, endowment: figure(increase.endowment) },
    all: options.allOutcomes ? equalSharesOutcomes(election, request, options.allOutcomes) : null,
  };
}

function phragmenDraft(setting: FairSetting, options: RuleOptions<'phragmen'>): Draft {
  const support = supportOf(setting.election, 'cardinality');
  const { budget } = setting.election;
  const run = (choose: Chooser) =>
    runPhragmen(support, { budget, overspend: options.overspend, start: startOf(setting, choose), leftover: null });
  const one = run(setting.choose);
  return {
    funded: [...setting.alreadyFunded, ...one.chosen],
    steps: phragmenSteps(setting, one, 'rule'),
    notFunded: [...notFitting(setting, one.doNotFit), ...barred(setting, one.passedOver)],
    ties: one.brokenTies,
    all: allOutcomes(options, (choose) => [...setting.alreadyFunded, ...run(choose).chosen]),
  };
}

async function welfareDraft(
  setting: FairSetting,
  options: RuleOptions<'max-welfare'>,
  solver: MipSolver,
): Promise<Draft> {
  const { election, alreadyFunded } = setting;
  const values = totalWorth(supportOf(election, options.measure));
  const cap = options.allOutcomes ?? 1;
  const request = { budget: election.budget, costs: costsOf(setting), values, alreadyFunded, cap };
  const best =
    (setting.onlyBudget ? maxWelfare({ ...request, mostStates: mostWelfareStates }) : null) ??
    (await welfareUnderLimits(setting, values, cap, solver));
  const funded = best?.outcomes[0] ?? alreadyFunded;
  return {
    funded,
    steps: funded.map((project) => ({
      project: election.projects[project]!.id,
      phase: 'rule',
      worth: figure(values[project]!),
    })),
    notFunded: [],
    ties: [],
    welfare: sumFractions(funded.map((project) => values[project]!)),
    all: options.allOutcomes ? { outcomes: best?.outcomes ?? [], complete: best?.complete ?? true } : null,
  };
}

const allOutcomes = (options: { allOutcomes?: number | undefined }, run: (choose: Chooser) => readonly number[]) =>
  options.allOutcomes ? tiedOutcomes(run, options.allOutcomes) : null;

function greedySteps({ election }: FairSetting, run: GreedyRun, phase: RuleStep['phase']): readonly RuleStep[] {
  return run.rounds.map(({ project, value, budgetLeft }) => ({
    project: election.projects[project]!.id,
    phase,
    worth: figure(value),
    budgetLeft: figure(budgetLeft),
  }));
}

function phragmenSteps({ election }: FairSetting, run: PhragmenRun, phase: RuleStep['phase']): readonly RuleStep[] {
  return run.rounds.map(({ project, load, supporters }) => ({
    project: election.projects[project]!.id,
    phase,
    load: figure(load),
    supporters,
  }));
}

function notFitting(
  { election }: FairSetting,
  list: readonly { readonly project: number; readonly round: number; readonly lacking: Fraction }[],
): readonly NotFunded[] {
  return list.map(({ project, round, lacking }) => ({
    project: election.projects[project]!.id,
    because: 'does_not_fit',
    round,
    lacking: figure(lacking),
  }));
}

function barred({ election }: FairSetting, list: readonly PassedOver[]): readonly NotFunded[] {
  return list.map(({ project, round, blocked }) => ({
    project: election.projects[project]!.id,
    because: 'barred',
    round,
    limit: { code: blocked.code, path: [], params: blocked.params },
  }));
}

function finish(setting: FairSetting, rule: RuleName, draft: Draft): RuleOutcome {
  const { election, admission } = setting;
  const id = (project: number) => election.projects[project]!.id;
  const cost = costOf(election, draft.funded);
  const support = election.ballots.length > 0 ? supportOf(election, 'cardinality') : null;
  const isSupported = (project: number) =>
    !support || support.projectStart[project] !== support.projectStart[project + 1];
  // The first reason found stands: a bar of the rule itself before what the completion lacked.
  const reasons = new Map<string, NotFunded>();
  for (const reason of draft.notFunded) if (!reasons.has(reason.project)) reasons.set(reason.project, reason);
  const notFunded = election.projects.flatMap((_, project): NotFunded[] => {
    if (draft.funded.includes(project)) return [];
    const because = isSupported(project) ? ('not_reached' as const) : ('not_supported' as const);
    return [reasons.get(id(project)) ?? { project: id(project), because }];
  });
  return {
    rule,
    selected: idsOf(
      election,
      [...draft.funded].sort((a, b) => a - b),
    ),
    order: idsOf(election, draft.funded),
    cost: cost.toNumber(),
    unspent: election.budget.minus(cost).toNumber(),
    steps: draft.steps,
    notFunded,
    brokenTies: draft.ties.map(({ tied, chosen }) => ({ tied: idsOf(election, tied), chosen: id(chosen) })),
    limitsNotMet: admission
      .unmet(draft.funded)
      .map((limit) => ({ code: 'fair-limit-not-met', path: [], params: paramsOf(limit) })),
    endowment: draft.endowment ? figure(draft.endowment) : null,
    increase: draft.increase ?? null,
    welfare: draft.welfare ? figure(draft.welfare) : null,
    allOutcomes: draft.all && {
      outcomes: draft.all.outcomes.map((set) =>
        idsOf(
          election,
          [...set].sort((a, b) => a - b),
        ),
      ),
      complete: draft.all.complete,
    },
  };
}
