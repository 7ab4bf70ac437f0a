import { Module } from '@nestjs/common';
import { AllocationModule } from '../allocation/allocation.module';
import { CertaintyResolver } from './certainty.resolver';
import { CertaintyService } from './certainty.service';

@Module({ imports: [AllocationModule], providers: [CertaintyService, CertaintyResolver] })
export class CertaintyModule {}
