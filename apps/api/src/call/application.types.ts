import { ObjectType } from '@nestjs/graphql';
import { Entity, ForeignKey, Index } from 'typeorm';
import type { Application as ApplicationData, Sek as Kronor, YearAmount as YearAmountData } from '@fordela/domain';
import { DayOf, Hidden, Id, Sek, Text, Version } from '../platform/stored';

@ObjectType({ description: 'A request for 1:1 money for a project in one call (ansökan).' })
@Entity('application')
@Index('application_call_requested_ix', ['callId', 'requestedSek', 'id'])
@Index('application_call_title_ix', ['callId', 'sortTitle', 'id'])
export class Application implements Omit<ApplicationData, 'project' | 'requested'> {
  @Id('Case id in the case system (ärende-ID), for example `SRM-26-001`.', { key: true })
  readonly id: string;
  @ForeignKey('Call', { name: 'application_call_fk' })
  @Id('The call applied to.')
  readonly callId: string;
  @ForeignKey('Project', { name: 'application_project_fk' })
  @Index('application_project_ix')
  @Hidden.text()
  readonly projectId: string;
  /** The project's title as Swedish sorts it, kept here so that a page in that order is one index range. */
  @Hidden.text()
  readonly sortTitle: string;
  /** Case id, title, summary and lead partner in the form searched in: no capitals, no accents. */
  @Hidden.text()
  readonly searchText: string;
  @Text('Registry number (diarienummer).', { optional: true })
  readonly registryNumber: string | null;
  @DayOf('The day the application was received.', { optional: true })
  readonly receivedDate: string | null;
  @Sek('The stated sum requested; differs from the sum of `requested` only where the application itself does.')
  readonly requestedSek: Kronor;
  @Sek('The smallest grant with which the applicant can start; null means all or nothing.', { optional: true })
  readonly smallestUsefulGrantSek: Kronor | null;
  @Sek('Advance payment requested (förskott).')
  readonly advanceRequestedSek: Kronor;
  @Id('The unit that prepares it for decision (beredande enhet), as an actor; null when it is not stated.', {
    optional: true,
  })
  readonly preparingActorId: string | null;
  @Text('Free note.', { optional: true })
  readonly note: string | null;
  @Version()
  readonly version: number;
}

/** What an application asks for in one year. */
@Entity('application_request')
export class ApplicationRequest implements YearAmountData {
  @ForeignKey('Application', { name: 'application_request_application_fk', onDelete: 'CASCADE' })
  @Hidden.text({ key: true })
  readonly applicationId: string;
  @Hidden.whole({ key: true })
  readonly year: number;
  @Hidden.kronor()
  readonly amountSek: Kronor;
}
