import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { DecisionKind, Sek } from '@fordela/domain';
import { outcomeOf } from '../platform/graphql/refused.types';
import { Day, Kronor } from '../platform/graphql/scalars';
import { decisionKindWords, GrantDecision } from './grant-decision.types';
import { GrantEvent, grantEventKindWords, type GrantEventKind } from './grant-event.types';
import { GrantAccount } from './grant.types';

@InputType({ description: "One year's amount." })
export class YearAmountInput {
  @Field(() => Int, { description: 'The year.' })
  readonly year: number;
  @Field(() => Kronor, { description: 'Whole kronor.' })
  readonly amountSek: Sek;
}

@InputType({ description: 'A decision to record.' })
export class GrantDecisionInput {
  @Field(() => ID, { description: 'The application.' })
  readonly applicationId: string;
  @Field(() => decisionKindWords, { description: 'What was decided.' })
  readonly kind: DecisionKind;
  @Field(() => [YearAmountInput], {
    defaultValue: [],
    description: 'What is granted per year; nothing unless granted.',
  })
  readonly amounts: readonly YearAmountInput[];
  @Field(() => Day, { description: 'The day of the decision.' })
  readonly decidedDate: string;
  @Field({ description: 'Who decided. Required: the engine never does.' })
  readonly decidedBy: string;
  @Field(() => String, { nullable: true, description: 'The delegation it rests on.' })
  readonly delegation?: string | null;
  @Field(() => String, { nullable: true, description: 'Minutes and paragraph.' })
  readonly minutesReference?: string | null;
  @Field({ defaultValue: '', description: 'Conditions.' })
  readonly conditions: string;
  @Field({
    defaultValue: '',
    description:
      'Reasons; required for every decision but a grant, and for a grant that is not what the scenario recommended.',
  })
  readonly reason: string;
  @Field({ defaultValue: '', description: 'Conflicts of interest noted.' })
  readonly conflictNotes: string;
  @Field(() => String, { nullable: true, description: 'Why more is granted than is free; required when it is.' })
  readonly aboveFrameReason?: string | null;
  @Field(() => ID, { nullable: true, description: 'The scenario it was decided on, of the same call.' })
  readonly scenarioId?: string | null;
  @Field({ description: 'Who records it. Stated, not proven: there is no sign-in yet.' })
  readonly recordedBy: string;
  @Field(() => Int, { description: 'How many decisions about the application were seen.' })
  readonly expectedVersion: number;
}

@InputType({ description: 'Something that happened to a grant.' })
export class GrantEventInput {
  @Field(() => ID, { description: 'The application.' })
  readonly applicationId: string;
  @Field(() => grantEventKindWords, { description: 'What happened.' })
  readonly kind: GrantEventKind;
  @Field(() => Day, { description: 'The day.' })
  readonly date: string;
  @Field(() => Kronor, { defaultValue: 0, description: 'Cost reported in a claim.' })
  readonly reportedCostSek: Sek;
  @Field(() => Kronor, { defaultValue: 0, description: 'Of it approved.' })
  readonly approvedCostSek: Sek;
  @Field(() => Kronor, { defaultValue: 0, description: 'Paid as an advance or on a claim.' })
  readonly paidSek: Sek;
  @Field(() => Kronor, { defaultValue: 0, description: 'Taken back.' })
  readonly recoveredSek: Sek;
  @Field({ defaultValue: '', description: 'Free note.' })
  readonly note: string;
  @Field({ description: 'Who records it. Stated, not proven: there is no sign-in yet.' })
  readonly recordedBy: string;
  @Field(() => Int, { description: 'How many events of the grant were seen.' })
  readonly expectedVersion: number;
}

@ObjectType({ description: 'The decision was recorded.' })
export class DecisionRecorded {
  @Field(() => GrantDecision, { description: 'The decision.' })
  readonly decision: GrantDecision;
}
@ObjectType({ description: 'The event was recorded.' })
export class GrantEventRecorded {
  @Field(() => GrantEvent, { description: 'The event.' })
  readonly event: GrantEvent;
  @Field(() => GrantAccount, { description: 'The account after it.' })
  readonly account: GrantAccount;
}
export const RecordDecisionPayload = outcomeOf(
  'RecordDecisionPayload',
  'The decision that was recorded, or why it was not.',
  DecisionRecorded,
);
export const RecordGrantEventPayload = outcomeOf(
  'RecordGrantEventPayload',
  'The event that was recorded, or why it was not.',
  GrantEventRecorded,
);
