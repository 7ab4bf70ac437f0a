import { Args, Query, Resolver } from '@nestjs/graphql';
import { Refused } from '../platform/graphql/refused.types';
import { RankingRobustnessService } from './ranking-robustness.service';
import { RankingRobustnessArgs, RankingRobustnessPayload } from './ranking-robustness.types';

@Resolver()
export class RankingRobustnessResolver {
  constructor(private readonly service: RankingRobustnessService) {}

  @Query(() => RankingRobustnessPayload, {
    complexity: 30_000,
    description:
      "How stable a call's ranking is when the weights are in doubt: how sure each place is, what makes neighbours change places, how far each weight can go before the line moves, and what one other weight would do. Nothing is kept.",
  })
  async rankingRobustness(@Args() args: RankingRobustnessArgs) {
    const outcome = await this.service.ofCall(args);
    return outcome.ok ? outcome.value : Refused.because(outcome.refusal);
  }
}
