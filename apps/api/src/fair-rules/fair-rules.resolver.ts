import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { AllocationOptionsInput } from '../allocation/allocation-options.types';
import { Refused } from '../platform/graphql/refused.types';
import { FairRulesService } from './fair-rules.service';
import { FairRulesPayload, fairVotersWords, type FairVoters } from './fair-rules.types';

@Resolver()
export class FairRulesResolver {
  constructor(private readonly service: FairRulesService) {}

  @Query(() => FairRulesPayload, {
    complexity: 50_000,
    description:
      "Fair rules beside the best portfolio of a call's money, under the same limits: what each funds, what it costs, how the money is spread. Nothing is kept.",
  })
  async fairRules(
    @Args('callId', { type: () => ID, description: 'The call.' }) callId: string,
    @Args('options', { description: 'The choices, as for an allocation.' }) options: AllocationOptionsInput,
    @Args('voters', {
      type: () => fairVotersWords,
      defaultValue: 'municipalities',
      description: 'Between whom the rules are to be fair.',
    })
    voters: FairVoters,
  ) {
    const outcome = await this.service.ofCall(callId, options, voters);
    return outcome.ok ? outcome.value : Refused.because(outcome.refusal);
  }
}
