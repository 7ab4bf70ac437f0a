import { accept, refusal, refuse, type Result } from '@fordela/domain';
import { z } from 'zod';
import { defineTask, type RegisteredTask, type TaskContext } from '../../evaluate/task';
import type { Cell } from '../../problem/cell';
import type { DecisionProblem } from '../../problem/decision-problem';
import { tornado, type TornadoInput } from '../sensitivity/tornado';
import { additiveShape, additiveSource, type AdditiveSource, type ValueFallback } from './additive-source';
import { indexOfId } from './named-line';
import { uncertainValues } from './uncertain-values';

const range = () => z.tuple([z.number(), z.number()]);

/** What moves an alternative's lead, input by input. */
export const tornadoTask = (): RegisteredTask =>
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
      const { conventions, observations } = read.value;
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
  withoutScale: ValueFallback,
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
