import { accept, refusal, refuse, type Path, type Result } from '@fordela/domain';
import type { Conventions, Observation, TaskContext } from '../../evaluate/task';
import type { Direction } from '../../problem/criterion';
import type { DecisionProblem } from '../../problem/decision-problem';
import { numericTable, type TablePolicies } from '../../structure/numeric-table';
import { resolveWeights, type ResolvedWeights } from '../../weights/resolve-weights';
import { weightSpecOf } from '../../weights/weight-spec';
import type { MethodOptions } from './options';
import { defaultTieTolerance, type TieConvention } from './ranks';

/** What a method works on: a table without gaps, weights, and the conventions so far. */
export interface Prepared {
  readonly alternativeIds: readonly string[];
  readonly criterionIds: readonly string[];
  readonly directions: readonly Direction[];
  /** Where each criterion stands in the file, for refusals about a column. */
  readonly columnPaths: readonly Path[];
  readonly values: readonly (readonly number[])[];
  readonly weights: readonly number[];
  readonly resolved: ResolvedWeights;
  readonly ties: TieConvention;
  readonly tieTolerance: number;
  readonly detail: boolean;
  readonly conventions: Conventions;
  readonly observations: readonly Observation[];
}

/** The same with `null` where a performance is left out under `renormalise-weights`. */
export type PreparedWithGaps = Omit<Prepared, 'values'> & { readonly values: readonly (readonly (number | null)[])[] };

type Options = Partial<MethodOptions>;

/** Reads table and weights for a method that can leave out what is missing. `weightsKey`: what the task calls its weights. */
export function prepareWithGaps(
  problem: DecisionProblem,
  options: Options,
  context: TaskContext,
  weightsKey = 'weights',
): Result<PreparedWithGaps> {
  const policies: TablePolicies = {
    missing: options.missing ?? 'refuse',
    cannotJudge: options.cannotJudge ?? 'refuse',
    uncertain: options.uncertain ?? 'refuse',
  };
  const table = numericTable(problem, policies, context.formulas);
  if (!table.ok) return table;
  const { values, directions } = table.value;
  const columnPaths = problem.criteria.map(({ path }) => path);
  const complete = values.every((row) => row.every((value) => value !== null));
  const resolved = resolveWeights(problem, {
    spec: options.weights === undefined ? null : weightSpecOf(options.weights),
    specPath: [...context.path, weightsKey],
    normalise: options.normaliseWeights ?? null,
    table: complete ? { values: values as readonly (readonly number[])[], directions, columnPaths } : null,
  });
  if (!resolved.ok) return resolved;
  const ties = options.ties ?? 'competition';
  const tieTolerance = options.tieTolerance ?? defaultTieTolerance;
  return accept({
    alternativeIds: table.value.alternativeIds,
    criterionIds: table.value.criterionIds,
    directions,
    columnPaths,
    values,
    weights: resolved.value.weights,
    resolved: resolved.value,
    ties,
    tieTolerance,
    detail: options.detail ?? false,
    conventions: {
      ...policies,
      ties,
      tieTolerance,
      weights: resolved.value.method,
      weightScale: resolved.value.scaled,
    },
    observations: [...table.value.observations, ...resolved.value.observations],
  });
}

/** Reads table and weights for a method that needs every performance. */
export function prepare(
  problem: DecisionProblem,
  options: Options,
  context: TaskContext,
  weightsKey = 'weights',
): Result<Prepared> {
  const prepared = prepareWithGaps(problem, options, context, weightsKey);
  if (!prepared.ok) return prepared;
  const gap = (['missing', 'cannotJudge'] as const).find((key) => options[key] === 'renormalise-weights');
  if (gap) return refuse([refusal('method-cannot-renormalise', [...context.path, gap])]);
  return accept(prepared.value as Prepared);
}
