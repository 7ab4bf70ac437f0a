import { Module } from '@nestjs/common';
import { AllocationModule } from '../allocation/allocation.module';
import { LimitPricesResolver } from './limit-prices.resolver';
import { LimitPricesService } from './limit-prices.service';

@Module({ imports: [AllocationModule], providers: [LimitPricesService, LimitPricesResolver] })
export class LimitPricesModule {}
