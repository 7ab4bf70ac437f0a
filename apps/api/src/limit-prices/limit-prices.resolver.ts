import { Args, Query, Resolver } from '@nestjs/graphql';
import { Refused } from '../platform/graphql/refused.types';
import { LimitPricesService } from './limit-prices.service';
import { LimitPricesArgs, LimitPricesPayload } from './limit-prices.types';

@Resolver()
export class LimitPricesResolver {
  constructor(private readonly service: LimitPricesService) {}

  @Query(() => LimitPricesPayload, {
    complexity: 30_000,
    description:
      'What each limit of a call costs: value lost, kronor unused, and what a step more of room is worth, each solved anew. Nothing is kept.',
  })
  async limitPrices(@Args() args: LimitPricesArgs) {
    const outcome = await this.service.ofCall(args);
    return outcome.ok ? outcome.value : Refused.because(outcome.refusal);
  }
}
