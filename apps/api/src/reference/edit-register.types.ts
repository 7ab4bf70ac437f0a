import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { ActorRole as ActorRoleWord, ActorType, CyclePhase, LegalForm } from '@fordela/domain';
import { outcomeOf } from '../platform/graphql/refused.types';
import { Day } from '../platform/graphql/scalars';
import { actorRoleWords } from './actor-role.types';
import { Actor, actorTypeWords, legalFormWords } from './actor.types';
import { cyclePhaseWords } from './cycle-phase.types';
import { Municipality } from './municipality.types';

@InputType({ description: 'One thing an actor says it does.' })
export class ActorRoleInput {
  @Field(() => actorRoleWords, { description: 'What it does.' })
  readonly role: ActorRoleWord;
  @Field(() => [cyclePhaseWords], {
    defaultValue: [],
    description: 'In which phases of the project cycle; empty for all of them.',
  })
  readonly cyclePhases: CyclePhase[];
  @Field(() => [String], { defaultValue: [], description: 'For which themes; empty for none in particular.' })
  readonly themes: string[];
  @Field(() => [ID], { defaultValue: [], description: 'In which municipalities; empty for the whole county.' })
  readonly municipalityCodes: string[];
  @Field(() => String, { nullable: true, description: 'Free note.' })
  readonly note?: string | null;
}

@InputType({ description: 'An actor as it should be in the register, whole: what is left out is taken away.' })
export class ActorInput {
  @Field(() => ID, { description: 'Identifier: letters, digits, ".", "_" and "-".' })
  readonly id: string;
  @Field({ description: 'Name.' })
  readonly name: string;
  @Field(() => actorTypeWords, { description: 'Its first type: the one money is counted to.' })
  readonly actorType: ActorType;
  @Field(() => [actorTypeWords], { defaultValue: [], description: 'Types it has beside its first.' })
  readonly furtherTypes: ActorType[];
  @Field(() => legalFormWords, { description: 'Legal form; decides its owner group.' })
  readonly legalForm: LegalForm;
  @Field(() => ID, { nullable: true, description: 'The organisation this unit is part of.' })
  readonly parentActorId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Code of the municipality where it has its seat.' })
  readonly municipalityCode?: string | null;
  @Field(() => String, { nullable: true, description: 'Where the entry comes from.' })
  readonly provenance?: string | null;
  @Field(() => String, { nullable: true, description: 'Free note.' })
  readonly note?: string | null;
  @Field(() => [ActorRoleInput], { defaultValue: [], description: 'What it says it does.' })
  readonly roles: ActorRoleInput[];
  @Field(() => Int, {
    nullable: true,
    description: 'The version the edit was made from; null for an actor that is new.',
  })
  readonly expectedVersion?: number | null;
}

@ObjectType({ description: 'The actor was saved.' })
export class ActorSaved {
  @Field(() => Actor, { description: 'The actor as it now is.' })
  readonly actor: Actor;
}

export const SaveActorPayload = outcomeOf('SaveActorPayload', 'The actor that was saved, or why not.', ActorSaved);

@InputType({
  description: 'A municipality as it should be in the register. Its size class follows from the inhabitants.',
})
export class MunicipalityInput {
  @Field(() => ID, { description: 'The official four digits.' })
  readonly code: string;
  @Field({ description: 'Name.' })
  readonly name: string;
  @Field(() => Int, { description: 'Inhabitants.' })
  readonly population: number;
  @Field(() => Day, { description: 'The day they were counted.' })
  readonly populationDate: string;
  @Field(() => [ID], { description: 'Codes of the municipalities in the register it borders on.' })
  readonly neighbourCodes: string[];
  @Field(() => Int, {
    nullable: true,
    description: 'The version the edit was made from; null for a municipality that is new.',
  })
  readonly expectedVersion?: number | null;
}

@ObjectType({ description: 'The municipality was saved.' })
export class MunicipalitySaved {
  @Field(() => Municipality, { description: 'The municipality as it now is.' })
  readonly municipality: Municipality;
}

export const SaveMunicipalityPayload = outcomeOf(
  'SaveMunicipalityPayload',
  'The municipality that was saved, or why not.',
  MunicipalitySaved,
);
