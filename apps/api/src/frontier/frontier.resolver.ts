import { Args, Query, Resolver } from '@nestjs/graphql';
import { Refused } from '../platform/graphql/refused.types';
import { FrontierService } from './frontier.service';
import { EfficientPortfoliosArgs, EfficientPortfoliosPayload } from './frontier.types';

@Resolver()
export class FrontierResolver {
  constructor(private readonly service: FrontierService) {}

  @Query(() => EfficientPortfoliosPayload, {
    complexity: 50_000,
    description:
      "All portfolios of a call's applications that no other betters in one aim without losing in another, for the aims chosen. Nothing is kept.",
  })
  async efficientPortfolios(@Args() args: EfficientPortfoliosArgs) {
    const outcome = await this.service.ofCall(args);
    return outcome.ok ? outcome.value : Refused.because(outcome.refusal);
  }
}
