import { accept, refusal, refuse, type Path, type Result } from '@fordela/domain';
import { idsOf, votersIn } from './election';
import { effectiveSupport, type SupportTiming } from './effective-support';
import { equalShares } from './equal-shares';
import { runEqualShares } from './equal-shares-run';
import { indexesOf, type FairSetting } from './fair-setting';
import { Fraction } from './fraction';
import { MoneyRecorder, projectLosses, supportersByProject } from './project-loss';
import { figure, type ExactFigure } from './rule-answers';
import { checkMeasure } from './satisfaction';
import { supportOf } from './support';
import { completionOf, type RuleOptions } from './task-options';

export interface WhyNotFundedOptions extends Omit<RuleOptions<'equal-shares'>, 'allOutcomes' | 'trace'> {
  readonly timing: SupportTiming;
  readonly selection?: readonly string[] | undefined;
  readonly budget?: string | number | undefined;
}

/** For each project: how near it was, what its supporters had, and to whom they had lost the rest. */
export interface ProjectReason {
  readonly project: string;
  readonly funded: boolean;
  readonly cost: ExactFigure;
  /** 1 = enough to be funded; null for a project that costs nothing or satisfies nobody. */
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
 *         the rule itself.
 */
export function whyNotFunded(
  setting: FairSetting,
  options: WhyNotFundedOptions,
  path: Path,
): Result<readonly ProjectReason[]> {
  const { election, alreadyFunded, admission, choose } = setting;
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
    losses.map(({ project, supportersMoney, lostTo }) => {
      const isFunded = funded.includes(project);
      const near = alreadyFunded.includes(project)
        ? null
        : effectiveSupport(support, { endowment, start }, project, isFunded, options.timing);
      const [id] = idsOf(election, [project]);
      return {
        project: id as string,
        funded: isFunded,
        cost: figure(election.projects[project]!.cost),
        effectiveSupport: near && figure(near.share),
        effectiveSupportPercent: near && Number(near.share.times(100).floor()),
        bestAgainst: near?.bestAgainst == null ? null : election.projects[near.bestAgainst]!.id,
        supporters: supporters[project]!.reduce((sum, group) => sum + support.weight[group]!, 0),
        supportersMoney: figure(supportersMoney),
        lostTo: lostTo.map((loss) => ({ project: election.projects[loss.project]!.id, amount: figure(loss.amount) })),
      };
    }),
  );
}
