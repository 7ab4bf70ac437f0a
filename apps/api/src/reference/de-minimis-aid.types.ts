import { ObjectType } from '@nestjs/graphql';
import { Entity } from 'typeorm';
import type { DeMinimisAid as DeMinimisAidData } from '@fordela/domain';
import { DayOf, Decimal, Hidden, Id, Text } from '../platform/stored';

@ObjectType({ description: 'De minimis aid (försumbart stöd) that an undertaking has already been granted.' })
@Entity('de_minimis_aid')
export class DeMinimisAid implements DeMinimisAidData {
  @Id('The undertaking, as an actor.', { key: true })
  readonly undertakingActorId: string;
  @DayOf('The day the aid was granted; only three years back count.', { key: true })
  readonly grantedDate: string;
  @Text('Who granted it.', { key: true })
  readonly granter: string;
  /** Tells two grants of one day by one granter apart: 1, 2… by amount. */
  @Hidden.whole({ key: true })
  readonly aidNo: number;
  @Decimal('Amount in euro at the rate of the grant date.')
  readonly amountEur: number;
  @Text('Free note.', { optional: true })
  readonly note: string | null;
}
