import { invariant } from '../invariant';
import { sumSek, type Sek } from '../money';
import { ownerGroups, ownerParts, type OwnerAttribution, type OwnerGroup } from '../owner-group';
import type { Actor, Project } from '../round';
import { splitOverGroups } from '../split-over-groups';
import type { GrantPlan } from './envelope';

/** One grant's money in one year, divided between the owner groups. */
export interface OwnedMoney {
  readonly year: number;
  /** Kronor per owner group; they sum to the grant's money of the year. */
  readonly byGroup: Readonly<Record<OwnerGroup, Sek>>;
}

export interface OwnerShareYear extends OwnedMoney {
  readonly totalSek: Sek;
  /** The grants with money in the year, each with its sum, in the order given. */
  readonly amountsSek: readonly Sek[];
}

/**
 * Each grant's money of each year, divided between the region's own projects, municipalities and others.
 *
 * Rule    A joint project's money is split by `attribution`, to the krona (`splitOverGroups`), each year by itself.
 * Errors  InvariantError when a grant has no project.
 */
export function ownedMoney(
  grants: readonly GrantPlan[],
  projects: ReadonlyMap<string, Project>,
  actors: ReadonlyMap<string, Actor>,
  attribution: OwnerAttribution,
): readonly OwnedMoney[] {
  return grants.flatMap(({ applicationId, payments }) => {
    const project = projects.get(applicationId);
    invariant(project, `the grant ${applicationId} has no project`);
    const parts = ownerParts(project, actors, attribution);
    return payments.map(({ year, amountSek }) => {
      const pieces = new Map(splitOverGroups(amountSek, parts));
      return { year, byGroup: recordOf(ownerGroups.map((group) => pieces.get(group) ?? 0)) };
    });
  });
}

/** How each year's money falls on the owner groups, from grants of any time and call; years ascending. */
export function ownerSharesByYear(pieces: readonly OwnedMoney[]): readonly OwnerShareYear[] {
  const years = [...new Set(pieces.map(({ year }) => year))].sort((a, b) => a - b);
  return years.map((year) => {
    const own = pieces.filter((piece) => piece.year === year);
    const sums = ownerGroups.map((group) => sumSek(own.map(({ byGroup }) => byGroup[group])));
    const amountsSek = own.map(({ byGroup }) => sumSek(Object.values(byGroup))).filter((amount) => amount > 0);
    return { year, totalSek: sumSek(sums), byGroup: recordOf(sums), amountsSek };
  });
}

const recordOf = (amounts: readonly Sek[]) =>
  Object.fromEntries(ownerGroups.map((group, index) => [group, amounts[index] as Sek])) as Record<OwnerGroup, Sek>;
