import { accept, refusal, refuse, type Path, type Result } from '@fordela/domain';
import { z } from 'zod';
import { defineTask, type RegisteredTask } from '../../evaluate/task';
import type { DecisionProblem } from '../../problem/decision-problem';
import { oneWaySensitivity } from '../sensitivity/one-way';
import { weightStability, type Overtaking, type StabilityTarget } from '../sensitivity/weight-stability';
import { additiveShape, additiveSource, rankedBySource } from './additive-source';
import { indexOfId, lineConvention, lineSchema, namedLine, type LineInput } from './named-line';
import { smallestChangeTask } from './smallest-change-task';
import { tornadoTask } from './tornado-task';

/** Overtakings by id. */
const named = (overtakings: readonly Overtaking[] | null, ids: readonly string[]) =>
  overtakings && overtakings.map(({ rises, falls }) => ({ rises: ids[rises]!, falls: ids[falls]! }));

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
      const { conventions, observations } = read.value;
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
          ranking: rankedBySource(read.value),
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
  line: LineInput | undefined,
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
      const { conventions, observations } = read.value;
      return accept({
        method: 'one-way-sensitivity',
        conventions: { ...conventions, otherWeights: 'keep-their-proportions', mostChanges },
        observations,
        outcome: {
          ranking: rankedBySource(read.value),
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

export const sensitivityTasks = (): readonly RegisteredTask[] => [
  stabilityTask(),
  oneWayTask(),
  tornadoTask(),
  smallestChangeTask(),
];
