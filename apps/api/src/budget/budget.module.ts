import { Module } from '@nestjs/common';
import { CallModule } from '../call/call.module';
import { RoundModule } from '../round/round.module';
import { BudgetRepository } from './budget.repository';
import { BudgetFrameResolver, CallBudgetResolver } from './budget.resolver';
import { BudgetService } from './budget.service';

@Module({
  imports: [CallModule, RoundModule],
  providers: [BudgetRepository, BudgetService, BudgetFrameResolver, CallBudgetResolver],
  exports: [BudgetService],
})
export class BudgetModule {}
