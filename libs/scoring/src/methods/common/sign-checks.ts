import { refusal, type Refusal } from '@fordela/domain';
import type { Prepared, PreparedWithGaps } from './prepare';

/** Refusals for every criterion with a value below 0 (`non-negative`) or not above 0 (`positive`), naming the first such value. */
export function signRefusals(
  prepared: Pick<Prepared | PreparedWithGaps, 'criterionIds' | 'columnPaths'>,
  table: readonly (readonly (number | null)[])[],
  need: 'positive' | 'non-negative',
  only: (criterion: number) => boolean = () => true,
): readonly Refusal[] {
  return prepared.criterionIds.flatMap((criterion, j) => {
    if (!only(j)) return [];
    const wrong = table
      .map((row) => row[j] ?? null)
      .find((x) => x !== null && (need === 'positive' ? !(x > 0) : x < 0));
    if (wrong === undefined || wrong === null) return [];
    const [path, params] = [prepared.columnPaths[j]!, { criterion, value: wrong }];
    return need === 'positive'
      ? [refusal('method-needs-positive', path, params)]
      : [refusal('method-needs-non-negative', path, params)];
  });
}
