import { ArgsType, Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { ZoneGroup } from '@fordela/scoring';
import { NamedApplication } from '../allocation/task-answer.types';
import { outcomeOf } from '../platform/graphql/refused.types';
import { words } from '../platform/stored';
import { EvaluatedAnswerFields } from '../scoring/evaluated-answer.types';
import { ScoringPolicyInput, TrialWeightInput } from '../scoring/scores.types';

export type DisagreementCause = 'strictness' | 'application';
export const disagreementCauseWords = words<DisagreementCause>(
  'DisagreementCause',
  'What the reviewers of an application disagree because of.',
  {
    strictness: 'At least half of the spread goes when strict and lenient reviewers are put on a par.',
    application: 'Most of the spread stays: they see the application itself differently.',
  },
);

export type ReviewerStance = 'strict' | 'lenient' | 'neither';
export const reviewerStanceWords = words<ReviewerStance>('ReviewerStance', 'How a reviewer rates beside the others.', {
  strict: 'Lower, by more than 1.96 standard errors.',
  lenient: 'Higher, by more than 1.96 standard errors.',
  neither: 'Neither can be told from the ratings.',
});

export const zoneGroupWords = words<ZoneGroup>(
  'ZoneGroup',
  'On which side of the line an application is, by the ratings and their uncertainty.',
  {
    accepted: 'Surely enough above it.',
    'random-selection': 'The ratings cannot tell: something else than the ranking has to decide.',
    rejected: 'Surely enough below it.',
  },
);

@ArgsType()
export class ReviewerAgreementArgs {
  @Field(() => ID, { description: 'The call.' })
  readonly callId: string;
  @Field(() => Int, {
    nullable: true,
    description:
      'How many applications can be funded, for the line. When left out: as many as the money suffices for down the ranking.',
  })
  readonly places: number | null;
  @Field(() => [TrialWeightInput], {
    nullable: true,
    description:
      "Weights of the criteria to try in the scores compared; criteria left out weigh nothing. The call's own when left out.",
  })
  readonly weights: TrialWeightInput[] | null;
  @Field(() => ScoringPolicyInput, { nullable: true, description: 'Conventions; the standard ones when left out.' })
  readonly policy: ScoringPolicyInput | null;
}

@ObjectType({
  description: 'How far apart some ratings are. Null below two ratings, where there is nothing to measure.',
})
export class RatingSpread {
  @Field(() => Int, { description: 'Ratings that count.' })
  readonly count: number;
  @Field(() => Float, { nullable: true, description: 'Their mean; null without any.' })
  readonly mean: number | null;
  @Field(() => Float, { nullable: true, description: 'The lowest; null without any.' })
  readonly lowest: number | null;
  @Field(() => Float, { nullable: true, description: 'The highest; null without any.' })
  readonly highest: number | null;
  @Field(() => Float, { nullable: true, description: 'Highest less lowest.' })
  readonly range: number | null;
  @Field(() => Float, { nullable: true, description: 'Sample standard deviation.' })
  readonly standardDeviation: number | null;
}

@ObjectType({ description: 'How far apart the ratings of one application are on one criterion, on its own scale.' })
export class CriterionSpread extends RatingSpread {
  @Field(() => ID, { description: 'The criterion.' })
  readonly criterionId: string;
}

@ObjectType({ description: 'How far the reviewers agree on one criterion, over all applications.' })
export class CriterionAgreement {
  @Field(() => ID, { description: 'The criterion.' })
  readonly criterionId: string;
  @Field({ description: 'Its name in Swedish.' })
  readonly nameSv: string;
  @Field({ description: 'Its name in English.' })
  readonly nameEn: string;
  @Field(() => Float, {
    nullable: true,
    description:
      "Krippendorff's alpha for ordered ratings: 1 full agreement, 0 as by chance, below 0 worse than that. Null when it cannot be computed: an observation says why.",
  })
  readonly alpha: number | null;
  @Field(() => Int, { description: 'Applications with at least two ratings on it.' })
  readonly comparedApplications: number;
  @Field(() => Float, {
    nullable: true,
    description: 'Mean standard deviation over those applications, on the scale of the criterion.',
  })
  readonly meanDeviation: number | null;
}

@ObjectType({ description: 'How far the reviewers of one application disagree, why, and how sure its place is.' })
export class ApplicationAgreement extends NamedApplication {
  @Field(() => Float, {
    nullable: true,
    description:
      'Disagreement: weighted mean over the criteria of the standard deviation of values from 0 to 1. Null without two ratings anywhere.',
  })
  readonly disagreement: number | null;
  @Field(() => RatingSpread, {
    description:
      'Of the scores, 0 to 1, that the reviewers would give alone. Differences on criteria may cancel in it.',
  })
  readonly scores: RatingSpread;
  @Field(() => [CriterionSpread], { description: 'Criterion by criterion.' })
  readonly criteria: readonly CriterionSpread[];
  @Field(() => Float, {
    nullable: true,
    description:
      'Part of the standard deviation of the scores that goes when strictness is taken off; below 0 when it grows. Null when there is nothing to compare.',
  })
  readonly strictnessShare: number | null;
  @Field(() => disagreementCauseWords, { nullable: true, description: 'What that part says; null with it.' })
  readonly cause: DisagreementCause | null;
  @Field(() => Float, { nullable: true, description: 'Mean of the scores the reviewers would give alone, as given.' })
  readonly rawMean: number | null;
  @Field(() => Float, { nullable: true, description: 'The same with strictness taken off. Shown, never applied.' })
  readonly adjustedMean: number | null;
  @Field(() => Int, { nullable: true, description: 'Rank by the mean as given.' })
  readonly rawRank: number | null;
  @Field(() => Int, { nullable: true, description: 'Rank by the mean with strictness taken off.' })
  readonly adjustedRank: number | null;
  @Field(() => Float, { nullable: true, description: 'Rank to be expected when the ratings are uncertain.' })
  readonly expectedRank: number | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Lower end of the interval that holds the rank with the stated probability.',
  })
  readonly rankLow: number | null;
  @Field(() => Int, { nullable: true, description: 'Upper end of it.' })
  readonly rankHigh: number | null;
  @Field(() => Float, { nullable: true, description: 'Probability of a rank above the line, 0 to 1.' })
  readonly aboveLine: number | null;
  @Field(() => zoneGroupWords, { nullable: true, description: 'On which side of the line it is.' })
  readonly zone: ZoneGroup | null;
  @Field(() => Float, {
    nullable: true,
    description:
      'Probability, 0 to 1, that it is truly better than the one next below it in expected rank; null for the last.',
  })
  readonly betterThanNext: number | null;
}

@ObjectType({
  description:
    'How one reviewer rates beside those who rated the same applications. For the reviewer and the officer, not for blame.',
})
export class ReviewerProfileRow {
  @Field(() => ID, { description: 'The reviewer.' })
  readonly reviewerId: string;
  @Field({ description: 'Name.' })
  readonly name: string;
  @Field(() => Int, { description: 'Applications with a score of this reviewer.' })
  readonly ratings: number;
  @Field(() => Float, { nullable: true, description: 'Mean of those scores, 0 to 1.' })
  readonly mean: number | null;
  @Field(() => Int, { description: 'Applications that somebody else rated too.' })
  readonly compared: number;
  @Field(() => Float, {
    nullable: true,
    description: 'Mean of score less the mean of the others: negative is stricter.',
  })
  readonly meanDeviation: number | null;
  @Field(() => Float, { nullable: true, description: 'Mean distance from the mean of the others, either way.' })
  readonly meanDistance: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Estimated strictness in score, drawn towards 0 by how little it rests on: negative is strict.',
  })
  readonly effect: number | null;
  @Field(() => Float, { nullable: true, description: 'Standard error of the estimate.' })
  readonly standardError: number | null;
  @Field(() => reviewerStanceWords, { nullable: true, description: 'What the estimate says; null without one.' })
  readonly stance: ReviewerStance | null;
}

@ObjectType({ description: 'How far the reviewers of a call agree. Nothing in it has been applied to the scores.' })
export class ReviewerAgreement extends EvaluatedAnswerFields {
  @Field(() => Int, { description: 'How many applications can be funded, for the line.' })
  readonly places: number;
  @Field(() => [CriterionAgreement], { description: 'Criteria that are rated, those agreed on least first.' })
  readonly criteria: readonly CriterionAgreement[];
  @Field(() => [ApplicationAgreement], {
    description: 'All applications, most contested first; without two ratings last.',
  })
  readonly applications: readonly ApplicationAgreement[];
  @Field(() => [NamedApplication], {
    description: 'To discuss first: those the ratings cannot place on either side of the line, most contested first.',
  })
  readonly discussFirst: readonly NamedApplication[];
  @Field(() => [ReviewerProfileRow], { description: 'The reviewers, strictest first.' })
  readonly reviewers: readonly ReviewerProfileRow[];
}
export const ReviewerAgreementPayload = outcomeOf(
  'ReviewerAgreementPayload',
  'How far they agree, or why it cannot be said.',
  ReviewerAgreement,
);
