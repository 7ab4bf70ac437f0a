import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { AllocationOptionsInput } from '../allocation/allocation-options.types';
import { Refused } from '../platform/graphql/refused.types';
import { ExplanationService } from './explanation.service';
import { ExplanationsPayload, OverridePricesPayload } from './explanation.types';

@Resolver()
export class ExplanationResolver {
  constructor(private readonly service: ExplanationService) {}

  @Query(() => ExplanationsPayload, {
    complexity: 20_000,
    description:
      'Why each application of a call is in the best portfolio or not: who stands in its place, and the smallest change of score, request, frame, weight or limit that would turn it, each verified by solving anew.',
  })
  async explanations(
    @Args('callId', { type: () => ID, description: 'The call.' }) callId: string,
    @Args('options', { description: 'The choices, as for an allocation.' }) options: AllocationOptionsInput,
    @Args('applicationIds', {
      type: () => [ID],
      nullable: true,
      description: 'The applications to explain; all when left out.',
    })
    applicationIds: string[] | null,
  ) {
    const outcome = await this.service.ofCall(callId, options, applicationIds);
    return outcome.ok ? outcome.value : Refused.because(outcome.refusal);
  }

  @Query(() => OverridePricesPayload, {
    complexity: 10_000,
    description: 'What it costs to force applications in or out of the best portfolio, and whom that displaces.',
  })
  async overridePrices(
    @Args('callId', { type: () => ID, description: 'The call.' }) callId: string,
    @Args('options', { description: 'The choices, as for an allocation.' }) options: AllocationOptionsInput,
    @Args('in', { type: () => [ID], defaultValue: [], description: 'Applications to force in.' }) into: string[],
    @Args('out', { type: () => [ID], defaultValue: [], description: 'Applications to force out.' }) out: string[],
    @Args('reason', {
      type: () => String,
      nullable: true,
      description: 'Why someone would overrule the best portfolio; comes back with the answer. Nothing is stored.',
    })
    reason: string | null,
  ) {
    const outcome = await this.service.overrides(callId, options, into, out, reason);
    return outcome.ok ? outcome.value : Refused.because(outcome.refusal);
  }
}
