import { Args, Context, ID, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ownerGroupOf, type OwnerGroup } from '@fordela/domain';
import { connectionOf } from '../platform/graphql/connection';
import type { Loaders } from '../platform/graphql/loaders';
import { PageArgs } from '../platform/graphql/page.args';
import { Actor, ownerGroupWords } from './actor.types';
import { DeMinimisAid } from './de-minimis-aid.types';
import { Municipality } from './municipality.types';
import { ReferenceService } from './reference.service';
import { StrategyPriority } from './strategy-priority.types';

@ObjectType({ description: 'A page of actors.' })
export class ActorConnection extends connectionOf(Actor, 'Actor', 'actors') {}

@Resolver(() => Actor)
export class ActorResolver {
  constructor(private readonly reference: ReferenceService) {}

  @Query(() => ActorConnection, { description: 'The register of actors, in the order of their ids.' })
  actors(@Args() { first, after }: PageArgs) {
    return this.reference.actors(first, after ?? null);
  }

  @Query(() => Actor, { nullable: true, description: 'One actor; null when there is no such.' })
  actor(
    @Args('id', { type: () => ID, description: 'Identifier of the actor.' }) id: string,
    @Context('loaders') loaders: Loaders,
  ) {
    return loaders.load(this.reference.actor, id);
  }

  @ResolveField(() => ownerGroupWords, {
    description: 'The owner group a project of this actor counts to, by legal form.',
  })
  ownerGroup(@Parent() actor: Actor): OwnerGroup {
    return ownerGroupOf(actor);
  }

  @ResolveField(() => Actor, { nullable: true, description: 'The organisation this unit is part of.' })
  parent(@Parent() actor: Actor, @Context('loaders') loaders: Loaders) {
    return loaders.loadOrNull(this.reference.actor, actor.parentActorId);
  }

  @ResolveField(() => Municipality, { nullable: true, description: 'The municipality where it has its seat.' })
  municipality(@Parent() actor: Actor, @Context('loaders') loaders: Loaders) {
    return loaders.loadOrNull(this.reference.municipality, actor.municipalityCode);
  }

  @ResolveField(() => [DeMinimisAid], { description: 'De minimis aid it has been granted before.' })
  deMinimisAid(@Parent() actor: Actor, @Context('loaders') loaders: Loaders) {
    return loaders.load(this.reference.deMinimisAid, actor.id);
  }
}

@Resolver(() => Municipality)
export class MunicipalityResolver {
  constructor(private readonly reference: ReferenceService) {}

  @Query(() => [Municipality], { description: 'The municipalities, in the order of their codes.' })
  municipalities() {
    return this.reference.municipalities();
  }

  @Query(() => Municipality, { nullable: true, description: 'One municipality; null when there is no such.' })
  municipality(
    @Args('code', { type: () => ID, description: 'Official code, four digits.' }) code: string,
    @Context('loaders') loaders: Loaders,
  ) {
    return loaders.load(this.reference.municipality, code);
  }

  @ResolveField(() => [Municipality], { description: 'The neighbours that are in the register.' })
  async neighbours(@Parent() municipality: Municipality, @Context('loaders') loaders: Loaders) {
    const found = municipality.neighbourCodes.map((code) => loaders.load(this.reference.municipality, code));
    return (await Promise.all(found)).filter((neighbour) => neighbour !== null);
  }
}

@Resolver(() => StrategyPriority)
export class StrategyPriorityResolver {
  constructor(private readonly reference: ReferenceService) {}

  @Query(() => [StrategyPriority], { description: 'The priorities of the regional development strategy.' })
  strategyPriorities() {
    return this.reference.priorities();
  }
}
