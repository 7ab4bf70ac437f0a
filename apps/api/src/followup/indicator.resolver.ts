import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { attainment } from '@fordela/domain';
import { Application } from '../call/application.types';
import { CallService } from '../call/call.service';
import { Clock } from '../platform/clock';
import { dayOf } from '../platform/day';
import type { Loaders } from '../platform/graphql/loaders';
import { Refused } from '../platform/graphql/refused.types';
import { Day } from '../platform/graphql/scalars';
import { Actor } from '../reference/actor.types';
import { ReferenceService } from '../reference/reference.service';
import { Attainment } from './attainment.types';
import {
  IndicatorInput,
  IndicatorResultInput,
  RecordIndicatorResultPayload,
  SaveIndicatorPayload,
} from './edit-indicator.types';
import { IndicatorService, measured } from './indicator.service';
import { Indicator, IndicatorResult } from './indicator.types';

@Resolver(() => Indicator)
export class IndicatorResolver {
  constructor(
    private readonly service: IndicatorService,
    private readonly calls: CallService,
    private readonly reference: ReferenceService,
    private readonly clock: Clock,
  ) {}

  @Query(() => Indicator, { nullable: true, description: 'One indicator; null when there is no such.' })
  indicator(
    @Args('id', { type: () => ID, description: 'Identifier of the indicator.' }) id: string,
    @Context('loaders') loaders: Loaders,
  ) {
    return loaders.load(this.service.indicator, id);
  }

  @Mutation(() => SaveIndicatorPayload, { description: 'Saves an indicator, new or changed.' })
  async saveIndicator(@Args('input', { description: 'The indicator.' }) input: IndicatorInput) {
    const saved = await this.service.save(input);
    return saved.ok ? { indicator: saved.value } : Refused.because(saved.refusal);
  }

  @Mutation(() => RecordIndicatorResultPayload, {
    description:
      'Records what was measured on a day. Where people are counted, by sex, and the parts must sum to the value.',
  })
  async recordIndicatorResult(@Args('input', { description: 'The result.' }) input: IndicatorResultInput) {
    const recorded = await this.service.record(input);
    return recorded.ok ? recorded.value : Refused.because(recorded.refusal);
  }

  @ResolveField(() => Application, { description: 'The application of the project.' })
  application(@Parent() { applicationId }: Indicator, @Context('loaders') loaders: Loaders) {
    return loaders.load(this.calls.application, applicationId);
  }

  @ResolveField(() => Actor, { nullable: true, description: 'Who answers for it.' })
  owner(@Parent() { ownerActorId }: Indicator, @Context('loaders') loaders: Loaders) {
    return loaders.loadOrNull(this.reference.actor, ownerActorId);
  }

  @ResolveField(() => [IndicatorResult], { description: 'What was measured, the first day first.' })
  results(@Parent() { id }: Indicator, @Context('loaders') loaders: Loaders) {
    return loaders.load(this.service.results, id);
  }

  @ResolveField(() => Attainment, { description: 'How far it has come on a day.' })
  async attainment(
    @Parent() indicator: Indicator,
    @Args('asOf', { type: () => Day, nullable: true, description: 'The day; today when left out.' })
    asOf: string | null,
    @Context('loaders') loaders: Loaders,
  ): Promise<Attainment> {
    const results = await loaders.load(this.service.results, indicator.id);
    return attainment(indicator, measured(results), asOf ?? dayOf(this.clock.now()));
  }
}

@Resolver(() => Application)
export class ApplicationIndicatorsResolver {
  constructor(private readonly service: IndicatorService) {}

  @ResolveField(() => [Indicator], { description: 'What the project is measured by.' })
  indicators(@Parent() { id }: Application, @Context('loaders') loaders: Loaders) {
    return loaders.load(this.service.ofApplications, id);
  }
}
