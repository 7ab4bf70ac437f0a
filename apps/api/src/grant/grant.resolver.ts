import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Application } from '../call/application.types';
import type { Loaders } from '../platform/graphql/loaders';
import { Refused } from '../platform/graphql/refused.types';
import { YearAmount } from '../platform/graphql/year-amount.types';
import {
  GrantDecisionInput,
  GrantEventInput,
  RecordDecisionPayload,
  RecordGrantEventPayload,
} from './edit-grant.types';
import { GrantDecision } from './grant-decision.types';
import { GrantEvent } from './grant-event.types';
import { GrantService } from './grant.service';
import { GrantAccount, MoneyPlan } from './grant.types';

@Resolver(() => Application)
export class GrantResolver {
  constructor(private readonly grants: GrantService) {}

  @Mutation(() => RecordDecisionPayload, {
    description: 'Records what people decided about an application: the amounts per year, who, when, on what and why.',
  })
  async recordDecision(@Args('input', { description: 'The decision.' }) input: GrantDecisionInput) {
    const outcome = await this.grants.decide(input);
    return outcome.ok ? { decision: outcome.value } : Refused.because(outcome.refusal);
  }

  @Mutation(() => RecordGrantEventPayload, {
    description:
      'Records an advance, a settled claim or a recovery. A payment is at most what is approved and at most what is left of the grant; an advance at most what the rule book allows on the day.',
  })
  async recordGrantEvent(@Args('input', { description: 'What happened.' }) input: GrantEventInput) {
    const outcome = await this.grants.record(input);
    return outcome.ok ? outcome.value : Refused.because(outcome.refusal);
  }

  @ResolveField(() => [GrantDecision], {
    description: 'Every decision about it, the first one first; the last counts.',
  })
  grantDecisions(@Parent() { id }: Application, @Context('loaders') loaders: Loaders) {
    return loaders.load(this.grants.decisions, id);
  }

  @ResolveField(() => [GrantEvent], { description: 'What has happened to its grant.' })
  grantEvents(@Parent() { id }: Application, @Context('loaders') loaders: Loaders) {
    return loaders.load(this.grants.events, id);
  }

  @ResolveField(() => GrantAccount, {
    nullable: true,
    description: 'Where its grant stands; null when nothing is granted.',
  })
  async grantAccount(@Parent() { id, callId }: Application, @Context('loaders') loaders: Loaders) {
    return (await loaders.load(this.grants.accountsOfCalls, callId)).get(id) ?? null;
  }

  @ResolveField(() => MoneyPlan, { description: "The plan of its project's money." })
  async moneyPlan(@Parent() { id, callId }: Application, @Context('loaders') loaders: Loaders) {
    return (await loaders.load(this.grants.plansOfCalls, callId)).get(id);
  }
}

@Resolver(() => GrantDecision)
export class GrantDecisionResolver {
  @ResolveField(() => [YearAmount], { description: 'What is granted per year; none unless granted.' })
  amounts(@Parent() decision: GrantDecision) {
    return decision.amounts;
  }
}
