import { accept, refusal, refuse, type Path, type Result } from '@fordela/domain';
import { z } from 'zod';
import { defineTask, type RegisteredTask } from '../../evaluate/task';
import type { DecisionProblem } from '../../problem/decision-problem';
import { weightRegion } from '../../weights/statements/weight-region';
import { weightStatementSchema } from '../../weights/weight-spec';
import { norms, type Norm } from '../linear/nearest-point';
import { smallestScoreLift, smallestScoreSwap, type SingleValueChange } from '../sensitivity/smallest-score-change';
import { smallestWeightLift, smallestWeightSwap, type WeightChange } from '../sensitivity/smallest-weight-change';
import { additiveShape, additiveSource, rankedBySource, type AdditiveSource } from './additive-source';
import { indexOfId, lineSchema, namedLine, type LineInput } from './named-line';

/** What it takes to pass another, or to rise above the money line. */
export const smallestChangeTask = (): RegisteredTask =>
  defineTask({
    name: 'smallest-change',
    version: '1',
    options: () =>
      z.strictObject({
        ...additiveShape(),
        alternative: z.string(),
        over: z.string().optional(),
        line: lineSchema().optional(),
        norm: z.enum(norms).optional(),
        statements: z.array(weightStatementSchema()).optional(),
        valueLimits: z.tuple([z.number(), z.number()]).optional(),
        mostCells: z.number().int().min(1).max(1_000_000).optional(),
      }),
    run: (
      problem,
      { alternative, over, line, norm = 'sum', statements, valueLimits, mostCells, ...options },
      context,
    ) => {
      const read = additiveSource(problem, options, context);
      if (!read.ok) return read;
      if ((over === undefined) === (line === undefined)) return refuse([refusal('change-over-or-line', context.path)]);
      const { ids } = read.value;
      const target = indexOfId(ids, alternative, [...context.path, 'alternative']);
      if (!target.ok) return target;
      const region = weightRegion(problem.tree, { statements }, context.path);
      if (!region.ok) return region;
      const weightOptions = { norm, statements: region.value.statements, mostCells };
      const scoreOptions = { norm, limits: valueLimits };
      const found =
        over === undefined
          ? lifted(problem, read.value, target.value, line!, weightOptions, scoreOptions, context.path)
          : swapped(
              read.value,
              target.value,
              indexOfId(ids, over, [...context.path, 'over']),
              weightOptions,
              scoreOptions,
            );
      if (!found.ok) return found;
      const { conventions, observations } = read.value;
      return accept({
        method: 'smallest-change',
        conventions: { ...conventions, norm, valueLimits: (valueLimits ?? [0, 1]).join(' to '), weightsSumTo: 1 },
        observations,
        outcome: {
          alternative,
          over: over ?? null,
          ranking: rankedBySource(read.value),
          ...found.value,
        },
      });
    },
  });

type WeightOptions = Parameters<typeof smallestWeightSwap>[3];
type ScoreOptions = Parameters<typeof smallestScoreSwap>[3];

function swapped(
  source: AdditiveSource,
  behind: number,
  ahead: Result<number>,
  weightOptions: WeightOptions,
  scoreOptions: ScoreOptions,
): Result<object> {
  if (!ahead.ok) return ahead;
  const { values, weights } = source;
  const byWeights = smallestWeightSwap(values, weights, [behind, ahead.value], weightOptions);
  if (!byWeights.ok) return byWeights;
  const byScores = smallestScoreSwap(values, weights, [behind, ahead.value], scoreOptions);
  if (!byScores.ok) return byScores;
  const { byCriterion, smallest, joint, fallsOfOther, ...rest } = byScores.value;
  return accept({
    weightChange: namedWeights(source, byWeights.value),
    weightProof: 'exact',
    scoreChange: {
      ...rest,
      byCriterion: namedValues(source, byCriterion),
      smallest: smallest && namedValue(source, smallest),
      joint: namedJoint(source, joint),
      fallsOfOther: namedValues(source, fallsOfOther),
    },
  });
}

function lifted(
  problem: DecisionProblem,
  source: AdditiveSource,
  target: number,
  line: LineInput,
  weightOptions: WeightOptions,
  scoreOptions: ScoreOptions,
  path: Path,
): Result<object> {
  const { ids, values, weights } = source;
  const money = namedLine(line, problem, ids, [...path, 'line']);
  if (!money.ok) return money;
  const byWeights = smallestWeightLift(values, weights, target, money.value, weightOptions);
  if (!byWeights.ok) return byWeights;
  const byScores = smallestScoreLift(values, weights, target, money.value, scoreOptions);
  if (!byScores.ok) return byScores;
  const { change, proof, atLeast } = byWeights.value;
  const scores = byScores.value;
  return accept({
    weightChange: namedWeights(source, change),
    weightProof: proof,
    weightAtLeast: atLeast,
    scoreChange: scores && {
      ...scores,
      byCriterion: namedValues(source, scores.byCriterion),
      smallest: scores.smallest && namedValue(source, scores.smallest),
      joint: namedJoint(source, scores.joint),
    },
  });
}

const namedWeights = ({ criterionIds, weights }: AdditiveSource, change: WeightChange | null) =>
  change && {
    norm: change.norm,
    distance: change.distance,
    weights: criterionIds.map((criterion, c) => ({
      criterion,
      from: weights[c]!,
      to: change.weights[c]!,
      change: change.change[c]!,
    })),
  };

const namedValue = ({ ids, criterionIds }: AdditiveSource, { alternative, criterion, ...rest }: SingleValueChange) => ({
  alternative: ids[alternative]!,
  criterion: criterionIds[criterion]!,
  ...rest,
});
const namedValues = (source: AdditiveSource, changes: readonly (SingleValueChange | null)[]) =>
  changes.map((change) => change && namedValue(source, change));
const namedJoint = (
  { criterionIds }: AdditiveSource,
  joint: { readonly norm: Norm; readonly changes: readonly number[]; readonly size: number } | null,
) => joint && { ...joint, changes: joint.changes.map((change, c) => ({ criterion: criterionIds[c]!, change })) };
