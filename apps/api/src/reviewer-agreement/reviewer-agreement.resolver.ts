import { Args, Query, Resolver } from '@nestjs/graphql';
import { Refused } from '../platform/graphql/refused.types';
import { ReviewerAgreementService } from './reviewer-agreement.service';
import { ReviewerAgreementArgs, ReviewerAgreementPayload } from './reviewer-agreement.types';

@Resolver()
export class ReviewerAgreementResolver {
  constructor(private readonly service: ReviewerAgreementService) {}

  @Query(() => ReviewerAgreementPayload, {
    complexity: 20_000,
    description:
      "How far a call's reviewers agree: on which criteria, on which applications, who is strict or lenient, and what the ratings can and cannot tell apart. Nothing is kept, and nothing of it changes a score.",
  })
  async reviewerAgreement(@Args() args: ReviewerAgreementArgs) {
    const outcome = await this.service.ofCall(args);
    return outcome.ok ? outcome.value : Refused.because(outcome.refusal);
  }
}
