/**
 * How equal scores share ranks: `competition` 1, 2, 2, 4; `dense` 1, 2, 2, 3; `average` 1, 2.5, 2.5, 4;
 * `ordinal-by-id` 1, 2, 3, 4 with the lower id (by code unit) first.
 */
export const tieConventions = ['competition', 'dense', 'average', 'ordinal-by-id'] as const;
export type TieConvention = (typeof tieConventions)[number];

/** Scores closer than this, relative to the largest score in size (at least 1), count as equal unless another is given. */
export const defaultTieTolerance = 1e-12;

export interface Ranking {
  /** Per item, in the order of the items. */
  readonly ranks: readonly number[];
  /** Ids from best to worst; equal ones share a group. With `ordinal-by-id` every group holds one. */
  readonly groups: readonly (readonly string[])[];
}

/**
 * Ranks items by score.
 *
 * Shapes  ids and scores: m each. best: whether the highest or the lowest score is rank 1.
 * Ties    Neighbours in sorted order that differ by at most `tolerance × max(1, largest |score|)` are equal, in chains.
 * Edges   m = 0 gives empty lists. ±Infinity is allowed and equal to itself.
 * @example rankBy(['a', 'b', 'c'], [1, 3, 3], { best: 'highest', ties: 'competition' }).ranks // => [3, 1, 1]
 */
export function rankBy(
  ids: readonly string[],
  scores: readonly number[],
  options: { readonly best: 'highest' | 'lowest'; readonly ties: TieConvention; readonly tolerance?: number },
): Ranking {
  const sign = options.best === 'highest' ? -1 : 1;
  const order = ids
    .map((_, i) => i)
    .sort((a, b) => compare(sign * scores[a]!, sign * scores[b]!) || compareIds(ids[a]!, ids[b]!));
  const size = scores.reduce((most, score) => (Number.isFinite(score) ? Math.max(most, Math.abs(score)) : most), 1);
  const slack = (options.tolerance ?? defaultTieTolerance) * size;
  const groups: number[][] = [];
  for (const i of order) {
    const last = groups.at(-1);
    const previous = last?.at(-1);
    const tied =
      previous !== undefined && (scores[previous] === scores[i] || Math.abs(scores[previous]! - scores[i]!) <= slack);
    if (last && tied && options.ties !== 'ordinal-by-id') last.push(i);
    else groups.push([i]);
  }
  return {
    ranks: ranksOf(groups, ids.length, options.ties),
    groups: groups.map((group) => group.map((i) => ids[i]!).sort(compareIds)),
  };
}

/** Ids in code-unit order: the last tie-break everywhere. */
export const compareIds = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

/** The rank of every item from groups of equals, best group first. */
export function ranksOf(groups: readonly (readonly number[])[], count: number, ties: TieConvention): readonly number[] {
  const ranks = new Array<number>(count).fill(0);
  let before = 0;
  groups.forEach((group, position) => {
    for (const [k, i] of group.entries()) {
      if (ties === 'dense') ranks[i] = position + 1;
      else if (ties === 'average') ranks[i] = before + (group.length + 1) / 2;
      else ranks[i] = before + 1 + (ties === 'ordinal-by-id' ? k : 0);
    }
    before += group.length;
  });
  return ranks;
}
