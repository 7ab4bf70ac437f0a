import { ObjectType } from '@nestjs/graphql';
import { Entity, ForeignKey } from 'typeorm';
import type { DecisionKind, Sek as Kronor, YearAmount } from '@fordela/domain';
import { DayOf, Hidden, Id, MomentOf, Sek, Text, Whole, Word, words } from '../platform/stored';

export const decisionKindWords = words<DecisionKind>('DecisionKind', 'What people decided about an application.', {
  granted: 'Granted (bifall).',
  rejected: 'Rejected (avslag).',
  returned: 'Sent back for more preparation (återremiss).',
});

@ObjectType({
  description:
    'What people have decided about an application. The engine recommends; people decide. Nothing is taken away: the last decision counts.',
})
@Entity('grant_decision')
export class GrantDecision {
  @ForeignKey('Application', { name: 'grant_decision_application_fk', onDelete: 'CASCADE' })
  @Id('The application.', { key: true })
  readonly applicationId: string;
  @Whole('Which decision about it, counted from 1.', { key: true })
  readonly no: number;
  @Word(decisionKindWords, 'What was decided.')
  readonly kind: DecisionKind;
  /** Whole kronor; JSON holds them exactly. */
  @Hidden.data()
  readonly amounts: readonly YearAmount[];
  @Sek("The project's total cost as it stood at the decision: what the grant is a share of.")
  readonly totalCostSek: Kronor;
  @DayOf('The day of the decision.')
  readonly decidedDate: string;
  @Text('Who decided: the committee, or an officer by delegation.')
  readonly decidedBy: string;
  @Text('The delegation it rests on; null when the committee decided.', { optional: true })
  readonly delegation: string | null;
  @Text('Minutes and paragraph, for example `RUN 2026-06-15 § 41`.', { optional: true })
  readonly minutesReference: string | null;
  @Text('Conditions of the grant.')
  readonly conditions: string;
  @Text('Reasons, among them for any departure from the recommendation.')
  readonly reason: string;
  @Text('Conflicts of interest (jäv) noted at the decision.')
  readonly conflictNotes: string;
  @Text('Why more was granted than is free in some year; null when it was not.', { optional: true })
  readonly aboveFrameReason: string | null;
  @Id('The scenario it was decided on; null when none.', { optional: true })
  readonly scenarioId: string | null;
  @Text('Who recorded it, as stated.')
  readonly recordedBy: string;
  @MomentOf('When it was recorded.')
  readonly recordedAt: Date;
}
