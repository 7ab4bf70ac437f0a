import { ObjectType } from '@nestjs/graphql';
import { Entity, ForeignKey, Index } from 'typeorm';
import type { Signal as SignalData } from '@fordela/domain';
import { DayOf, Hidden, Id, Text, Version, Whole, Word, words } from '../platform/stored';

export type SignalKind = 'call' | 'programme' | 'policy' | 'other';
export const signalKindWords = words<SignalKind>('SignalKind', 'What a signal is about.', {
  call: 'A call for applications.',
  programme: 'A programme, of the EU or the state.',
  policy: 'A change of policy, law or strategy.',
  other: 'Something else.',
});

export type SignalStatus = 'new' | 'watched' | 'acted' | 'dismissed';
export const signalStatusWords = words<SignalStatus>('SignalStatus', 'What is done about a signal.', {
  new: 'Nobody has looked at it yet.',
  watched: 'It is watched.',
  acted: 'Somebody is doing something about it.',
  dismissed: 'It does not concern us: kept, and left out of deadlines and the matrix.',
});

@ObjectType({ description: 'Something seen in the world outside: a call, a change, a rumour.' })
@Entity('signal')
@Index('signal_date_ix', ['date', 'id'])
export class Signal implements SignalData {
  @Id('Identifier.', { key: true })
  readonly id: string;
  @Word(signalKindWords, 'What it is about.')
  readonly kind: SignalKind;
  @Text('What was seen, in one line.')
  readonly title: string;
  @Text('Where it was seen.')
  readonly source: string;
  @Text('Theme.', { optional: true })
  readonly theme: string | null;
  @DayOf('The day it was seen.')
  readonly date: string;
  @DayOf('Last day to act.', { optional: true })
  readonly deadline: string | null;
  @ForeignKey('Call', { name: 'signal_call_fk', onDelete: 'SET NULL' })
  @Id('The call of ours it concerns.', { optional: true })
  readonly callId: string | null;
  @Text('Web address.', { optional: true })
  readonly link: string | null;
  @Text('Free note.', { optional: true })
  readonly note: string | null;
  @Word(signalStatusWords, 'What is done about it.')
  readonly status: SignalStatus;
  @Whole('Strategic importance, 0 to 5; null when it has not been marked.', { optional: true })
  readonly importance: number | null;
  @Whole('How ready the county is to act, 0 to 5; null when it has not been marked.', { optional: true })
  readonly readiness: number | null;
  /** Title, source, theme and note in the form searched in: no capitals, no accents. */
  @Hidden.text()
  readonly searchText: string;
  @Version()
  readonly version: number;
}
