import { Module } from '@nestjs/common';
import { RoundModule } from '../round/round.module';
import { RuleBookModule } from '../rule-book/rule-book.module';
import { FindingsResolver } from './findings.resolver';
import { FindingsService } from './findings.service';

@Module({
  imports: [RoundModule, RuleBookModule],
  providers: [FindingsService, FindingsResolver],
  exports: [FindingsService],
})
export class FindingsModule {}
