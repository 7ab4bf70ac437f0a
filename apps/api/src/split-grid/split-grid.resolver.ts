import { Args, Query, Resolver } from '@nestjs/graphql';
import { Refused } from '../platform/graphql/refused.types';
import { SplitGridService } from './split-grid.service';
import { SplitGridArgs, SplitGridPayload } from './split-grid.types';

@Resolver()
export class SplitGridResolver {
  constructor(private readonly service: SplitGridService) {}

  @Query(() => SplitGridPayload, {
    complexity: 60_000,
    description:
      "The proven best portfolio at every three-way division of a call's money: region, municipalities, others. Nothing is kept.",
  })
  async splitGrid(@Args() args: SplitGridArgs) {
    const outcome = await this.service.ofCall(args);
    return outcome.ok ? outcome.value : Refused.because(outcome.refusal);
  }
}
