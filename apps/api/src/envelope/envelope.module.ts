import { Module } from '@nestjs/common';
import { CallModule } from '../call/call.module';
import { GrantModule } from '../grant/grant.module';
import { RoundModule } from '../round/round.module';
import { RuleBookModule } from '../rule-book/rule-book.module';
import { ScenarioModule } from '../scenario/scenario.module';
import { EnvelopeRepository } from './envelope.repository';
import { EnvelopeResolver } from './envelope.resolver';
import { EnvelopeService } from './envelope.service';

@Module({
  imports: [CallModule, GrantModule, RoundModule, RuleBookModule, ScenarioModule],
  providers: [EnvelopeRepository, EnvelopeService, EnvelopeResolver],
  exports: [EnvelopeService],
})
export class EnvelopeModule {}
