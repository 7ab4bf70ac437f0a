import { Module } from '@nestjs/common';
import { AllocationModule } from '../allocation/allocation.module';
import { EnvelopeModule } from '../envelope/envelope.module';
import { FairRulesResolver } from './fair-rules.resolver';
import { FairRulesService } from './fair-rules.service';

@Module({ imports: [AllocationModule, EnvelopeModule], providers: [FairRulesService, FairRulesResolver] })
export class FairRulesModule {}
