import type { GroupDimension } from '../allocation/allocation-options.types';
import type { Allocation, AllocationShares, GroupShare } from '../allocation/allocation.types';
import type { ComparedDimension, ComparedScenario } from './comparison.types';

const dimensions: readonly (readonly [GroupDimension, keyof AllocationShares])[] = [
  ['ownerGroup', 'ownerGroups'],
  ['phase', 'phases'],
  ['theme', 'themes'],
  ['municipality', 'municipalities'],
];

/** What differs between an allocation and the first one: who enters, who leaves, who gets another amount. */
export function differencesFrom(first: Allocation, other: Allocation): Omit<ComparedScenario, 'scenario'> {
  const [before, after] = [first, other].map(
    ({ funded }) => new Map(funded.map((grant) => [grant.applicationId, grant])),
  );
  const both = other.funded.filter(({ applicationId }) => before!.has(applicationId));
  return {
    enters: other.funded.filter(({ applicationId }) => !before!.has(applicationId)),
    leaves: first.funded.filter(({ applicationId }) => !after!.has(applicationId)),
    changes: both.filter(({ applicationId, grantedSek }) => before!.get(applicationId)!.grantedSek !== grantedSek),
    inBoth: both.length,
    grantedDifferenceSek: other.grantedSek - first.grantedSek,
    valueDifference: other.value - first.value,
  };
}

/** The groups of every kind, each with its money in every allocation. */
export function groupsSideBySide(allocations: readonly Allocation[]): readonly ComparedDimension[] {
  return dimensions.map(([dimension, list]) => {
    const lists = allocations.map(({ shares }) => shares[list]);
    const names = new Map(lists.flat().map(({ group, name }) => [group, name]));
    // Owner groups and phases keep their own order; what only later scenarios have comes after.
    const groups = [...names].map(([group, name]) => ({
      group,
      name,
      shares: lists.map((shares) => shares.find((share) => share.group === group) ?? nothing(group, name, lists)),
    }));
    return { dimension, groups };
  });
}

function nothing(group: string, name: string, lists: readonly (readonly GroupShare[])[]): GroupShare {
  const isPerInhabitant = lists.some((list) =>
    list.some((share) => share.group === group && share.perInhabitantSek !== null),
  );
  return { group, name, amountSek: 0, share: 0, projects: 0, perInhabitantSek: isPerInhabitant ? 0 : null };
}
