import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { callStatusOn } from '@fordela/domain';
import { Clock } from '../platform/clock';
import { dayOf } from '../platform/day';
import type { Loaders } from '../platform/graphql/loaders';
import { Refused } from '../platform/graphql/refused.types';
import { Day } from '../platform/graphql/scalars';
import { YearAmount } from '../platform/graphql/year-amount.types';
import { ProjectService } from '../project/project.service';
import { Project } from '../project/project.types';
import { Actor } from '../reference/actor.types';
import { ReferenceService } from '../reference/reference.service';
import { ApplicationConnection, ApplicationPageArgs } from './application-page.types';
import { Application } from './application.types';
import { Call, callStatusWords } from './call.types';
import { CallService } from './call.service';
import { Dependency } from './dependency.types';
import { CallInput, SaveCallPayload } from './edit-call.types';

@Resolver(() => Call)
export class CallResolver {
  constructor(
    private readonly service: CallService,
    private readonly clock: Clock,
  ) {}

  @Query(() => [Call], { description: 'All calls, in the order of their ids.' })
  calls() {
    return this.service.calls();
  }

  @Query(() => Call, { nullable: true, description: 'One call; null when there is no such.' })
  call(
    @Args('id', { type: () => ID, description: 'Identifier of the call.' }) id: string,
    @Context('loaders') loaders: Loaders,
  ) {
    return loaders.load(this.service.call, id);
  }

  @Mutation(() => SaveCallPayload, { description: 'Saves a call, new or changed.' })
  async saveCall(@Args('input', { description: 'The call.' }) input: CallInput) {
    const saved = await this.service.saveCall(input);
    return saved.ok ? { call: saved.value } : Refused.because(saved.refusal);
  }

  @ResolveField(() => callStatusWords, { description: 'How it stands on a day, by its dates.' })
  status(
    @Parent() call: Call,
    @Args('asOf', { type: () => Day, nullable: true, description: 'The day; today when left out.' })
    asOf: string | null,
  ) {
    return callStatusOn(call, asOf ?? dayOf(this.clock.now()));
  }
}

@Resolver(() => Application)
export class ApplicationResolver {
  constructor(
    private readonly service: CallService,
    private readonly projects: ProjectService,
    private readonly reference: ReferenceService,
  ) {}

  @Query(() => ApplicationConnection, { description: "A page of a call's applications." })
  applications(@Args() args: ApplicationPageArgs) {
    return this.service.applications(args);
  }

  @Query(() => Application, { nullable: true, description: 'One application; null when there is no such.' })
  application(
    @Args('id', { type: () => ID, description: 'Case id.' }) id: string,
    @Context('loaders') loaders: Loaders,
  ) {
    return loaders.load(this.service.application, id);
  }

  @ResolveField(() => Call, { description: 'The call applied to.' })
  call(@Parent() application: Application, @Context('loaders') loaders: Loaders) {
    return loaders.load(this.service.call, application.callId);
  }

  @ResolveField(() => Project, { description: 'The project the money is for.' })
  project(@Parent() application: Application, @Context('loaders') loaders: Loaders) {
    return loaders.load(this.projects.project, application.projectId);
  }

  @ResolveField(() => Actor, { nullable: true, description: 'The unit that prepares it; null when it is not stated.' })
  preparingActor(@Parent() application: Application, @Context('loaders') loaders: Loaders) {
    return loaders.loadOrNull(this.reference.actor, application.preparingActorId);
  }

  @ResolveField(() => [YearAmount], { description: 'Amount requested per year; years without are left out.' })
  requested(@Parent() application: Application, @Context('loaders') loaders: Loaders) {
    return loaders.load(this.service.requests, application.id);
  }

  @ResolveField(() => [Dependency], { description: 'Its links to other applications.' })
  dependencies(@Parent() application: Application, @Context('loaders') loaders: Loaders) {
    return loaders.load(this.service.dependencies, application.id);
  }
}

@Resolver(() => Project)
export class ProjectApplicationsResolver {
  constructor(private readonly service: CallService) {}

  @ResolveField(() => [Application], { description: 'The applications made for it, in any call.' })
  applications(@Parent() project: Project, @Context('loaders') loaders: Loaders) {
    return loaders.load(this.service.applicationsOfProject, project.id);
  }
}

@Resolver(() => Dependency)
export class DependencyResolver {
  constructor(private readonly service: CallService) {}

  @ResolveField(() => Application, {
    nullable: true,
    description: 'The application it points to; null when there is no such.',
  })
  to(@Parent() link: Dependency, @Context('loaders') loaders: Loaders) {
    return loaders.load(this.service.application, link.toApplicationId);
  }
}
