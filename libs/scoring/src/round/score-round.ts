import { accept, at, fingerprint, type Result, type Round } from '@fordela/domain';
import type { Conventions, Observation } from '../evaluate/task';
import type { AggregatedRating } from '../reviewers/aggregate-ratings';
import type { FormulaEngine } from '../structure/formula/formula-engine';
import { prepareRound, type PreparedRound, type RoundScoringOptions } from './prepare-round';
import type { ReviewerUse } from './rating-use';
import { weightTable, type WeightsById } from './weight-table';

/** Version of the figures: bumped whenever the same round would give others. */
export const roundScoringVersion = '1';

export interface CriterionScore {
  readonly criterionId: string;
  /** Aggregated rating, or computed figure; null when there is none. */
  readonly performance: number | null;
  readonly value: number | null;
  readonly weight: number;
  readonly contribution: number;
  /** Who counted and who did not; null for computed criteria. */
  readonly ratings: AggregatedRating | null;
}

export interface ScoredApplication {
  readonly applicationId: string;
  /** Null when nothing counts: not 0. */
  readonly score: number | null;
  readonly rank: number | null;
  readonly criteria: readonly CriterionScore[];
  readonly reviewers: readonly ReviewerUse[];
}

export interface CriterionSummary {
  readonly criterionId: string;
  readonly statedWeight: number;
  readonly weight: number;
  readonly lowest: number | null;
  readonly highest: number | null;
  readonly withoutValue: number;
}

/** A round's scores with everything they were made from. Plain JSON. */
export interface RoundScores {
  readonly method: 'additive-value';
  readonly methodVersion: typeof roundScoringVersion;
  readonly conventions: Conventions;
  /** SHA-256 of the prepared input and the weights used. */
  readonly inputFingerprint: string;
  readonly criteria: readonly CriterionSummary[];
  readonly applications: readonly ScoredApplication[];
  readonly ranking: readonly (readonly string[])[];
  readonly observations: readonly Observation[];
}

/** The scores of a prepared round under weights (null: the round's own), with every figure in between. */
export function scorePrepared(prepared: PreparedRound, weights: WeightsById | null): Result<RoundScores> {
  const table = weightTable(prepared, weights);
  if (!table.ok) return table;
  const weighted = table.value;
  const { criteria } = prepared;
  return accept({
    method: 'additive-value',
    methodVersion: roundScoringVersion,
    conventions: { ...prepared.conventions, weights: weights === null ? 'of-the-round' : 'given' },
    inputFingerprint: fingerprint({ prepared: prepared.inputFingerprint, weights: weighted.weights }),
    criteria: criteria.map((criterion, j) => {
      const known = prepared.performances.map((row) => at(row, j)).filter((value) => value !== null);
      return {
        criterionId: criterion.id,
        statedWeight: weights === null ? criterion.weight : (weights[criterion.id] ?? 0),
        weight: at(weighted.weights, j),
        lowest: known.length > 0 ? Math.min(...known) : null,
        highest: known.length > 0 ? Math.max(...known) : null,
        withoutValue: prepared.applicationIds.length - known.length,
      };
    }),
    applications: prepared.applicationIds.map((applicationId, i) => ({
      applicationId,
      score: at(weighted.scores, i),
      rank: at(weighted.ranks, i),
      criteria: criteria.map((criterion, j) => ({
        criterionId: criterion.id,
        performance: at(at(prepared.performances, i), j),
        value: at(at(prepared.values, i), j),
        weight: at(at(weighted.usedWeights, i), j),
        contribution: at(at(weighted.contributions, i), j),
        ratings: at(at(prepared.ratings, i), j),
      })),
      reviewers: at(prepared.reviewers, i),
    })),
    ranking: weighted.ranking,
    observations: [...prepared.observations, ...weighted.observations],
  });
}

/**
 * Scores a round: additive values over its criteria with its weights, or with the weights given.
 *
 * Rule    score = Σ weight × value; value from 0 (worst end of the scale) to 1 (best end); ratings aggregated over the reviewers
 *         without a declared conflict. The engine recommends; people decide.
 * Errors  Refusals of `prepareRound` and `weightTable`.
 */
export function scoreRound(
  round: Round,
  options: RoundScoringOptions,
  weights: WeightsById | null = null,
  formulas: FormulaEngine | null = null,
): Result<RoundScores> {
  const prepared = prepareRound(round, options, formulas);
  return prepared.ok ? scorePrepared(prepared.value, weights) : prepared;
}
