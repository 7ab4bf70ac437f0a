import { Module } from '@nestjs/common';
import { CallModule } from '../call/call.module';
import { ReferenceModule } from '../reference/reference.module';
import { RoundModule } from '../round/round.module';
import { RuleBookModule } from '../rule-book/rule-book.module';
import { ScoringModule } from '../scoring/scoring.module';
import { CallKnownService } from './call-known.service';
import { ForesightRepository } from './foresight.repository';
import {
  ComingDeadlineResolver,
  MatrixResolver,
  SignalResolver,
  SummaryResolver,
  ThemeSignalsResolver,
} from './foresight.resolver';
import { LeadTimeResolver } from './lead-time.resolver';
import { LeadTimeService } from './lead-time.service';
import { MatrixService } from './matrix.service';
import { SignalService } from './signal.service';
import { SummaryService } from './summary.service';

@Module({
  imports: [CallModule, ReferenceModule, RoundModule, RuleBookModule, ScoringModule],
  providers: [
    ForesightRepository,
    SignalService,
    CallKnownService,
    LeadTimeService,
    SummaryService,
    MatrixService,
    SignalResolver,
    LeadTimeResolver,
    SummaryResolver,
    ThemeSignalsResolver,
    ComingDeadlineResolver,
    MatrixResolver,
  ],
  exports: [SignalService, CallKnownService, LeadTimeService],
})
export class ForesightModule {}
