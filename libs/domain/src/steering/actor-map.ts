import { actorRoles, type ActorRole, type ActorRoleEntry } from '../register/actor-role';
import { cyclePhases, type Application, type CyclePhase, type Round } from '../round';

/** What an actor says it does and what it is seen doing. */
export interface MappedActor {
  readonly actorId: string;
  readonly roles: readonly Omit<ActorRoleEntry, 'actorId'>[];
  /** Chosen applications it owns or takes part in, sorted. */
  readonly leadsApplicationIds: readonly string[];
  readonly joinsApplicationIds: readonly string[];
}

/** One place of the map: who says it does something there, and who takes part in projects there. Both sorted. */
export interface MapPlace {
  readonly statedActorIds: readonly string[];
  readonly practisingActorIds: readonly string[];
}

export interface ActorMap {
  readonly actors: readonly MappedActor[];
  readonly byPhase: readonly (MapPlace & { readonly cyclePhase: CyclePhase })[];
  readonly byTheme: readonly (MapPlace & { readonly theme: string })[];
  readonly byMunicipality: readonly (MapPlace & {
    readonly municipalityCode: string;
    readonly seatedActorIds: readonly string[];
  })[];
  /** Which role is stated in which phase, by whom: an empty list is a hole in the support system. */
  readonly rolesByPhase: readonly {
    readonly role: ActorRole;
    readonly cyclePhase: CyclePhase;
    readonly actorIds: readonly string[];
  }[];
}

/**
 * The map of actors the report misses: who does what, in which phase of the project cycle, for which theme and municipality.
 *
 * Shapes  `isChosen` picks the applications that count as practice. Actors, themes and municipalities in order of id.
 * Rule    A stated role without phases counts in all four, without municipalities in all of them; without themes in none. An actor
 *         practises in the phases where its projects have cost, and in all their themes and municipalities.
 * Source  Kraftsamla Sörmland 2026, section 4.1 and table 2 (S6: overview of actors and roles).
 */
export function actorMap(
  { actors, applications, municipalities }: Pick<Round, 'actors' | 'applications' | 'municipalities'>,
  entries: readonly ActorRoleEntry[],
  isChosen: (application: Application) => boolean,
): ActorMap {
  const chosen = applications.filter(isChosen);
  const stated = (holds: (entry: ActorRoleEntry) => boolean) =>
    sorted(entries.filter(holds).map((entry) => entry.actorId));
  const practising = (holds: (application: Application) => boolean) =>
    sorted(chosen.filter(holds).flatMap(({ project }) => partnersOf(project)));
  const inPhase = (phase: CyclePhase) => (entry: ActorRoleEntry) =>
    entry.cyclePhases.length === 0 || entry.cyclePhases.includes(phase);
  const themes = sorted([
    ...entries.flatMap((entry) => entry.themes),
    ...chosen.flatMap(({ project }) => project.themes),
  ]);
  return {
    actors: actors.map(({ id }) => ({
      actorId: id,
      roles: entries.filter(({ actorId }) => actorId === id).map(({ actorId: _, ...role }) => role),
      leadsApplicationIds: chosen.filter(({ project }) => project.leadPartnerId === id).map((item) => item.id),
      joinsApplicationIds: chosen
        .filter(({ project }) => project.leadPartnerId !== id && partnersOf(project).includes(id))
        .map((item) => item.id),
    })),
    byPhase: cyclePhases.map((cyclePhase) => ({
      cyclePhase,
      statedActorIds: stated(inPhase(cyclePhase)),
      practisingActorIds: practising(({ project }) =>
        project.phases.some(
          (phase) => phase.cyclePhase === cyclePhase && phase.costs.some((entry) => entry.amountSek > 0),
        ),
      ),
    })),
    byTheme: themes.map((theme) => ({
      theme,
      statedActorIds: stated((entry) => entry.themes.includes(theme)),
      practisingActorIds: practising(({ project }) => project.themes.includes(theme)),
    })),
    byMunicipality: municipalities.map(({ code }) => ({
      municipalityCode: code,
      seatedActorIds: sorted(actors.filter((actor) => actor.municipalityCode === code).map(({ id }) => id)),
      statedActorIds: stated((entry) => entry.municipalityCodes.length === 0 || entry.municipalityCodes.includes(code)),
      practisingActorIds: practising(({ project }) => project.municipalityCodes.includes(code)),
    })),
    rolesByPhase: actorRoles.flatMap((role) =>
      cyclePhases.map((cyclePhase) => ({
        role,
        cyclePhase,
        actorIds: stated((entry) => entry.role === role && inPhase(cyclePhase)(entry)),
      })),
    ),
  };
}

const sorted = (ids: readonly string[]): readonly string[] => [...new Set(ids)].sort();

const partnersOf = (project: Application['project']): readonly string[] => [
  project.leadPartnerId,
  ...project.partners.map((partner) => partner.actorId),
];
