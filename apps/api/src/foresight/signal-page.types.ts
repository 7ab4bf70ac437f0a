import { ArgsType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../platform/graphql/connection';
import { PageArgs } from '../platform/graphql/page.args';
import { Day } from '../platform/graphql/scalars';
import { Signal, signalKindWords, signalStatusWords, type SignalKind, type SignalStatus } from './signal.types';

@ObjectType({ description: 'A page of signals.' })
export class SignalConnection extends connectionOf(Signal, 'Signal', 'signals') {}

@InputType({
  description: 'Which signals: those that meet every condition given. In a list, meeting one of it is enough.',
})
export class SignalFilter {
  @Field(() => [signalKindWords], { nullable: true, description: 'What they are about.' })
  readonly kinds?: readonly SignalKind[] | null;
  @Field(() => [signalStatusWords], { nullable: true, description: 'What is done about them.' })
  readonly statuses?: readonly SignalStatus[] | null;
  @Field(() => [String], { nullable: true, description: 'Theme.' })
  readonly themes?: readonly string[] | null;
  @Field(() => [ID], { nullable: true, description: 'The call of ours they concern.' })
  readonly callIds?: readonly string[] | null;
  @Field(() => Day, { nullable: true, description: 'Seen on this day or later.' })
  readonly from?: string | null;
  @Field(() => Day, { nullable: true, description: 'Seen on this day or earlier.' })
  readonly to?: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'All the words occur in title, source, theme or note; capitals and accents do not matter.',
  })
  readonly search?: string | null;
}

@ArgsType()
export class SignalPageArgs extends PageArgs {
  @Field(() => SignalFilter, { nullable: true, description: 'Which signals; all when left out.' })
  readonly filter?: SignalFilter | null;
}
