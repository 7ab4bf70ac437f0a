import { Module } from '@nestjs/common';
import { ReferenceModule } from '../reference/reference.module';
import { ProjectRepository } from './project.repository';
import {
  FinancingLineResolver,
  ProjectPartnerResolver,
  ProjectPhaseResolver,
  ProjectResolver,
} from './project.resolver';
import { ProjectService } from './project.service';

@Module({
  imports: [ReferenceModule],
  providers: [
    ProjectRepository,
    ProjectService,
    ProjectResolver,
    ProjectPartnerResolver,
    ProjectPhaseResolver,
    FinancingLineResolver,
  ],
  exports: [ProjectService],
})
export class ProjectModule {}
