import { lazily, refuse, type Path, type Result } from '@fordela/domain';
import type { z } from 'zod';
import type { AllocationProblem, Observation } from '../problem/allocation-problem';
import { refusalsOf } from '../problem/zod-refusals';
import type { MipSolver } from '../solver/mip-solver';

/** The conventions a result rests on, by name: objective, tie rule, what shares are of, seed… */
export type Conventions = Readonly<Record<string, string | number | boolean | null>>;

/** What a task answers: which method gave it, under which conventions, and the figures. Plain JSON, nothing from a clock. */
export interface Answer<Outcome> {
  readonly method: string;
  readonly conventions: Conventions;
  readonly observations: readonly Observation[];
  readonly outcome: Outcome;
}

/** What a task may use besides the problem. */
export interface TaskContext {
  /** The established solver, for comparison and for what the own methods are not asked to do. */
  readonly solver: MipSolver;
  /** Place of the task's entry in the file, e.g. `['tasks', 0]`. */
  readonly path: Path;
  /**
   * Asked now and then by long searches; true = stop and return the best found with its proven gap. The library has no clock:
   * the caller decides. When it never answers true, the same input gives the same bytes.
   */
  readonly shouldStop?: () => boolean;
}

/**
 * One thing that can be asked of an allocation problem. `options` makes the strict schema of everything in the task's entry
 * except `task` and `label`. It is a function so that loading the module builds nothing.
 */
export interface Task<Options, Outcome> {
  readonly name: string;
  /** Version of the method: bumped whenever the same input would give other figures. */
  readonly version: string;
  readonly options: () => z.ZodType<Options>;
  readonly run: (
    problem: AllocationProblem,
    options: Options,
    context: TaskContext,
  ) => Promise<Result<Answer<Outcome>>> | Result<Answer<Outcome>>;
}

/** A task with its types put away, so that tasks of all kinds stand in one list. */
export interface RegisteredTask {
  readonly name: string;
  readonly version: string;
  readonly options: () => z.ZodType<unknown>;
  readonly run: (
    problem: AllocationProblem,
    rawOptions: Readonly<Record<string, unknown>>,
    context: TaskContext,
  ) => Promise<Result<Answer<unknown>>>;
}

/** Registers a task: reads its options with its own schema (an unknown key is refused by name) and runs it. */
export function defineTask<Options, Outcome>(task: Task<Options, Outcome>): RegisteredTask {
  const schema = lazily(task.options);
  return {
    name: task.name,
    version: task.version,
    options: schema,
    run: async (problem, rawOptions, context) => {
      const options = schema().safeParse(rawOptions, { reportInput: true });
      return options.success
        ? task.run(problem, options.data, context)
        : refuse(refusalsOf(options.error, context.path));
    },
  };
}
