import { accept, at, refusal, refuse, type Refusal, type Result } from '@fordela/domain';
import type { Observation } from '../evaluate/task';
import { weightedSum } from '../methods/additive/weighted-sum';
import { rankBy } from '../methods/common/ranks';
import type { PreparedRound } from './prepare-round';

/** Weights by criterion id; they need not sum to 1. Criteria left out weigh nothing (and are reported). */
export type WeightsById = Readonly<Record<string, number>>;

/** A prepared round's scores under one set of weights. Rows in the order of the applications. */
export interface WeightedTable {
  /** One per criterion, summing to 1. */
  readonly weights: readonly number[];
  /** 0 worst to 1 best; null for an application without any value. */
  readonly scores: readonly (number | null)[];
  /** Applications × criteria: weight × value; adding a row in order gives its score to the last bit. */
  readonly contributions: readonly (readonly number[])[];
  /** Applications × criteria: as `weights`, or shared among the criteria that have a value. */
  readonly usedWeights: readonly (readonly number[])[];
  readonly ranks: readonly (number | null)[];
  /** Ids from best to worst, equals together, those without a score left out. */
  readonly ranking: readonly (readonly string[])[];
  readonly observations: readonly Observation[];
}

/**
 * Scores and ranks a prepared round under weights: quick enough to do while a slider moves.
 *
 * Shapes  weights: null for the round's own.
 * Errors  Refusals: `weights-unknown-criterion`, `weights-negative` (or not finite), `weights-unusable-total` (all 0).
 */
export function weightTable(prepared: PreparedRound, weights: WeightsById | null): Result<WeightedTable> {
  const { criteria, applicationIds, values } = prepared;
  const stated = weights ?? Object.fromEntries(criteria.map((criterion) => [criterion.id, criterion.weight]));
  const refusals: Refusal[] = [];
  const observations: Observation[] = [];
  for (const [id, weight] of Object.entries(stated)) {
    if (!criteria.some((criterion) => criterion.id === id))
      refusals.push(refusal('weights-unknown-criterion', ['weights', id], { id }));
    else if (!(weight >= 0 && weight < Infinity))
      refusals.push(refusal('weights-negative', ['weights', id], { id, value: String(weight) }));
  }
  if (refusals.length > 0) return refuse(refusals);
  const raw = criteria.map((criterion) => (Object.hasOwn(stated, criterion.id) ? (stated[criterion.id] as number) : 0));
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0 && total < Infinity)) return refuse([refusal('weights-unusable-total', ['weights'], { total })]);
  const shares = raw.map((weight) => weight / total);
  criteria.forEach((criterion, j) => {
    if (shares[j] === 0)
      observations.push({ code: 'criterion-unweighted', path: ['criteria', j], params: { criterion: criterion.id } });
  });

  const scored = weightedSum(values, shares);
  const hasScore = values.map((row) => row.some((value, j) => value !== null && at(shares, j) > 0));
  const ids = applicationIds.filter((_, i) => hasScore[i]);
  const { ranks, groups } = rankBy(
    ids,
    scored.filter((_, i) => hasScore[i]).map((entry) => entry.score),
    { best: 'highest', ties: prepared.options.ties },
  );
  let next = 0;
  const allRanks = hasScore.map((has) => (has ? at(ranks, next++) : null));
  hasScore.forEach((has, i) => {
    if (!has)
      observations.push({
        code: 'application-without-score',
        path: ['applications', i],
        params: { application: at(applicationIds, i) },
      });
  });
  return accept({
    weights: shares,
    scores: scored.map((entry, i) => (hasScore[i] ? entry.score : null)),
    contributions: scored.map((entry) => entry.parts),
    usedWeights: scored.map((entry) => entry.weights),
    ranks: allRanks,
    ranking: groups,
    observations,
  });
}
