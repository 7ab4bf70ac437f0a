import { Module } from '@nestjs/common';
import { CallModule } from '../call/call.module';
import { RoundModule } from '../round/round.module';
import { RuleBookModule } from '../rule-book/rule-book.module';
import { ScenarioModule } from '../scenario/scenario.module';
import { GrantRepository } from './grant.repository';
import { GrantDecisionResolver, GrantResolver } from './grant.resolver';
import { GrantService } from './grant.service';

@Module({
  imports: [CallModule, RoundModule, RuleBookModule, ScenarioModule],
  providers: [GrantRepository, GrantService, GrantResolver, GrantDecisionResolver],
  exports: [GrantService],
})
export class GrantModule {}
