import { ArgsType, Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import {
  AllocationOptionsInput,
  groupDimensionWords,
  type GroupDimension,
} from '../allocation/allocation-options.types';
import { NamedApplication, ShortPortfolio, TaskAnswerFields } from '../allocation/task-answer.types';
import { CoreApplication } from '../certainty/certainty.types';
import { outcomeOf } from '../platform/graphql/refused.types';
import { words } from '../platform/stored';

export type AimName =
  'value' | 'value_times_money' | 'least_money' | 'grants' | 'criterion' | 'group_money' | 'smallest_group';
export const aimNameWords = words<AimName>('AimName', 'One of several things a portfolio can be good at.', {
  value: 'The sum of the scores.',
  value_times_money: 'The sum of score × money.',
  least_money: 'As little money as possible.',
  grants: 'The number of grants; as few as possible unless `direction` says otherwise.',
  criterion: 'The sum of the values on one criterion; give `criterionId`.',
  group_money: 'Money for some groups; give `dimension` and `groups`.',
  smallest_group: 'The money of the group that gets least: equality; give `dimension`.',
});

export type AimDirection = 'most' | 'least';
export const aimDirectionWords = words<AimDirection>('AimDirection', 'Which way an aim is better.', {
  most: 'As much as possible.',
  least: 'As little as possible.',
});

export type AimUnit = 'value' | 'value_money' | 'money' | 'money_per_inhabitant' | 'count';
export const aimUnitWords = words<AimUnit>('AimUnit', 'What the figures of an aim are in.', {
  value: 'Sum of scores or values.',
  value_money: 'Score × kronor.',
  money: 'Kronor.',
  money_per_inhabitant: 'Kronor per inhabitant.',
  count: 'A number.',
});

@InputType({ description: 'Something the portfolio is to be good at, beside the others.' })
export class AimInput {
  @Field(() => aimNameWords, { description: 'What.' })
  readonly aim: AimName;
  @Field(() => ID, { nullable: true, description: 'The criterion, for `criterion`.' })
  readonly criterionId?: string | null;
  @Field(() => groupDimensionWords, { nullable: true, description: 'What the groups are of.' })
  readonly dimension?: GroupDimension | null;
  @Field(() => [ID], { nullable: true, description: 'The groups, for `group_money`.' })
  readonly groups?: readonly string[] | null;
  @Field(() => aimDirectionWords, { nullable: true, description: 'For `grants` and `group_money`.' })
  readonly direction?: AimDirection | null;
}

@ArgsType()
export class EfficientPortfoliosArgs {
  @Field(() => ID, { description: 'The call.' })
  readonly callId: string;
  @Field(() => AllocationOptionsInput, {
    description: 'The choices; the objective only sets the scale of the problem.',
  })
  readonly options: AllocationOptionsInput;
  @Field(() => [AimInput], { description: 'Two to six aims.' })
  readonly aims: readonly AimInput[];
  @Field(() => Int, { defaultValue: 200, description: 'Most points listed, 1 to 2,000; all are counted.' })
  readonly list: number;
  @Field(() => Int, {
    defaultValue: 300_000,
    description:
      'Partial portfolios looked at before the search gives up and says so, 1 to 3,000,000; the largest is about a minute.',
  })
  readonly stateLimit: number;
}

@ObjectType({ description: 'An aim as it was used.' })
export class FrontierAim {
  @Field(() => aimNameWords, { description: 'What.' })
  readonly aim: AimName;
  @Field(() => aimUnitWords, { description: 'What its figures are in.' })
  readonly unit: AimUnit;
  @Field(() => aimDirectionWords, { description: 'Which way is better.' })
  readonly direction: AimDirection;
  @Field(() => Float, {
    nullable: true,
    description: 'The best any efficient portfolio reaches; null when there is none.',
  })
  readonly best: number | null;
  @Field(() => Float, { nullable: true, description: 'The worst of any efficient portfolio.' })
  readonly worst: number | null;
  @Field({ description: 'Its name in Swedish.' })
  readonly nameSv: string;
  @Field({ description: 'Its name in English.' })
  readonly nameEn: string;
}

@ObjectType({ description: 'Values that no portfolio matches in every aim and betters in one.' })
export class FrontierPoint {
  @Field(() => [Float], { description: 'In the order of the aims.' })
  readonly values: readonly number[];
  @Field(() => Boolean, {
    nullable: true,
    description: 'Some weighing of the aims has it as its optimum; null when the search was not completed.',
  })
  readonly isSupported: boolean | null;
  @Field({ description: 'Proven efficient; false only when the search was not completed.' })
  readonly isProven: boolean;
  @Field(() => Int, { description: 'Portfolios with these values.' })
  readonly portfolioCount: number;
  @Field(() => ShortPortfolio, { description: 'One of them.' })
  readonly portfolio: ShortPortfolio;
  @Field(() => [NamedApplication], { description: 'In it and not in the point before.' })
  readonly entering: readonly NamedApplication[];
  @Field(() => [NamedApplication], { description: 'In the point before and not in it.' })
  readonly leaving: readonly NamedApplication[];
}

@ObjectType({ description: 'What is proven of a frontier whose search stopped at its limit.' })
export class FrontierProof {
  @Field(() => Int, { description: 'Points that no portfolio betters in one aim without losing in another.' })
  readonly efficientPoints: number;
  @Field(() => [Float], {
    nullable: 'items',
    description: 'In the order of the aims: a bound that no portfolio can better; null where there is none.',
  })
  readonly bestPossible: readonly (number | null)[];
  @Field(() => Float, {
    nullable: true,
    description:
      'For every possible portfolio, some point found is in no aim worse by more than this share of the range of the points found; null without points.',
  })
  readonly within: number | null;
}

@ObjectType({ description: 'All efficient portfolios of a call for some aims, those that no weighing finds included.' })
export class EfficientPortfolios extends TaskAnswerFields {
  @Field(() => [FrontierAim], { description: 'The aims, in the order given.' })
  readonly aims: readonly FrontierAim[];
  @Field({
    description:
      'The certificate: true when the search went through everything, so that no point is dominated and none is missing.',
  })
  readonly isComplete: boolean;
  @Field(() => FrontierProof, { nullable: true, description: 'When it is not: what is proven all the same.' })
  readonly proof: FrontierProof | null;
  @Field(() => Int, { nullable: true, description: 'Partial portfolios the proof looked at.' })
  readonly statesVisited: number | null;
  @Field(() => Int, { description: 'Points in all.' })
  readonly frontierSize: number;
  @Field(() => Int, { description: 'Efficient portfolios in all; several can have the same values.' })
  readonly portfolioCount: number;
  @Field(() => [FrontierPoint], { description: 'The points, best by the first aim first.' })
  readonly points: readonly FrontierPoint[];
  @Field(() => [CoreApplication], { description: 'How often each application is in them; empty when incomplete.' })
  readonly applications: readonly CoreApplication[];
}
export const EfficientPortfoliosPayload = outcomeOf(
  'EfficientPortfoliosPayload',
  'The efficient portfolios, or why there are none.',
  EfficientPortfolios,
);
