import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { OutOfScalePolicy, RatingAggregation, RoundScoringOptions } from '@fordela/scoring';
import { outcomeOf } from '../platform/graphql/refused.types';
import { Observation } from '../platform/graphql/observation.types';
import { Json } from '../platform/graphql/scalars';
import { words } from '../platform/stored';

type GapPolicy = RoundScoringOptions['missing'];
type TieConvention = RoundScoringOptions['ties'];

export const ratingAggregationWords = words<RatingAggregation>('RatingAggregation', 'How several ratings become one.', {
  mean: 'Their mean.',
  median: 'Their median.',
  'trimmed-mean': 'Their mean without the extremes at each end.',
});
export const outOfScaleWords = words<OutOfScalePolicy>(
  'OutOfScalePolicy',
  'What to do with a rating outside the scale.',
  {
    refuse: 'Compute nothing.',
    'leave-out': 'Leave it out and say so.',
  },
);
export const computedOutOfScaleWords = words<'clip' | 'refuse'>(
  'ComputedOutOfScalePolicy',
  'What to do with a computed criterion outside its scale.',
  { clip: 'Count it as the nearest end and say so.', refuse: 'Compute nothing.' },
);
export const gapPolicyWords = words<GapPolicy>(
  'GapPolicy',
  'What an application gets on a criterion without any usable rating.',
  {
    refuse: 'Nothing is computed.',
    worst: 'The worst end of the scale.',
    best: 'The best end of the scale.',
    mean: "The mean of the others'.",
    median: "The median of the others'.",
    'renormalise-weights': 'Nothing: the weight of the criterion is shared among those it has a value on.',
  },
);
export const tieConventionWords = words<TieConvention>('TieConvention', 'How equal scores share ranks.', {
  competition: '1, 2, 2, 4.',
  dense: '1, 2, 2, 3.',
  average: '1, 2.5, 2.5, 4.',
  'ordinal-by-id': '1, 2, 3, 4 with the lower id first.',
});

@InputType({
  description: 'The conventions scores are computed under; each one changes answers. Left out: what the result states.',
})
export class ScoringPolicyInput {
  @Field(() => ratingAggregationWords, { nullable: true, description: 'How several ratings become one; `mean`.' })
  readonly aggregation?: RatingAggregation | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Part taken away at each end by `trimmed_mean`, 0 to below 0.5; 0.2.',
  })
  readonly trimShare?: number | null;
  @Field(() => outOfScaleWords, { nullable: true, description: 'A rating outside the scale; `leave_out`.' })
  readonly outOfScale?: OutOfScalePolicy | null;
  @Field(() => computedOutOfScaleWords, {
    nullable: true,
    description: 'A computed criterion outside its scale; `clip`.',
  })
  readonly computedOutOfScale?: 'clip' | 'refuse' | null;
  @Field(() => gapPolicyWords, { nullable: true, description: 'No usable rating at all; `renormalise_weights`.' })
  readonly missing?: GapPolicy | null;
  @Field(() => tieConventionWords, { nullable: true, description: 'Equal scores; `competition`.' })
  readonly ties?: TieConvention | null;
}

@InputType({ description: 'A weight to try on a criterion.' })
export class TrialWeightInput {
  @Field(() => ID, { description: 'The criterion.' })
  readonly criterionId: string;
  @Field(() => Float, { description: 'Importance relative to the others; not negative.' })
  readonly weight: number;
}

@ObjectType({ description: 'A rating of one reviewer.' })
export class ReviewerRating {
  @Field(() => ID, { description: 'The reviewer.' })
  readonly reviewerId: string;
  @Field(() => Float, { description: 'The rating as given.' })
  readonly rating: number;
}

@ObjectType({ description: 'How an application stands on one criterion, and who said so.' })
export class CriterionScore {
  @Field(() => ID, { description: 'The criterion.' })
  readonly criterionId: string;
  @Field(() => Float, {
    nullable: true,
    description: 'The ratings made one, or the computed figure; null when there is none.',
  })
  readonly performance: number | null;
  @Field(() => Float, { nullable: true, description: '0 worst end of the scale to 1 best.' })
  readonly value: number | null;
  @Field(() => Float, { description: 'The weight used for this application.' })
  readonly weight: number;
  @Field(() => Float, {
    description: 'Weight × value. The contributions of an application, added in order, are its score exactly.',
  })
  readonly contribution: number;
  @Field(() => [ReviewerRating], { description: 'The ratings that count.' })
  readonly counted: readonly ReviewerRating[];
  @Field(() => [ID], { description: 'Reviewers who have not (yet) rated. Missing is not zero.' })
  readonly missing: readonly string[];
  @Field(() => [ID], { description: 'Reviewers who said they cannot judge.' })
  readonly cannotJudge: readonly string[];
  @Field(() => [ID], { description: 'Reviewers left out for a declared conflict of interest.' })
  readonly conflicted: readonly string[];
  @Field(() => [ReviewerRating], { description: 'Ratings outside the scale, left out.' })
  readonly outOfScale: readonly ReviewerRating[];
}

@ObjectType({ description: 'The score of one application with everything it was made from.' })
export class ScoredApplication {
  @Field(() => ID, { description: 'The application.' })
  readonly applicationId: string;
  @Field(() => Float, { nullable: true, description: '0 to 1; null when nothing counts, which is not 0.' })
  readonly score: number | null;
  @Field(() => Float, { nullable: true, description: 'Place from the best, 1 first.' })
  readonly rank: number | null;
  @Field(() => [CriterionScore], { description: 'Criterion by criterion, in the order of the criteria.' })
  readonly criteria: readonly CriterionScore[];
  @Field(() => Int, { description: 'Ratings not (yet) given by those who were to rate it.' })
  readonly missingRatings: number;
  @Field(() => Int, { description: 'Ratings left out: declared conflicts, and outside the scale.' })
  readonly excludedRatings: number;
}

@ObjectType({ description: 'A criterion as it was used.' })
export class CriterionSummary {
  @Field(() => ID, { description: 'The criterion.' })
  readonly criterionId: string;
  @Field(() => Float, { description: 'The weight as stated.' })
  readonly statedWeight: number;
  @Field(() => Float, { description: 'The weight as a share of all, summing to 1.' })
  readonly weight: number;
  @Field(() => Float, { nullable: true, description: 'Lowest performance of any application.' })
  readonly lowest: number | null;
  @Field(() => Float, { nullable: true, description: 'Highest performance of any application.' })
  readonly highest: number | null;
  @Field(() => Int, { description: 'Applications without a value.' })
  readonly withoutValue: number;
}

@ObjectType({ description: "The scores of a call's applications. The engine recommends; people decide." })
export class Scores {
  @Field(() => ID, { description: 'The call.' })
  readonly callId: string;
  @Field({ description: 'True for the demonstration portfolio: whoever shows it must say that it is an example.' })
  readonly isExample: boolean;
  @Field({ description: 'Name of the method.' })
  readonly method: string;
  @Field({ description: 'Version of the method: bumped whenever the same input would give other figures.' })
  readonly methodVersion: string;
  @Field(() => Json, { description: 'Every convention the figures rest on, by name.' })
  readonly conventions: object;
  @Field({ description: 'SHA-256 of everything the figures rest on: the same input has the same.' })
  readonly inputFingerprint: string;
  @Field(() => [CriterionSummary], { description: 'The criteria with the weights used.' })
  readonly criteria: readonly CriterionSummary[];
  @Field(() => [ScoredApplication], { description: 'Every application, in the order of case ids.' })
  readonly applications: readonly ScoredApplication[];
  @Field(() => [[ID]], { description: 'From best to worst; equal ones together, those without a score left out.' })
  readonly ranking: readonly (readonly string[])[];
  @Field(() => [Observation], { description: 'What was left out or filled in, by name.' })
  readonly observations: readonly Observation[];
  @Field(() => Json, {
    description: 'The decision problem: `fordela evaluate` of it gives the same scores without a database.',
  })
  readonly problem: object;
}

export const ScoresPayload = outcomeOf('ScoresPayload', 'The scores, or why there are none.', Scores);
