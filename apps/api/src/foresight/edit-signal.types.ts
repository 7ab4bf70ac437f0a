import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { outcomeOf } from '../platform/graphql/refused.types';
import { Day } from '../platform/graphql/scalars';
import { Signal, signalKindWords, signalStatusWords, type SignalKind, type SignalStatus } from './signal.types';

@InputType({ description: 'A signal as it should be, whole: what is left out is not stated.' })
export class SignalInput {
  @Field(() => ID, { nullable: true, description: 'The signal to change; left out for a new one.' })
  readonly id?: string | null;
  @Field(() => signalKindWords, { description: 'What it is about.' })
  readonly kind: SignalKind;
  @Field({ description: 'What was seen, in one line.' })
  readonly title: string;
  @Field({ description: 'Where it was seen.' })
  readonly source: string;
  @Field(() => String, { nullable: true, description: 'Theme.' })
  readonly theme?: string | null;
  @Field(() => Day, { description: 'The day it was seen.' })
  readonly date: string;
  @Field(() => Day, { nullable: true, description: 'Last day to act.' })
  readonly deadline?: string | null;
  @Field(() => ID, { nullable: true, description: 'The call of ours it concerns.' })
  readonly callId?: string | null;
  @Field(() => String, { nullable: true, description: 'Web address, from https://.' })
  readonly link?: string | null;
  @Field(() => String, { nullable: true, description: 'Free note.' })
  readonly note?: string | null;
  @Field(() => signalStatusWords, { defaultValue: 'new', description: 'What is done about it.' })
  readonly status: SignalStatus;
  @Field(() => Int, { nullable: true, description: 'Strategic importance, 0 to 5.' })
  readonly importance?: number | null;
  @Field(() => Int, { nullable: true, description: 'How ready the county is to act, 0 to 5.' })
  readonly readiness?: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'The version the edit was made from; null for a signal that is new.',
  })
  readonly expectedVersion?: number | null;
}

@ObjectType({ description: 'The signal was saved.' })
export class SignalSaved {
  @Field(() => Signal, { description: 'The signal as it now is.' })
  readonly signal: Signal;
}

export const SaveSignalPayload = outcomeOf('SaveSignalPayload', 'The signal that was saved, or why not.', SignalSaved);
