import { rankBy, weightedSum } from '@fordela/scoring';
import type { ScoredApplication } from '../../data/scored-applications';

export interface RankedApplication {
  readonly application: ScoredApplication;
  /** Null when nothing was rated: not 0. */
  readonly score: number | null;
  readonly rank: number | null;
  readonly contributions: readonly number[];
}

/**
 * The applications from best to worst under the weights, by the very functions the service scores with: a criterion without a
 * value gives its weight to the others, equal scores share the better rank, those without a score come last.
 */
export function rankedApplications(
  applications: readonly ScoredApplication[],
  weights: readonly number[],
): readonly RankedApplication[] {
  const scored = applications.filter((application) => application.values.some((value) => value !== null));
  const sums = weightedSum(
    scored.map((application) => application.values),
    weights,
  );
  const { ranks } = rankBy(
    scored.map((application) => application.id),
    sums.map((sum) => sum.score),
    { best: 'highest', ties: 'competition' },
  );
  const ranked = scored.map((application, i): RankedApplication => ({
    application,
    score: sums[i]?.score ?? null,
    rank: ranks[i] ?? null,
    contributions: sums[i]?.parts ?? [],
  }));
  ranked.sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || (a.application.id < b.application.id ? -1 : 1));
  const without = applications.filter((application) => !scored.includes(application));
  return [...ranked, ...without.map((application) => ({ application, score: null, rank: null, contributions: [] }))];
}
