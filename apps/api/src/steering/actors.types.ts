import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type {
  ActorMap as ActorMapData,
  ActorRole as ActorRoleWord,
  ActorType,
  CyclePhase,
  MappedActor as MappedActorData,
  PartnerRole,
  Sek,
  TypeParticipation as TypeParticipationData,
} from '@fordela/domain';
import { outcomeOf } from '../platform/graphql/refused.types';
import { Kronor } from '../platform/graphql/scalars';
import { partnerRoleWords } from '../project/project-partner.types';
import { ActorRole, actorRoleWords } from '../reference/actor-role.types';
import { actorTypeWords } from '../reference/actor.types';
import { cyclePhaseWords } from '../reference/cycle-phase.types';
import { PortfolioBasis } from './basis.types';

@ObjectType({ description: 'Money by the role of the actor in the project.' })
export class RoleMoney {
  @Field(() => partnerRoleWords, { description: 'The role.' })
  readonly role: PartnerRole;
  @Field(() => Kronor, { description: 'The money.' })
  readonly grantSek: Sek;
}

@ObjectType({ description: 'What one type of actor does in a portfolio, and what money goes to it.' })
export class TypeParticipation implements TypeParticipationData {
  @Field(() => actorTypeWords, { description: 'The type; an actor counts to its first.' })
  readonly actorType: ActorType;
  @Field(() => Int, { description: 'Actors of the type in the register.' })
  readonly registered: number;
  @Field(() => Int, { description: 'Of those, how many own a chosen project.' })
  readonly leading: number;
  @Field(() => Int, { description: 'Of those, how many take part in one in any role.' })
  readonly takingPart: number;
  @Field(() => Kronor, { description: 'Money to the type.' })
  readonly grantSek: Sek;
  @Field(() => Float, { description: 'Of all the money, 0 to 1; 0 when there is none.' })
  readonly grantShare: number;
  @Field(() => [RoleMoney], { description: 'The same money by role.' })
  readonly byRole: readonly RoleMoney[];
}

@ObjectType({ description: 'Who takes part, by type of actor and role, and whether participation is skewed.' })
export class Participation {
  @Field(() => PortfolioBasis, { description: 'Which projects and money.' })
  readonly basis: PortfolioBasis;
  @Field(() => [TypeParticipation], { description: "One entry per type, in the report's order." })
  readonly types: readonly TypeParticipation[];
  @Field(() => Kronor, { description: 'To partners that are not in the register.' })
  readonly unknownSek: Sek;
  @Field(() => [actorTypeWords], { description: 'Types in the register of which nobody takes part.' })
  readonly absentTypes: readonly ActorType[];
  @Field(() => actorTypeWords, { nullable: true, description: 'The type that dominates; null when none does.' })
  readonly dominantType: ActorType | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Sum of squared shares of the money over the types: 0.2 is even, 1 means one type has all.',
  })
  readonly concentration: number | null;
}

export const ParticipationPayload = outcomeOf(
  'ParticipationPayload',
  'Who takes part, or why it cannot be said.',
  Participation,
);

@ObjectType({ description: 'What an actor says it does and what it is seen doing.' })
export class MappedActor implements Omit<MappedActorData, 'roles'> {
  @Field(() => ID, { description: 'The actor.' })
  readonly actorId: string;
  @Field(() => [ActorRole], { description: 'What it says it does.' })
  readonly roles: readonly Omit<ActorRole, 'actorId' | 'roleNo'>[];
  @Field(() => [ID], { description: 'Chosen applications it owns.' })
  readonly leadsApplicationIds: readonly string[];
  @Field(() => [ID], { description: 'Chosen applications it takes part in without owning them.' })
  readonly joinsApplicationIds: readonly string[];
}

@ObjectType({ isAbstract: true })
abstract class MapPlace {
  @Field(() => [ID], { description: 'Actors that say they do something there.' })
  readonly statedActorIds: readonly string[];
  @Field(() => [ID], { description: 'Actors that take part in chosen projects there.' })
  readonly practisingActorIds: readonly string[];
}

@ObjectType({ description: 'A phase on the map of actors.' })
export class PhasePlace extends MapPlace {
  @Field(() => cyclePhaseWords, { description: 'The phase of the project cycle.' })
  readonly cyclePhase: CyclePhase;
}

@ObjectType({ description: 'A theme on the map of actors.' })
export class ThemePlace extends MapPlace {
  @Field({ description: 'The theme.' })
  readonly theme: string;
}

@ObjectType({ description: 'A municipality on the map of actors.' })
export class MunicipalityPlace extends MapPlace {
  @Field(() => ID, { description: 'Code of the municipality.' })
  readonly municipalityCode: string;
  @Field(() => [ID], { description: 'Actors with their seat there.' })
  readonly seatedActorIds: readonly string[];
}

@ObjectType({ description: 'A role in a phase. Nobody in it is a hole in the support system.' })
export class RoleInPhase {
  @Field(() => actorRoleWords, { description: 'The role.' })
  readonly role: ActorRoleWord;
  @Field(() => cyclePhaseWords, { description: 'The phase.' })
  readonly cyclePhase: CyclePhase;
  @Field(() => [ID], { description: 'Who says they do it there.' })
  readonly actorIds: readonly string[];
}

@ObjectType({ description: 'The map of actors: who does what, in which phase, for which theme and municipality.' })
export class ActorMap implements ActorMapData {
  @Field(() => PortfolioBasis, { description: 'Which projects count as practice.' })
  readonly basis: PortfolioBasis;
  @Field(() => [MappedActor], { description: 'Every actor of the register.' })
  readonly actors: readonly MappedActor[];
  @Field(() => [PhasePlace], { description: 'By phase.' })
  readonly byPhase: readonly PhasePlace[];
  @Field(() => [ThemePlace], { description: 'By theme.' })
  readonly byTheme: readonly ThemePlace[];
  @Field(() => [MunicipalityPlace], { description: 'By municipality.' })
  readonly byMunicipality: readonly MunicipalityPlace[];
  @Field(() => [RoleInPhase], { description: 'Every role in every phase.' })
  readonly rolesByPhase: readonly RoleInPhase[];
}

export const ActorMapPayload = outcomeOf('ActorMapPayload', 'The map, or why there is none.', ActorMap);
