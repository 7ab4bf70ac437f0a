import { splitByLargestRemainder, type Sek } from './money';

/**
 * Splits whole kronor over groups in proportion to their parts, the same way wherever it is done: by largest remainder, a krona that two
 * groups have equal claim to going to the one whose id comes first by code unit. The order the parts are stated in never matters.
 *
 * Shapes  parts: finite and ≥ 0 by group. Returns whole amounts for the groups with a positive part, in the order of their ids.
 * Edges   No positive part: nothing is split, and nothing is returned.
 * Errors  InvariantError as for `splitByLargestRemainder`.
 * @example splitOverGroups(101, { region_own: 50, municipal: 50 }) // => [['municipal', 51], ['region_own', 50]]
 */
export function splitOverGroups(
  amountSek: Sek,
  parts: Readonly<Record<string, number>>,
): readonly (readonly [group: string, amountSek: Sek])[] {
  const groups = Object.keys(parts)
    .filter((group) => parts[group] !== 0)
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  if (groups.length === 0) return [];
  const pieces = splitByLargestRemainder(
    amountSek,
    groups.map((group) => parts[group] as number),
  );
  return groups.map((group, index) => [group, pieces[index] as Sek] as const);
}
