import { at } from '@fordela/domain';
import type { RatingTable } from '../agreement/rating-table';

/** A set of units and reviewers that are linked by ratings, directly or through others. Indexes ascend. */
export interface RatingComponent {
  readonly units: readonly number[];
  readonly reviewers: readonly number[];
}

/**
 * The connected parts of the graph whose edges are the ratings. Between two parts nothing in the data tells a strict reviewer
 * from a weak application, so comparing them rests on assumption alone.
 *
 * Edges   A unit without ratings, or a reviewer without any, is a part of its own. Parts are ordered by their first unit, those
 *         without units last. Cost O(ratings), by union and find.
 */
export function ratingComponents(table: RatingTable): readonly RatingComponent[] {
  const units = table.length;
  const reviewers = table[0]?.length ?? 0;
  const parents = Array.from({ length: units + reviewers }, (_, node) => node);
  const root = (node: number): number => {
    let top = node;
    while (at(parents, top) !== top) top = at(parents, top);
    for (let next = node; at(parents, next) !== top;) {
      const above = at(parents, next);
      parents[next] = top;
      next = above;
    }
    return top;
  };
  table.forEach((row, unit) =>
    row.forEach((rating, reviewer) => {
      if (rating !== null) parents[root(units + reviewer)] = root(unit);
    }),
  );
  const parts = new Map<number, { units: number[]; reviewers: number[] }>();
  for (let node = 0; node < units + reviewers; node += 1) {
    const part = parts.get(root(node)) ?? { units: [], reviewers: [] };
    if (node < units) part.units.push(node);
    else part.reviewers.push(node - units);
    parts.set(root(node), part);
  }
  return [...parts.values()];
}
