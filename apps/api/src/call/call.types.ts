import { ObjectType } from '@nestjs/graphql';
import { Entity } from 'typeorm';
import type { Call as CallData, CallStatus } from '@fordela/domain';
import { DayOf, Flag, Id, Text, Version, words } from '../platform/stored';

export const callStatusWords = words<CallStatus>('CallStatus', 'How a call stands on a day, by its own dates.', {
  upcoming: 'Not yet open (kommande).',
  open: 'Open for applications, first and last day included (öppen).',
  expired: 'The last day to apply has passed (utlöpt).',
});

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
  @Version()
  readonly version: number;
}
