import { at } from '@fordela/domain';
import type { Profile } from './ballots';

/**
 * Points for place r among n: `from-zero` n − r (last gets 0, as Wikipedia's example), `from-one` n − r + 1, `dowdall` 1/r
 * (Nauru), `modified` counts only the m candidates a ballot ranks: m − r + 1, so that leaving candidates out costs points.
 */
export const bordaPoints = ['from-zero', 'from-one', 'dowdall', 'modified'] as const;
export type BordaPoints = (typeof bordaPoints)[number];

/** Equals on a ballot get the `average`, the `lowest` or the `highest` of the points of the places they take up. */
export const bordaTies = ['average', 'lowest', 'highest'] as const;
export type BordaTies = (typeof bordaTies)[number];

/**
 * Borda scores, in the order of the candidates.
 *
 * Edges   Candidates a ballot leaves out get nothing from it (under the convention `last` they are its last group instead).
 * Source  J.-C. de Borda (1784); tournament-style ties: Black, The Theory of Committees and Elections (1958).
 */
export function bordaScores(profile: Profile, points: BordaPoints, ties: BordaTies): readonly number[] {
  const n = profile.candidates.length;
  const scores = new Array<number>(n).fill(0);
  for (const { count, groups } of profile.ballots) {
    const ranked = groups.reduce((sum, group) => sum + group.length, 0);
    const pointsOf = (place: number) => {
      if (points === 'dowdall') return 1 / place;
      if (points === 'modified') return ranked - place + 1;
      return points === 'from-zero' ? n - place : n - place + 1;
    };
    let before = 0;
    for (const group of groups) {
      const places = group.map((_, index) => pointsOf(before + index + 1));
      const shared =
        ties === 'average'
          ? places.reduce((sum, value) => sum + value, 0) / places.length
          : ties === 'lowest'
            ? Math.min(...places)
            : Math.max(...places);
      for (const candidate of group) scores[candidate] = at(scores, candidate) + count * shared;
      before += group.length;
    }
  }
  return scores;
}
