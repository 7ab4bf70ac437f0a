/** A pair that at least one ranking has the one way and at least one the other way. */
export interface ReversedPair {
  readonly alternatives: readonly [string, string];
  /** Which rankings have the first ahead, which the second, and which tie them. */
  readonly firstAhead: readonly string[];
  readonly secondAhead: readonly string[];
  readonly tied: readonly string[];
}

/**
 * Where rankings disagree.
 *
 * Shapes  ids: m; rankings: label and m ranks each. Pairs come in the order of the ids.
 * Limit   At most `most` pairs are listed; `count` is of all.
 */
export function reversedPairs(
  ids: readonly string[],
  rankings: readonly { readonly label: string; readonly ranks: readonly number[] }[],
  most: number,
): { readonly count: number; readonly pairs: readonly ReversedPair[] } {
  let count = 0;
  const pairs: ReversedPair[] = [];
  for (let i = 0; i < ids.length; i += 1)
    for (let j = i + 1; j < ids.length; j += 1) {
      const signs = rankings.map(({ ranks }) => Math.sign(ranks[j]! - ranks[i]!));
      if (!signs.includes(1) || !signs.includes(-1)) continue;
      count += 1;
      if (pairs.length >= most) continue;
      const labelled = (sign: number) => rankings.filter((_, k) => signs[k] === sign).map(({ label }) => label);
      pairs.push({
        alternatives: [ids[i]!, ids[j]!],
        firstAhead: labelled(1),
        secondAhead: labelled(-1),
        tied: labelled(0),
      });
    }
  return { count, pairs };
}

/** How far apart the rankings put one alternative. */
export interface RankSpread {
  readonly alternative: string;
  readonly ranks: readonly { readonly label: string; readonly rank: number }[];
  readonly best: number;
  readonly worst: number;
}

/** Every alternative with its rank in each ranking, the most disputed first; then by id order given. */
export function rankSpreads(
  ids: readonly string[],
  rankings: readonly { readonly label: string; readonly ranks: readonly number[] }[],
): readonly RankSpread[] {
  const spreads = ids.map((alternative, i) => {
    const ranks = rankings.map(({ label, ranks: all }) => ({ label, rank: all[i]! }));
    const places = ranks.map(({ rank }) => rank);
    return { alternative, ranks, best: Math.min(...places), worst: Math.max(...places) };
  });
  return spreads
    .map((spread, index) => ({ spread, index }))
    .sort((a, b) => b.spread.worst - b.spread.best - (a.spread.worst - a.spread.best) || a.index - b.index)
    .map(({ spread }) => spread);
}
