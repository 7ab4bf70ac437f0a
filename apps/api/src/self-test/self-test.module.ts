import { Module } from '@nestjs/common';
import { ScoringModule } from '../scoring/scoring.module';
import { SelfTestResolver } from './self-test.resolver';

@Module({ imports: [ScoringModule], providers: [SelfTestResolver] })
export class SelfTestModule {}
