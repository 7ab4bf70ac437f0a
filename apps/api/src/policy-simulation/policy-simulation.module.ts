import { Module } from '@nestjs/common';
import { AllocationModule } from '../allocation/allocation.module';
import { RoundModule } from '../round/round.module';
import { PolicySimulationResolver } from './policy-simulation.resolver';
import { PolicySimulationService } from './policy-simulation.service';

@Module({ imports: [AllocationModule, RoundModule], providers: [PolicySimulationService, PolicySimulationResolver] })
export class PolicySimulationModule {}
