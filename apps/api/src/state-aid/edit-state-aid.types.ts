import { Field, Float, ID, InputType, ObjectType } from '@nestjs/graphql';
import type { Sek } from '@fordela/domain';
import { outcomeOf } from '../platform/graphql/refused.types';
import { Day, Kronor } from '../platform/graphql/scalars';

@InputType({
  description: 'De minimis aid that an undertaking has been granted. Whether something is aid, people decide.',
})
export class DeMinimisAidInput {
  @Field(() => ID, { description: 'The undertaking.' })
  readonly undertakingActorId: string;
  @Field(() => Day, { description: 'The day the legal right arose.' })
  readonly grantedDate: string;
  @Field({ description: 'Who granted it.' })
  readonly granter: string;
  @Field(() => Float, { nullable: true, description: 'The aid in euro; give this or `amountSek`.' })
  readonly amountEur?: number | null;
  @Field(() => Kronor, {
    nullable: true,
    description: "The aid in kronor: counted in euro at the rule book's rate of the day it was granted.",
  })
  readonly amountSek?: Sek | null;
  @Field(() => String, { nullable: true, description: 'Free note.' })
  readonly note?: string | null;
}

@ObjectType({ description: 'The aid was recorded.' })
export class DeMinimisAidRecorded {
  @Field(() => Float, { description: 'The aid in euro.' })
  readonly amountEur: number;
  @Field(() => Float, { nullable: true, description: 'The rate it was counted at; null when stated in euro.' })
  readonly sekPerEur: number | null;
}

export const RecordDeMinimisAidPayload = outcomeOf(
  'RecordDeMinimisAidPayload',
  'The aid in euro, or why it was not recorded.',
  DeMinimisAidRecorded,
);
