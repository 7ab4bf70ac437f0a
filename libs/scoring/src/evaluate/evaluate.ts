import { accept, canonicalJson, refusal, refuse, type Refusal, type Result } from '@fordela/domain';
import { parseDecisionProblem, type DecisionProblem, type TaskEntry } from '../problem/decision-problem';
import type { FormulaEngine } from '../structure/formula/formula-engine';
import { registeredTasks } from './registry';
import type { Answer } from './task';

export const evaluationFormat = 'fordela/evaluation@1';

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

/** The answers to all the tasks of a decision problem, in their order. Plain JSON. */
export interface Evaluation {
  readonly format: typeof evaluationFormat;
  readonly engineVersion: string;
  readonly title: string | null;
  readonly inputFingerprint: string;
  readonly results: readonly TaskResult[];
}

/**
 * Runs every task of a decision problem; all of them or, if any is refused, none.
 *
 * Shapes  input: the JSON of docs/formats/decision-problem.md. A problem without tasks runs `additive-value`.
 * Errors  Refusals with their place in the file: of the format, of an unknown task or option, of a task's own.
 * @example evaluate({ matrix: [[1, 2], [3, 4]], weights: 'equal', tasks: [{ task: 'topsis' }] }).ok // => true
 */
export function evaluate(input: unknown, formulas: FormulaEngine | null = null): Result<Evaluation> {
  const problem = parseDecisionProblem(input);
  if (!problem.ok) return problem;
  const refusals: Refusal[] = [];
  const results: TaskResult[] = [];
  for (const entry of problem.value.tasks) {
    const result = runTask(problem.value, entry, formulas);
    if (result.ok) results.push(result.value);
    else refusals.push(...result.refusal);
  }
  if (refusals.length > 0) return refuse(withoutRepeats(refusals));
  const { title, inputFingerprint } = problem.value;
  return accept({ format: evaluationFormat, engineVersion, title, inputFingerprint, results });
}

/** One fault in the data is met by every task: it is told once. */
function withoutRepeats(refusals: readonly Refusal[]): readonly Refusal[] {
  const seen = new Set<string>();
  return refusals.filter((item) => {
    const key = canonicalJson(item);
    return !seen.has(key) && seen.add(key);
  });
}

function runTask(problem: DecisionProblem, entry: TaskEntry, formulas: FormulaEngine | null): Result<TaskResult> {
  const tasks = registeredTasks();
  const task = tasks.find((candidate) => candidate.name === entry.task);
  if (!task) {
    const choices = tasks.map((candidate) => candidate.name);
    return refuse([refusal('problem-unknown-task', [...entry.path, 'task'], { task: entry.task, choices })]);
  }
  const { label, ...options } = entry.options;
  if (label !== undefined && typeof label !== 'string')
    return refuse([refusal('problem-wrong-type', [...entry.path, 'label'], { expected: 'string' })]);
  const answer = task.run(problem, options, { path: entry.path, formulas });
  if (!answer.ok) return answer;
  return accept({
    task: task.name,
    label: label ?? null,
    methodVersion: task.version,
    inputFingerprint: problem.inputFingerprint,
    ...answer.value,
  });
}
