import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { outcomeOf } from '../platform/graphql/refused.types';
import { Criterion } from './criterion.types';
import { Rating } from './rating.types';

@InputType({ description: "One reviewer's judgement of one application on one criterion." })
export class RatingInput {
  @Field(() => ID, { description: 'The application.' })
  readonly applicationId: string;
  @Field(() => ID, { description: 'The reviewer.' })
  readonly reviewerId: string;
  @Field(() => ID, { description: 'The criterion.' })
  readonly criterionId: string;
  @Field(() => Float, { nullable: true, description: "The rating on the criterion's scale; null to take it back." })
  readonly rating?: number | null;
  @Field(() => Boolean, { defaultValue: false, description: 'The reviewer cannot judge: no rating then.' })
  readonly cannotJudge: boolean;
  @Field(() => Boolean, { defaultValue: false, description: 'The reviewer declares a conflict of interest.' })
  readonly conflictDeclared: boolean;
  @Field(() => String, { nullable: true, description: 'Reason or comment.' })
  readonly comment?: string | null;
  @Field(() => Int, {
    nullable: true,
    description: 'The version the edit was made from; null for a rating that is new.',
  })
  readonly expectedVersion?: number | null;
}

@ObjectType({ description: 'The rating was recorded.' })
export class RatingRecorded {
  @Field(() => Rating, { description: 'The rating as it now is.' })
  readonly rating: Rating;
}

export const RecordRatingPayload = outcomeOf(
  'RecordRatingPayload',
  'The rating that was recorded, or why it was not.',
  RatingRecorded,
);

@InputType({ description: 'A new weight of one criterion.' })
export class WeightInput {
  @Field(() => ID, { description: 'The criterion.' })
  readonly criterionId: string;
  @Field(() => Float, {
    description: 'Importance relative to the others; not negative. The weights of a call need not sum to 1.',
  })
  readonly weight: number;
  @Field(() => Int, { description: 'The version the edit was made from.' })
  readonly expectedVersion: number;
}

@ObjectType({ description: 'The weights were saved.' })
export class WeightsSaved {
  @Field(() => [Criterion], { description: 'All criteria of the call as they now are.' })
  readonly criteria: readonly Criterion[];
}

export const SetWeightsPayload = outcomeOf(
  'SetWeightsPayload',
  'The criteria with their new weights, or why nothing was saved.',
  WeightsSaved,
);
