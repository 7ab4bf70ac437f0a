import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { outcomeOf } from '../platform/graphql/refused.types';
import { Day } from '../platform/graphql/scalars';
import { Call } from './call.types';

@InputType({ description: 'A call as it should be, whole: a date that is left out is not known.' })
export class CallInput {
  @Field(() => ID, { description: 'Identifier: letters, digits, ".", "_" and "-", for example `CALL-2027-H`.' })
  readonly id: string;
  @Field({ description: 'Name.' })
  readonly name: string;
  @Field(() => Day, { nullable: true, description: 'The day the call was first known.' })
  readonly firstKnownDate?: string | null;
  @Field(() => Day, { nullable: true, description: 'First day to apply.' })
  readonly openingDate?: string | null;
  @Field(() => Day, { nullable: true, description: 'Last day to apply.' })
  readonly closingDate?: string | null;
  @Field(() => Day, { description: 'The day the decision is assumed or was made.' })
  readonly decisionDate: string;
  @Field(() => Int, { nullable: true, description: 'The version the edit was made from; null for a call that is new.' })
  readonly expectedVersion?: number | null;
}

@ObjectType({ description: 'The call was saved.' })
export class CallSaved {
  @Field(() => Call, { description: 'The call as it now is.' })
  readonly call: Call;
}

export const SaveCallPayload = outcomeOf('SaveCallPayload', 'The call that was saved, or why not.', CallSaved);
