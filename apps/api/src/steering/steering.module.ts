import { Module } from '@nestjs/common';
import { CallModule } from '../call/call.module';
import { GrantModule } from '../grant/grant.module';
import { RecordModule } from '../record/record.module';
import { ReferenceModule } from '../reference/reference.module';
import { RoundModule } from '../round/round.module';
import { ScenarioModule } from '../scenario/scenario.module';
import { BasisService } from './basis.service';
import { ReportFrameRepository } from './report-frame.repository';
import { ReportFrameService } from './report-frame.service';
import { MappedActorResolver, ReportFrameResolver, SteeringResolver } from './steering.resolver';
import { SteeringService } from './steering.service';

@Module({
  imports: [CallModule, GrantModule, RecordModule, ReferenceModule, RoundModule, ScenarioModule],
  providers: [
    BasisService,
    ReportFrameRepository,
    ReportFrameService,
    SteeringService,
    SteeringResolver,
    ReportFrameResolver,
    MappedActorResolver,
  ],
  exports: [BasisService, ReportFrameService, SteeringService],
})
export class SteeringModule {}
