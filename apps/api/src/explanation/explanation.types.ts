import { Field, Float, ObjectType } from '@nestjs/graphql';
import { Certificate } from '../allocation/allocation.types';
import { NamedApplication } from '../allocation/task-answer.types';
import { outcomeOf } from '../platform/graphql/refused.types';
import { words } from '../platform/stored';

export type Fate =
  | 'funded'
  | 'funded-in-part'
  | 'not-funded'
  | 'tied'
  | 'impossible'
  | 'indispensable'
  | 'excluded'
  | 'must-fund'
  | 'done';
export const fateWords = words<Fate>('Fate', 'What became of an application in the best portfolio.', {
  funded: 'In it.',
  'funded-in-part': 'In it with less than it asked for.',
  'not-funded': 'Not in it.',
  tied: 'Not in this one, but in another that is just as good.',
  impossible: 'In none that keeps all limits.',
  indispensable: 'In every one that keeps all limits.',
  excluded: 'Left out by a decision.',
  'must-fund': 'Included by a decision.',
  done: 'Done already.',
});

@ObjectType({
  description:
    'The smallest change of one figure that would turn the outcome: found, put into the problem, and solved anew.',
})
export class TurningChange {
  @Field({
    description: '`score`, `cost`, `ceiling`, `all-ceilings`, `group-limit`, `grants`, `weight`, `without-limit`.',
  })
  readonly kind: string;
  @Field(() => Float, { nullable: true, description: 'As it is.' })
  readonly from: number | null;
  @Field(() => Float, { nullable: true, description: 'As it would have to be.' })
  readonly to: number | null;
  @Field(() => Float, { nullable: true, description: 'The difference.' })
  readonly by: number | null;
  @Field({ description: 'Solved anew with the change, and it turned.' })
  readonly verified: boolean;
  @Field({ description: 'No smaller change of this kind would do.' })
  readonly smallest: boolean;
  @Field(() => [NamedApplication], { description: 'Who would come in.' })
  readonly entering: readonly NamedApplication[];
  @Field(() => [NamedApplication], { description: 'Who would fall out.' })
  readonly leaving: readonly NamedApplication[];
  @Field({ description: 'In Swedish.' })
  readonly messageSv: string;
  @Field({ description: 'In English.' })
  readonly messageEn: string;
}

@ObjectType({ description: 'A limit that decides, worded.' })
export class DecidingLimit {
  @Field({ description: 'Code of the limit.' })
  readonly code: string;
  @Field({ description: 'In Swedish.' })
  readonly messageSv: string;
  @Field({ description: 'In English.' })
  readonly messageEn: string;
}

@ObjectType({ description: 'Why one application is in the best portfolio or not.' })
export class Explanation extends NamedApplication {
  @Field(() => fateWords, { description: 'What became of it.' })
  readonly fate: Fate;
  @Field(() => Float, { nullable: true, description: 'What the best portfolio loses the other way.' })
  readonly price: number | null;
  @Field(() => [NamedApplication], {
    description: 'Who would leave the other way: for one not funded, who stands in its place.',
  })
  readonly leaving: readonly NamedApplication[];
  @Field(() => [NamedApplication], { description: 'Who would come in the other way.' })
  readonly entering: readonly NamedApplication[];
  @Field(() => [DecidingLimit], { description: 'The limits that make it impossible or indispensable.' })
  readonly blockedBy: readonly DecidingLimit[];
  @Field(() => Boolean, {
    nullable: true,
    description: 'For one left out by decision: would it be in a best portfolio otherwise?',
  })
  readonly fundedWithoutDecision: boolean | null;
  @Field(() => [TurningChange], { description: 'What would turn it, one of each kind.' })
  readonly changes: readonly TurningChange[];
  @Field(() => String, {
    nullable: true,
    description: 'In Swedish: that some kinds of change were looked for without an answer; null when all were settled.',
  })
  readonly unsettledSv: string | null;
  @Field(() => String, { nullable: true, description: 'The same in English.' })
  readonly unsettledEn: string | null;
  @Field({ description: 'The reason in Swedish.' })
  readonly messageSv: string;
  @Field({ description: 'The reason in English.' })
  readonly messageEn: string;
}

@ObjectType({ description: 'Reasons for every yes and no of a call under the choices given.' })
export class Explanations {
  @Field(() => Certificate, { description: 'How the portfolio they explain was proven.' })
  readonly certificate: Certificate;
  @Field(() => [Explanation], { description: 'One per application, in the order of case ids.' })
  readonly explanations: readonly Explanation[];
}

export const ExplanationsPayload = outcomeOf(
  'ExplanationsPayload',
  'The reasons, or why there are none.',
  Explanations,
);

@ObjectType({ description: 'What it costs to force an application in or out, and what that displaces.' })
export class OverridePrice {
  @Field(() => [NamedApplication], { description: 'Forced in.' })
  readonly in: readonly NamedApplication[];
  @Field(() => [NamedApplication], { description: 'Forced out.' })
  readonly out: readonly NamedApplication[];
  @Field({ description: 'False when no portfolio keeps all limits with it.' })
  readonly isPossible: boolean;
  @Field(() => Float, { nullable: true, description: 'What is lost of the objective; null when it is impossible.' })
  readonly price: number | null;
  @Field(() => [NamedApplication], { description: 'Who comes in.' })
  readonly entering: readonly NamedApplication[];
  @Field(() => [NamedApplication], { description: 'Who is displaced.' })
  readonly leaving: readonly NamedApplication[];
  @Field(() => [DecidingLimit], { description: 'The limits that make it impossible.' })
  readonly blockedBy: readonly DecidingLimit[];
}

@ObjectType({ description: 'The measured prices of overrides.' })
export class OverridePrices {
  @Field(() => [OverridePrice], { description: 'Each by itself, in the order asked for.' })
  readonly overrides: readonly OverridePrice[];
  @Field(() => OverridePrice, { nullable: true, description: 'All of them at once; null when only one was asked for.' })
  readonly together: OverridePrice | null;
  @Field(() => String, { nullable: true, description: 'The reason that was given for asking; null when none was.' })
  readonly reason: string | null;
}
export const OverridePricesPayload = outcomeOf(
  'OverridePricesPayload',
  'The prices, or why there are none.',
  OverridePrices,
);
