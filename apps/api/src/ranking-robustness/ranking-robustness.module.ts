import { Module } from '@nestjs/common';
import { RoundModule } from '../round/round.module';
import { ScoringModule } from '../scoring/scoring.module';
import { RankingRobustnessResolver } from './ranking-robustness.resolver';
import { RankingRobustnessService } from './ranking-robustness.service';

@Module({ imports: [RoundModule, ScoringModule], providers: [RankingRobustnessService, RankingRobustnessResolver] })
export class RankingRobustnessModule {}
