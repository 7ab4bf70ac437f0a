import { splitByLargestRemainder, sumSek, type Sek } from '../money';
import type { OwnerAttribution } from '../owner-group';
import {
  actorTypes,
  partnerRoles,
  type Actor,
  type ActorType,
  type Application,
  type PartnerRole,
  type Round,
} from '../round';

/** What one type of actor does in a portfolio, and what money goes to it. */
export interface TypeParticipation {
  readonly actorType: ActorType;
  /** Actors of the type in the register. */
  readonly registered: number;
  /** Of those, how many own a chosen project, and how many take part in one in any role. */
  readonly leading: number;
  readonly takingPart: number;
  readonly grantSek: Sek;
  /** Of all that is granted, 0–1; 0 when nothing is. */
  readonly grantShare: number;
  /** The same money by the role of the actor in the project; they sum to `grantSek`. */
  readonly byRole: readonly { readonly role: PartnerRole; readonly grantSek: Sek }[];
}

export interface Participation {
  /** One entry per type, in the report's order. */
  readonly types: readonly TypeParticipation[];
  /** To partners that are not in the register: their type is not known. */
  readonly unknownSek: Sek;
  /** Types in the register of which nobody takes part. */
  readonly absentTypes: readonly ActorType[];
  /** The type with more than the stated share of the money; null when none has. */
  readonly dominantType: ActorType | null;
  /** Sum of squared shares of the money over the types, 1/5 (even) to 1 (one type has all); null when nothing is granted. */
  readonly concentration: number | null;
}

/**
 * Who takes part, by type of actor and role, and whether participation is skewed.
 *
 * Shapes  `grants`: kronor by the id of every chosen application.
 * Rule    Money follows the attribution: by the partners' cost shares to the krona (largest remainder), or all to the lead partner.
 *         An actor counts to its first type. A type is dominant above `dominantShare` (0–1) of the money.
 * Edges   No partner with a cost share: the lead partner has all.
 * Source  Kraftsamla Sörmland 2026, section 2.1; Herfindahl's index for the concentration.
 */
export function participation(
  { actors, applications }: Pick<Round, 'actors' | 'applications'>,
  grants: ReadonlyMap<string, Sek>,
  attribution: OwnerAttribution,
  dominantShare: number,
): Participation {
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  const pieces = applications.flatMap((application) =>
    piecesOf(application, grants.get(application.id), byId, attribution),
  );
  const total = sumSek(pieces.map((piece) => piece.sek));
  const types = actorTypes.map((actorType): TypeParticipation => {
    const own = pieces.filter((piece) => piece.actor?.actorType === actorType);
    const distinct = (list: typeof own) => new Set(list.map((piece) => piece.actor?.id)).size;
    const grantSek = sumSek(own.map((piece) => piece.sek));
    return {
      actorType,
      registered: actors.filter((actor) => actor.actorType === actorType).length,
      leading: distinct(own.filter((piece) => piece.role === 'lead_partner')),
      takingPart: distinct(own),
      grantSek,
      grantShare: total > 0 ? grantSek / total : 0,
      byRole: partnerRoles.map((role) => ({
        role,
        grantSek: sumSek(own.filter((piece) => piece.role === role).map((piece) => piece.sek)),
      })),
    };
  });
  return {
    types,
    unknownSek: sumSek(pieces.filter((piece) => piece.actor === null).map((piece) => piece.sek)),
    absentTypes: types.filter((type) => type.registered > 0 && type.takingPart === 0).map((type) => type.actorType),
    dominantType: types.find((type) => type.grantShare > dominantShare)?.actorType ?? null,
    concentration: total > 0 ? types.reduce((sum, { grantShare }) => sum + grantShare * grantShare, 0) : null,
  };
}

interface Piece {
  readonly actor: Actor | null;
  readonly role: PartnerRole;
  readonly sek: Sek;
}

function piecesOf(
  { project }: Application,
  grantSek: Sek | undefined,
  actors: ReadonlyMap<string, Actor>,
  attribution: OwnerAttribution,
): readonly Piece[] {
  if (grantSek === undefined) return [];
  const lead = { actorId: project.leadPartnerId, role: 'lead_partner' as const, costSharePct: 0 };
  const isStated = project.partners.some((partner) => partner.actorId === project.leadPartnerId);
  const partners = isStated ? project.partners : [lead, ...project.partners];
  const shares = partners.map((partner) => Math.max(0, partner.costSharePct));
  const isByShare = attribution === 'partner_budget' && shares.some((share) => share > 0);
  const parts = isByShare ? shares : partners.map((partner) => (partner.actorId === project.leadPartnerId ? 1 : 0));
  const amounts = splitByLargestRemainder(grantSek, parts);
  return partners.map((partner, index) => ({
    actor: actors.get(partner.actorId) ?? null,
    role: partner.role,
    sek: amounts[index] as Sek,
  }));
}
