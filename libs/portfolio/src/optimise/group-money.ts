import { splitByLargestRemainder } from '@fordela/domain';
import type { FundingLevel, Membership, PortfolioProject } from '../problem/allocation-problem';

/**
 * The money of an amount that counts in each group: all of it in every group for tags, split for parts as `splitOverGroups` does: by
 * largest remainder, ties to the lower id (a membership holds its parts in the order of their ids). A negative amount (shared costs
 * saved) is split as its opposite.
 *
 * @example moneyByGroup({ mode: 'parts', parts: [{ group: 'a', part: 70 }, { group: 'b', part: 30 }] }, 10) // a → 7, b → 3
 */
export function moneyByGroup(membership: Membership | undefined, amount: number): ReadonlyMap<string, number> {
  if (!membership || membership.parts.length === 0) return new Map();
  if (membership.mode === 'tags') return new Map(membership.parts.map(({ group }) => [group, amount]));
  const pieces = splitByLargestRemainder(
    Math.abs(amount),
    membership.parts.map(({ part }) => part),
  );
  const sign = amount < 0 ? -1 : 1;
  return new Map(membership.parts.map(({ group }, index) => [group, sign * (pieces[index] as number)]));
}

/** The part of a cost that falls on some resources; all money when null. */
export function moneyOn(
  costs: Readonly<Record<string, number>>,
  money: number,
  resourceIds: readonly string[] | null,
): number {
  return resourceIds === null ? money : resourceIds.reduce((sum, id) => sum + (costs[id] ?? 0), 0);
}

/** What a level counts in a set of groups, in money (of some resources) or in grants. */
export function countsIn(
  project: PortfolioProject,
  level: FundingLevel,
  dimension: string,
  groups: readonly string[],
  measure: 'money' | 'count',
  resourceIds: readonly string[] | null,
): number {
  const membership = project.groups[dimension];
  if (!membership) return 0;
  if (measure === 'count') return membership.parts.some(({ group }) => groups.includes(group)) ? 1 : 0;
  const byGroup = moneyByGroup(membership, moneyOn(level.costs, level.money, resourceIds));
  // A tagged project with several of the groups counts once: "early phases or shared capacity" is one pot.
  if (membership.mode === 'tags') return groups.some((group) => byGroup.has(group)) ? [...byGroup.values()][0]! : 0;
  return groups.reduce((sum, group) => sum + (byGroup.get(group) ?? 0), 0);
}
