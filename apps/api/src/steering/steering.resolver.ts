import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Application } from '../call/application.types';
import { CallService } from '../call/call.service';
import type { Loaders } from '../platform/graphql/loaders';
import { Refused } from '../platform/graphql/refused.types';
import { Actor } from '../reference/actor.types';
import { ReferenceService } from '../reference/reference.service';
import { ActorMapPayload, MappedActor, ParticipationPayload } from './actors.types';
import { CoveragePayload, CoveredItem, ParticipationArgs, PortfolioArgs } from './coverage.types';
import { ReportFrameService } from './report-frame.service';
import { ReportFrame, ReportFrameInput, SaveReportFramePayload } from './report-frame.types';
import { SteeringService } from './steering.service';

@Resolver(() => CoveredItem)
export class SteeringResolver {
  constructor(
    private readonly steering: SteeringService,
    private readonly calls: CallService,
  ) {}

  @Query(() => CoveragePayload, {
    complexity: 500,
    description: 'What of the plan a portfolio answers: needs, gaps, recommendations and priorities of the strategy.',
  })
  async coverage(@Args() args: PortfolioArgs) {
    const made = await this.steering.coverage(args);
    return made.ok ? made.value : Refused.because(made.refusal);
  }

  @Query(() => ParticipationPayload, {
    complexity: 500,
    description: 'Who takes part in a portfolio: roles and money by type of actor, and whether it is skewed.',
  })
  async participation(@Args() args: ParticipationArgs) {
    const made = await this.steering.participation(args);
    return made.ok ? made.value : Refused.because(made.refusal);
  }

  @Query(() => ActorMapPayload, {
    complexity: 500,
    description: 'The map of actors, as stated and as seen in projects.',
  })
  async actorMap(@Args() args: PortfolioArgs) {
    const made = await this.steering.actorMap(args);
    return made.ok ? made.value : Refused.because(made.refusal);
  }

  @ResolveField(() => [Application], { description: 'The chosen applications that say they answer it.' })
  async applications(@Parent() { applicationIds }: CoveredItem, @Context('loaders') loaders: Loaders) {
    return Promise.all(applicationIds.map((id) => loaders.load(this.calls.application, id)));
  }
}

@Resolver(() => ReportFrame)
export class ReportFrameResolver {
  constructor(private readonly frames: ReportFrameService) {}

  @Query(() => ReportFrame, { description: 'The plan that coverage is measured against.' })
  reportFrame() {
    return this.frames.current();
  }

  @Mutation(() => SaveReportFramePayload, { description: 'Puts another plan in the place of the one there is.' })
  async saveReportFrame(@Args('input', { description: 'The plan.' }) input: ReportFrameInput) {
    const saved = await this.frames.save(input);
    return saved.ok ? { reportFrame: saved.value } : Refused.because(saved.refusal);
  }
}

@Resolver(() => MappedActor)
export class MappedActorResolver {
  constructor(private readonly reference: ReferenceService) {}

  @ResolveField(() => Actor, { description: 'The actor.' })
  actor(@Parent() { actorId }: MappedActor, @Context('loaders') loaders: Loaders) {
    return loaders.load(this.reference.actor, actorId);
  }
}
