import type { Answer, Conventions } from '../../evaluate/task';
import type { Prepared, PreparedWithGaps } from './prepare';
import { rankBy } from './ranks';

/** A criterion's part of an additive score: weight × value, in score units. */
export interface Contribution {
  readonly criterion: string;
  readonly weight: number;
  readonly value: number;
  readonly contribution: number;
}

/** One alternative's result. */
export interface ScoredAlternative {
  readonly alternative: string;
  readonly score: number;
  readonly rank: number;
  /** Present for additive methods: adding `contribution` in this order gives `score` to the last bit. */
  readonly contributions?: readonly Contribution[];
}

/** A table of figures with its row and column names. */
export interface DetailTable {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly values: readonly (readonly (number | string | boolean | null)[])[];
}

/** What every ranking method answers; methods add figures of their own to the scores and to the whole. */
export interface RankingOutcome<Extra = object> {
  /** In the order of the alternatives. */
  readonly scores: readonly (ScoredAlternative & Extra)[];
  /** Ids from best to worst; equals share a group. */
  readonly ranking: readonly (readonly string[])[];
  readonly weights: readonly { readonly criterion: string; readonly weight: number }[];
  /** Every intermediate table, when the task asks for `detail`. */
  readonly tables?: Readonly<Record<string, DetailTable>>;
}

export interface Scoring<Extra> {
  readonly method: string;
  readonly scores: readonly number[];
  readonly best: 'highest' | 'lowest';
  /** Can adding or removing another alternative change the order of two? */
  readonly rankReversal: 'possible' | 'impossible';
  readonly conventions?: Conventions;
  readonly contributions?: readonly (readonly Contribution[])[];
  readonly extra?: readonly Extra[];
  readonly tables?: () => Readonly<Record<string, DetailTable>>;
}

/** Puts scores into the shape every ranking method answers in. */
export function rankedAnswer<Extra = object>(
  prepared: Prepared | PreparedWithGaps,
  scoring: Scoring<Extra>,
): Answer<RankingOutcome<Extra>> {
  const { alternativeIds, criterionIds, weights, ties, tieTolerance: tolerance } = prepared;
  const { ranks, groups } = rankBy(alternativeIds, scoring.scores, { best: scoring.best, ties, tolerance });
  const scores = alternativeIds.map((alternative, i) => ({
    alternative,
    score: scoring.scores[i]!,
    rank: ranks[i]!,
    ...(scoring.extra?.[i] as Extra),
    ...(scoring.contributions ? { contributions: scoring.contributions[i]! } : {}),
  }));
  return {
    method: scoring.method,
    conventions: {
      ...prepared.conventions,
      best: scoring.best,
      rankReversal: scoring.rankReversal,
      ...scoring.conventions,
    },
    observations: prepared.observations,
    outcome: {
      scores,
      ranking: groups,
      weights: criterionIds.map((criterion, j) => ({ criterion, weight: weights[j]! })),
      ...(prepared.detail && scoring.tables ? { tables: scoring.tables() } : {}),
    },
  };
}

/** A detail table over alternatives × criteria. */
export function criteriaTable(
  prepared: Pick<Prepared, 'alternativeIds' | 'criterionIds'>,
  values: readonly (readonly (number | null)[])[],
): DetailTable {
  return { rows: prepared.alternativeIds, columns: prepared.criterionIds, values };
}

/** A detail table over pairs of alternatives. */
export function pairTable(
  prepared: Pick<Prepared, 'alternativeIds'>,
  values: readonly (readonly (number | string | boolean | null)[])[],
): DetailTable {
  return { rows: prepared.alternativeIds, columns: prepared.alternativeIds, values };
}
