import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Entity } from 'typeorm';
import type { CyclePhase, ReportFrame as ReportFrameData } from '@fordela/domain';
import { outcomeOf } from '../platform/graphql/refused.types';
import { Hidden, JsonOf, MomentOf, Version, words } from '../platform/stored';
import { cyclePhaseWords } from '../reference/cycle-phase.types';

type NeedKind = ReportFrameData['needs'][number]['kind'];
export const needKindWords = words<NeedKind>('NeedKind', 'What a need is about.', {
  structural: 'Structure and coordination (S).',
  competence: 'Skills (K).',
  resource: 'Resources and money (R).',
});

/** The plan a region has put in the place of the product's own. */
@Entity('report_frame')
export class StoredFrame {
  @Hidden.text({ key: true })
  readonly id: string;
  @JsonOf('The plan.')
  readonly frame: ReportFrameData;
  @MomentOf('When it was saved.')
  readonly savedAt: Date;
  @Version()
  readonly version: number;
}

@ObjectType({ description: 'A need the plan has found.' })
export class PlanNeed {
  @Field(() => ID, { description: 'Identifier, as projects are tagged with it: `K3`.' })
  readonly id: string;
  @Field(() => needKindWords, { description: 'What it is about.' })
  readonly kind: NeedKind;
  @Field({ description: 'Name in Swedish.' })
  readonly nameSv: string;
  @Field(() => [cyclePhaseWords], { description: 'The phases of the project cycle where it is felt.' })
  readonly phases: readonly CyclePhase[];
  @Field(() => String, { nullable: true, description: 'Where in the document.' })
  readonly reference: string | null;
}

@ObjectType({ description: 'A gap the plan has found.' })
export class PlanGap {
  @Field(() => ID, { description: 'Identifier, as projects are tagged with it.' })
  readonly id: string;
  @Field({ description: 'Name in Swedish.' })
  readonly nameSv: string;
  @Field(() => String, { nullable: true, description: "The document's answer to it, in Swedish." })
  readonly answerSv: string | null;
}

@ObjectType({ description: 'A recommendation of the plan.' })
export class PlanRecommendation {
  @Field(() => ID, { description: 'Identifier, as projects are tagged with it: `5.2.1`.' })
  readonly id: string;
  @Field({ description: 'Name in Swedish.' })
  readonly nameSv: string;
  @Field(() => [ID], { description: 'The gaps it answers.' })
  readonly gapIds: readonly string[];
}

@ObjectType({ description: 'The plan that coverage is measured against: needs, gaps and recommendations of a report.' })
export class ReportFrame {
  @Field({ description: 'The document it is read from.' })
  readonly source: string;
  @Field(() => [PlanNeed], { description: 'The needs.' })
  readonly needs: readonly PlanNeed[];
  @Field(() => [PlanGap], { description: 'The gaps.' })
  readonly gaps: readonly PlanGap[];
  @Field(() => [PlanRecommendation], { description: 'The recommendations.' })
  readonly recommendations: readonly PlanRecommendation[];
  @Field(() => [ID], { description: 'The recommendations the document puts first.' })
  readonly topRecommendationIds: readonly string[];
  @Field(() => Int, {
    nullable: true,
    description: "How many times a plan was saved; null for the product's own, which nobody has replaced.",
  })
  readonly version: number | null;
}

@InputType({ description: 'A plan in the place of the one there is.' })
export class ReportFrameInput {
  @Field({ description: 'The plan as JSON text, in the form of `demo/data/report-frame.json`.' })
  readonly text: string;
  @Field(() => Int, {
    nullable: true,
    description: "The version it replaces; null when that is the product's own.",
  })
  readonly expectedVersion?: number | null;
}

@ObjectType({ description: 'The plan was saved.' })
export class ReportFrameSaved {
  @Field(() => ReportFrame, { description: 'The plan as it now is.' })
  readonly reportFrame: ReportFrame;
}

export const SaveReportFramePayload = outcomeOf(
  'SaveReportFramePayload',
  'The plan that was saved, or every fault of it with its place.',
  ReportFrameSaved,
);
