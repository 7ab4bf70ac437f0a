import { Args, Float, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Refused } from '../platform/graphql/refused.types';
import { EarlierGrant } from './earlier-grant.types';
import {
  EarlierGrantInput,
  LiquidityPayload,
  MovedMoneyInput,
  PrefinancingCapacityInput,
  RebalancePayload,
  SaveEarlierGrantsPayload,
  SetCapacityPayload,
} from './edit-envelope.types';
import { EnvelopeService } from './envelope.service';
import {
  EnvelopeArgs,
  EnvelopeBasisArgs,
  EnvelopeYear,
  LapseYear,
  LiquidityArgs,
  OwnerSharesArgs,
  OwnerShareYear,
} from './envelope.types';
import { PrefinancingCapacity } from './prefinancing-capacity.types';

@Resolver()
export class EnvelopeResolver {
  constructor(private readonly service: EnvelopeService) {}

  @Query(() => [EnvelopeYear], {
    complexity: 500,
    description:
      'The envelope of a call year by year: payments and commitments, for what is decided or for a scenario.',
  })
  envelope(@Args() args: EnvelopeArgs) {
    return this.service.years(args);
  }

  @Query(() => [LapseYear], {
    complexity: 500,
    description: 'What may lapse of each year: appropriations are yearly.',
  })
  lapse(
    @Args() args: EnvelopeArgs,
    @Args('carryOverPercent', {
      type: () => Float,
      defaultValue: 0,
      description:
        "How much of a year's frame may be carried over (anslagssparande), percent from 0 to 100; the appropriation letter says.",
    })
    carryOverPercent: number,
  ) {
    return this.service.lapse(args, carryOverPercent);
  }

  @Query(() => RebalancePayload, {
    complexity: 500,
    description:
      'A mid-year rebalancing: underspend returned and reused within each year, within what each project asked for and the commitment authorisation. Nothing is kept.',
  })
  async rebalance(
    @Args() args: EnvelopeBasisArgs,
    @Args('returns', { type: () => [MovedMoneyInput], description: 'What projects give back.' })
    returns: MovedMoneyInput[],
    @Args('reuses', { type: () => [MovedMoneyInput], defaultValue: [], description: 'What others get of it.' })
    reuses: MovedMoneyInput[],
  ) {
    const outcome = await this.service.rebalance(args, returns, reuses);
    return outcome.ok ? outcome.value : Refused.because(outcome.refusal);
  }

  @Query(() => [OwnerShareYear], {
    complexity: 500,
    description:
      "How much goes to the region's own projects, to municipalities and to others, year by year, with how concentrated it is. A joint project is split by its partners' budgets unless told otherwise.",
  })
  ownerShares(@Args() { attribution }: OwnerSharesArgs) {
    return this.service.ownerShares(attribution);
  }

  @Query(() => LiquidityPayload, {
    complexity: 1000,
    description: 'Month by month, who must pay before it is paid, and how that stands to what it can lie out with.',
  })
  async liquidity(@Args() args: LiquidityArgs) {
    const outcome = await this.service.liquidity(args);
    return outcome.ok ? outcome.value : Refused.because(outcome.refusal);
  }

  @Query(() => [EarlierGrant], { description: 'Grants of years before Fördela.' })
  earlierGrants() {
    return this.service.earlierGrants();
  }

  @Query(() => [PrefinancingCapacity], { description: 'What actors have said they can lie out with.' })
  prefinancingCapacities() {
    return this.service.capacities();
  }

  @Mutation(() => SaveEarlierGrantsPayload, {
    description: 'Saves grants of earlier years, new or changed, all or none.',
  })
  async saveEarlierGrants(
    @Args('grants', { type: () => [EarlierGrantInput], description: 'The grants.' }) grants: EarlierGrantInput[],
  ) {
    const outcome = await this.service.saveEarlierGrants(grants);
    return outcome.ok ? { earlierGrants: outcome.value } : Refused.because(outcome.refusal);
  }

  @Mutation(() => SaveEarlierGrantsPayload, {
    description: 'Takes away a grant of an earlier year that should not have been there.',
  })
  async deleteEarlierGrant(
    @Args('id', { type: () => ID, description: 'The grant.' }) id: string,
    @Args('expectedVersion', { type: () => Int, description: 'The version that was seen.' }) expectedVersion: number,
  ) {
    const outcome = await this.service.deleteEarlierGrant(id, expectedVersion);
    return outcome.ok ? { earlierGrants: outcome.value } : Refused.because(outcome.refusal);
  }

  @Mutation(() => SetCapacityPayload, { description: 'Saves what an actor can lie out with.' })
  async setPrefinancingCapacity(@Args('input', { description: 'The capacity.' }) input: PrefinancingCapacityInput) {
    const outcome = await this.service.setCapacity(input);
    return outcome.ok ? { capacity: outcome.value } : Refused.because(outcome.refusal);
  }
}
