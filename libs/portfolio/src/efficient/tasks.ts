import { accept, type Result } from '@fordela/domain';
import { z } from 'zod';
import { defineTask, type Answer, type RegisteredTask, type TaskContext } from '../allocate/task';
import type { AllocationProblem, Observation } from '../problem/allocation-problem';
import { solverSchema } from '../problem/problem-file';
import { efficientByRepeatedSolving } from './by-repeated-solving';
import { aimSchema } from './efficient-aims';
import { efficientPortfolios, type EfficientOutcome } from './efficient-portfolios';

/** The tasks of this room. */
export const efficientTasks = (): readonly RegisteredTask[] => [efficientTask()];

/** Partial portfolios looked at before the search gives up; about a minute of work. */
export const usualStateLimit = 3_000_000;

const efficientOptions = () =>
  z.strictObject({
    /** The aims, best known by name; without any: every named value. */
    aims: z.array(aimSchema()).min(1).max(12).optional(),
    /** All portfolios with equal values, or one of them. */
    equal: z.enum(['all', 'one']).default('all'),
    /** Most portfolios listed per value vector; all are counted. */
    list: z.int().min(1).max(10_000).default(20),
    markSupported: z.boolean().default(false),
    /** `own`: the search of this library. `highs`: one solve per point and empty box, for comparison. */
    method: z.enum(['own', 'highs']).default('own'),
    stateLimit: z.int().min(1).default(usualStateLimit),
    solver: solverSchema().optional(),
  });
type EfficientTaskOptions = z.infer<ReturnType<typeof efficientOptions>>;

/** Most problems the solver is asked to solve for one frontier. */
const solveLimit = 20_000;

const efficientTask = (): RegisteredTask =>
  defineTask<EfficientTaskOptions, EfficientOutcome>({
    name: 'efficient-portfolios',
    version: '1.0.0',
    options: efficientOptions,
    run: async (problem, { method, solver, ...options }, context) => {
      const outcome =
        method === 'own'
          ? efficientPortfolios(problem, options, context.path, context.shouldStop)
          : await bySolver(problem, options, { ...problem.solver, ...solver }, context);
      if (!outcome.ok) return outcome;
      return accept(answerOf(method, options, outcome.value, context));
    },
  });

async function bySolver(
  problem: AllocationProblem,
  options: Pick<EfficientTaskOptions, 'aims' | 'equal'>,
  settings: AllocationProblem['solver'],
  context: TaskContext,
): Promise<Result<EfficientOutcome>> {
  return efficientByRepeatedSolving(problem, { ...options, solveLimit }, settings, context, context.path);
}

function answerOf(
  method: string,
  options: Pick<EfficientTaskOptions, 'equal' | 'list'>,
  outcome: EfficientOutcome,
  context: TaskContext,
): Answer<EfficientOutcome> {
  const observations: Observation[] = [];
  if (!outcome.complete)
    observations.push({ code: 'efficient-incomplete', path: context.path, params: { found: outcome.frontierSize } });
  else if (outcome.frontierSize === 0)
    observations.push({ code: 'efficient-no-portfolio', path: context.path, params: {} });
  return {
    method: method === 'own' ? 'efficient-set-by-dominance-and-search-region@1' : 'efficient-set-by-repeated-solving@1',
    conventions: {
      equalPortfolios: options.equal,
      listedPerPoint: options.list,
      intervalValuesCountAs: 'point',
      coreIndexOver: 'all-efficient-portfolios',
      comparedDecimalsPerInhabitant: 6,
    },
    observations,
    outcome,
  };
}
