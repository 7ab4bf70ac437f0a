import { Module } from '@nestjs/common';
import { AllocationModule } from '../allocation/allocation.module';
import { RecordModule } from '../record/record.module';
import { ScoringModule } from '../scoring/scoring.module';
import { VerificationResolver } from './verification.resolver';
import { VerificationService } from './verification.service';

@Module({
  imports: [AllocationModule, RecordModule, ScoringModule],
  providers: [VerificationService, VerificationResolver],
})
export class VerificationModule {}
