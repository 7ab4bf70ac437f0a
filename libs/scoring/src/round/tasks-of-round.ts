import { accept, at, refusal, refuse, type Refusal, type Result, type Round } from '@fordela/domain';
import { registeredTasks } from '../evaluate/registry';
import type { DecisionProblemInput } from '../problem/decision-problem';
import type { RatingTable } from '../reviewers/agreement/rating-table';
import { ratingShape } from '../reviewers/tasks/rating-source';
import type { FormulaEngine } from '../structure/formula/formula-engine';
import { decisionProblemOf } from './decision-problem-of';
import { envelopeSek } from './envelope-line';
import { prepareRound, type PreparedRound, type RoundScoringOptions } from './prepare-round';
import { criterionTable, reviewerIdsOf, reviewerScoreTable } from './reviewer-tables';
import { weightTable, type WeightsById } from './weight-table';

/** A task as written for a round: as in a decision-problem file, and what the round itself can fill in. */
export type RoundTaskInput = NonNullable<DecisionProblemInput['tasks']>[number];

/**
 * The decision problem of a round with any tasks: what `evaluate` needs to answer them about the stored applications.
 *
 * Rule    A task that reads ratings and states none gets the round's: on the criterion `criterion` names (as rated), or else the
 *         score each reviewer alone would give (0–1). Conflicts, "cannot judge" and missing ratings are left out as in the scores.
 *         `line: "envelope"` becomes what may be granted over all years, with the sum each application in the problem asks for.
 * Errors  Refusals of `decisionProblemOf`; `round-tasks-missing` when `tasks` is not a list of tasks; `criterion-unknown` with its
 *         place. Everything else about a task is for `evaluate` to refuse.
 */
export function tasksOfRound(
  round: Round,
  options: RoundScoringOptions,
  weights: WeightsById | null,
  tasks: unknown,
  formulas: FormulaEngine | null = null,
): Result<DecisionProblemInput> {
  const problem = decisionProblemOf(round, options, weights, formulas);
  if (!problem.ok) return problem;
  if (!isTaskList(tasks)) return refuse([refusal('round-tasks-missing', ['tasks'])]);
  const prepared = prepareRound(round, options, formulas);
  if (!prepared.ok) return prepared;
  const weighted = weightTable(prepared.value, weights);
  if (!weighted.ok) return weighted;
  const refusals: Refusal[] = [];
  const inProblem = new Set(problem.value.alternatives?.map((own) => (typeof own === 'string' ? own : own.id)));
  const filled = tasks.map((task, index) => {
    const { criterion, ...rest } = task;
    const reads = readsRatings(task.task) && task['ratings'] === undefined;
    if (!reads) return { ...task, ...lineOf(round, inProblem, task) };
    const column = prepared.value.criteria.findIndex(({ id, kind }) => id === criterion && kind === 'rated');
    if (criterion !== undefined && column < 0) {
      refusals.push(refusal('criterion-unknown', ['tasks', index, 'criterion'], { id: String(criterion) }));
      return rest;
    }
    const table =
      criterion === undefined
        ? reviewerScoreTable(prepared.value, weighted.value.weights)
        : criterionTable(prepared.value, column);
    return { ...rest, ...lineOf(round, inProblem, task), ratings: recordsOf(prepared.value, table) };
  });
  return refusals.length > 0
    ? refuse(refusals)
    : accept({ ...problem.value, tasks: filled as readonly RoundTaskInput[] as RoundTaskInput[] });
}

const isTaskList = (tasks: unknown): tasks is readonly RoundTaskInput[] =>
  Array.isArray(tasks) &&
  tasks.length > 0 &&
  tasks.every((task: unknown) => typeof task === 'object' && task !== null && 'task' in task);

/** Reviewer tasks are known by their options: those of `ratingShape`. */
function readsRatings(name: string): boolean {
  const task = registeredTasks().find((candidate) => candidate.name === name);
  const schema = task?.options() as { readonly shape?: Readonly<Record<string, unknown>> } | undefined;
  return schema?.shape !== undefined && Object.keys(ratingShape()).every((key) => key in (schema.shape ?? {}));
}

function lineOf(round: Round, inProblem: ReadonlySet<string>, { line }: RoundTaskInput): { readonly line?: object } {
  if (line !== 'envelope') return {};
  const applications = round.applications.filter(({ id }) => inProblem.has(id));
  const costs = Object.fromEntries(applications.map(({ id, requestedSek }) => [id, requestedSek]));
  return { line: { budget: envelopeSek(round), costs } };
}

/** The ratings that count, one record each; a pair without one is not in the list. */
function recordsOf(prepared: PreparedRound, table: RatingTable) {
  const reviewerIds = reviewerIdsOf(prepared);
  return table.flatMap((row, i) =>
    row.flatMap((rating, j) =>
      rating === null ? [] : [{ unit: at(prepared.applicationIds, i), reviewer: at(reviewerIds, j), rating }],
    ),
  );
}
