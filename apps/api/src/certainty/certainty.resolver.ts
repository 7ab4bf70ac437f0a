import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { Refused } from '../platform/graphql/refused.types';
import { CertaintyService } from './certainty.service';
import {
  FundingProbabilityArgs,
  FundingProbabilityPayload,
  RobustPortfolioArgs,
  RobustPortfolioPayload,
  ValueOfInformationPayload,
} from './certainty.types';

@Resolver()
export class CertaintyResolver {
  constructor(private readonly service: CertaintyService) {}

  @Query(() => RobustPortfolioPayload, {
    complexity: 30_000,
    description:
      "Which of a call's applications are a safe yes, a safe no or to be discussed when the weights are only partly known. Nothing is kept.",
  })
  async robustPortfolio(@Args() args: RobustPortfolioArgs) {
    const outcome = await this.service.robustPortfolio(args);
    return outcome.ok ? outcome.value : Refused.because(outcome.refusal);
  }

  @Query(() => FundingProbabilityPayload, {
    complexity: 40_000,
    description:
      'How probable it is that each application of a call is in the best portfolio when weights and reviewers are in doubt, with its error. Nothing is kept.',
  })
  async fundingProbability(@Args() args: FundingProbabilityArgs) {
    const outcome = await this.service.fundingProbability(args);
    return outcome.ok ? outcome.value : Refused.because(outcome.refusal);
  }

  @Query(() => ValueOfInformationPayload, {
    complexity: 40_000,
    description:
      'Which rating or clearer weight would settle most of what a call should fund, under the same doubt. `samples` is not used: the gains are exact.',
  })
  async valueOfInformation(
    @Args() args: FundingProbabilityArgs,
    @Args('list', { type: () => Int, defaultValue: 10, description: 'Most questions listed, 1 to 500.' }) list: number,
  ) {
    const outcome = await this.service.valueOfInformation(args, list);
    return outcome.ok ? outcome.value : Refused.because(outcome.refusal);
  }
}
