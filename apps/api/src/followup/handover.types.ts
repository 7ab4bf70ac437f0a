import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Entity, ForeignKey } from 'typeorm';
import type { Handover as HandoverData, Sek as SekData } from '@fordela/domain';
import { outcomeOf } from '../platform/graphql/refused.types';
import { Kronor } from '../platform/graphql/scalars';
import { Flag, Hidden, Id, Sek, Text, Version, Whole } from '../platform/stored';

@ObjectType({
  description:
    'What is known of who carries a project’s result on. Null means "not stated". The receiver stands in the project.',
})
@Entity('handover')
export class Handover implements HandoverData {
  @ForeignKey('Application', { name: 'handover_application_fk', onDelete: 'CASCADE' })
  @Hidden.text({ key: true })
  readonly applicationId: string;
  @Whole('The year the receiver takes over.', { optional: true })
  readonly takeoverYear: number | null;
  @Sek('What it costs a year to keep the result running; 0 when it costs nothing.', { optional: true })
  readonly runningCostAfterSek: SekData | null;
  @ForeignKey('Actor', { name: 'handover_running_cost_owner_fk' })
  @Id('Who pays for that, as an actor.', { optional: true })
  readonly runningCostOwnerActorId: string | null;
  @Flag('True when the result hangs on one person.', { optional: true })
  readonly isKeyPersonDependent: boolean | null;
  @Text('Free note.', { optional: true })
  readonly note: string | null;
  @Version()
  readonly version: number;
}

@InputType({ description: 'Who carries a project’s result on, whole: what is left out is not stated.' })
export class HandoverInput {
  @Field(() => ID, { description: 'The application of the project.' })
  readonly applicationId: string;
  @Field(() => Int, { nullable: true, description: 'The year the receiver takes over.' })
  readonly takeoverYear?: number | null;
  @Field(() => Kronor, { nullable: true, description: 'What it costs a year to keep the result running.' })
  readonly runningCostAfterSek?: SekData | null;
  @Field(() => ID, { nullable: true, description: 'Who pays for that, as an actor.' })
  readonly runningCostOwnerActorId?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'True when the result hangs on one person.' })
  readonly isKeyPersonDependent?: boolean | null;
  @Field(() => String, { nullable: true, description: 'Free note.' })
  readonly note?: string | null;
  @Field(() => Int, {
    nullable: true,
    description: 'The version the edit was made from; null when nothing was stated.',
  })
  readonly expectedVersion?: number | null;
}

@ObjectType({ description: 'It was saved.' })
export class HandoverSaved {
  @Field(() => Handover, { description: 'What is stated now.' })
  readonly handover: Handover;
}

export const SaveHandoverPayload = outcomeOf('SaveHandoverPayload', 'What was saved, or why not.', HandoverSaved);
