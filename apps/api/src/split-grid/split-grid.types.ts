import { ArgsType, Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Sek } from '@fordela/domain';
import {
  AllocationOptionsInput,
  groupDimensionWords,
  type GroupDimension,
} from '../allocation/allocation-options.types';
import { Certificate, solveStatusWords, type SolveStatus } from '../allocation/allocation.types';
import { NamedApplication, TaskAnswerFields } from '../allocation/task-answer.types';
import { outcomeOf } from '../platform/graphql/refused.types';
import { Kronor } from '../platform/graphql/scalars';

@ArgsType()
export class SplitGridArgs {
  @Field(() => ID, { description: 'The call.' })
  readonly callId: string;
  @Field(() => AllocationOptionsInput, { description: 'The choices, the same at every division.' })
  readonly options: AllocationOptionsInput;
  @Field(() => groupDimensionWords, { defaultValue: 'ownerGroup', description: 'What the money is divided between.' })
  readonly dimension: GroupDimension;
  @Field(() => [[ID]], {
    defaultValue: [['region_own'], ['municipal'], ['other']],
    description: 'The pots: each one or several groups; the last gets what rounding leaves.',
  })
  readonly pots: readonly (readonly string[])[];
  @Field(() => Int, { defaultValue: 10, description: 'Steps from nothing to everything, 1 to 20.' })
  readonly steps: number;
}

@ObjectType({ description: 'A pot at one division.' })
export class PotShare {
  @Field(() => ID, { description: 'The pot: its groups joined by +.' })
  readonly pot: string;
  @Field(() => Float, { description: 'Its share of the money, 0 to 1.' })
  readonly share: number;
  @Field(() => Kronor, { description: 'What is used of it.' })
  readonly usedSek: Sek;
}

@ObjectType({ description: 'The best portfolio at one division between the pots.' })
export class SplitGridPoint {
  @Field(() => [PotShare], { description: 'The pots, in their order; the shares sum to 1.' })
  readonly pots: readonly PotShare[];
  @Field(() => solveStatusWords, { description: 'What was proven.' })
  readonly status: SolveStatus;
  @Field(() => Float, {
    nullable: true,
    description: 'What it reaches of the objective; null when there is no portfolio.',
  })
  readonly value: number | null;
  @Field(() => Float, { nullable: true, description: 'What it loses against no division at all.' })
  readonly price: number | null;
  @Field(() => Kronor, { description: 'Granted in all.' })
  readonly grantedSek: Sek;
  @Field(() => Kronor, { description: 'What may be granted and is not.' })
  readonly unusedSek: Sek;
  @Field(() => [NamedApplication], { description: 'Who is granted money.' })
  readonly applications: readonly NamedApplication[];
  @Field(() => [NamedApplication], { description: 'In it and not in the best portfolio without a division.' })
  readonly entering: readonly NamedApplication[];
  @Field(() => [NamedApplication], { description: 'In the best portfolio without a division and not in it.' })
  readonly leaving: readonly NamedApplication[];
  @Field({ description: 'It loses least of all divisions.' })
  readonly isBest: boolean;
}

@ObjectType({ description: 'The best portfolio at every division of the money between three pots or more.' })
export class SplitGrid extends TaskAnswerFields {
  @Field(() => groupDimensionWords, { description: 'What the money is divided between.' })
  readonly dimension: GroupDimension;
  @Field(() => Kronor, { description: 'What is divided.' })
  readonly budgetSek: Sek;
  @Field(() => Certificate, { description: 'How the best portfolio without a division was proven.' })
  readonly free: Certificate;
  @Field(() => [SplitGridPoint], { description: 'Every division.' })
  readonly points: readonly SplitGridPoint[];
}
export const SplitGridPayload = outcomeOf('SplitGridPayload', 'The divisions, or why there are none.', SplitGrid);
