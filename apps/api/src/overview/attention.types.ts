import { ArgsType, Field, ID, ObjectType } from '@nestjs/graphql';
import type { AttentionItem as AttentionData, AttentionScreen } from '@fordela/domain';
import { outcomeOf } from '../platform/graphql/refused.types';
import { Day, Json } from '../platform/graphql/scalars';
import { words } from '../platform/stored';
import { BasisArgs, PortfolioBasis } from '../steering/basis.types';

export const attentionScreenWords = words<AttentionScreen>('AttentionScreen', 'The screen that has the rows.', {
  envelope: 'The envelope year by year.',
  applications: 'The applications with their checklists.',
  overview: 'The overview itself: shares and coverage.',
  follow_up: 'The follow-up.',
  horizon: 'The horizon.',
});

@ArgsType()
export class AttentionArgs extends BasisArgs {
  @Field(() => Day, { nullable: true, description: 'The day it is seen from; today when left out.' })
  readonly asOf?: string | null;
}

@ObjectType({ description: 'Something that needs attention, with the rows it rests on.' })
export class AttentionItem implements AttentionData {
  @Field({ description: 'Stable code.' })
  readonly code: string;
  @Field(() => Json, { description: 'The figures and names the sentence is made from.' })
  readonly params: AttentionData['params'];
  @Field({ description: 'The sentence in Swedish.' })
  readonly messageSv: string;
  @Field({ description: 'The sentence in English.' })
  readonly messageEn: string;
  @Field(() => attentionScreenWords, { description: 'The screen that has the rows.' })
  readonly screen: AttentionScreen;
  @Field(() => [ID], { description: 'The applications it rests on; none where it is about something else.' })
  readonly applicationIds: readonly string[];
}

@ObjectType({
  description:
    'What needs attention, the gravest first, in a fixed order: money over the frame, stopped applications, the strategy, municipalities without money, results at risk, reports overdue, a rising share to the region’s own projects, the plan, lead times, late projects.',
})
export class Attention {
  @Field(() => PortfolioBasis, { description: 'Which projects and money.' })
  readonly basis: PortfolioBasis;
  @Field(() => Day, { description: 'The day it is seen from.' })
  readonly asOf: string;
  @Field(() => [AttentionItem], { description: 'Everything that holds.' })
  readonly items: readonly AttentionItem[];
}

export const AttentionPayload = outcomeOf(
  'AttentionPayload',
  'What needs attention, or why it cannot be said.',
  Attention,
);
