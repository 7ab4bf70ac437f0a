import { at } from '@fordela/domain';
import type { Profile } from './ballots';

/** A first place shared by several candidates is divided among them, or counts in full for each. */
export const sharedFirstConventions = ['split', 'each'] as const;
export type SharedFirst = (typeof sharedFirstConventions)[number];

/** How many voters put each candidate first, in the order of the candidates. */
export function pluralityScores(profile: Profile, shared: SharedFirst): readonly number[] {
  const scores = new Array<number>(profile.candidates.length).fill(0);
  for (const { count, groups } of profile.ballots) {
    const first = groups[0] ?? [];
    for (const candidate of first)
      scores[candidate] = at(scores, candidate) + (shared === 'split' ? count / first.length : count);
  }
  return scores;
}

/** The candidates with the highest score, in the order of the candidates. */
export function winnersOf(candidates: readonly string[], scores: readonly number[]): readonly string[] {
  const highest = Math.max(...scores);
  return candidates.filter((_, index) => scores[index] === highest);
}
