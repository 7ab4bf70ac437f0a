import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Call } from '../call/call.types';
import { CallService } from '../call/call.service';
import { Clock } from '../platform/clock';
import { dayOf } from '../platform/day';
import type { Loaders } from '../platform/graphql/loaders';
import { Refused } from '../platform/graphql/refused.types';
import { Day } from '../platform/graphql/scalars';
import { Municipality } from '../reference/municipality.types';
import { ReferenceService } from '../reference/reference.service';
import { CallKnownInput, RecordCallKnownPayload } from './call-known.types';
import { CallKnownService } from './call-known.service';
import { LeadTimeService } from './lead-time.service';
import { LeadTime, LeadTimeReport } from './lead-time.types';

@Resolver(() => LeadTime)
export class LeadTimeResolver {
  constructor(
    private readonly service: LeadTimeService,
    private readonly calls: CallService,
    private readonly reference: ReferenceService,
    private readonly known: CallKnownService,
    private readonly clock: Clock,
  ) {}

  @Query(() => LeadTimeReport, { description: 'How long each municipality has known of calls before they close.' })
  leadTimes(
    @Args('callId', { type: () => ID, nullable: true, description: 'One call; all when left out.' })
    callId: string | null,
    @Args('asOf', {
      type: () => Day,
      nullable: true,
      description: 'The day the figure is read as of; today when left out.',
    })
    asOf: string | null,
  ) {
    return this.service.report(callId ?? null, asOf ?? dayOf(this.clock.now()));
  }

  @Mutation(() => RecordCallKnownPayload, { description: 'Notes when a municipality first heard of a call.' })
  async recordCallKnown(@Args('input', { description: 'The day.' }) input: CallKnownInput) {
    const recorded = await this.known.record(input);
    return recorded.ok ? { callKnown: recorded.value } : Refused.because(recorded.refusal);
  }

  @ResolveField(() => Call, { description: 'The call.' })
  call(@Parent() { callId }: LeadTime, @Context('loaders') loaders: Loaders) {
    return loaders.load(this.calls.call, callId);
  }

  @ResolveField(() => Municipality, { description: 'The municipality.' })
  municipality(@Parent() { municipalityCode }: LeadTime, @Context('loaders') loaders: Loaders) {
    return loaders.load(this.reference.municipality, municipalityCode);
  }
}
