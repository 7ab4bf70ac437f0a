import { accept, refusal, refuse, type Path, type Refusal, type Result } from '@fordela/domain';
import { z } from 'zod';
import { defineTask, type RegisteredTask } from '../../evaluate/task';
import { normalisationShape, normalised } from '../common/normalised';
import { rankingShape, tableShape } from '../common/options';
import { criteriaTable, rankedAnswer } from '../common/outcome';
import { prepare } from '../common/prepare';
import {
  capacityOfMoebius,
  choquet,
  interaction,
  moebius,
  monotonicityFault,
  mostCapacityCriteria,
  shapley,
  type Capacity,
} from '../interaction/capacity';
import { dispersion, orness, owa, quantifierWeights } from '../interaction/owa';

const sumTolerance = 1e-6;

const owaTask = (): RegisteredTask =>
  defineTask({
    name: 'owa',
    version: '1',
    options: () =>
      z.strictObject({
        ...tableShape(),
        ...rankingShape(),
        ...normalisationShape(),
        orderWeights: z.union([z.array(z.number().min(0)).min(1), z.strictObject({ exponent: z.number().positive() })]),
      }),
    run: (problem, options, context) => {
      const prepared = prepare(problem, { ...options, weights: 'equal' }, context);
      if (!prepared.ok) return prepared;
      const table = normalised(prepared.value, options, { normalisation: 'none' });
      if (!table.ok) return table;
      const { criterionIds } = prepared.value;
      const path = [...context.path, 'orderWeights'];
      const written = options.orderWeights;
      const orderWeights = Array.isArray(written) ? written : quantifierWeights(criterionIds.length, written.exponent);
      if (orderWeights.length !== criterionIds.length)
        return refuse([
          refusal('weights-length', path, { length: orderWeights.length, expected: criterionIds.length }),
        ]);
      const total = orderWeights.reduce((sum, weight) => sum + weight, 0);
      if (Math.abs(total - 1) > sumTolerance) return refuse([refusal('weights-do-not-sum', path, { total })]);
      const answer = rankedAnswer(
        {
          ...prepared.value,
          weights: orderWeights,
          conventions: { ...prepared.value.conventions, weights: 'by-place' },
        },
        {
          method: 'owa',
          scores: table.value.table.map((row) => owa(row, orderWeights)),
          best: 'highest',
          rankReversal: table.value.conventions.normalisation === 'none' ? 'impossible' : 'possible',
          conventions: table.value.conventions,
          tables: () => ({ normalised: criteriaTable(prepared.value, table.value.table) }),
        },
      );
      const { scores, ranking, tables } = answer.outcome;
      return accept({
        ...answer,
        outcome: {
          scores,
          ranking,
          orderWeights,
          orness: orness(orderWeights),
          dispersion: dispersion(orderWeights),
          tables,
        },
      });
    },
  });

const capacitySchema = () => z.record(z.string(), z.number());
const twoAdditiveSchema = () =>
  z.strictObject({
    singles: z.record(z.string(), z.number()),
    pairs: z.array(z.tuple([z.string(), z.string(), z.number()])).optional(),
  });

const choquetTask = (): RegisteredTask =>
  defineTask({
    name: 'choquet',
    version: '1',
    options: () =>
      z.strictObject({
        ...tableShape(),
        ...rankingShape(),
        ...normalisationShape(),
        capacity: capacitySchema().optional(),
        moebius: twoAdditiveSchema().optional(),
        shapley: twoAdditiveSchema().optional(),
      }),
    run: (problem, options, context) => {
      const prepared = prepare(problem, { ...options, weights: 'equal' }, context);
      if (!prepared.ok) return prepared;
      const table = normalised(prepared.value, options, { normalisation: 'none' });
      if (!table.ok) return table;
      const { criterionIds } = prepared.value;
      const given = (['capacity', 'moebius', 'shapley'] as const).filter((key) => options[key] !== undefined);
      if (given.length !== 1) return refuse([refusal('choquet-one-capacity', context.path, { given })]);
      if (criterionIds.length > mostCapacityCriteria)
        return refuse([refusal('choquet-too-many-criteria', context.path, { most: mostCapacityCriteria })]);
      const path = [...context.path, given[0]!];
      const capacity = options.capacity
        ? generalCapacity(options.capacity, criterionIds, path)
        : twoAdditive((options.moebius ?? options.shapley)!, given[0] === 'shapley', criterionIds, path);
      if (!capacity.ok) return capacity;
      const answer = rankedAnswer(
        { ...prepared.value, conventions: { ...prepared.value.conventions, weights: 'capacity' } },
        {
          method: 'choquet',
          scores: table.value.table.map((row) => choquet(row, capacity.value)),
          best: 'highest',
          rankReversal: table.value.conventions.normalisation === 'none' ? 'impossible' : 'possible',
          conventions: { ...table.value.conventions, capacity: given[0]! },
          tables: () => ({ normalised: criteriaTable(prepared.value, table.value.table) }),
        },
      );
      const masses = moebius(capacity.value);
      const importance = shapley(masses, criterionIds.length);
      const { scores, ranking, tables } = answer.outcome;
      return accept({
        ...answer,
        outcome: {
          scores,
          ranking,
          shapley: criterionIds.map((criterion, j) => ({ criterion, importance: importance[j]! })),
          interactions: criterionIds.flatMap((a, i) =>
            criterionIds
              .slice(i + 1)
              .map((b, k) => ({ criteria: [a, b], interaction: interaction(masses, i, i + 1 + k) })),
          ),
          tables,
        },
      });
    },
  });

/** The bit mask of a set written as `"M,P"`; null when it names something unknown or one thing twice. */
function maskOf(written: string, ids: readonly string[]): number | null {
  if (written.trim() === '') return 0;
  let mask = 0;
  for (const name of written.split(',').map((part) => part.trim())) {
    const index = ids.indexOf(name);
    if (index < 0 || mask & (1 << index)) return null;
    mask |= 1 << index;
  }
  return mask;
}

const nameOf = (mask: number, ids: readonly string[]): string => ids.filter((_, j) => mask & (1 << j)).join(',');

/** A capacity given set by set. Every set but the empty one must be there. */
function generalCapacity(
  written: Readonly<Record<string, number>>,
  ids: readonly string[],
  path: Path,
): Result<Capacity> {
  const capacity = new Float64Array(2 ** ids.length).fill(Number.NaN);
  capacity[0] = 0;
  const refusals: Refusal[] = [];
  for (const [key, value] of Object.entries(written)) {
    const mask = maskOf(key, ids);
    if (mask === null) refusals.push(refusal('choquet-unknown-set', [...path, key], { set: key }));
    else if (mask === 0 && value !== 0) refusals.push(refusal('choquet-empty-set', [...path, key], { value }));
    else capacity[mask] = value;
  }
  const absent = [...capacity.keys()].filter((mask) => Number.isNaN(capacity[mask]));
  if (refusals.length === 0 && absent.length > 0)
    refusals.push(refusal('choquet-incomplete', path, { sets: absent.slice(0, 8).map((mask) => nameOf(mask, ids)) }));
  return refusals.length > 0 ? refuse(refusals) : checked(capacity, ids, path);
}

/**
 * A 2-additive capacity from Möbius masses of singles and pairs, or from Shapley values and pair interactions:
 * m(i) = φ(i) − ½ Σ I(i, j), m(i, j) = I(i, j). Source: Grabisch 1997, Fuzzy Sets and Systems 92:167–189.
 */
function twoAdditive(
  written: z.infer<ReturnType<typeof twoAdditiveSchema>>,
  fromShapley: boolean,
  ids: readonly string[],
  path: Path,
): Result<Capacity> {
  const masses = new Float64Array(2 ** ids.length);
  const refusals: Refusal[] = [];
  for (const [id, value] of Object.entries(written.singles)) {
    const index = ids.indexOf(id);
    if (index < 0) refusals.push(refusal('choquet-unknown-set', [...path, 'singles', id], { set: id }));
    else masses[1 << index] = masses[1 << index]! + value;
  }
  (written.pairs ?? []).forEach(([a, b, value], k) => {
    const [i, j] = [ids.indexOf(a), ids.indexOf(b)];
    if (i < 0 || j < 0 || i === j) {
      refusals.push(refusal('choquet-unknown-set', [...path, 'pairs', k], { set: `${a},${b}` }));
      return;
    }
    masses[(1 << i) | (1 << j)] = masses[(1 << i) | (1 << j)]! + value;
    if (fromShapley) for (const one of [i, j]) masses[1 << one] = masses[1 << one]! - value / 2;
  });
  const absent = ids.filter((id) => !Object.hasOwn(written.singles, id));
  if (absent.length > 0) refusals.push(refusal('weights-incomplete', [...path, 'singles'], { ids: absent }));
  return refusals.length > 0 ? refuse(refusals) : checked(capacityOfMoebius(masses), ids, path);
}

function checked(capacity: Capacity, ids: readonly string[], path: Path): Result<Capacity> {
  const whole = capacity.at(-1)!;
  if (Math.abs(whole - 1) > sumTolerance) return refuse([refusal('choquet-not-normalised', path, { value: whole })]);
  const fault = monotonicityFault(capacity);
  if (!fault) return accept(capacity);
  return refuse([
    refusal('choquet-not-monotone', path, {
      smaller: nameOf(fault.smaller, ids),
      smallerValue: capacity[fault.smaller]!,
      larger: nameOf(fault.larger, ids),
      largerValue: capacity[fault.larger]!,
    }),
  ]);
}

export const interactionTasks = (): readonly RegisteredTask[] => [owaTask(), choquetTask()];
