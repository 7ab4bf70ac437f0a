import { at } from '@fordela/domain';
import { mean } from '../numbers/summaries';
import type { RatingTable } from './rating-table';

/**
 * What a reviewer's ratings are held against: the mean of the `others` who rated the same unit, or of `all` including the
 * reviewer (which draws every deviation towards 0).
 */
export const profileReferences = ['others', 'all'] as const;
export type ProfileReference = (typeof profileReferences)[number];

/** How one reviewer rates compared with those who rated the same units. */
export interface ReviewerProfile {
  readonly reviewer: number;
  readonly ratings: number;
  readonly mean: number | null;
  /** Units on which there is somebody to compare with. */
  readonly compared: number;
  /** Mean of rating − reference: negative is stricter, positive more lenient. Null with nothing to compare. */
  readonly meanDeviation: number | null;
  /** Mean of |rating − reference|: how far off, in either direction. */
  readonly meanDistance: number | null;
  /** Sample standard deviation of the deviations: how steady the difference is. Null below two comparisons. */
  readonly deviationSpread: number | null;
  /** How often each value was used, by value ascending: shows a reviewer who uses only part of the scale. */
  readonly uses: readonly { readonly value: number; readonly count: number }[];
}

/** The profile of each reviewer, in the order of the columns. Gaps are left out; nothing is adjusted by it. */
export function reviewerProfiles(table: RatingTable, reference: ProfileReference): readonly ReviewerProfile[] {
  const width = table[0]?.length ?? 0;
  return Array.from({ length: width }, (_, reviewer) => {
    const own: number[] = [];
    const deviations: number[] = [];
    for (const row of table) {
      const rating = at(row, reviewer);
      if (rating === null) continue;
      own.push(rating);
      const others = row.filter((other, column): other is number => other !== null && column !== reviewer);
      if (others.length === 0) continue;
      const centre = mean(reference === 'others' ? others : [...others, rating]) as number;
      deviations.push(rating - centre);
    }
    const deviation = mean(deviations);
    const squares = deviations.reduce((sum, d) => sum + (d - (deviation ?? 0)) ** 2, 0);
    return {
      reviewer,
      ratings: own.length,
      mean: mean(own),
      compared: deviations.length,
      meanDeviation: deviation,
      meanDistance: mean(deviations.map(Math.abs)),
      deviationSpread: deviations.length >= 2 ? Math.sqrt(squares / (deviations.length - 1)) : null,
      uses: [...new Set(own)]
        .sort((a, b) => a - b)
        .map((value) => ({ value, count: own.filter((rating) => rating === value).length })),
    };
  });
}
