import { lazily, refuse, type Path, type Result } from '@fordela/domain';
import type { z } from 'zod';
import type { DecisionProblem } from '../problem/decision-problem';
import { refusalsOf } from '../problem/zod-refusals';
import type { FormulaEngine } from '../structure/formula/formula-engine';

/** The conventions a result rests on, by name: normalisation, ties, missing policy, random index table, seed… */
export type Conventions = Readonly<Record<string, string | number | boolean>>;

/**
 * Something the reader should know about the data, as data: a constant criterion, a missing performance, one out of range,
 * an inconsistent judgement. Not an error. `code` has its wording in libs/wording, like a refusal's.
 */
export interface Observation {
  readonly code: string;
  readonly path: Path;
  readonly params: Readonly<Record<string, string | number | boolean | null | readonly (string | number)[]>>;
}

/** What a task answers: which formula gave it, under which conventions, and the figures. Plain JSON. */
export interface Answer<Outcome> {
  readonly method: string;
  readonly conventions: Conventions;
  readonly observations: readonly Observation[];
  readonly outcome: Outcome;
}

/** Where a task stands in the file, and what it may use besides the problem. */
export interface TaskContext {
  /** Place of the task's options, e.g. `['tasks', 0]`. */
  readonly path: Path;
  /** Reads mathjs formulas; null when the caller has not loaded it (see `loadFormulaEngine`). */
  readonly formulas: FormulaEngine | null;
}

/**
 * One thing that can be asked of a decision problem. `options` makes the strict schema of everything in the task's entry
 * except `task` and `label`. It is a function so that loading the module builds nothing.
 */
export interface Task<Options, Outcome> {
  readonly name: string;
  /** Version of the formula: bumped whenever the same input would give other figures. */
  readonly version: string;
  readonly options: () => z.ZodType<Options>;
  readonly run: (problem: DecisionProblem, options: Options, context: TaskContext) => Result<Answer<Outcome>>;
}

/** A task with its types put away, so that tasks of all kinds stand in one list. */
export interface RegisteredTask {
  readonly name: string;
  readonly version: string;
  readonly options: () => z.ZodType<unknown>;
  readonly run: (
    problem: DecisionProblem,
    rawOptions: Readonly<Record<string, unknown>>,
    context: TaskContext,
  ) => Result<Answer<unknown>>;
}

/** Registers a task: reads its options with its own schema (an unknown key is refused by name) and runs it. */
export function defineTask<Options, Outcome>(task: Task<Options, Outcome>): RegisteredTask {
  const schema = lazily(task.options);
  return {
    name: task.name,
    version: task.version,
    options: schema,
    run: (problem, rawOptions, context) => {
      const options = schema().safeParse(rawOptions, { reportInput: true });
      return options.success
        ? task.run(problem, options.data, context)
        : refuse(refusalsOf(options.error, context.path));
    },
  };
}
