import { Module } from '@nestjs/common';
import { EnvelopeModule } from '../envelope/envelope.module';
import { FollowUpModule } from '../followup/followup.module';
import { ForesightModule } from '../foresight/foresight.module';
import { GateModule } from '../gate/gate.module';
import { SteeringModule } from '../steering/steering.module';
import { OverviewResolver } from './overview.resolver';
import { OverviewService } from './overview.service';

@Module({
  imports: [EnvelopeModule, FollowUpModule, ForesightModule, GateModule, SteeringModule],
  providers: [OverviewService, OverviewResolver],
})
export class OverviewModule {}
