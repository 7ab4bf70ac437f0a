import { Module } from '@nestjs/common';
import { AllocationModule } from '../allocation/allocation.module';
import { SplitGridResolver } from './split-grid.resolver';
import { SplitGridService } from './split-grid.service';

@Module({ imports: [AllocationModule], providers: [SplitGridService, SplitGridResolver] })
export class SplitGridModule {}
