import { Field, Float, ObjectType } from '@nestjs/graphql';
import type { EuroAtGrantDate } from '@fordela/domain';
import { FindingParameter } from '../findings/finding.types';
import { outcomeOf } from '../platform/graphql/refused.types';

@ObjectType({ description: 'Aid stated in kronor, as the euro that count against the de minimis ceiling.' })
export class AidInEuro implements EuroAtGrantDate {
  @Field(() => Float, { description: 'Euro in whole cents, rounded up so that aid is never understated.' })
  readonly amountEur: number;
  @Field(() => FindingParameter, { description: 'The rate that was used, with its source.' })
  readonly rate: EuroAtGrantDate['rate'];
}

export const AidInEuroPayload = outcomeOf('AidInEuroPayload', 'The amount, or why it cannot be told.', AidInEuro);
