import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { availableSek } from '@fordela/domain';
import { Call } from '../call/call.types';
import type { Loaders } from '../platform/graphql/loaders';
import { Refused } from '../platform/graphql/refused.types';
import { Kronor } from '../platform/graphql/scalars';
import { BudgetFrame } from './budget-frame.types';
import { BudgetService } from './budget.service';
import { BudgetFrameInput, SetBudgetFramePayload } from './set-budget-frame.types';

@Resolver(() => BudgetFrame)
export class BudgetFrameResolver {
  constructor(private readonly budget: BudgetService) {}

  @Query(() => [BudgetFrame], { description: 'The yearly frames of a call.' })
  budgetFrames(
    @Args('callId', { type: () => ID, description: 'The call.' }) callId: string,
    @Context('loaders') loaders: Loaders,
  ) {
    return loaders.load(this.budget.frames, callId);
  }

  @Mutation(() => SetBudgetFramePayload, { description: 'Saves the frame of one year, new or changed.' })
  async setBudgetFrame(@Args('input', { description: 'The frame.' }) input: BudgetFrameInput) {
    const outcome = await this.budget.set(input);
    return outcome.ok ? { budgetFrame: outcome.value } : Refused.because(outcome.refusal);
  }

  @ResolveField(() => Kronor, {
    description: 'What may be granted in the year: frame − already committed − reserved. Negative when over-committed.',
  })
  availableSek(@Parent() frame: BudgetFrame) {
    return availableSek(frame);
  }
}

@Resolver(() => Call)
export class CallBudgetResolver {
  constructor(private readonly budget: BudgetService) {}

  @ResolveField(() => [BudgetFrame], { description: 'The yearly frames.' })
  budgetFrames(@Parent() call: Call, @Context('loaders') loaders: Loaders) {
    return loaders.load(this.budget.frames, call.id);
  }

  @ResolveField(() => Kronor, { name: 'availableSek', description: 'What may be granted over all years.' })
  async available(@Parent() call: Call, @Context('loaders') loaders: Loaders) {
    return this.budget.availableSek(await loaders.load(this.budget.frames, call.id));
  }
}
