import type { ActorType, CyclePhase } from '../round';

/** What an actor does in the support system: the report's functions (section 2.1), one word each, and two of its needs. */
export const actorRoles = [
  'steering',
  'coordination',
  'funding',
  'funding_guidance',
  'advice',
  'business_development',
  'project_development',
  'project_finance',
  'research',
  'education',
  'social_innovation',
  'delivery',
  'testing',
  'intermediary',
  'receiver',
] as const;
export type ActorRole = (typeof actorRoles)[number];

/** One thing an actor says it does, and where. An actor has as many as it needs. */
export interface ActorRoleEntry {
  readonly actorId: string;
  readonly role: ActorRole;
  /** Phases of the project cycle in which it does it; `[]` for all of them. */
  readonly cyclePhases: readonly CyclePhase[];
  /** Themes it does it for; `[]` for no theme in particular. */
  readonly themes: readonly string[];
  /** Municipalities it does it in; `[]` for the whole county. */
  readonly municipalityCodes: readonly string[];
  readonly note: string | null;
}

/** A further type of an actor beside its first: a centre may be both industry and business support. */
export interface ActorFurtherType {
  readonly actorId: string;
  readonly actorType: ActorType;
}
