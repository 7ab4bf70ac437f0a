import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { Sek, YearAmount as YearAmountData } from '@fordela/domain';
import { Kronor } from './scalars';

@ObjectType({ description: "One year's amount." })
export class YearAmount implements YearAmountData {
  @Field(() => Int, { description: 'The year.' })
  readonly year: number;
  @Field(() => Kronor, { description: 'The amount in whole kronor.' })
  readonly amountSek: Sek;
}
