import { Injectable } from '@nestjs/common';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ownerGroupOf } from '@fordela/domain';
import { Grant } from '../allocation/allocation.types';
import { Explanation } from '../explanation/explanation.types';
import type { Loaders } from '../platform/graphql/loaders';
import { ProjectService } from '../project/project.service';
import { ReferenceService } from '../reference/reference.service';
import { Application } from './application.types';
import { CallService } from './call.service';

const mark = {
  nullable: true,
  description:
    'True when the region itself leads the project: it is then both funder and applicant, which everyone who reads is to see. Null when the application is no longer stored.',
};

/** Whether the region itself leads a project: the mark that follows its own projects wherever they are listed. */
@Injectable()
abstract class OwnProjectMark {
  constructor(
    private readonly calls: CallService,
    private readonly projects: ProjectService,
    private readonly reference: ReferenceService,
  ) {}

  protected async isOwn(applicationId: string, loaders: Loaders): Promise<boolean | null> {
    const application = await loaders.load(this.calls.application, applicationId);
    if (!application) return null;
    const project = await loaders.load(this.projects.project, application.projectId);
    const lead = await loaders.loadOrNull(this.reference.actor, project?.leadPartnerId ?? null);
    return ownerGroupOf(lead ?? { legalForm: 'unknown' }) === 'region_own';
  }
}

@Resolver(() => Application)
export class ApplicationOwnProjectResolver extends OwnProjectMark {
  @ResolveField(() => Boolean, mark)
  isRegionOwn(@Parent() { id }: Application, @Context('loaders') loaders: Loaders) {
    return this.isOwn(id, loaders);
  }
}

@Resolver(() => Grant)
export class GrantOwnProjectResolver extends OwnProjectMark {
  @ResolveField(() => Boolean, mark)
  isRegionOwn(@Parent() { applicationId }: Grant, @Context('loaders') loaders: Loaders) {
    return this.isOwn(applicationId, loaders);
  }
}

@Resolver(() => Explanation)
export class ExplanationOwnProjectResolver extends OwnProjectMark {
  @ResolveField(() => Boolean, mark)
  isRegionOwn(@Parent() { applicationId }: Explanation, @Context('loaders') loaders: Loaders) {
    return this.isOwn(applicationId, loaders);
  }
}
