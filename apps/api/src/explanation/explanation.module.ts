import { Module } from '@nestjs/common';
import { AllocationModule } from '../allocation/allocation.module';
import { ExplanationResolver } from './explanation.resolver';
import { ExplanationService } from './explanation.service';

@Module({ imports: [AllocationModule], providers: [ExplanationService, ExplanationResolver] })
export class ExplanationModule {}
