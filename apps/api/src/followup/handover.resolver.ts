import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Application } from '../call/application.types';
import type { Loaders } from '../platform/graphql/loaders';
import { Refused } from '../platform/graphql/refused.types';
import { Actor } from '../reference/actor.types';
import { ReferenceService } from '../reference/reference.service';
import { HandoverService } from './handover.service';
import { Handover, HandoverInput, SaveHandoverPayload } from './handover.types';

@Resolver(() => Handover)
export class HandoverResolver {
  constructor(
    private readonly handovers: HandoverService,
    private readonly reference: ReferenceService,
  ) {}

  @Mutation(() => SaveHandoverPayload, { description: 'Saves what is known of who carries a project’s result on.' })
  async saveHandover(@Args('input', { description: 'What is known.' }) input: HandoverInput) {
    const saved = await this.handovers.save(input);
    return saved.ok ? { handover: saved.value } : Refused.because(saved.refusal);
  }

  @ResolveField(() => Actor, { nullable: true, description: 'Who pays for keeping the result running.' })
  runningCostOwner(@Parent() { runningCostOwnerActorId }: Handover, @Context('loaders') loaders: Loaders) {
    return loaders.loadOrNull(this.reference.actor, runningCostOwnerActorId);
  }
}

@Resolver(() => Application)
export class ApplicationHandoverResolver {
  constructor(private readonly handovers: HandoverService) {}

  @ResolveField(() => Handover, {
    nullable: true,
    description: 'Who carries the result on; null when nothing is stated.',
  })
  handover(@Parent() { id }: Application, @Context('loaders') loaders: Loaders) {
    return loaders.load(this.handovers.handover, id);
  }
}
