import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Loaders } from '../platform/graphql/loaders';
import { Refused } from '../platform/graphql/refused.types';
import { ActorRole } from './actor-role.types';
import { Actor, actorTypeWords } from './actor.types';
import { ActorInput, MunicipalityInput, SaveActorPayload, SaveMunicipalityPayload } from './edit-register.types';
import { Municipality } from './municipality.types';
import { RegisterService } from './register.service';

@Resolver(() => Actor)
export class ActorRegisterResolver {
  constructor(private readonly register: RegisterService) {}

  @Mutation(() => SaveActorPayload, { description: 'Saves an actor with its types and roles, new or changed.' })
  async saveActor(@Args('input', { description: 'The actor.' }) input: ActorInput) {
    const saved = await this.register.saveActor(input);
    return saved.ok ? { actor: saved.value } : Refused.because(saved.refusal);
  }

  @ResolveField(() => [actorTypeWords], { description: 'Types it has beside its first.' })
  furtherTypes(@Parent() actor: Actor, @Context('loaders') loaders: Loaders) {
    return loaders.load(this.register.furtherTypesOf, actor.id);
  }

  @ResolveField(() => [ActorRole], { description: 'What it says it does, in which phases, themes and municipalities.' })
  roles(@Parent() actor: Actor, @Context('loaders') loaders: Loaders) {
    return loaders.load(this.register.rolesOf, actor.id);
  }
}

@Resolver(() => Municipality)
export class MunicipalityRegisterResolver {
  constructor(private readonly register: RegisterService) {}

  @Mutation(() => SaveMunicipalityPayload, { description: 'Saves a municipality, new or changed.' })
  async saveMunicipality(@Args('input', { description: 'The municipality.' }) input: MunicipalityInput) {
    const saved = await this.register.saveMunicipality(input);
    return saved.ok ? { municipality: saved.value } : Refused.because(saved.refusal);
  }
}
