import { accept, refusal, refuse, type Result } from '@fordela/domain';
import { z } from 'zod';
import { defineTask, type Answer, type RegisteredTask, type TaskContext } from '../allocate/task';
import type { Choice } from '../optimise/choice';
import type { Optimum } from '../optimise/optimise';
import { certificateOf, conventionsOf, solveOptions, type Certificate } from '../optimise/optimise-task';
import { portfolioReport, type FundedProject, type GroupTotal } from '../optimise/portfolio-report';
import type { AllocationProblem, Objective, SolverSettings } from '../problem/allocation-problem';
import { taskObjective } from '../problem/task-objective';
import { changeOf, type PortfolioChange } from './portfolio-change';
import { kinksOf, splitMeanings, splitSweep, type Split, type SplitOptimum } from './split-sweep';

export interface SplitPoint {
  /** Share of the budget for the moved groups, 0 to 1. */
  readonly share: number;
  readonly status: Certificate['status'];
  readonly value: number | null;
  readonly bound: number | null;
  readonly gap: number | null;
  /** Value lost against the free optimum: the price of the split. Null where either is not known. */
  readonly price: number | null;
  readonly money: number;
  /** Of the budget, not granted. */
  readonly unused: number;
  /** Money per group of the dimension. */
  readonly groups: readonly GroupTotal[];
  readonly funded: readonly FundedProject[];
  readonly choice: Choice | null;
  readonly againstFree: PortfolioChange;
  /** Against the share one step below; null at the first. */
  readonly againstPrevious: PortfolioChange | null;
  /** True when a portfolio already proven best under looser limits fits here and nothing had to be solved. */
  readonly carriedOver: boolean;
}

export interface SplitSweepOutcome {
  readonly objective: Objective;
  readonly dimension: string;
  readonly groups: readonly string[];
  readonly meaning: Split['meaning'];
  readonly budget: number;
  readonly free: {
    readonly certificate: Certificate;
    readonly funded: readonly FundedProject[];
    readonly choice: Choice | null;
  };
  readonly points: readonly SplitPoint[];
  /** Shares at which the portfolio differs from the one a step below. */
  readonly kinks: readonly number[];
  /** Shares at which no portfolio keeps all limits. */
  readonly infeasible: readonly number[];
}

const options = () =>
  z.strictObject({
    dimension: z.string().min(1).optional(),
    group: z.union([z.string(), z.number()]).optional(),
    groups: z
      .array(z.union([z.string(), z.number()]))
      .min(1)
      .optional(),
    meaning: z.enum(splitMeanings).optional(),
    /** Number of equal steps from 0 to the whole budget. */
    steps: z.int().min(1).max(1000).optional(),
    objective: solveOptions.objective(),
    solver: solveOptions.solver(),
  });
type Options = z.infer<ReturnType<typeof options>>;

const usualSteps = 100;

/** The best portfolio at every split of the budget between some groups and all others, with the price of each split. */
export const splitSweepTask = (): RegisteredTask =>
  defineTask<Options, SplitSweepOutcome>({ name: 'split-sweep', version: '1.0.0', options, run: runSweep });

async function runSweep(
  problem: AllocationProblem,
  { dimension, group, groups, meaning = 'pots', steps = usualSteps, objective: stated, solver }: Options,
  context: TaskContext,
): Promise<Result<Answer<SplitSweepOutcome>>> {
  const objective = taskObjective(problem, stated, [...context.path, 'objective']);
  if (!objective.ok) return objective;
  const split = splitOf(problem, { dimension, group, groups, meaning }, context);
  if (!split.ok) return split;
  const settings: SolverSettings = { ...problem.solver, ...solver };
  const { free, points } = await splitSweep(problem, objective.value, split.value, steps, settings, context);
  const shares = (own: readonly number[]) => own.map((step) => step / steps);
  return accept({
    method: `split-sweep:${objective.value.name}`,
    conventions: {
      ...conventionsOf(problem, objective.value),
      meaning,
      steps,
      rounding: 'both-pots-floored-to-whole-money-units',
    },
    observations: [],
    outcome: {
      objective: objective.value,
      dimension: split.value.dimension,
      groups: split.value.groups,
      meaning,
      budget: split.value.budget / problem.moneyScale,
      free: {
        certificate: certificateOf(problem, settings, free),
        funded: free.choice ? portfolioReport(problem, free.choice).funded : [],
        choice: free.choice,
      },
      points: points.map((point, index) =>
        pointOf(problem, settings, split.value, point, steps, free, points[index - 1] ?? null),
      ),
      kinks: shares(kinksOf(points)),
      infeasible: shares(points.filter(({ optimum }) => optimum.status === 'infeasible').map(({ step }) => step)),
    },
  });
}

/** Reads what is to be split. The dimension may be left out when there is one; the money is the problem's budget. */
function splitOf(
  problem: AllocationProblem,
  { dimension, group, groups, meaning }: Pick<Options, 'dimension' | 'group' | 'groups'> & Pick<Split, 'meaning'>,
  { path }: TaskContext,
): Result<Split> {
  const dimensions = Object.keys(problem.dimensions);
  const only = dimensions.length === 1 ? dimensions[0] : undefined;
  const chosen = dimension ?? only;
  if (chosen === undefined || !dimensions.includes(chosen))
    return refuse([
      refusal('allocation-unknown-dimension', [...path, 'dimension'], {
        dimension: dimension ?? '',
        choices: dimensions,
      }),
    ]);
  const known = problem.dimensions[chosen] ?? [];
  const wanted = [...new Set((groups ?? (group === undefined ? [] : [group])).map(String))];
  if (wanted.length === 0)
    return refuse([
      refusal('allocation-split-without-group', [...path, 'group'], { dimension: chosen, choices: known }),
    ]);
  const unknown = wanted.filter((id) => !known.includes(id));
  if (unknown.length > 0)
    return refuse(
      unknown.map((id) =>
        refusal('allocation-unknown-group', [...path, groups ? 'groups' : 'group'], {
          group: id,
          dimension: chosen,
          choices: known,
        }),
      ),
    );
  if (problem.budget === null) return refuse([refusal('allocation-split-without-budget', path)]);
  return accept({ dimension: chosen, groups: wanted, meaning, budget: problem.budget });
}

function pointOf(
  problem: AllocationProblem,
  settings: SolverSettings,
  split: Split,
  { step, optimum, carriedOver }: SplitOptimum,
  steps: number,
  free: Optimum,
  previous: SplitOptimum | null,
): SplitPoint {
  const { status, objective: value, bound, gap } = certificateOf(problem, settings, optimum);
  const best = free.aims.at(-1)?.value ?? null;
  const report = optimum.choice && portfolioReport(problem, optimum.choice);
  const budget = split.budget / problem.moneyScale;
  return {
    share: step / steps,
    status,
    value,
    bound,
    gap,
    price: value === null || best === null ? null : best - value || 0,
    money: report?.money ?? 0,
    unused: budget - (report?.money ?? 0),
    groups: report?.groups[split.dimension] ?? [],
    funded: report?.funded ?? [],
    choice: optimum.choice,
    againstFree: changeOf(free.choice, optimum.choice),
    againstPrevious: previous && changeOf(previous.optimum.choice, optimum.choice),
    carriedOver,
  };
}
