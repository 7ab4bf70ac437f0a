import { accept, refusal, refuse, type Path, type Result } from '@fordela/domain';
import { idsOf, votersIn } from './election';
import { effectiveSupport, type SupportTiming } from './effective-support';
import { equalShares } from './equal-shares';
import { runEqualShares } from './equal-shares-run';
import { indexesOf, type FairSetting } from './fair-setting';
import { Fraction } from './fraction';
import { MoneyRecorder, projectLosses, supportersByProject, type ProjectLoss } from './project-loss';
import { figure, type ExactFigure } from './rule-answers';
import { checkMeasure } from './satisfaction';
import { statedRounds, type StatedRound } from './stated-rounds';
import { supportOf, type Support } from './support';
import { completionOf, type RuleOptions } from './task-options';

export interface WhyNotFundedOptions extends Omit<RuleOptions<'equal-shares'>, 'allOutcomes' | 'trace'> {
  readonly timing: SupportTiming;
  readonly selection?: readonly string[] | undefined;
  readonly budget?: string | number | undefined;
  /** The purchases as they went, instead of a run of the rule: then only the money lost is told. */
  readonly rounds?: readonly StatedRound[] | undefined;
}

/** For each project: how near it was, what its supporters had, and to whom they had lost the rest. */
export interface ProjectReason {
  readonly project: string;
  readonly funded: boolean;
  readonly cost: ExactFigure;
  /** 1 = enough to be funded; null for a project that costs nothing or satisfies nobody, and when the purchases were stated. */
  readonly effectiveSupport: ExactFigure | null;
  /** The same in percent, rounded down. */
  readonly effectiveSupportPercent: number | null;
  /** The purchase at whose price the support was best; null when at the end. */
  readonly bestAgainst: string | null;
  readonly supporters: number;
  readonly supportersMoney: ExactFigure;
  readonly lostTo: readonly { readonly project: string; readonly amount: ExactFigure }[];
}

/**
 * Why the Method of Equal Shares funded what it did and not the others, in money.
 *
 * Rule    Everything is told at the endowment of the run that stands, or at the budget given. Projects already funded and limits are as in
 *         the rule itself. Stated purchases are taken as they are: who is funded and what was lost follow from them alone.
 */
export function whyNotFunded(
  setting: FairSetting,
  options: WhyNotFundedOptions,
  path: Path,
): Result<readonly ProjectReason[]> {
  const { election, alreadyFunded, admission, choose } = setting;
  if (options.rounds && options.rounds.length > 0) return ofStatedRounds(setting, options.rounds, options, path);
  const suits = checkMeasure(election, options.measure);
  if (!suits.ok) return refuse(suits.refusal.map((entry) => ({ ...entry, path: [...path, ...entry.path] })));
  const budget = options.budget === undefined ? null : Fraction.parse(options.budget);
  if (options.budget !== undefined && (!budget || budget.sign() < 0))
    return refuse([refusal('fair-not-an-amount', [...path, 'budget'], { value: String(options.budget) })]);
  const given = options.selection ? indexesOf(election, options.selection, [...path, 'selection']) : null;
  if (given && !given.ok) return given;
  const standing = equalShares(election, {
    measure: options.measure,
    completion: completionOf(options.completion, election.budget, votersIn(election)),
    startMoney: options.startMoney,
    alreadyFunded,
    choose,
    admit: admission.admit,
  });
  const funded = given?.ok ? given.value : standing.funded;
  const endowment = budget ? budget.over(votersIn(election)) : standing.run.endowment;
  const support = supportOf(election, options.measure);
  const start = { alreadyFunded, choose, admit: admission.admit };
  const recorder = new MoneyRecorder(support);
  runEqualShares(support, { endowment, start, without: null, watch: recorder.watch });
  const supporters = supportersByProject(support);
  const endowments = Array.from(support.weight, () => endowment);
  const losses = projectLosses(supporters, [...support.weight], endowments, recorder.rounds);
  return accept(
    losses.map((loss) => {
      const { project } = loss;
      const isFunded = funded.includes(project);
      const near = alreadyFunded.includes(project)
        ? null
        : effectiveSupport(support, { endowment, start }, project, isFunded, options.timing);
      return {
        ...reasonOf(setting, support, loss, isFunded),
        effectiveSupport: near && figure(near.share),
        effectiveSupportPercent: near && Number(near.share.times(100).floor()),
        bestAgainst: near?.bestAgainst == null ? null : election.projects[near.bestAgainst]!.id,
      };
    }),
  );
}

function reasonOf(
  { election }: FairSetting,
  support: Support,
  { project, supportersMoney, lostTo }: ProjectLoss,
  funded: boolean,
): ProjectReason {
  const groups = supportersByProject(support)[project]!;
  return {
    project: idsOf(election, [project])[0] as string,
    funded,
    cost: figure(election.projects[project]!.cost),
    effectiveSupport: null,
    effectiveSupportPercent: null,
    bestAgainst: null,
    supporters: groups.reduce((sum, group) => sum + support.weight[group]!, 0),
    supportersMoney: figure(supportersMoney),
    lostTo: lostTo.map((loss) => ({ project: election.projects[loss.project]!.id, amount: figure(loss.amount) })),
  };
}

function ofStatedRounds(
  setting: FairSetting,
  stated: readonly StatedRound[],
  options: WhyNotFundedOptions,
  path: Path,
): Result<readonly ProjectReason[]> {
  const { election } = setting;
  const suits = checkMeasure(election, options.measure);
  if (!suits.ok) return refuse(suits.refusal.map((entry) => ({ ...entry, path: [...path, ...entry.path] })));
  const rounds = statedRounds(election, stated, [...path, 'rounds']);
  if (!rounds.ok) return rounds;
  const given = options.selection ? indexesOf(election, options.selection, [...path, 'selection']) : null;
  if (given && !given.ok) return given;
  const funded = new Set([...(given?.ok ? given.value : []), ...rounds.value.map(({ project }) => project)]);
  const support = supportOf(election, options.measure);
  // By ballot, not by group of equal ballots: the stated money need not be equal within a group.
  const supporters = supportersByProject(support).map((groups) =>
    election.ballots.flatMap((_, ballot) => (groups.includes(support.groupOf[ballot]!) ? [ballot] : [])),
  );
  const weights = election.ballots.map(({ weight }) => weight);
  const losses = projectLosses(supporters, weights, rounds.value[0]!.before, rounds.value);
  return accept(losses.map((loss) => reasonOf(setting, support, loss, funded.has(loss.project))));
}
