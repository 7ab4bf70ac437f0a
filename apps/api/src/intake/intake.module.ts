import { Module } from '@nestjs/common';
import { RoundModule } from '../round/round.module';
import { ExportController } from './export.controller';
import { ExportService } from './export.service';
import { ImportKeeping } from './import-keeping';
import { IntakeRepository } from './intake.repository';
import { IntakeResolver } from './intake.resolver';
import { IntakeService } from './intake.service';

@Module({
  imports: [RoundModule],
  controllers: [ExportController],
  providers: [IntakeRepository, ImportKeeping, IntakeService, IntakeResolver, ExportService],
  exports: [IntakeService, ExportService],
})
export class IntakeModule {}
