import { ArgsType, Field, Float, ID, ObjectType } from '@nestjs/graphql';
import type { Params, Sek } from '@fordela/domain';
import { AllocationOptionsInput } from '../allocation/allocation-options.types';
import { Certificate, ConflictingLimit } from '../allocation/allocation.types';
import { NamedApplication, TaskAnswerFields } from '../allocation/task-answer.types';
import { outcomeOf } from '../platform/graphql/refused.types';
import { Json, Kronor } from '../platform/graphql/scalars';

@ArgsType()
export class LimitPricesArgs {
  @Field(() => ID, { description: 'The call.' })
  readonly callId: string;
  @Field(() => AllocationOptionsInput, { description: 'The choices, as for an allocation.' })
  readonly options: AllocationOptionsInput;
  @Field(() => Kronor, { defaultValue: 100_000, description: 'How far each money limit is loosened for `perStep`.' })
  readonly stepSek: Sek;
}

@ObjectType({ description: 'What a little more room under a limit is worth: solved anew, not estimated.' })
export class StepWorth {
  @Field(() => Kronor, { description: 'How far the limit was loosened.' })
  readonly stepSek: Sek;
  @Field(() => Float, { nullable: true, description: 'What the objective gains; null when it could not be proven.' })
  readonly gain: number | null;
  @Field(() => [NamedApplication], { description: 'Who would come in.' })
  readonly entering: readonly NamedApplication[];
  @Field(() => [NamedApplication], { description: 'Who would fall out.' })
  readonly leaving: readonly NamedApplication[];
}

@ObjectType({ description: 'A limit and what it costs.' })
export class PricedLimit {
  @Field({ description: 'Code of the sentence.' })
  readonly code: string;
  @Field(() => Json, { description: 'Which limit.' })
  readonly limit: object;
  @Field(() => Json, { description: 'Its figures.' })
  readonly params: Params;
  @Field({ description: 'The limit in Swedish.' })
  readonly messageSv: string;
  @Field({ description: 'The limit in English.' })
  readonly messageEn: string;
  @Field(() => Float, {
    nullable: true,
    description: 'What the objective loses by it; null when it could not be proven.',
  })
  readonly price: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Kronor or grants of it left unused; null for a limit without a quantity.',
  })
  readonly unused: number | null;
  @Field(() => [NamedApplication], { description: 'Who would come in without it.' })
  readonly entering: readonly NamedApplication[];
  @Field(() => [NamedApplication], { description: 'Who would fall out without it.' })
  readonly leaving: readonly NamedApplication[];
  @Field(() => StepWorth, { nullable: true, description: 'Shadow value; null for limits that are not money.' })
  readonly perStep: StepWorth | null;
}

@ObjectType({ description: 'What all limits on one kind of group cost together: the price of a split.' })
export class PricedDimension {
  @Field({ description: 'What the groups are of.' })
  readonly dimension: string;
  @Field(() => Float, {
    nullable: true,
    description: 'What the objective loses by them; null when it could not be proven.',
  })
  readonly price: number | null;
  @Field(() => [NamedApplication], { description: 'Who would come in without them.' })
  readonly entering: readonly NamedApplication[];
  @Field(() => [NamedApplication], { description: 'Who would fall out without them.' })
  readonly leaving: readonly NamedApplication[];
}

@ObjectType({ description: 'What each limit of a call costs; or, when they cannot hold together, which ones cannot.' })
export class LimitPrices extends TaskAnswerFields {
  @Field(() => Certificate, { description: 'How the portfolio they are measured against was proven.' })
  readonly certificate: Certificate;
  @Field(() => [PricedLimit], { description: 'Dearest first; empty when the limits cannot hold together.' })
  readonly limits: readonly PricedLimit[];
  @Field(() => [PricedDimension], { description: 'Kinds of groups with two limits or more.' })
  readonly dimensions: readonly PricedDimension[];
  @Field(() => [ConflictingLimit], {
    nullable: true,
    description: 'Limits that cannot hold together, none of which can be left out of the list; null when all can.',
  })
  readonly conflict: readonly ConflictingLimit[] | null;
}
export const LimitPricesPayload = outcomeOf('LimitPricesPayload', 'The prices, or why there are none.', LimitPrices);
