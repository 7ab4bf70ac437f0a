import { accept, refuse } from '@fordela/domain';
import { z } from 'zod';
import { defineTask, type RegisteredTask } from '../../evaluate/task';
import { partialValues, scaleFallbacks } from '../additive/additive-value';
import { weightedProduct } from '../additive/weighted-product';
import { weightedSum, type AdditiveScore } from '../additive/weighted-sum';
import { normalisationShape, normalised } from '../common/normalised';
import { methodShape } from '../common/options';
import { criteriaTable, rankedAnswer, type Contribution } from '../common/outcome';
import { prepare, prepareWithGaps, type PreparedWithGaps } from '../common/prepare';
import { signRefusals } from '../common/sign-checks';

/** The parts of additive scores with their criteria and weights. */
function contributionsOf(
  prepared: Pick<PreparedWithGaps, 'criterionIds'>,
  values: readonly (readonly (number | null)[])[],
  scores: readonly AdditiveScore[],
): readonly (readonly Contribution[])[] {
  return scores.map(({ parts, weights }, i) =>
    prepared.criterionIds.flatMap((criterion, j) => {
      const value = values[i]![j]!;
      if (value === null) return [];
      return [{ criterion, weight: weights[j]!, value, contribution: parts[j]! }];
    }),
  );
}

/** Value functions, weights, sum: the model an application is scored with unless another is named. */
const additiveValueTask = (): RegisteredTask =>
  defineTask({
    name: 'additive-value',
    version: '1',
    options: () => z.strictObject({ ...methodShape(), withoutScale: z.enum(scaleFallbacks).optional() }),
    run: (problem, options, context) => {
      const prepared = prepareWithGaps(problem, options, context);
      if (!prepared.ok) return prepared;
      const fallback = options.withoutScale ?? 'refuse';
      const partial = partialValues(problem, prepared.value.values, fallback, context.formulas);
      if (!partial.ok) return partial;
      const { values, functions } = partial.value;
      const scores = weightedSum(values, prepared.value.weights);
      const observations = [...prepared.value.observations, ...partial.value.observations];
      const observed = fallback === 'observed-range' && problem.criteria.some(({ value, scale }) => !value && !scale);
      const answer = rankedAnswer(
        { ...prepared.value, observations },
        {
          method: 'additive-value',
          scores: scores.map(({ score }) => score),
          best: 'highest',
          rankReversal: observed ? 'possible' : 'impossible',
          conventions: { withoutScale: fallback, contributions: 'add-exactly-in-criterion-order' },
          contributions: contributionsOf(prepared.value, values, scores),
          tables: () => ({
            performances: criteriaTable(prepared.value, prepared.value.values),
            values: criteriaTable(prepared.value, values),
          }),
        },
      );
      const valueFunctions = problem.criteria.map(({ id }, j) => {
        const { range, outOfRange, monotone, monotoneProof } = functions[j]!;
        return { criterion: id, range, outOfRange, monotone, monotoneProof };
      });
      return accept({ ...answer, outcome: { ...answer.outcome, valueFunctions } });
    },
  });

/** Normalised performances, weights, sum. */
const weightedSumTask = (): RegisteredTask =>
  defineTask({
    name: 'weighted-sum',
    version: '1',
    options: () => z.strictObject({ ...methodShape(), ...normalisationShape() }),
    run: (problem, options, context) => {
      const prepared = prepareWithGaps(problem, options, context);
      if (!prepared.ok) return prepared;
      const table = normalised(prepared.value, options, { normalisation: 'none' });
      if (!table.ok) return table;
      const scores = weightedSum(table.value.table, prepared.value.weights);
      return accept(
        rankedAnswer(prepared.value, {
          method: 'weighted-sum',
          scores: scores.map(({ score }) => score),
          best: 'highest',
          rankReversal: table.value.conventions.normalisation === 'none' ? 'impossible' : 'possible',
          conventions: { ...table.value.conventions, contributions: 'add-exactly-in-criterion-order' },
          contributions: contributionsOf(prepared.value, table.value.table, scores),
          tables: () => ({ normalised: criteriaTable(prepared.value, table.value.table) }),
        }),
      );
    },
  });

const logarithm = (value: number): number | null => (Number.isFinite(value) ? value : null);

const weightedProductTask = (): RegisteredTask =>
  defineTask({
    name: 'weighted-product',
    version: '1',
    options: () => z.strictObject({ ...methodShape(), ...normalisationShape() }),
    run: (problem, options, context) => {
      const prepared = prepareWithGaps(problem, options, context);
      if (!prepared.ok) return prepared;
      const table = normalised(prepared.value, options, { normalisation: 'none', inversion: 'reciprocal' });
      if (!table.ok) return table;
      const negative = signRefusals(prepared.value, table.value.table, 'non-negative');
      if (negative.length > 0) return refuse(negative);
      const results = weightedProduct(table.value.table, prepared.value.weights);
      const { alternativeIds, criterionIds } = prepared.value;
      return accept(
        rankedAnswer(prepared.value, {
          method: 'weighted-product',
          scores: results.map(({ score }) => score),
          best: 'highest',
          rankReversal: 'impossible',
          conventions: table.value.conventions,
          extra: results.map(({ logScore, logParts }) => ({
            logScore: logarithm(logScore),
            logContributions: criterionIds.map((criterion, j) => ({
              criterion,
              contribution: logarithm(logParts[j]!),
            })),
          })),
          tables: () => ({
            normalised: criteriaTable(prepared.value, table.value.table),
            ratios: {
              rows: alternativeIds,
              columns: alternativeIds,
              values: results.map((a) => results.map((b) => (b.score === 0 ? null : a.score / b.score))),
            },
          }),
        }),
      );
    },
  });

const waspasTask = (): RegisteredTask =>
  defineTask({
    name: 'waspas',
    version: '1',
    options: () =>
      z.strictObject({ ...methodShape(), ...normalisationShape(), lambda: z.number().min(0).max(1).optional() }),
    run: (problem, options, context) => {
      const prepared = prepare(problem, options, context);
      if (!prepared.ok) return prepared;
      const table = normalised(prepared.value, options, { normalisation: 'max', inversion: 'reciprocal' });
      if (!table.ok) return table;
      const negative = signRefusals(prepared.value, table.value.table, 'non-negative');
      if (negative.length > 0) return refuse(negative);
      const lambda = options.lambda ?? 0.5;
      const sums = weightedSum(table.value.table, prepared.value.weights).map(({ score }) => score);
      const products = weightedProduct(table.value.table, prepared.value.weights).map(({ score }) => score);
      return accept(
        rankedAnswer(prepared.value, {
          method: 'waspas',
          scores: sums.map((sum, i) => lambda * sum + (1 - lambda) * products[i]!),
          best: 'highest',
          rankReversal: 'possible',
          conventions: { ...table.value.conventions, lambda },
          extra: sums.map((weightedSumScore, i) => ({ weightedSumScore, weightedProductScore: products[i]! })),
          tables: () => ({ normalised: criteriaTable(prepared.value, table.value.table) }),
        }),
      );
    },
  });

export const additiveTasks = (): readonly RegisteredTask[] => [
  additiveValueTask(),
  weightedSumTask(),
  weightedProductTask(),
  waspasTask(),
];
