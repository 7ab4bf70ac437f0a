import { Args, Query, Resolver } from '@nestjs/graphql';
import { Refused } from '../platform/graphql/refused.types';
import { Attention, AttentionArgs, AttentionPayload } from './attention.types';
import { OverviewService } from './overview.service';

@Resolver(() => Attention)
export class OverviewResolver {
  constructor(private readonly overview: OverviewService) {}

  @Query(() => AttentionPayload, {
    complexity: 1000,
    description: 'What needs attention in a call, the gravest first, each with the rows it rests on.',
  })
  async attention(@Args() args: AttentionArgs) {
    const made = await this.overview.attention(args);
    return made.ok ? made.value : Refused.because(made.refusal);
  }
}
