import { ObjectType } from '@nestjs/graphql';
import { Entity, ForeignKey } from 'typeorm';
import type { GrantEvent as GrantEventData, Sek as Kronor } from '@fordela/domain';
import { DayOf, Hidden, MomentOf, Sek, Text, Whole, Word, words } from '../platform/stored';

export type GrantEventKind = GrantEventData['kind'];
export const grantEventKindWords = words<GrantEventKind>('GrantEventKind', 'What happened to a grant.', {
  advance: 'An advance was paid (förskott).',
  claim: 'A claim was settled (rekvisition).',
  recovery: 'Money was taken back (återkrav).',
});

@ObjectType({ description: 'What happened to a grant after the decision. Amounts are of the event itself.' })
@Entity('grant_event')
export class GrantEvent {
  @ForeignKey('Application', { name: 'grant_event_application_fk', onDelete: 'CASCADE' })
  @Hidden.text({ key: true })
  readonly applicationId: string;
  @Whole('Which event of the grant, counted from 1.', { key: true })
  readonly no: number;
  @Word(grantEventKindWords, 'What happened.')
  readonly kind: GrantEventKind;
  @DayOf('The day it happened.')
  readonly date: string;
  @Sek('Cost reported in the claim; 0 for other events.')
  readonly reportedCostSek: Kronor;
  @Sek('Of it approved; 0 for other events.')
  readonly approvedCostSek: Kronor;
  @Sek('Paid; 0 when money was taken back.')
  readonly paidSek: Kronor;
  @Sek('Taken back; 0 otherwise.')
  readonly recoveredSek: Kronor;
  @Text('Free note.')
  readonly note: string;
  @Text('Who recorded it, as stated.')
  readonly recordedBy: string;
  @MomentOf('When it was recorded.')
  readonly recordedAt: Date;
}
