import { Module } from '@nestjs/common';
import { CallModule } from '../call/call.module';
import { RoundModule } from '../round/round.module';
import { ScoredApplicationResolver, ScoringResolver } from './scoring.resolver';
import { ScoringService } from './scoring.service';

@Module({
  imports: [RoundModule, CallModule],
  providers: [ScoringService, ScoringResolver, ScoredApplicationResolver],
  exports: [ScoringService],
})
export class ScoringModule {}
