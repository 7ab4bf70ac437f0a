import { Module } from '@nestjs/common';
import { ReferenceRepository } from './reference.repository';
import { RegisterRepository } from './register.repository';
import { ActorRegisterResolver, MunicipalityRegisterResolver } from './register.resolver';
import { RegisterService } from './register.service';
import { ActorResolver, MunicipalityResolver, StrategyPriorityResolver } from './reference.resolver';
import { ReferenceService } from './reference.service';

@Module({
  providers: [
    ReferenceRepository,
    ReferenceService,
    RegisterRepository,
    RegisterService,
    ActorResolver,
    MunicipalityResolver,
    StrategyPriorityResolver,
    ActorRegisterResolver,
    MunicipalityRegisterResolver,
  ],
  exports: [ReferenceService, RegisterService],
})
export class ReferenceModule {}
