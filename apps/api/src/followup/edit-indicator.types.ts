import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { IndicatorAccumulation, IndicatorDirection, Perspective } from '@fordela/domain';
import { outcomeOf } from '../platform/graphql/refused.types';
import { Day } from '../platform/graphql/scalars';
import {
  Indicator,
  indicatorAccumulationWords,
  indicatorDirectionWords,
  IndicatorResult,
  perspectiveWords,
} from './indicator.types';

@InputType({ description: 'An indicator as it should be, whole: what is left out is not stated.' })
export class IndicatorInput {
  @Field(() => ID, { nullable: true, description: 'The indicator to change; left out for a new one.' })
  readonly id?: string | null;
  @Field(() => ID, { description: 'The application of the project.' })
  readonly applicationId: string;
  @Field({ description: 'What is measured.' })
  readonly name: string;
  @Field({ description: 'The unit.' })
  readonly unit: string;
  @Field({ defaultValue: false, description: 'True when the unit is people: every result is then given by sex.' })
  readonly countsPeople: boolean;
  @Field(() => indicatorDirectionWords, { defaultValue: 'increase', description: 'Which way is better.' })
  readonly direction: IndicatorDirection;
  @Field(() => indicatorAccumulationWords, {
    defaultValue: 'latest',
    description: 'How results over time make one value.',
  })
  readonly accumulation: IndicatorAccumulation;
  @Field(() => Float, { nullable: true, description: 'Where it began.' })
  readonly baseline?: number | null;
  @Field(() => Day, { nullable: true, description: 'The day of the baseline.' })
  readonly baselineDate?: string | null;
  @Field(() => Float, { nullable: true, description: 'Where it is to come.' })
  readonly target?: number | null;
  @Field(() => Day, { nullable: true, description: 'By when.' })
  readonly targetDate?: string | null;
  @Field(() => String, { nullable: true, description: 'How it is measured.' })
  readonly method?: string | null;
  @Field(() => ID, { nullable: true, description: 'Who answers for it, as an actor.' })
  readonly ownerActorId?: string | null;
  @Field(() => [perspectiveWords], {
    defaultValue: [],
    description: 'The perspectives of the annual account it says something of.',
  })
  readonly perspectives: Perspective[];
  @Field(() => String, { nullable: true, description: 'Free note.' })
  readonly note?: string | null;
  @Field(() => Int, {
    nullable: true,
    description: 'The version the edit was made from; null for an indicator that is new.',
  })
  readonly expectedVersion?: number | null;
}

@ObjectType({ description: 'The indicator was saved.' })
export class IndicatorSaved {
  @Field(() => Indicator, { description: 'The indicator as it now is.' })
  readonly indicator: Indicator;
}

export const SaveIndicatorPayload = outcomeOf(
  'SaveIndicatorPayload',
  'The indicator that was saved, or why not.',
  IndicatorSaved,
);

@InputType({ description: 'What was measured on a day.' })
export class IndicatorResultInput {
  @Field(() => ID, { description: 'The indicator.' })
  readonly indicatorId: string;
  @Field(() => Day, { description: 'The day. One result a day: the same day again corrects it.' })
  readonly date: string;
  @Field(() => Float, { nullable: true, description: 'The value; left out to take back what was recorded.' })
  readonly value?: number | null;
  @Field(() => Int, { nullable: true, description: 'Women, where people are counted.' })
  readonly women?: number | null;
  @Field(() => Int, { nullable: true, description: 'Men, where people are counted.' })
  readonly men?: number | null;
  @Field(() => Int, { nullable: true, description: 'People whose sex is not stated, where people are counted.' })
  readonly notStated?: number | null;
  @Field(() => String, { nullable: true, description: 'Free note.' })
  readonly note?: string | null;
  @Field(() => Int, {
    nullable: true,
    description: 'The version the edit was made from; null for a day without a result.',
  })
  readonly expectedVersion?: number | null;
}

@ObjectType({ description: 'The result was recorded.' })
export class IndicatorResultRecorded {
  @Field(() => IndicatorResult, { description: 'The result as it now is.' })
  readonly result: IndicatorResult;
  @Field(() => Indicator, { description: 'The indicator it belongs to.' })
  readonly indicator: Indicator;
}

export const RecordIndicatorResultPayload = outcomeOf(
  'RecordIndicatorResultPayload',
  'The result that was recorded, or why not.',
  IndicatorResultRecorded,
);
