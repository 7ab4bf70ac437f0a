import { accept, refusal, refuse, type Result } from '@fordela/domain';
import { z } from 'zod';
import type { Conventions, Observation, TaskContext } from '../../evaluate/task';
import { partialValues, scaleFallbacks } from '../../methods/additive/additive-value';
import { normalisationShape, normalised } from '../../methods/common/normalised';
import { tableShape, weightShape } from '../../methods/common/options';
import { prepare } from '../../methods/common/prepare';
import { compareIds } from '../../methods/common/ranks';
import type { DecisionProblem } from '../../problem/decision-problem';
import { orderOf, scoreOf } from '../sensitivity/weight-line';

/** What to do with a criterion that has neither a value function nor a scale; `as-values`: its performances are values already. */
export const valueFallbacks = [...scaleFallbacks, 'as-values'] as const;
export type ValueFallback = (typeof valueFallbacks)[number];

/** Options of the tasks that look at an additive model with exact values and weights. */
export const additiveShape = () => ({
  ...tableShape(),
  ...weightShape(),
  ...normalisationShape(),
  withoutScale: z.enum(valueFallbacks).optional(),
});
export type AdditiveOptions = z.infer<z.ZodObject<ReturnType<typeof additiveShape>>>;

/** An additive model: values and weights that sum to 1, alternatives in the order of their ids. */
export interface AdditiveSource {
  readonly ids: readonly string[];
  readonly criterionIds: readonly string[];
  readonly values: readonly (readonly number[])[];
  readonly weights: readonly number[];
  readonly conventions: Conventions;
  readonly observations: readonly Observation[];
}

/** The problem with its unscaled criteria taken as values, where the task says so. A minimised one is then refused by name. */
export const takenAsValues = (problem: DecisionProblem, fallback: ValueFallback): DecisionProblem =>
  fallback !== 'as-values'
    ? problem
    : {
        ...problem,
        criteria: problem.criteria.map((criterion) =>
          criterion.value || criterion.scale ? criterion : { ...criterion, value: { type: 'identity' } },
        ),
      };

/**
 * Reads the additive model of a problem: by value functions, or, when the task names a normalisation, by normalised performances.
 *
 * Errors  Those of reading table and weights; `weights-unusable-total` when all weights are 0.
 */
export function additiveSource(
  given: DecisionProblem,
  options: AdditiveOptions,
  context: TaskContext,
): Result<AdditiveSource> {
  const fallback = options.withoutScale ?? 'refuse';
  const problem = takenAsValues(given, fallback);
  const prepared = prepare(problem, options, context);
  if (!prepared.ok) return prepared;
  const read = options.normalisation
    ? normalisedValues(prepared.value, options)
    : valuesByFunction(problem, prepared.value.values, fallback, context);
  if (!read.ok) return read;
  const { weights: raw, criterionIds, alternativeIds, conventions, observations } = prepared.value;
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0)) return refuse([refusal('weights-unusable-total', ['weights'], { total })]);
  const order = alternativeIds.map((_, i) => i).sort((a, b) => compareIds(alternativeIds[a]!, alternativeIds[b]!));
  return accept({
    ids: order.map((i) => alternativeIds[i]!),
    criterionIds,
    values: order.map((i) => read.value.values[i]!),
    weights: raw.map((weight) => weight / total),
    conventions: { ...conventions, ...read.value.conventions, weightScale: 'to-sum-1', ties: 'ordinal-by-id' },
    observations: [...observations, ...read.value.observations],
  });
}

/** Ids with their scores as they are now, best first. */
export function rankedBySource({ ids, values, weights }: AdditiveSource) {
  const scores = values.map((row) => scoreOf(row, weights));
  return orderOf(scores).map((i) => ({ alternative: ids[i]!, score: scores[i]! }));
}

interface Values {
  readonly values: readonly (readonly number[])[];
  readonly conventions: Conventions;
  readonly observations: readonly Observation[];
}

function normalisedValues(prepared: Parameters<typeof normalised>[0], options: AdditiveOptions): Result<Values> {
  const table = normalised(prepared, options, { normalisation: 'none' });
  if (!table.ok) return table;
  const values = table.value.table as readonly (readonly number[])[];
  return accept({ values, conventions: table.value.conventions, observations: [] });
}

function valuesByFunction(
  problem: DecisionProblem,
  performances: readonly (readonly number[])[],
  fallback: ValueFallback,
  context: TaskContext,
): Result<Values> {
  const inner = fallback === 'as-values' ? 'refuse' : fallback;
  const partial = partialValues(problem, performances, inner, context.formulas);
  if (!partial.ok) return partial;
  const values = partial.value.values as readonly (readonly number[])[];
  return accept({ values, conventions: { withoutScale: fallback }, observations: partial.value.observations });
}
