import { accept, refusal, refuse, type Path, type Result } from '@fordela/domain';
import { z } from 'zod';
import { defineTask, type RegisteredTask, type TaskContext } from '../../evaluate/task';
import type { Cell } from '../../problem/cell';
import type { DecisionProblem } from '../../problem/decision-problem';
import { weightRegion } from '../../weights/statements/weight-region';
import { weightStatementSchema } from '../../weights/weight-spec';
import { norms, type Norm } from '../linear/nearest-point';
import { oneWaySensitivity } from '../sensitivity/one-way';
import { smallestScoreLift, smallestScoreSwap, type SingleValueChange } from '../sensitivity/smallest-score-change';
import { smallestWeightLift, smallestWeightSwap, type WeightChange } from '../sensitivity/smallest-weight-change';
import { tornado, type TornadoInput } from '../sensitivity/tornado';
import { orderOf, scoreOf } from '../sensitivity/weight-line';
import { weightStability, type Overtaking, type StabilityTarget } from '../sensitivity/weight-stability';
import { additiveShape, additiveSource, type AdditiveSource } from './additive-source';
import { indexOfId, lineConvention, lineSchema, namedLine } from './named-line';
import { uncertainValues } from './uncertain-values';

/** Overtakings by id. */
const named = (overtakings: readonly Overtaking[] | null, ids: readonly string[]) =>
  overtakings && overtakings.map(({ rises, falls }) => ({ rises: ids[rises]!, falls: ids[falls]! }));

const frame = ({ conventions, observations }: AdditiveSource) => ({ conventions, observations });

/** Ids and scores as they are now, best first. */
const ranking = ({ ids, values, weights }: AdditiveSource) => {
  const scores = values.map((row) => scoreOf(row, weights));
  return orderOf(scores).map((i) => ({ alternative: ids[i]!, score: scores[i]! }));
};

const stabilityTask = (): RegisteredTask =>
  defineTask({
    name: 'weight-stability',
    version: '1',
    options: () =>
      z.strictObject({
        ...additiveShape(),
        of: z
          .union([z.enum(['first', 'ranking', 'funded']), z.strictObject({ pair: z.tuple([z.string(), z.string()]) })])
          .optional(),
        line: lineSchema().optional(),
      }),
    run: (problem, { of = 'first', line, ...options }, context) => {
      const read = additiveSource(problem, options, context);
      if (!read.ok) return read;
      const { ids, criterionIds, values, weights } = read.value;
      const target = stabilityTarget(of, line, problem, ids, context.path);
      if (!target.ok) return target;
      const intervals = weightStability(values, weights, target.value);
      if (!intervals.ok) return intervals;
      const { conventions, observations } = frame(read.value);
      return accept({
        method: 'weight-stability',
        conventions: {
          ...conventions,
          otherWeights: 'keep-their-proportions',
          of: typeof of === 'string' ? of : 'pair',
          line: lineConvention(target.value.of === 'funded' ? target.value.line : null),
        },
        observations,
        outcome: {
          ranking: ranking(read.value),
          intervals: intervals.value.map(({ criterion, below, above, ...rest }) => ({
            criterion: criterionIds[criterion]!,
            ...rest,
            below: named(below, ids),
            above: named(above, ids),
          })),
        },
      });
    },
  });

function stabilityTarget(
  of: 'first' | 'ranking' | 'funded' | { readonly pair: readonly [string, string] },
  line: z.infer<ReturnType<typeof lineSchema>> | undefined,
  problem: DecisionProblem,
  ids: readonly string[],
  path: Path,
): Result<StabilityTarget> {
  if (of === 'first' || of === 'ranking') return accept({ of });
  if (of === 'funded') {
    if (!line) return refuse([refusal('line-needed', [...path, 'line'])]);
    const money = namedLine(line, problem, ids, [...path, 'line']);
    return money.ok ? accept({ of, line: money.value }) : money;
  }
  const [a, b] = of.pair.map((id, k) => indexOfId(ids, id, [...path, 'of', 'pair', k])) as [
    Result<number>,
    Result<number>,
  ];
  if (!a.ok) return a;
  return b.ok ? accept({ of: 'pair', pair: [a.value, b.value] }) : b;
}

const oneWayTask = (): RegisteredTask =>
  defineTask({
    name: 'one-way-sensitivity',
    version: '1',
    options: () => z.strictObject({ ...additiveShape(), mostChanges: z.number().int().min(1).max(10_000).optional() }),
    run: (problem, { mostChanges = 100, ...options }, context) => {
      const read = additiveSource(problem, options, context);
      if (!read.ok) return read;
      const { ids, criterionIds, values, weights } = read.value;
      const result = oneWaySensitivity(values, weights, mostChanges);
      if (!result.ok) return result;
      const { conventions, observations } = frame(read.value);
      return accept({
        method: 'one-way-sensitivity',
        conventions: { ...conventions, otherWeights: 'keep-their-proportions', mostChanges },
        observations,
        outcome: {
          ranking: ranking(read.value),
          criteria: result.value.map((one) => ({
            criterion: criterionIds[one.criterion]!,
            weight: one.weight,
            scores: one.scores.map((scores, i) => ({ alternative: ids[i]!, ...scores })),
            first: one.first.map(({ alternative, ...stretch }) => ({ ...stretch, alternative: ids[alternative]! })),
            stretches: one.stretches.map(({ order, ...stretch }) => ({
              ...stretch,
              ranking: order.map((i) => ids[i]!),
            })),
            changes: one.changes.map(({ weight, overtakings }) => ({ weight, overtakings: named(overtakings, ids) })),
            complete: one.complete,
          })),
        },
      });
    },
  });

const range = () => z.tuple([z.number(), z.number()]);

const tornadoTask = (): RegisteredTask =>
  defineTask({
    name: 'tornado',
    version: '1',
    options: () =>
      z.strictObject({
        ...additiveShape(),
        alternative: z.string(),
        over: z.string().optional(),
        weightRanges: z.record(z.string(), range()).optional(),
        weightSpread: z.number().min(0).max(1).optional(),
        valueSpread: z.number().min(0).max(1).optional(),
      }),
    run: (problem, { alternative, over, weightRanges, weightSpread, valueSpread, ...options }, context) => {
      const read = additiveSource(problem, { uncertain: 'expected', ...options }, context);
      if (!read.ok) return read;
      const { ids, criterionIds, values, weights } = read.value;
      const target = indexOfId(ids, alternative, [...context.path, 'alternative']);
      if (!target.ok) return target;
      const rival =
        over === undefined ? accept('best-other' as const) : indexOfId(ids, over, [...context.path, 'over']);
      if (!rival.ok) return rival;
      const unknown = Object.keys(weightRanges ?? {}).filter((id) => !criterionIds.includes(id));
      if (unknown.length > 0)
        return refuse(
          unknown.map((id) => refusal('problem-unknown-criterion', [...context.path, 'weightRanges', id], { id })),
        );
      const spans = options.normalisation
        ? accept([])
        : valueSpans(problem, read.value, options.withoutScale ?? 'refuse', context);
      if (!spans.ok) return spans;
      const inputs: TornadoInput[] = [
        ...criterionIds.flatMap((id, criterion): TornadoInput[] => {
          const given = weightRanges?.[id];
          const spread = weightSpread ?? (weightRanges ? undefined : 0.1);
          if (!given && (spread === undefined || criterionIds.length === 1)) return [];
          const [low, high] = given ?? [
            Math.max(0, weights[criterion]! - spread!),
            Math.min(1, weights[criterion]! + spread!),
          ];
          return [{ of: 'weight', criterion, low, high }];
        }),
        ...spans.value,
        ...(valueSpread === undefined ? [] : spreadValues(values, valueSpread, [target.value, rival.value])),
      ];
      const result = tornado(values, weights, inputs, { of: 'lead', alternative: target.value, over: rival.value });
      if (!result.ok) return result;
      const { conventions, observations } = frame(read.value);
      return accept({
        method: 'tornado',
        conventions: {
          ...conventions,
          otherWeights: 'keep-their-proportions',
          measure: over === undefined ? 'lead over the best other' : 'lead',
        },
        observations,
        outcome: {
          alternative,
          over: over ?? null,
          base: result.value.base,
          bars: result.value.bars.map(({ input, ...bar }) => ({
            input: {
              ...input,
              criterion: criterionIds[input.criterion]!,
              ...(input.of === 'value' ? { alternative: ids[input.alternative]! } : {}),
            },
            ...bar,
          })),
        },
      });
    },
  });

/** Every value that is not certain, from its low to its high end: the ends of an interval, or 5 and 95 % of a distribution. */
function valueSpans(
  problem: DecisionProblem,
  source: AdditiveSource,
  withoutScale: NonNullable<z.infer<z.ZodObject<ReturnType<typeof additiveShape>>>['withoutScale']>,
  context: TaskContext,
): Result<TornadoInput[]> {
  if (!problem.performances?.some((row) => row.some(isUncertain))) return accept([]);
  const ends = (pick: 0 | 1): DecisionProblem => ({
    ...problem,
    performances: problem.performances!.map((row) =>
      row.map((cell) => ({ kind: 'number', value: endsOf(cell)?.[pick] ?? 0 })),
    ),
  });
  const policies = { missing: 'refuse', cannotJudge: 'refuse', withoutScale } as const;
  const [low, high] = [uncertainValues(ends(0), policies, context), uncertainValues(ends(1), policies, context)];
  if (!low.ok) return low;
  if (!high.ok) return high;
  const at = (read: typeof low.value, i: number, c: number) => {
    const cell = read.cells[i]![c]!;
    return cell.kind === 'number' ? cell.value : NaN;
  };
  return accept(
    problem.performances.flatMap((row, i) =>
      row.flatMap((cell, criterion): TornadoInput[] => {
        if (!isUncertain(cell)) return [];
        const values = [at(low.value, i, criterion), at(high.value, i, criterion)];
        const alternative = source.ids.indexOf(problem.alternatives[i]!.id);
        return [{ of: 'value', alternative, criterion, low: Math.min(...values), high: Math.max(...values) }];
      }),
    ),
  );
}

const isUncertain = ({ kind }: Cell): boolean => !['number', 'missing', 'cannot_judge'].includes(kind);

function endsOf(cell: Cell): readonly [number, number] | null {
  switch (cell.kind) {
    case 'number':
      return [cell.value, cell.value];
    case 'interval':
      return [cell.low, cell.high];
    case 'normal':
      return [cell.mean - 1.6448536269514722 * cell.sd, cell.mean + 1.6448536269514722 * cell.sd];
    case 'triangular': {
      const range = cell.high - cell.low;
      if (range === 0) return [cell.low, cell.high];
      const up = Math.sqrt(0.05 * range * (cell.mode - cell.low));
      const down = Math.sqrt(0.05 * range * (cell.high - cell.mode));
      const peak = (cell.mode - cell.low) / range;
      return [
        peak >= 0.05 ? cell.low + up : cell.high - Math.sqrt(0.95 * range * (cell.high - cell.mode)),
        peak <= 0.95 ? cell.high - down : cell.low + Math.sqrt(0.95 * range * (cell.mode - cell.low)),
      ];
    }
    case 'discrete': {
      const outcomes = cell.outcomes.map(([value]) => value);
      return [Math.min(...outcomes), Math.max(...outcomes)];
    }
    default:
      return null;
  }
}

/** Each value of the alternatives in question, moved by the spread both ways, within 0 and 1. */
function spreadValues(
  values: readonly (readonly number[])[],
  spread: number,
  alternatives: readonly (number | 'best-other')[],
): TornadoInput[] {
  return alternatives.flatMap((alternative) =>
    alternative === 'best-other'
      ? []
      : values[alternative]!.map((value, criterion): TornadoInput => ({
          of: 'value',
          alternative,
          criterion,
          low: Math.min(value, Math.max(0, value - spread)),
          high: Math.max(value, Math.min(1, value + spread)),
        })),
  );
}

const smallestChangeTask = (): RegisteredTask =>
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
        valueLimits: range().optional(),
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
      const { ids, values, weights } = read.value;
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
      const { conventions, observations } = frame(read.value);
      return accept({
        method: 'smallest-change',
        conventions: { ...conventions, norm, valueLimits: (valueLimits ?? [0, 1]).join(' to '), weightsSumTo: 1 },
        observations,
        outcome: {
          alternative,
          over: over ?? null,
          ranking: ranking(read.value),
          ...found.value,
          scores: values.map((row, i) => ({ alternative: ids[i]!, score: scoreOf(row, weights) })),
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
  line: z.infer<ReturnType<typeof lineSchema>>,
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

export const sensitivityTasks = (): readonly RegisteredTask[] => [
  stabilityTask(),
  oneWayTask(),
  tornadoTask(),
  smallestChangeTask(),
];
