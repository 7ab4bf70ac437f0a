import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Application } from '../call/application.types';
import { CallService } from '../call/call.service';
import type { Loaders } from '../platform/graphql/loaders';
import { Refused } from '../platform/graphql/refused.types';
import { Json } from '../platform/graphql/scalars';
import { AllocationOptionsInput } from './allocation-options.types';
import { AllocateProblemPayload, AllocationPayload, Grant } from './allocation.types';
import { AllocationService } from './allocation.service';
import { SplitSweepArgs, SplitSweepPayload } from './split-sweep.types';

@Resolver(() => Grant)
export class AllocationResolver {
  constructor(
    private readonly allocations: AllocationService,
    private readonly calls: CallService,
  ) {}

  @Query(() => AllocationPayload, {
    complexity: 10_000,
    description: "The proven best allocation of a call's money under the choices given. Nothing is kept.",
  })
  async allocation(
    @Args('callId', { type: () => ID, description: 'The call.' }) callId: string,
    @Args('options', { description: 'The choices.' }) options: AllocationOptionsInput,
  ) {
    const made = await this.allocations.ofCall(callId, options);
    return made.ok ? made.value.allocation : Refused.because(made.refusal);
  }

  @Query(() => SplitSweepPayload, {
    complexity: 50_000,
    description:
      "The proven best allocation at every share of a call's money for some groups: the split between region, municipalities and others. Nothing is kept.",
  })
  async splitSweep(@Args() args: SplitSweepArgs) {
    const sweep = await this.allocations.sweepOfCall(args);
    return sweep.ok ? sweep.value : Refused.because(sweep.refusal);
  }

  @Query(() => AllocateProblemPayload, {
    complexity: 10_000,
    description:
      'Answers an allocation problem of any kind, as `fordela allocate` does (docs/formats/allocation-problem.md).',
  })
  async allocateProblem(
    @Args('problem', {
      type: () => Json,
      description: 'The problem, in the format of docs/formats/allocation-problem.md.',
    })
    problem: unknown,
  ) {
    const answer = await this.allocations.allocate(problem);
    return answer.ok ? answer.value : Refused.because(answer.refusal);
  }

  @Query(() => AllocateProblemPayload, {
    complexity: 20_000,
    description:
      "Answers any tasks of docs/formats/allocation-problem.md about a call's money under the choices given: reasons for each yes and no, the price of an override, robust and efficient portfolios, funding probability, fair rules side by side, metrics.",
  })
  async allocateCall(
    @Args('callId', { type: () => ID, description: 'The call.' }) callId: string,
    @Args('options', { description: 'The choices.' }) options: AllocationOptionsInput,
    @Args('tasks', { type: () => Json, description: 'The tasks, as in an allocation-problem file.' }) tasks: unknown,
  ) {
    const answer = await this.allocations.tasksOfCall(callId, options, tasks);
    return answer.ok ? answer.value : Refused.because(answer.refusal);
  }

  @ResolveField(() => Application, { nullable: true, description: 'The application as it is now.' })
  application(@Parent() grant: Grant, @Context('loaders') loaders: Loaders) {
    return loaders.load(this.calls.application, grant.applicationId);
  }
}
