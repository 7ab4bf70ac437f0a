import { ObjectType } from '@nestjs/graphql';
import { Entity } from 'typeorm';
import type { Call as CallData } from '@fordela/domain';
import { DayOf, Flag, Id, Text } from '../platform/stored';

@ObjectType({ description: 'A call for applications (utlysning).' })
@Entity('call')
export class Call implements CallData {
  @Id('Identifier, for example `CALL-2026-V`.', { key: true })
  readonly id: string;
  @Text('Name.')
  readonly name: string;
  @DayOf('The day the call was first known.', { optional: true })
  readonly firstKnownDate: string | null;
  @DayOf('First day to apply.', { optional: true })
  readonly openingDate: string | null;
  @DayOf('Last day to apply.', { optional: true })
  readonly closingDate: string | null;
  @DayOf('The day the decision is assumed or was made; dated rules are read as of this day.')
  readonly decisionDate: string;
  @Flag('True for the demonstration portfolio: whoever shows it must say that it is an example.')
  readonly isExample: boolean;
}
