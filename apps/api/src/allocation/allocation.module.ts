import { Module } from '@nestjs/common';
import { CallModule } from '../call/call.module';
import { GateModule } from '../gate/gate.module';
import { RoundModule } from '../round/round.module';
import { ScoringModule } from '../scoring/scoring.module';
import { AllocationResolver } from './allocation.resolver';
import { AllocationService } from './allocation.service';

@Module({
  imports: [RoundModule, ScoringModule, CallModule, GateModule],
  providers: [AllocationService, AllocationResolver],
  exports: [AllocationService],
})
export class AllocationModule {}
