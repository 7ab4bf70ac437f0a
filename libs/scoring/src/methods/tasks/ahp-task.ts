import { accept, refusal, refuse, type Path, type Refusal, type Result } from '@fordela/domain';
import { z } from 'zod';
import { defineTask, type Observation, type RegisteredTask } from '../../evaluate/task';
import type { DecisionProblem } from '../../problem/decision-problem';
import { pairwiseConsistency, type PairwiseConsistency } from '../../weights/ahp/consistency';
import { pairwiseMatrix } from '../../weights/ahp/pairwise-matrix';
import { pairwisePriorities } from '../../weights/ahp/priorities';
import { inconsistencyObservations } from '../../weights/elicited-weights';
import { resolveWeights } from '../../weights/resolve-weights';
import {
  ahpPrioritisations,
  pairwiseSchema,
  randomIndexTables,
  weightSpecOf,
  type AhpPrioritisation,
  type PairwiseInput,
  type RandomIndexTable,
} from '../../weights/weight-spec';
import { ahpSynthesis } from '../additive/ahp-synthesis';
import { rankingShape, weightShape } from '../common/options';
import { rankBy, defaultTieTolerance } from '../common/ranks';

const options = () =>
  z.strictObject({
    ...weightShape(),
    ...rankingShape(),
    alternatives: z.record(z.string(), pairwiseSchema()),
    prioritisation: z.enum(ahpPrioritisations).optional(),
    randomIndex: z.enum(randomIndexTables).optional(),
    synthesis: z.enum(['distributive', 'ideal']).optional(),
  });
type Options = z.infer<ReturnType<typeof options>>;

interface Local {
  readonly priorities: readonly number[];
  readonly consistency: PairwiseConsistency | null;
}

/** Priorities of the alternatives on one criterion: from judgements, or else from performances as shares of their sum. */
function localPriorities(
  problem: DecisionProblem,
  j: number,
  input: PairwiseInput | undefined,
  prioritisation: AhpPrioritisation,
  table: RandomIndexTable,
  path: Path,
): Result<Local> {
  const ids = problem.alternatives.map(({ id }) => id);
  if (input) {
    const matrix = pairwiseMatrix(input, ids, path);
    if (!matrix.ok) return matrix;
    return accept({
      priorities: pairwisePriorities(matrix.value, prioritisation),
      consistency: pairwiseConsistency(matrix.value, ids, table),
    });
  }
  const { id, direction } = problem.criteria[j]!;
  const column = problem.performances?.map((row) => row[j]!) ?? [];
  const numbers = column.map((cell) => (cell.kind === 'number' ? cell.value : Number.NaN));
  if (numbers.length === 0 || numbers.some((value) => !(value > 0)))
    return refuse([refusal('ahp-judgements-missing', path, { criterion: id })]);
  const facing = numbers.map((value) => (direction === 'maximise' ? value : 1 / value));
  const total = facing.reduce((sum, value) => sum + value, 0);
  return accept({ priorities: facing.map((value) => value / total), consistency: null });
}

export const ahpTask = (): RegisteredTask =>
  defineTask<Options, unknown>({
    name: 'ahp',
    version: '1',
    options,
    run: (problem, given, context) => {
      const refusals: Refusal[] = [];
      const prioritisation = given.prioritisation ?? 'eigenvector';
      const randomIndex = given.randomIndex ?? 'saaty-1980';
      const criterionIds = problem.criteria.map(({ id }) => id);
      const ids = problem.alternatives.map(({ id }) => id);
      if (ids.length === 0) return refuse([refusal('alternatives-missing', ['alternatives'])]);
      for (const id of Object.keys(given.alternatives))
        if (!criterionIds.includes(id))
          refusals.push(refusal('option-unknown-criterion', [...context.path, 'alternatives', id], { id }));
      const locals = criterionIds.map((id, j) => {
        const path = [...context.path, 'alternatives', id];
        const input = Object.hasOwn(given.alternatives, id) ? given.alternatives[id] : undefined;
        const local = localPriorities(problem, j, input, prioritisation, randomIndex, path);
        if (local.ok) return local.value;
        refusals.push(...local.refusal);
        return { priorities: [], consistency: null };
      });
      const resolved = resolveWeights(problem, {
        spec: given.weights === undefined ? null : weightSpecOf(given.weights),
        specPath: [...context.path, 'weights'],
        normalise: given.normaliseWeights ?? null,
        table: null,
      });
      if (!resolved.ok) refusals.push(...resolved.refusal);
      if (refusals.length > 0 || !resolved.ok) return refuse(refusals);
      const { weights, method, reports } = resolved.value;
      const synthesis = given.synthesis ?? 'distributive';
      const table = ids.map((_, i) => locals.map(({ priorities }) => priorities[i]!));
      const { scores, values, parts } = ahpSynthesis(table, weights, synthesis);
      const ties = given.ties ?? 'competition';
      const tolerance = given.tieTolerance ?? defaultTieTolerance;
      const ranked = rankBy(ids, scores, { best: 'highest', ties, tolerance });
      const observations: Observation[] = [
        ...resolved.value.observations,
        ...locals.flatMap(({ consistency }, j) =>
          consistency
            ? inconsistencyObservations(consistency, [...context.path, 'alternatives', criterionIds[j]!])
            : [],
        ),
      ];
      if (synthesis === 'distributive')
        observations.push({ code: 'ahp-distributive-may-reverse', path: context.path, params: {} });
      return accept({
        method: 'ahp',
        conventions: {
          prioritisation,
          randomIndex,
          synthesis,
          weights: method,
          ties,
          tieTolerance: tolerance,
          best: 'highest',
          rankReversal: 'possible',
          contributions: 'add-exactly-in-criterion-order',
        },
        observations,
        outcome: {
          scores: ids.map((alternative, i) => ({
            alternative,
            score: scores[i]!,
            rank: ranked.ranks[i]!,
            contributions: criterionIds.map((criterion, j) => ({
              criterion,
              weight: weights[j]!,
              value: values[i]![j]!,
              contribution: parts[i]![j]!,
            })),
          })),
          ranking: ranked.groups,
          weights: criterionIds.map((criterion, j) => ({ criterion, weight: weights[j]! })),
          weightReports: reports,
          localPriorities: { rows: ids, columns: criterionIds, values: table },
          consistency: criterionIds.map((criterion, j) => ({ criterion, consistency: locals[j]!.consistency })),
        },
      });
    },
  });
