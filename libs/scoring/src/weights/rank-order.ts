import { invariant } from '@fordela/domain';

export type RankWeightMethod = 'roc' | 'rank-sum' | 'rank-reciprocal' | 'rank-exponent';

/**
 * Weights from the order of importance alone.
 *
 * Shapes  ranks: n, 1 = most important; ties share the lowest rank of their group (1, 2, 2, 4). Returns n weights, sum 1.
 * Rules   roc: w(r) = (1/n) Σ_{k=r..n} 1/k. rank-sum: (n + 1 − r) / Σ. rank-reciprocal: (1/r) / Σ.
 *         rank-exponent: (n + 1 − r)^exponent / Σ (exponent 0 = equal weights, 1 = rank-sum).
 * Ties    Equal ranks get the mean of the weights of the places they share.
 * Source  Edwards & Barron 1994, OBHDP 60:306–325; Stillwell, Seaver & Edwards 1981, OBHDP 28:62–77.
 * @example rankOrderWeights([1, 2], 'roc') // => [0.75, 0.25]
 */
export function rankOrderWeights(ranks: readonly number[], method: RankWeightMethod, exponent = 1): readonly number[] {
  const n = ranks.length;
  const raw = Array.from({ length: n }, (_, index) => {
    const place = index + 1;
    if (method === 'rank-reciprocal') return 1 / place;
    if (method === 'rank-sum') return n + 1 - place;
    if (method === 'rank-exponent') return (n + 1 - place) ** exponent;
    return Array.from({ length: n - index }, (_, k) => 1 / (n - k)).reduce((sum, part) => sum + part, 0) / n;
  });
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  return ranks.map((rank) => {
    const shared = ranks.filter((other) => other === rank).length;
    const places = raw.slice(rank - 1, rank - 1 + shared);
    invariant(places.length === shared, `rank ${rank} shared by ${shared} does not fit ${n} criteria`);
    return places.reduce((sum, weight) => sum + weight, 0) / shared / total;
  });
}

/** Competition ranks from best-first groups of ids; `null` for an id that no group names. */
export function ranksOfGroups(
  ids: readonly string[],
  groups: readonly (readonly string[])[],
): readonly (number | null)[] {
  let before = 0;
  const ranks = new Map<string, number>();
  for (const group of groups) {
    for (const id of group) ranks.set(id, before + 1);
    before += group.length;
  }
  return ids.map((id) => ranks.get(id) ?? null);
}

/**
 * Competition ranks (1, 2, 2, 4) from any rank numbers, lowest first.
 * @example competitionRanksOf([10, 30, 30, 50]) // => [1, 2, 2, 4]
 */
export function competitionRanksOf(numbers: readonly number[]): readonly number[] {
  return numbers.map((number) => 1 + numbers.filter((other) => other < number).length);
}
