import { Module } from '@nestjs/common';
import { CallModule } from '../call/call.module';
import { ReferenceModule } from '../reference/reference.module';
import { RoundModule } from '../round/round.module';
import { AssessmentRepository } from './assessment.repository';
import {
  ApplicationRatingsResolver,
  CallAssessmentResolver,
  CriterionResolver,
  RatingResolver,
  ReviewerResolver,
} from './assessment.resolver';
import { AssessmentService } from './assessment.service';

@Module({
  imports: [CallModule, ReferenceModule, RoundModule],
  providers: [
    AssessmentRepository,
    AssessmentService,
    CriterionResolver,
    RatingResolver,
    ReviewerResolver,
    ApplicationRatingsResolver,
    CallAssessmentResolver,
  ],
  exports: [AssessmentService],
})
export class AssessmentModule {}
