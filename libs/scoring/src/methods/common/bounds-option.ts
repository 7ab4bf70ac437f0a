import { accept, refusal, refuse, type Path, type Result } from '@fordela/domain';
import { z } from 'zod';
import type { DecisionProblem } from '../../problem/decision-problem';
import { perCriterionOption, spreadOption } from './per-criterion-option';

export type Bounds = readonly [low: number, high: number];

/** Bounds per criterion: `[[0, 10], …]` or by id. */
export const boundsOption = () => perCriterionOption(z.tuple([z.number(), z.number()])).optional();

const isPair = (value: unknown): value is Bounds =>
  Array.isArray(value) && value.length === 2 && value.every((end) => typeof end === 'number');

/**
 * The bounds of every criterion: as the task gives them, or else the ends of its scale.
 *
 * Errors  `bounds-missing`, naming the criteria without bounds or with two equal ends.
 */
export function boundsOf(
  given: Bounds | readonly Bounds[] | Readonly<Record<string, Bounds>> | undefined,
  problem: DecisionProblem,
  path: Path,
): Result<readonly Bounds[]> {
  const ids = problem.criteria.map(({ id }) => id);
  const spread = spreadOption<Bounds, null>(given, isPair, ids, null, [...path, 'bounds']);
  if (!spread.ok) return spread;
  const bounds = problem.criteria.map(({ scale }, j): Bounds | null => {
    const pair = spread.value[j] ?? (scale ? ([scale.min, scale.max] as const) : null);
    return pair && (pair[0] <= pair[1] ? pair : [pair[1], pair[0]]);
  });
  const criteria = ids.filter((_, j) => bounds[j] === null || bounds[j]![0] === bounds[j]![1]);
  if (criteria.length > 0) return refuse([refusal('bounds-missing', [...path, 'bounds'], { criteria })]);
  return accept(bounds as readonly Bounds[]);
}
