import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Entity, ForeignKey } from 'typeorm';
import { outcomeOf } from '../platform/graphql/refused.types';
import { Day } from '../platform/graphql/scalars';
import { DayOf, Id, Text, Version } from '../platform/stored';

@ObjectType({ description: 'When a municipality first heard of a call.' })
@Entity('call_known_by')
export class CallKnown {
  @ForeignKey('Call', { name: 'call_known_by_call_fk', onDelete: 'CASCADE' })
  @Id('The call.', { key: true })
  readonly callId: string;
  @ForeignKey('Municipality', { name: 'call_known_by_municipality_fk' })
  @Id('The municipality.', { key: true })
  readonly municipalityCode: string;
  @DayOf('The day; null when what was noted has been taken back.', { optional: true })
  readonly date: string | null;
  @Text('How it heard, or who says so.', { optional: true })
  readonly source: string | null;
  @Version()
  readonly version: number;
}

@InputType({ description: 'When a municipality first heard of a call.' })
export class CallKnownInput {
  @Field(() => ID, { description: 'The call.' })
  readonly callId: string;
  @Field(() => ID, { description: 'Code of the municipality.' })
  readonly municipalityCode: string;
  @Field(() => Day, { nullable: true, description: 'The day; left out to take back what was noted.' })
  readonly date?: string | null;
  @Field(() => String, { nullable: true, description: 'How it heard, or who says so.' })
  readonly source?: string | null;
  @Field(() => Int, { nullable: true, description: 'The version the edit was made from; null when nothing was noted.' })
  readonly expectedVersion?: number | null;
}

@ObjectType({ description: 'It was noted.' })
export class CallKnownSaved {
  @Field(() => CallKnown, { description: 'What is noted now.' })
  readonly callKnown: CallKnown;
}

export const RecordCallKnownPayload = outcomeOf(
  'RecordCallKnownPayload',
  'What was noted, or why not.',
  CallKnownSaved,
);
