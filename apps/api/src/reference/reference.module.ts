import { Module } from '@nestjs/common';
import { ReferenceRepository } from './reference.repository';
import { ActorResolver, MunicipalityResolver, StrategyPriorityResolver } from './reference.resolver';
import { ReferenceService } from './reference.service';

@Module({
  providers: [ReferenceRepository, ReferenceService, ActorResolver, MunicipalityResolver, StrategyPriorityResolver],
  exports: [ReferenceService],
})
export class ReferenceModule {}
