import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Result } from '@fordela/domain';
import { Application } from '../call/application.types';
import type { Loaders } from '../platform/graphql/loaders';
import { Refused } from '../platform/graphql/refused.types';
import { Day } from '../platform/graphql/scalars';
import {
  CompletionAnswerInput,
  CompletionRequestInput,
  EligibilityRulingInput,
  FindingReviewInput,
  RecordGatePayload,
} from './edit-gate.types';
import { GateService } from './gate.service';
import { CompletionLetter, Gate } from './gate.types';

const recorded = (outcome: Result<Gate>) => (outcome.ok ? { gate: outcome.value } : Refused.because(outcome.refusal));

@Resolver(() => Application)
export class GateResolver {
  constructor(private readonly service: GateService) {}

  @Query(() => [Gate], {
    complexity: 500,
    description: "The checklists of a call's applications, in the order of their case ids.",
  })
  async gates(
    @Args('callId', { type: () => ID, description: 'The call.' }) callId: string,
    @Context('loaders') loaders: Loaders,
  ) {
    return [...(await loaders.load(this.service.ofCalls, callId)).values()];
  }

  @Query(() => CompletionLetter, { description: 'The standard text of a request for completion.' })
  completionLetter(
    @Args('applicationId', { type: () => ID, description: 'The application.' }) applicationId: string,
    @Args('answerBy', { type: () => Day, description: 'Last day to answer.' }) answerBy: string,
  ) {
    return this.service.letter(applicationId, answerBy);
  }

  @Mutation(() => RecordGatePayload, { description: 'Confirms a finding, or overrides it with a reason.' })
  async reviewFinding(@Args('input', { description: 'The review.' }) input: FindingReviewInput) {
    return recorded(await this.service.review(input));
  }

  @Mutation(() => RecordGatePayload, {
    description: 'Rules an application ineligible, or takes it back in after it was found ineligible, with a reason.',
  })
  async ruleEligibility(@Args('input', { description: 'The ruling.' }) input: EligibilityRulingInput) {
    return recorded(await this.service.rule(input));
  }

  @Mutation(() => RecordGatePayload, { description: 'Records a request for completion as it was sent.' })
  async recordCompletionRequest(@Args('input', { description: 'The request.' }) input: CompletionRequestInput) {
    return recorded(await this.service.request(input));
  }

  @Mutation(() => RecordGatePayload, { description: 'Records that the answer to a request for completion came.' })
  async recordCompletionAnswer(@Args('input', { description: 'The answer.' }) input: CompletionAnswerInput) {
    return recorded(await this.service.answer(input));
  }

  @ResolveField(() => Gate, { description: 'Its checklist: gate first, score second.' })
  async gate(@Parent() { id, callId }: Application, @Context('loaders') loaders: Loaders) {
    return (await loaders.load(this.service.ofCalls, callId)).get(id);
  }
}
