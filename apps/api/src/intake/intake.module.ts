import { Module } from '@nestjs/common';
import { RoundModule } from '../round/round.module';
import { ImportKeeping } from './import-keeping';
import { IntakeRepository } from './intake.repository';
import { IntakeResolver } from './intake.resolver';
import { IntakeService } from './intake.service';

@Module({
  imports: [RoundModule],
  providers: [IntakeRepository, ImportKeeping, IntakeService, IntakeResolver],
  exports: [IntakeService],
})
export class IntakeModule {}
