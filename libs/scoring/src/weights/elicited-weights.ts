import { accept, refusal, refuse, type Path, type Refusal, type Result } from '@fordela/domain';
import type { Observation } from '../evaluate/task';
import type { Direction } from '../problem/criterion';
import { pairwiseConsistency, type PairwiseConsistency } from './ahp/consistency';
import { pairwiseMatrix, type PairwiseMatrix } from './ahp/pairwise-matrix';
import { pairwisePriorities } from './ahp/priorities';
import { bestWorstWeights, type BestWorstResult } from './bwm/best-worst';
import { computedWeights, type ComputedReport } from './objective/computed-weights';
import { competitionRanksOf, rankOrderWeights, ranksOfGroups } from './rank-order';
import { statementWeights, type StatementReport } from './statements/statement-weights';
import type { PerCriterion, WeightSpec } from './weight-spec';

/** How the weights came about, method by method, for the reader who asks. */
export type WeightReport =
  | { readonly method: 'equal' }
  | { readonly method: 'direct'; readonly stated: readonly number[]; readonly statedTotal: number }
  | { readonly method: 'swing' | 'smart'; readonly stated: readonly number[] }
  | { readonly method: 'roc' | 'rank-sum' | 'rank-reciprocal' | 'rank-exponent'; readonly ranks: readonly number[] }
  | {
      readonly method: 'ahp';
      readonly prioritisation: string;
      readonly pairwise: PairwiseMatrix;
      readonly consistency: PairwiseConsistency;
    }
  | ({ readonly method: 'bwm'; readonly model: string } & Omit<BestWorstResult, 'weights' | 'best' | 'worst'> & {
        readonly best: string;
        readonly worst: string;
      })
  | ComputedReport
  | StatementReport;

export interface Elicitation {
  readonly weights: readonly number[];
  readonly report: WeightReport;
  readonly observations: readonly Observation[];
}

/** What the weights are of, and the table that computed weights are taken from (null: none to be had here). */
export interface ElicitationScope {
  readonly ids: readonly string[];
  readonly path: Path;
  /** How to treat direct weights that do not sum to 1; null: refuse them. */
  readonly normalise: boolean | null;
  readonly table: {
    readonly values: readonly (readonly number[])[];
    readonly directions: readonly Direction[];
    readonly columnPaths: readonly Path[];
  } | null;
}

/** Weights that sum to 1 within this need no word about scaling. */
const sumTolerance = 1e-6;

/**
 * Weights of a list of criteria (or of one group's children) from judgements or data.
 *
 * Shapes  Returns one weight per id, in the order of the ids; sum 1, except direct weights with `normalise: false`.
 * Errors  `weights-length`, `weights-unknown-criterion`, `weights-incomplete`, `weights-negative`, `weights-unusable-total`,
 *         `weights-do-not-sum` (direct weights, sum not 1, and the file does not say whether to scale them), and the methods' own.
 */
export function elicitedWeights(spec: WeightSpec, scope: ElicitationScope): Result<Elicitation> {
  const { ids, path } = scope;
  switch (spec.method) {
    case 'equal':
      return accept({ weights: ids.map(() => 1 / ids.length), report: { method: 'equal' }, observations: [] });
    case 'direct':
      return directWeights(spec.values, scope);
    case 'swing':
    case 'smart':
      return pointWeights(spec, scope);
    case 'roc':
    case 'rank-sum':
    case 'rank-reciprocal':
    case 'rank-exponent':
      return rankedWeights(spec, scope);
    case 'ahp':
      return ahpWeights(spec, scope);
    case 'bwm':
      return bwmWeights(spec, scope);
    case 'statements': {
      const tree = ids.map((id) => ({ id, name: null, weight: null, childWeights: null, children: [], path: [] }));
      return statementWeights(spec, tree, path);
    }
    default:
      return computedWeights(spec, scope);
  }
}

/** One number per id from an array or an object; every number finite and ≥ 0. */
export function perCriterion(input: PerCriterion, ids: readonly string[], path: Path): Result<readonly number[]> {
  const refusals: Refusal[] = [];
  let values: readonly number[] = [];
  if (Array.isArray(input)) {
    if (input.length !== ids.length)
      return refuse([refusal('weights-length', path, { length: input.length, expected: ids.length })]);
    values = input;
  } else {
    for (const id of Object.keys(input))
      if (!ids.includes(id)) refusals.push(refusal('weights-unknown-criterion', [...path, id], { id }));
    const absent = ids.filter((id) => !Object.hasOwn(input, id));
    if (absent.length > 0) refusals.push(refusal('weights-incomplete', path, { ids: absent }));
    values = ids.map((id) => (input as Record<string, number>)[id] ?? 0);
  }
  values.forEach((value, index) => {
    const key = Array.isArray(input) ? index : ids[index]!;
    if (!(value >= 0)) refusals.push(refusal('weights-negative', [...path, key], { id: ids[index]!, value }));
  });
  return refusals.length > 0 ? refuse(refusals) : accept(values);
}

function directWeights(input: PerCriterion, { ids, path, normalise }: ElicitationScope): Result<Elicitation> {
  const read = perCriterion(input, ids, path);
  if (!read.ok) return read;
  const stated = read.value;
  const statedTotal = stated.reduce((sum, value) => sum + value, 0);
  if (!(statedTotal > 0 && statedTotal < Infinity))
    return refuse([refusal('weights-unusable-total', path, { total: statedTotal })]);
  if (normalise === null && Math.abs(statedTotal - 1) > sumTolerance)
    return refuse([refusal('weights-do-not-sum', path, { total: statedTotal })]);
  const weights = normalise === false ? stated : stated.map((value) => value / statedTotal);
  return accept({ weights, report: { method: 'direct', stated, statedTotal }, observations: [] });
}

function pointWeights(
  spec: Extract<WeightSpec, { method: 'swing' | 'smart' }>,
  { ids, path }: ElicitationScope,
): Result<Elicitation> {
  const key = spec.method === 'swing' ? 'points' : 'ratings';
  const read = perCriterion(spec.method === 'swing' ? spec.points : spec.ratings, ids, [...path, key]);
  if (!read.ok) return read;
  const total = read.value.reduce((sum, value) => sum + value, 0);
  if (!(total > 0 && total < Infinity)) return refuse([refusal('weights-unusable-total', [...path, key], { total })]);
  const weights = read.value.map((value) => value / total);
  return accept({ weights, report: { method: spec.method, stated: read.value }, observations: [] });
}

function rankedWeights(
  spec: Extract<WeightSpec, { method: 'roc' | 'rank-sum' | 'rank-reciprocal' | 'rank-exponent' }>,
  { ids, path }: ElicitationScope,
): Result<Elicitation> {
  if ((spec.ranking === undefined) === (spec.ranks === undefined))
    return refuse([refusal('weights-ranking-or-ranks', path, {})]);
  const ranks =
    spec.ranks === undefined ? ranksFromGroups(spec.ranking!, ids, path) : ranksFromNumbers(spec.ranks, ids, path);
  if (!ranks.ok) return ranks;
  const weights = rankOrderWeights(ranks.value, spec.method, spec.exponent ?? 1);
  return accept({ weights, report: { method: spec.method, ranks: ranks.value }, observations: [] });
}

function ranksFromNumbers(input: PerCriterion, ids: readonly string[], path: Path): Result<readonly number[]> {
  const read = perCriterion(input, ids, [...path, 'ranks']);
  return read.ok ? accept(competitionRanksOf(read.value)) : read;
}

function ranksFromGroups(
  ranking: readonly (string | readonly string[])[],
  ids: readonly string[],
  path: Path,
): Result<readonly number[]> {
  const groups = ranking.map((group) => (typeof group === 'string' ? [group] : group));
  const named = groups.flat();
  const refusals: Refusal[] = [];
  groups.forEach((group, index) =>
    group.forEach((id) => {
      if (!ids.includes(id)) refusals.push(refusal('weights-unknown-criterion', [...path, 'ranking', index], { id }));
      if (named.filter((other) => other === id).length > 1)
        refusals.push(refusal('weights-ranked-twice', [...path, 'ranking', index], { id }));
    }),
  );
  const absent = ids.filter((id) => !named.includes(id));
  if (absent.length > 0) refusals.push(refusal('weights-incomplete', [...path, 'ranking'], { ids: absent }));
  if (refusals.length > 0) return refuse(refusals);
  return accept(ranksOfGroups(ids, groups).map((rank) => rank as number));
}

function ahpWeights(
  spec: Extract<WeightSpec, { method: 'ahp' }>,
  { ids, path }: ElicitationScope,
): Result<Elicitation> {
  const matrix = pairwiseMatrix(spec.pairwise, ids, [...path, 'pairwise']);
  if (!matrix.ok) return matrix;
  const prioritisation = spec.prioritisation ?? 'eigenvector';
  const consistency = pairwiseConsistency(matrix.value, ids, spec.randomIndex ?? 'saaty-1980');
  return accept({
    weights: pairwisePriorities(matrix.value, prioritisation),
    report: { method: 'ahp', prioritisation, pairwise: matrix.value, consistency },
    observations: inconsistencyObservations(consistency, [...path, 'pairwise']),
  });
}

/** Says so when the consistency ratio passes 0.10, with the judgement that hurts most. The weights stand all the same. */
export function inconsistencyObservations(consistency: PairwiseConsistency, path: Path): readonly Observation[] {
  const { acceptable, consistencyRatio, randomIndexTable, worst } = consistency;
  if (acceptable || consistencyRatio === null) return [];
  const params = { ratio: consistencyRatio, table: randomIndexTable, limit: 0.1 };
  if (!worst) return [{ code: 'ahp-inconsistent', path, params }];
  const { row, column, stated, consistent, ratioThen } = worst;
  return [{ code: 'ahp-inconsistent', path, params: { ...params, row, column, stated, consistent, ratioThen } }];
}

function bwmWeights(
  spec: Extract<WeightSpec, { method: 'bwm' }>,
  { ids, path }: ElicitationScope,
): Result<Elicitation> {
  const toOthers = perCriterion(spec.bestToOthers, ids, [...path, 'bestToOthers']);
  const toWorst = perCriterion(spec.othersToWorst, ids, [...path, 'othersToWorst']);
  if (!toOthers.ok || !toWorst.ok)
    return refuse([...(toOthers.ok ? [] : toOthers.refusal), ...(toWorst.ok ? [] : toWorst.refusal)]);
  const model = spec.model ?? 'linear';
  const solved = bestWorstWeights(toOthers.value, toWorst.value, model, path);
  if (!solved.ok) return solved;
  const { weights, best, worst, ...rest } = solved.value;
  return accept({
    weights,
    report: { method: 'bwm', model, ...rest, best: ids[best]!, worst: ids[worst]! },
    observations: [],
  });
}
