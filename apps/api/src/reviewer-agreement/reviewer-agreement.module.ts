import { Module } from '@nestjs/common';
import { RoundModule } from '../round/round.module';
import { ScoringModule } from '../scoring/scoring.module';
import { ReviewerAgreementResolver } from './reviewer-agreement.resolver';
import { ReviewerAgreementService } from './reviewer-agreement.service';

@Module({ imports: [RoundModule, ScoringModule], providers: [ReviewerAgreementService, ReviewerAgreementResolver] })
export class ReviewerAgreementModule {}
