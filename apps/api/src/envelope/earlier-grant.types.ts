import { ObjectType } from '@nestjs/graphql';
import { Entity } from 'typeorm';
import type { OwnerGroup, Sek as Kronor } from '@fordela/domain';
import { Id, Sek, Text, Version, Whole, Word } from '../platform/stored';
import { ownerGroupWords } from '../reference/actor.types';

@ObjectType({ description: 'A grant of a year before Fördela, so that shares can be followed over the years.' })
@Entity('earlier_grant')
export class EarlierGrant {
  @Id('Identifier, for example its case id.', { key: true })
  readonly id: string;
  @Whole('The year the money was for.')
  readonly year: number;
  @Text('Title of the project.')
  readonly title: string;
  @Word(ownerGroupWords, 'Owner group of the project.')
  readonly ownerGroup: OwnerGroup;
  @Sek('The grant.')
  readonly amountSek: Kronor;
  @Text('Where the figure comes from.')
  readonly source: string;
  @Version()
  readonly version: number;
}
