import { accept, refusal, refuse, type Path, type Refusal, type Result } from '@fordela/domain';
import { z } from 'zod';
import type { TaskContext } from '../../evaluate/task';
import type { DecisionProblem } from '../../problem/decision-problem';
import { resolveWeights } from '../../weights/resolve-weights';
import type { LinearStatement } from '../../weights/statements/linear-statement';
import { weightRegion } from '../../weights/statements/weight-region';
import { weightSpecOf, weightSpecSchema, weightStatementSchema, type WeightSpec } from '../../weights/weight-spec';
import type { WalkOptions } from '../region/hit-and-run';
import { levelMeanings, rankingStatements } from '../region/statement';
import { fixedSpace, freeSpace, weightSpace, type WeightSpace } from '../region/weight-space';

/** What is known about the weights, when they are not simply given. */
export const uncertainWeightsSchema = () =>
  z.union([
    z.enum(['free', 'fixed']),
    z.strictObject({
      ranking: z.array(z.union([z.string(), z.array(z.string()).min(1)])).optional(),
      sameLevel: z.enum(levelMeanings).optional(),
      intervals: z.record(z.string(), z.tuple([z.number(), z.number()])).optional(),
      statements: z.array(weightStatementSchema()).optional(),
    }),
  ]);

/** Options of every task that looks at weights that are not certain. */
export const weightInformationShape = () => ({
  weights: weightSpecSchema().optional(),
  uncertainWeights: uncertainWeightsSchema().optional(),
  thinning: z.number().int().min(1).optional(),
  burnIn: z.number().int().min(0).optional(),
});
export type WeightInformationOptions = z.infer<z.ZodObject<ReturnType<typeof weightInformationShape>>>;

/** The region of weights that a task's options, or the problem's weights, describe; and what it was read as. */
export interface WeightInformation {
  readonly space: WeightSpace;
  readonly read: 'free' | 'fixed' | 'ranked' | 'statements';
}

/**
 * What is known about the weights.
 *
 * Rule    `uncertainWeights` says it. Without it: weights by `statements` give their region, weights by a ranking (`roc`, `rank-sum`, …)
 *         all weights that respect it, any other weights are fixed, and no weights at all leave them free.
 * Errors  Those of reading weights and statements; `statement-unknown-criterion`, `ranking-repeated`, `weights-statements-conflict`.
 */
export function weightInformation(
  problem: DecisionProblem,
  options: WeightInformationOptions,
  context: TaskContext,
): Result<WeightInformation> {
  const { uncertainWeights, thinning, burnIn } = options;
  const spec = options.weights === undefined ? problem.weights : weightSpecOf(options.weights);
  const path = options.weights === undefined ? ['weights'] : [...context.path, 'weights'];
  if (uncertainWeights === 'free') return accept({ space: freeSpace(problem.criteria.length), read: 'free' });
  if (uncertainWeights === 'fixed') return fixed(problem, spec, path);
  if (uncertainWeights !== undefined)
    return stated(problem, uncertainWeights, [...context.path, 'uncertainWeights'], { thinning, burnIn });
  if (spec === null && problem.tree.every((node) => node.weight === null && node.children.length === 0))
    return accept({ space: freeSpace(problem.criteria.length), read: 'free' });
  if (spec?.method === 'statements') return stated(problem, spec, path, { thinning, burnIn });
  if (spec && 'ranking' in spec && spec.ranking)
    return stated(problem, { ranking: spec.ranking }, path, { thinning, burnIn });
  return fixed(problem, spec, path);
}

function fixed(problem: DecisionProblem, spec: WeightSpec | null, specPath: Path): Result<WeightInformation> {
  const resolved = resolveWeights(problem, { spec, specPath, normalise: true, table: null });
  return resolved.ok ? accept({ space: fixedSpace(resolved.value.weights), read: 'fixed' }) : resolved;
}

interface Stated {
  readonly ranking?: readonly (string | readonly string[])[];
  readonly sameLevel?: 'equal' | 'unordered';
  readonly intervals?: Readonly<Record<string, readonly [number, number]>>;
  readonly statements?: NonNullable<Extract<WeightSpec, { method: 'statements' }>['statements']>;
}

function stated(problem: DecisionProblem, input: Stated, path: Path, walk: WalkOptions): Result<WeightInformation> {
  const said = weightRegion(problem.tree, input, path);
  if (!said.ok) return said;
  const ranked = rankedStatements(problem, input, path);
  if (!ranked.ok) return ranked;
  const space = weightSpace(problem.criteria.length, [...ranked.value, ...said.value.statements], walk);
  if (!space.ok) return space;
  return accept({
    space: space.value,
    read: said.value.statements.length === 0 && input.ranking ? 'ranked' : 'statements',
  });
}

function rankedStatements(
  problem: DecisionProblem,
  { ranking = [], sameLevel = 'equal' }: Stated,
  path: Path,
): Result<readonly LinearStatement[]> {
  const ids = problem.criteria.map(({ id }) => id);
  const refusals: Refusal[] = [];
  const seen = new Set<string>();
  const levels = ranking.map((level, k) =>
    [level].flat().map((id) => {
      if (!ids.includes(id)) refusals.push(refusal('statement-unknown-criterion', [...path, 'ranking', k], { id }));
      if (seen.has(id)) refusals.push(refusal('ranking-repeated', [...path, 'ranking', k], { id }));
      seen.add(id);
      return ids.indexOf(id);
    }),
  );
  if (refusals.length > 0) return refuse(refusals);
  const statements = rankingStatements(ids.length, levels, sameLevel, (criterion) => `w(${ids[criterion]})`);
  return accept(statements.map((statement) => ({ ...statement, path: [...path, 'ranking'] })));
}

/** The region as a result shows it. */
export function describedSpace({ space, read }: WeightInformation) {
  const { sampler } = space;
  return {
    read,
    dimensions: space.dimensions,
    statements: space.statements.map(({ id }) => id),
    sampling: sampler.kind,
    kept: sampler.kind === 'rejection' ? sampler.acceptance : null,
    thinning: sampler.kind === 'hit-and-run' ? sampler.thinning : null,
    burnIn: sampler.kind === 'hit-and-run' ? sampler.burnIn : null,
    samplesPerChain: sampler.kind === 'hit-and-run' ? sampler.chainLength : null,
  };
}
