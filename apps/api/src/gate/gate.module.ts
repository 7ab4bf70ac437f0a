import { Module } from '@nestjs/common';
import { CallModule } from '../call/call.module';
import { FindingsModule } from '../findings/findings.module';
import { RoundModule } from '../round/round.module';
import { RuleBookModule } from '../rule-book/rule-book.module';
import { GateRepository } from './gate.repository';
import { GateResolver } from './gate.resolver';
import { GateService } from './gate.service';

@Module({
  imports: [CallModule, FindingsModule, RoundModule, RuleBookModule],
  providers: [GateRepository, GateService, GateResolver],
  exports: [GateService],
})
export class GateModule {}
