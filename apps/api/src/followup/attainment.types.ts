import { Field, Float, ID, ObjectType } from '@nestjs/graphql';
import type { Attainment as AttainmentData, AttainmentStatus, IndicatorPart } from '@fordela/domain';
import { Day } from '../platform/graphql/scalars';
import { words } from '../platform/stored';

export const attainmentStatusWords = words<AttainmentStatus>('AttainmentStatus', 'How an indicator stands on a day.', {
  not_measurable: 'Baseline or target is not stated.',
  no_result: 'Nothing has been measured yet, which is not zero.',
  worse_than_baseline: 'It has got worse than where it began.',
  under_way: 'On the way, or where it began.',
  reached: 'At the target or beyond.',
});

export const indicatorPartWords = words<IndicatorPart>('IndicatorPart', 'What an indicator needs to be followed.', {
  baseline: 'Where it began.',
  target: 'Where it is to come.',
  method: 'How it is measured.',
  owner: 'Who answers for it.',
});

@ObjectType({ description: 'How far an indicator has come on a day.' })
export class Attainment implements AttainmentData {
  @Field(() => ID, { description: 'The indicator.' })
  readonly indicatorId: string;
  @Field(() => attainmentStatusWords, { description: 'How it stands.' })
  readonly status: AttainmentStatus;
  @Field(() => Float, { nullable: true, description: 'The value on the day; null when nothing has been measured.' })
  readonly value: number | null;
  @Field(() => Day, { nullable: true, description: 'The day it was last measured.' })
  readonly measuredDate: string | null;
  @Field(() => Float, {
    nullable: true,
    description:
      'The part of the way from baseline to target: 1 at the target, above 1 beyond it, negative when it got worse; null when it cannot be said.',
  })
  readonly share: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'The part of the time from baseline to target day that has gone, 0 to 1.',
  })
  readonly elapsedShare: number | null;
  @Field({ description: 'True when the target day has passed and the target is not known to be reached.' })
  readonly isOverdue: boolean;
  @Field(() => [indicatorPartWords], { description: 'What the indicator lacks.' })
  readonly missing: readonly IndicatorPart[];
}
