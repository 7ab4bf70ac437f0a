import { accept, refusal, refuse, type Refusal, type Result } from '@fordela/domain';
import type { AllocationProblem, Observation, TaskEntry } from '../problem/allocation-problem';
import { taskMeantBy } from '../problem/other-names';
import { parseAllocationProblem } from '../problem/parse-allocation-problem';
import type { MipSolver } from '../solver/mip-solver';
import { registeredTasks } from './registry';
import type { Answer } from './task';

export const allocationFormat = 'fordela/allocation@1';

/** Version of this library's figures as a whole; each result also carries its method's own version. */
export const engineVersion = '1.0.0';

/** The answer to one task, with all that is needed to repeat it. */
export interface TaskResult extends Answer<unknown> {
  readonly task: string;
  /** The label given in the file, to tell two runs of one task apart; null when none. */
  readonly label: string | null;
  readonly methodVersion: string;
  readonly inputFingerprint: string;
}

/** The answers to all the tasks of an allocation problem, in their order. Plain JSON. */
export interface AllocationAnswer {
  readonly format: typeof allocationFormat;
  readonly engineVersion: string;
  readonly title: string | null;
  readonly inputFingerprint: string;
  readonly solver: { readonly name: string; readonly version: string };
  /** What the reader should know about the problem as it was read. */
  readonly observations: readonly Observation[];
  readonly results: readonly TaskResult[];
}

export interface AllocateContext {
  readonly solver: MipSolver;
  readonly shouldStop?: () => boolean;
}

/**
 * Runs every task of an allocation problem; all of them or, if any is refused, none. Long work: run it in a worker thread.
 *
 * Shapes  input: the JSON of docs/formats/allocation-problem.md. A problem without tasks runs `optimise`.
 * Errors  Refusals with their place in the file: of the format, of an unknown task or option, of a task's own.
 * @example await allocate({ budget: 10, value: [6, 5, 5], cost: [6, 5, 5] }, { solver: await highsSolver() })
 */
export async function allocate(input: unknown, context: AllocateContext): Promise<Result<AllocationAnswer>> {
  const problem = parseAllocationProblem(input);
  if (!problem.ok) return problem;
  const refusals: Refusal[] = [];
  const results: TaskResult[] = [];
  for (const entry of problem.value.tasks) {
    const result = await runTask(problem.value, entry, context);
    if (result.ok) results.push(result.value);
    else refusals.push(...result.refusal);
  }
  if (refusals.length > 0) return refuse(refusals);
  const { title, inputFingerprint, observations } = problem.value;
  const solver = { name: context.solver.name, version: context.solver.version };
  return accept({ format: allocationFormat, engineVersion, title, inputFingerprint, solver, observations, results });
}

async function runTask(
  problem: AllocationProblem,
  entry: TaskEntry,
  context: AllocateContext,
): Promise<Result<TaskResult>> {
  const tasks = registeredTasks();
  const task = tasks.find((candidate) => candidate.name === entry.task);
  if (!task) {
    const choices = tasks.map((candidate) => candidate.name);
    return refuse([
      refusal('allocation-unknown-task', [...entry.path, 'task'], {
        task: entry.task,
        choices,
        ...taskMeantBy(entry.task, choices),
      }),
    ]);
  }
  const { label, ...options } = entry.options;
  if (label !== undefined && typeof label !== 'string')
    return refuse([refusal('allocation-wrong-type', [...entry.path, 'label'], { expected: 'string' })]);
  const answer = await task.run(problem, options, { ...context, path: entry.path });
  if (!answer.ok) return answer;
  return accept({
    task: task.name,
    label: label ?? null,
    methodVersion: task.version,
    inputFingerprint: problem.inputFingerprint,
    ...answer.value,
  });
}
