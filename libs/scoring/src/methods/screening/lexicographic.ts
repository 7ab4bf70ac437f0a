import type { Direction } from '../../problem/criterion';

/**
 * Orders alternatives by the most important criterion, ties by the next, and so on.
 *
 * Shapes  values: m × n; order: criterion indexes, most important first; indifference: per criterion, how far behind the best of
 *         a group still counts as equal (0: exact).
 * Rule    The best of a group, and all within the indifference of it, form a class; then the same among the rest. Each class is
 *         split by the next criterion.
 * Returns classes of indexes, best first, and for each alternative the criterion after which its place was settled (null: never).
 * Source  Fishburn 1974, Management Science 20:1442–1471; Tversky 1969 (semiorder).
 */
export function lexicographicOrder(
  values: readonly (readonly number[])[],
  directions: readonly Direction[],
  order: readonly number[],
  indifference: readonly number[],
): { readonly classes: readonly (readonly number[])[]; readonly decidedBy: readonly (number | null)[] } {
  const decidedBy = new Array<number | null>(values.length).fill(null);
  const split = (group: readonly number[], depth: number): readonly (readonly number[])[] => {
    const criterion = order[depth];
    if (group.length <= 1 || criterion === undefined) return [group];
    const worth = (i: number) =>
      directions[criterion] === 'maximise' ? values[i]![criterion]! : -values[i]![criterion]!;
    let left = [...group].sort((a, b) => worth(b) - worth(a) || a - b);
    const classes: number[][] = [];
    while (left.length > 0) {
      const best = worth(left[0]!);
      const equal = left.filter((i) => best - worth(i) <= indifference[criterion]!);
      classes.push(equal);
      left = left.filter((i) => !equal.includes(i));
    }
    for (const members of classes) if (members.length === 1) decidedBy[members[0]!] = criterion;
    return classes.flatMap((members) => split(members, depth + 1));
  };
  return {
    classes: split(
      values.map((_, i) => i),
      0,
    ),
    decidedBy,
  };
}
