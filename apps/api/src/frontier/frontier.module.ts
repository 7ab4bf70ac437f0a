import { Module } from '@nestjs/common';
import { AllocationModule } from '../allocation/allocation.module';
import { FrontierResolver } from './frontier.resolver';
import { FrontierService } from './frontier.service';

@Module({ imports: [AllocationModule], providers: [FrontierService, FrontierResolver] })
export class FrontierModule {}
