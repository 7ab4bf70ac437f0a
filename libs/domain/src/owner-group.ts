import { invariant } from './invariant';
import type { Actor, Project } from './round';

/** Who owns a project, in the split the committee discusses (report 5.2.8): the region itself, municipalities, or others. */
export const ownerGroups = ['region_own', 'municipal', 'other'] as const;
export type OwnerGroup = (typeof ownerGroups)[number];

/**
 * How a joint project's money is attributed to owner groups. `partner_budget` splits it by the partners' cost shares;
 * `lead_partner` counts all of it to the lead partner's group. The choice changes every split: it is always shown.
 */
export const ownerAttributions = ['partner_budget', 'lead_partner'] as const;
export type OwnerAttribution = (typeof ownerAttributions)[number];

/** The owner group of an actor: by legal form, a region is `region_own`, a municipality `municipal`, all else `other`. */
export function ownerGroupOf(actor: Pick<Actor, 'legalForm'>): OwnerGroup {
  if (actor.legalForm === 'region') return 'region_own';
  return actor.legalForm === 'municipality' ? 'municipal' : 'other';
}

/** The part of a project's money that each owner group answers for. Parts are non-negative with a positive sum (often 100). */
export type OwnerParts = Readonly<Record<OwnerGroup, number>>;

/**
 * The owner groups' parts of a project.
 *
 * Rule    `partner_budget`: the sum of the partners' cost shares in percent per group, as stated (they may fail to sum to 100:
 *         parts are relative). `lead_partner`: 1 for the lead partner's group.
 * Edges   No partner with a positive, known share: as `lead_partner`. Partners that are not among the actors count as `other`.
 * Errors  InvariantError when the lead partner is not among the actors and nothing else tells.
 */
export function ownerParts(
  project: Pick<Project, 'leadPartnerId' | 'partners'>,
  actors: ReadonlyMap<string, Pick<Actor, 'legalForm'>>,
  attribution: OwnerAttribution,
): OwnerParts {
  const parts = { region_own: 0, municipal: 0, other: 0 };
  if (attribution === 'partner_budget') {
    for (const partner of project.partners) {
      if (!(partner.costSharePct > 0)) continue;
      const actor = actors.get(partner.actorId);
      parts[actor ? ownerGroupOf(actor) : 'other'] += partner.costSharePct;
    }
    if (parts.region_own + parts.municipal + parts.other > 0) return parts;
  }
  const lead = actors.get(project.leadPartnerId);
  invariant(lead, `unknown lead partner ${project.leadPartnerId}`);
  return { ...parts, [ownerGroupOf(lead)]: 1 };
}
