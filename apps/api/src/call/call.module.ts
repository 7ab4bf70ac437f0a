import { Module } from '@nestjs/common';
import { FindingsModule } from '../findings/findings.module';
import { ProjectModule } from '../project/project.module';
import { RoundModule } from '../round/round.module';
import { CallRepository } from './call.repository';
import { ApplicationResolver, CallResolver, DependencyResolver, ProjectApplicationsResolver } from './call.resolver';
import { CallService } from './call.service';

@Module({
  imports: [ProjectModule, FindingsModule, RoundModule],
  providers: [
    CallRepository,
    CallService,
    CallResolver,
    ApplicationResolver,
    ProjectApplicationsResolver,
    DependencyResolver,
  ],
  exports: [CallService],
})
export class CallModule {}
