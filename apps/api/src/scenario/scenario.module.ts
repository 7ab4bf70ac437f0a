import { Module } from '@nestjs/common';
import { AllocationModule } from '../allocation/allocation.module';
import { CallModule } from '../call/call.module';
import { RecordModule } from '../record/record.module';
import { ScoringModule } from '../scoring/scoring.module';
import { ScenarioKeeping } from './scenario-keeping';
import { ScenarioRepository } from './scenario.repository';
import { CallScenariosResolver, ScenarioResolver } from './scenario.resolver';
import { ScenarioService } from './scenario.service';

@Module({
  imports: [AllocationModule, ScoringModule, RecordModule, CallModule],
  providers: [ScenarioRepository, ScenarioKeeping, ScenarioService, ScenarioResolver, CallScenariosResolver],
  exports: [ScenarioService],
})
export class ScenarioModule {}
