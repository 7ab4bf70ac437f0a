import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Sek } from '@fordela/domain';
import { outcomeOf } from '../platform/graphql/refused.types';
import { Kronor } from '../platform/graphql/scalars';
import { BudgetFrame } from './budget-frame.types';

@InputType({ description: 'The frame of one financial year of a call.' })
export class BudgetFrameInput {
  @Field(() => ID, { description: 'The call.' })
  readonly callId: string;
  @Field(() => Int, { description: 'Financial year.' })
  readonly year: number;
  @Field(() => Kronor, { description: 'The whole frame of the year.' })
  readonly frameSek: Sek;
  @Field(() => Kronor, { description: 'Already committed by earlier decisions.' })
  readonly alreadyCommittedSek: Sek;
  @Field(() => Kronor, { description: 'Kept back for later calls.' })
  readonly reservedSek: Sek;
  @Field(() => Kronor, {
    nullable: true,
    description: 'The most that may be outstanding in commitments; null when not stated.',
  })
  readonly commitmentAuthorisationSek?: Sek | null;
  @Field(() => Int, { nullable: true, description: 'The version the edit was made from; null for a year that is new.' })
  readonly expectedVersion?: number | null;
}

@ObjectType({ description: 'The frame was saved.' })
export class BudgetFrameSaved {
  @Field(() => BudgetFrame, { description: 'The frame as it now is.' })
  readonly budgetFrame: BudgetFrame;
}

export const SetBudgetFramePayload = outcomeOf(
  'SetBudgetFramePayload',
  'The frame that was saved, or why it was not.',
  BudgetFrameSaved,
);
