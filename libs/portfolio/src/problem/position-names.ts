import type { ProblemFile } from './problem-file';
import { compareIds, sortedIds } from './reading';

/** What the positions of a list of costs mean: the years, the keys of the budget, or 1, 2, …; [] for one sum. */
export function positionNames(file: Pick<ProblemFile, 'years' | 'budget'>): readonly string[] {
  if (file.years) return file.years.map((entry) => String(entry.year)).sort(compareIds);
  if (Array.isArray(file.budget)) return file.budget.map((_, index) => String(index + 1));
  if (typeof file.budget === 'object') return sortedIds(Object.keys(file.budget));
  return [];
}
