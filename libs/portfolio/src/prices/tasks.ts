import { accept, refusal, refuse, type Result } from '@fordela/domain';
import { z } from 'zod';
import { defineTask, type Answer, type RegisteredTask, type TaskContext } from '../allocate/task';
import { provenOptimum } from '../explain/proven-optimum';
import type { Choice } from '../optimise/choice';
import { certificateOf, conventionsOf, solveOptions, type Certificate } from '../optimise/optimise-task';
import type { AllocationProblem, Objective, SolverSettings } from '../problem/allocation-problem';
import { taskObjective } from '../problem/task-objective';
import { limitPrices, pricedLimitKinds, type DimensionPrice, type LimitPrice } from './limit-prices';

/** The tasks of this room. */
export const priceTasks = (): readonly RegisteredTask[] => [limitPricesTask()];

export interface LimitPricesOutcome {
  readonly objective: Objective;
  readonly certificate: Certificate;
  readonly choice: Choice;
  readonly limits: readonly LimitPrice[];
  /** Every dimension with two priced limits or more: what they cost together. */
  readonly dimensions: readonly DimensionPrice[];
}

const usualKinds = pricedLimitKinds.filter((kind) => kind !== 'must-fund' && kind !== 'excluded');
const usualStep = 100_000;

const options = () =>
  z.strictObject({
    objective: solveOptions.objective(),
    solver: solveOptions.solver(),
    kinds: z
      .array(z.enum(pricedLimitKinds))
      .min(1)
      .default([...usualKinds]),
    /** How far money limits are loosened, in the problem's currency. */
    step: z.number().positive().default(usualStep),
  });
type Options = z.infer<ReturnType<typeof options>>;

/** What each limit costs, what it leaves unused, and what a little more room would be worth. */
const limitPricesTask = (): RegisteredTask =>
  defineTask<Options, LimitPricesOutcome>({ name: 'limit-prices', version: '1.0.0', options, run: runPrices });

async function runPrices(
  problem: AllocationProblem,
  { objective: stated, solver, kinds, step }: Options,
  context: TaskContext,
): Promise<Result<Answer<LimitPricesOutcome>>> {
  const objective = taskObjective(problem, stated, [...context.path, 'objective']);
  if (!objective.ok) return objective;
  const settings: SolverSettings = { ...problem.solver, ...solver, gap: 0 };
  if (problem.marginalPartFunding) return refuse([refusal('allocation-marginal-not-here', context.path)]);
  const proven = await provenOptimum(problem, objective.value, settings, context);
  if (!proven.ok) return proven;
  const stepUnits = Math.max(1, Math.round(step * problem.moneyScale));
  const prices = await limitPrices(problem, objective.value, { kinds, stepUnits }, proven.value, settings, context);
  return accept({
    method: `limit-prices:${objective.value.name}`,
    conventions: {
      ...conventionsOf(problem, objective.value),
      step,
      price: 'best-without-the-limit-less-best-with-it',
      perStep: 'solved-anew-with-the-limit-loosened',
      sharesOfBudget: 'stay-at-their-amounts',
    },
    observations: [],
    outcome: {
      objective: objective.value,
      certificate: certificateOf(problem, settings, proven.value.optimum),
      choice: proven.value.choice,
      ...prices,
    },
  });
}
