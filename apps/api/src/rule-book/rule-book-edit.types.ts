import { ObjectType } from '@nestjs/graphql';
import { Entity } from 'typeorm';
import { DayOf, Hidden, MomentOf, Text, Whole } from '../platform/stored';

@ObjectType({
  description: 'One change of the rule book. Changes are never taken away: a later one replaces what it must.',
})
@Entity('rule_book_edit')
export class RuleBookEdit {
  @Whole('Which change it is, counted from 1.', { key: true })
  readonly no: number;
  /** A `RuleBookChange` of the domain. */
  @Hidden.data()
  readonly change: object;
  @DayOf('The first day on which it counts.')
  readonly validFrom: string;
  @Text('Why it was made.')
  readonly reason: string;
  @Text('Who made it, as stated.')
  readonly madeBy: string;
  @MomentOf('When it was made.')
  readonly madeAt: Date;
}
