import { Module } from '@nestjs/common';
import { CallModule } from '../call/call.module';
import { ReferenceModule } from '../reference/reference.module';
import { RoundModule } from '../round/round.module';
import { SteeringModule } from '../steering/steering.module';
import { AnnualReportService } from './annual-report.service';
import { AttainmentResolver, FollowUpResolver } from './followup.resolver';
import { FollowUpService } from './followup.service';
import { HandoverRepository } from './handover.repository';
import { ApplicationHandoverResolver, HandoverResolver } from './handover.resolver';
import { HandoverService } from './handover.service';
import { IndicatorRepository } from './indicator.repository';
import { ApplicationIndicatorsResolver, IndicatorResolver } from './indicator.resolver';
import { IndicatorService } from './indicator.service';
import { LessonRepository } from './lesson.repository';
import { ApplicationLessonsResolver, LessonResolver } from './lesson.resolver';
import { LessonService } from './lesson.service';
import { ProjectReportRepository } from './project-report.repository';
import { ApplicationReportsResolver, OverdueReportResolver } from './project-report.resolver';
import { ProjectReportService } from './project-report.service';

@Module({
  imports: [CallModule, ReferenceModule, RoundModule, SteeringModule],
  providers: [
    IndicatorRepository,
    IndicatorService,
    IndicatorResolver,
    ApplicationIndicatorsResolver,
    ProjectReportRepository,
    ProjectReportService,
    OverdueReportResolver,
    ApplicationReportsResolver,
    HandoverRepository,
    HandoverService,
    HandoverResolver,
    ApplicationHandoverResolver,
    LessonRepository,
    LessonService,
    LessonResolver,
    ApplicationLessonsResolver,
    FollowUpService,
    AnnualReportService,
    FollowUpResolver,
    AttainmentResolver,
  ],
  exports: [IndicatorService, ProjectReportService, HandoverService, LessonService, FollowUpService],
})
export class FollowUpModule {}
