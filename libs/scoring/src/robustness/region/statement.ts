import type { LinearStatement } from '../../weights/statements/linear-statement';

const unit = (criteria: number, entries: Readonly<Record<number, number>>): number[] =>
  Array.from({ length: criteria }, (_, c) => entries[c] ?? 0);

/** A weight known to lie between two numbers: two statements, or one equality when they are the same. */
export function intervalStatements(
  criteria: number,
  criterion: number,
  low: number,
  high: number,
  id: string,
): readonly LinearStatement[] {
  const coefficients = unit(criteria, { [criterion]: 1 });
  if (low === high) return [{ id, coefficients, relation: '=', rhs: low, path: [] }];
  return [
    { id, coefficients, relation: '>=', rhs: low, path: [] },
    { id, coefficients, relation: '<=', rhs: high, path: [] },
  ];
}

/** What standing on one level of a ranking means: equally important, or nothing is said about their order. */
export const levelMeanings = ['equal', 'unordered'] as const;
export type LevelMeaning = (typeof levelMeanings)[number];

/**
 * A ranking of criteria, most important level first, as statements: no criterion weighs less than one on the next level.
 * Criteria that are not in the ranking are left free.
 *
 * @example rankingStatements(3, [[2], [0, 1]], 'equal', String) // w2 ≥ w0 and w0 = w1
 */
export function rankingStatements(
  criteria: number,
  levels: readonly (readonly number[])[],
  meaning: LevelMeaning,
  nameOf: (criterion: number) => string,
): readonly LinearStatement[] {
  const statements: LinearStatement[] = [];
  const add = (more: number, less: number, relation: '>=' | '=') =>
    statements.push({
      id: `${nameOf(more)} ${relation} ${nameOf(less)}`,
      coefficients: unit(criteria, { [more]: 1, [less]: -1 }),
      relation,
      rhs: 0,
      path: [],
    });
  levels.forEach((level, depth) => {
    if (meaning === 'equal') level.slice(1).forEach((criterion, k) => add(level[k] as number, criterion, '='));
    const next = levels[depth + 1];
    if (!next) return;
    if (meaning === 'equal') add(level[0] as number, next[0] as number, '>=');
    else for (const more of level) for (const less of next) add(more, less, '>=');
  });
  return statements;
}
