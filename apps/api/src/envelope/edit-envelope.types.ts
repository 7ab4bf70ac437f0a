import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { OwnerGroup, Sek } from '@fordela/domain';
import { outcomeOf } from '../platform/graphql/refused.types';
import { Day, Kronor } from '../platform/graphql/scalars';
import { YearAmount } from '../platform/graphql/year-amount.types';
import { ownerGroupWords } from '../reference/actor.types';
import { EarlierGrant } from './earlier-grant.types';
import { ActorLiquidity, EnvelopeYear, LiquidityAssumptions } from './envelope.types';
import { PrefinancingCapacity } from './prefinancing-capacity.types';

@InputType({ description: 'Money of one grant in one year that is moved.' })
export class MovedMoneyInput {
  @Field(() => ID, { description: 'The application.' })
  readonly applicationId: string;
  @Field(() => Int, { description: 'The year.' })
  readonly year: number;
  @Field(() => Kronor, { description: 'Whole kronor above 0.' })
  readonly amountSek: Sek;
}

@ObjectType({ description: 'A mid-year rebalancing: what was returned and reused, and what a new allocation may use.' })
export class Rebalanced {
  @Field(() => [EnvelopeYear], { description: 'The envelope before.' })
  readonly before: readonly EnvelopeYear[];
  @Field(() => [EnvelopeYear], { description: 'The envelope after.' })
  readonly after: readonly EnvelopeYear[];
  @Field(() => [YearAmount], {
    description: 'Returned less reused, per year: give it as `releasedSek` of an allocation to use it anew.',
  })
  readonly releasedSek: readonly YearAmount[];
}
export const RebalancePayload = outcomeOf(
  'RebalancePayload',
  'The rebalanced envelope, or why it cannot be.',
  Rebalanced,
);

@ObjectType({ description: 'A liquidity forecast, by the assumptions it names.' })
export class LiquidityForecast extends LiquidityAssumptions {
  @Field(() => [ActorLiquidity], { description: 'The actors, those who lie out with most first.' })
  readonly actors: readonly ActorLiquidity[];
  @Field(() => [ClaimBasis], { description: 'How each source is taken to pay, and what that rests on.' })
  readonly basis: readonly ClaimBasis[];
}
@ObjectType({ description: 'How a source is taken to pay.' })
export class ClaimBasis {
  @Field(() => ID, { description: 'The source.' })
  readonly source: string;
  @Field({ description: '`after_claims`, `as_spent` or `yearly`.' })
  readonly pays: string;
  @Field(() => Int, { description: 'Months of cost in one claim.' })
  readonly claimEveryMonths: number;
  @Field(() => Int, { description: 'Months from the end of the period until the money comes.' })
  readonly monthsToPayment: number;
  @Field(() => Kronor, { nullable: true, description: 'The highest advance of a project; null when there is none.' })
  readonly advanceCeilingSek: Sek | null;
  @Field({ description: 'Law, handbook or assumption.' })
  readonly basis: string;
}
export const LiquidityPayload = outcomeOf('LiquidityPayload', 'The forecast, or why there is none.', LiquidityForecast);

@InputType({ description: 'A grant of a year before Fördela.' })
export class EarlierGrantInput {
  @Field(() => ID, { description: 'Identifier.' })
  readonly id: string;
  @Field(() => Int, { description: 'The year.' })
  readonly year: number;
  @Field({ description: 'Title of the project.' })
  readonly title: string;
  @Field(() => ownerGroupWords, { description: 'Owner group.' })
  readonly ownerGroup: OwnerGroup;
  @Field(() => Kronor, { description: 'The grant.' })
  readonly amountSek: Sek;
  @Field({ description: 'Where the figure comes from.' })
  readonly source: string;
  @Field(() => Int, { nullable: true, description: 'The version that was seen; null for a new one.' })
  readonly expectedVersion?: number | null;
}
@ObjectType({ description: 'The earlier grants were saved.' })
export class EarlierGrantsSaved {
  @Field(() => [EarlierGrant], { description: 'All there are.' })
  readonly earlierGrants: readonly EarlierGrant[];
}
export const SaveEarlierGrantsPayload = outcomeOf(
  'SaveEarlierGrantsPayload',
  'The earlier grants, or why none was saved.',
  EarlierGrantsSaved,
);

@InputType({ description: 'What an actor can lie out with.' })
export class PrefinancingCapacityInput {
  @Field(() => ID, { description: 'The actor.' })
  readonly actorId: string;
  @Field(() => Kronor, { description: 'The most it can lie out with.' })
  readonly capacitySek: Sek;
  @Field(() => Day, { description: 'The day it said so.' })
  readonly statedDate: string;
  @Field({ description: 'Who said it, and where.' })
  readonly source: string;
  @Field(() => Int, { nullable: true, description: 'The version that was seen; null for a new one.' })
  readonly expectedVersion?: number | null;
}
@ObjectType({ description: 'The capacity was saved.' })
export class CapacitySaved {
  @Field(() => PrefinancingCapacity, { description: 'The capacity.' })
  readonly capacity: PrefinancingCapacity;
}
export const SetCapacityPayload = outcomeOf(
  'SetCapacityPayload',
  'The capacity, or why it was not saved.',
  CapacitySaved,
);
