import { ObjectType } from '@nestjs/graphql';
import { Entity, ForeignKey } from 'typeorm';
import type { Reviewer as ReviewerData } from '@fordela/domain';
import { Hidden, Id, Text } from '../platform/stored';

@ObjectType({ description: 'Somebody who rates applications of a call.' })
@Entity('reviewer')
export class Reviewer implements ReviewerData {
  @ForeignKey('Call', { name: 'reviewer_call_fk', onDelete: 'CASCADE' })
  @Hidden.text({ key: true })
  readonly callId: string;
  @Id('Identifier within the call, for example `R01`.', { key: true })
  readonly id: string;
  @Text('Name or title.')
  readonly name: string;
  @Id('The organisation or unit the reviewer belongs to, as an actor.', { optional: true })
  readonly affiliationActorId: string | null;
  @Text('Role.', { optional: true })
  readonly role: string | null;
}
