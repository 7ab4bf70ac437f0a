import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Application } from '../call/application.types';
import { Call } from '../call/call.types';
import type { Loaders } from '../platform/graphql/loaders';
import { Refused } from '../platform/graphql/refused.types';
import { Actor } from '../reference/actor.types';
import { ReferenceService } from '../reference/reference.service';
import type { RatingInCall } from './assessment.repository';
import { AssessmentService } from './assessment.service';
import { Criterion } from './criterion.types';
import { RatingInput, RecordRatingPayload, SetWeightsPayload, WeightInput } from './edit-assessment.types';
import { Rating } from './rating.types';
import { Reviewer } from './reviewer.types';

@Resolver(() => Criterion)
export class CriterionResolver {
  constructor(private readonly assessment: AssessmentService) {}

  @Query(() => [Criterion], { description: 'The criteria of a call.' })
  criteria(
    @Args('callId', { type: () => ID, description: 'The call.' }) callId: string,
    @Context('loaders') loaders: Loaders,
  ) {
    return loaders.load(this.assessment.criteria, callId);
  }

  @Mutation(() => SetWeightsPayload, { description: 'Saves new weights of criteria, all or none.' })
  async setWeights(
    @Args('callId', { type: () => ID, description: 'The call.' }) callId: string,
    @Args('weights', { type: () => [WeightInput], description: 'The weights that change; the others stay.' })
    weights: WeightInput[],
  ) {
    const outcome = await this.assessment.setWeights(callId, weights);
    return outcome.ok ? { criteria: outcome.value } : Refused.because(outcome.refusal);
  }
}

@Resolver(() => Rating)
export class RatingResolver {
  constructor(private readonly assessment: AssessmentService) {}

  @Mutation(() => RecordRatingPayload, { description: 'Records a rating, new or changed.' })
  async recordRating(@Args('input', { description: 'The rating.' }) input: RatingInput) {
    const outcome = await this.assessment.recordRating(input);
    return outcome.ok ? { rating: outcome.value } : Refused.because(outcome.refusal);
  }

  @ResolveField(() => Reviewer, {
    nullable: true,
    description: 'The reviewer; null when not in the register of the call.',
  })
  async reviewer(@Parent() rating: RatingInCall, @Context('loaders') loaders: Loaders) {
    const reviewers = await loaders.load(this.assessment.reviewers, rating.callId);
    return reviewers.find(({ id }) => id === rating.reviewerId);
  }

  @ResolveField(() => Criterion, { nullable: true, description: 'The criterion; null when the call has no such.' })
  async criterion(@Parent() rating: RatingInCall, @Context('loaders') loaders: Loaders) {
    const criteria = await loaders.load(this.assessment.criteria, rating.callId);
    return criteria.find(({ id }) => id === rating.criterionId);
  }
}

@Resolver(() => Reviewer)
export class ReviewerResolver {
  constructor(private readonly reference: ReferenceService) {}

  @ResolveField(() => Actor, { nullable: true, description: 'The organisation or unit the reviewer belongs to.' })
  affiliation(@Parent() reviewer: Reviewer, @Context('loaders') loaders: Loaders) {
    return loaders.loadOrNull(this.reference.actor, reviewer.affiliationActorId);
  }
}

@Resolver(() => Application)
export class ApplicationRatingsResolver {
  constructor(private readonly assessment: AssessmentService) {}

  @ResolveField(() => [Rating], {
    description: 'All ratings, also those left out of the mean, by reviewer and criterion.',
  })
  ratings(@Parent() application: Application, @Context('loaders') loaders: Loaders) {
    return loaders.load(this.assessment.ratings, application.id);
  }
}

@Resolver(() => Call)
export class CallAssessmentResolver {
  constructor(private readonly assessment: AssessmentService) {}

  @ResolveField(() => [Criterion], { description: 'The criteria applications are judged by.' })
  criteria(@Parent() call: Call, @Context('loaders') loaders: Loaders) {
    return loaders.load(this.assessment.criteria, call.id);
  }

  @ResolveField(() => [Reviewer], { description: 'Those who rate.' })
  reviewers(@Parent() call: Call, @Context('loaders') loaders: Loaders) {
    return loaders.load(this.assessment.reviewers, call.id);
  }
}
