import { Module } from '@nestjs/common';
import { FindingsModule } from '../findings/findings.module';
import { ProjectModule } from '../project/project.module';
import { ReferenceModule } from '../reference/reference.module';
import { RoundModule } from '../round/round.module';
import { CallRepository } from './call.repository';
import { ApplicationResolver, CallResolver, DependencyResolver, ProjectApplicationsResolver } from './call.resolver';
import { CallService } from './call.service';
import {
  ApplicationOwnProjectResolver,
  ExplanationOwnProjectResolver,
  GrantOwnProjectResolver,
} from './own-project.resolver';

@Module({
  imports: [ProjectModule, ReferenceModule, FindingsModule, RoundModule],
  providers: [
    CallRepository,
    CallService,
    CallResolver,
    ApplicationResolver,
    ProjectApplicationsResolver,
    DependencyResolver,
    ApplicationOwnProjectResolver,
    GrantOwnProjectResolver,
    ExplanationOwnProjectResolver,
  ],
  exports: [CallService],
})
export class CallModule {}
