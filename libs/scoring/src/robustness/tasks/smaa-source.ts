import { accept, type Result } from '@fordela/domain';
import { z } from 'zod';
import type { Conventions, Observation, TaskContext } from '../../evaluate/task';
import { compareIds } from '../../methods/common/ranks';
import { cellPath, type DecisionProblem } from '../../problem/decision-problem';
import { mostDraws } from '../smaa/smaa-counts';
import { smaaModel, smaaTies, type SmaaModel } from '../smaa/smaa-model';
import { valueFallbacks } from './additive-source';
import { lineConvention, lineSchema, namedLine } from './named-line';
import { ignorancePolicies, uncertainValues } from './uncertain-values';
import { weightInformation, weightInformationShape, type WeightInformation } from './weight-information';

/** Options of every task that draws weights and scores. */
export const drawingShape = () => ({
  ...weightInformationShape(),
  draws: z.number().int().min(1).max(mostDraws).optional(),
  seed: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
  ties: z.enum(smaaTies).optional(),
  missing: z.enum(ignorancePolicies).optional(),
  cannotJudge: z.enum(ignorancePolicies).optional(),
  withoutScale: z.enum(valueFallbacks).optional(),
  line: lineSchema().optional(),
});
export type DrawingOptions = z.infer<z.ZodObject<ReturnType<typeof drawingShape>>>;

export const defaultDraws = 10_000;
export const defaultSeed = 1;

/** A model ready to draw from, alternatives in the order of their ids, and how to speak of it. */
export interface SmaaSource {
  readonly model: SmaaModel;
  readonly draws: number;
  readonly ids: readonly string[];
  readonly criterionIds: readonly string[];
  readonly weights: WeightInformation;
  readonly conventions: Conventions;
  readonly observations: readonly Observation[];
}

/** Outputs that cost time or space. */
export interface SmaaOutputs {
  readonly countPairs?: boolean;
  readonly countRankings?: boolean;
  readonly rankDepth?: number;
  readonly separateIntervals?: boolean;
}

/**
 * Reads a problem as a SMAA model. Alternatives are put in the order of their ids first, so that the order of the rows in the file
 * makes no difference to any draw.
 */
export function smaaSource(
  problem: DecisionProblem,
  options: DrawingOptions,
  context: TaskContext,
  outputs: SmaaOutputs,
): Result<SmaaSource> {
  const policies = {
    missing: options.missing ?? 'refuse',
    cannotJudge: options.cannotJudge ?? 'refuse',
    withoutScale: options.withoutScale ?? 'refuse',
  } as const;
  const valued = uncertainValues(problem, policies, context);
  if (!valued.ok) return valued;
  const weights = weightInformation(problem, options, context);
  if (!weights.ok) return weights;
  const ids = problem.alternatives.map(({ id }) => id).sort(compareIds);
  const rows = ids.map((id) => problem.alternatives.findIndex((alternative) => alternative.id === id));
  const line = options.line ? namedLine(options.line, problem, ids, [...context.path, 'line']) : null;
  if (line && !line.ok) return line;
  const { draws = defaultDraws, seed = defaultSeed, ties = 'ordinal-by-id' } = options;
  const model = smaaModel(
    rows.map((row) => valued.value.cells[row]!),
    {
      ...outputs,
      seed,
      ties,
      space: weights.value.space,
      line: line?.value,
      tableOf: (alternative, criterion) => valued.value.tables[rows[alternative]!]![criterion]!,
      cellPath: (alternative, criterion) => cellPath(problem, rows[alternative]!, criterion),
      path: context.path,
    },
  );
  if (!model.ok) return model;
  return accept({
    model: model.value,
    draws,
    ids,
    criterionIds: problem.criteria.map(({ id }) => id),
    weights: weights.value,
    conventions: {
      ...policies,
      ties,
      draws,
      seed,
      randomNumbers: 'philox4x32-10 and xoshiro128++',
      weights: weights.value.read,
      sampling: weights.value.space.sampler.kind,
      line: lineConvention(model.value.line),
    },
    observations: valued.value.observations,
  });
}
