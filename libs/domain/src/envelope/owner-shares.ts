import { invariant } from '../invariant';
import { splitByLargestRemainder, sumSek, type Sek } from '../money';
import { ownerGroups, ownerParts, type OwnerAttribution, type OwnerGroup } from '../owner-group';
import type { Actor, Project } from '../round';
import type { GrantPlan } from './envelope';

export interface OwnerShareYear {
  readonly year: number;
  readonly totalSek: Sek;
  /** Kronor per owner group; they sum to the total. */
  readonly byGroup: Readonly<Record<OwnerGroup, Sek>>;
}

/**
 * How much of each year's money goes to the region's own projects, to municipalities and to others, over the years.
 *
 * Rule    A joint project's money is split by `attribution`, to the krona, each year by itself.
 * Errors  InvariantError when a grant has no project.
 */
export function ownerSharesByYear(
  grants: readonly GrantPlan[],
  projects: ReadonlyMap<string, Project>,
  actors: ReadonlyMap<string, Actor>,
  attribution: OwnerAttribution,
): readonly OwnerShareYear[] {
  const years = [...new Set(grants.flatMap((grant) => grant.payments.map((entry) => entry.year)))].sort(
    (a, b) => a - b,
  );
  return years.map((year) => {
    const pieces = grants.flatMap((grant) => {
      const amount = grant.payments.find((entry) => entry.year === year)?.amountSek ?? 0;
      const project = projects.get(grant.applicationId);
      invariant(project, `the grant ${grant.applicationId} has no project`);
      const parts = ownerParts(project, actors, attribution);
      const split = splitByLargestRemainder(
        amount,
        ownerGroups.map((group) => parts[group]),
      );
      return [split];
    });
    const sums = ownerGroups.map((_, index) => sumSek(pieces.map((split) => split[index] as Sek)));
    const byGroup = Object.fromEntries(ownerGroups.map((group, index) => [group, sums[index] as Sek])) as Record<
      OwnerGroup,
      Sek
    >;
    return { year, totalSek: sumSek(sums), byGroup };
  });
}
