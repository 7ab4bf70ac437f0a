import { Args, Context, Field, Float, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ownerGroupOf, ownerGroups, ownerParts, type OwnerAttribution, type OwnerGroup } from '@fordela/domain';
import type { Loaders } from '../platform/graphql/loaders';
import { YearAmount } from '../platform/graphql/year-amount.types';
import { Actor, ownerGroupWords } from '../reference/actor.types';
import { Municipality } from '../reference/municipality.types';
import { ReferenceService } from '../reference/reference.service';
import { StrategyPriority } from '../reference/strategy-priority.types';
import { FinancingLine } from './financing-line.types';
import { ProjectPartner } from './project-partner.types';
import { ProjectPhase } from './project-phase.types';
import { ProjectService } from './project.service';
import { ownerAttributionWords, Project } from './project.types';

@ObjectType({ description: "The part of a project's money that an owner group answers for." })
export class OwnerPart {
  @Field(() => ownerGroupWords, { description: 'The owner group.' })
  readonly ownerGroup: OwnerGroup;
  @Field(() => Float, { description: 'Share of the project, 0 to 1; the shares of a project sum to 1.' })
  readonly share: number;
}

@Resolver(() => Project)
export class ProjectResolver {
  constructor(
    private readonly projects: ProjectService,
    private readonly reference: ReferenceService,
  ) {}

  @ResolveField(() => Actor, { description: 'The lead partner (projektägare).' })
  leadPartner(@Parent() project: Project, @Context('loaders') loaders: Loaders) {
    return loaders.load(this.reference.actor, project.leadPartnerId);
  }

  @ResolveField(() => ownerGroupWords, { description: 'Owner group of the lead partner.' })
  async ownerGroup(@Parent() project: Project, @Context('loaders') loaders: Loaders): Promise<OwnerGroup> {
    const lead = await loaders.load(this.reference.actor, project.leadPartnerId);
    return ownerGroupOf(lead ?? { legalForm: 'unknown' });
  }

  @ResolveField(() => [OwnerPart], {
    description: 'How the project is divided between owner groups; groups without a part are left out.',
  })
  async ownerParts(
    @Parent() project: Project,
    @Args('attribution', {
      type: () => ownerAttributionWords,
      defaultValue: 'partner_budget',
      description: 'How a joint project is attributed.',
    })
    attribution: OwnerAttribution,
    @Context('loaders') loaders: Loaders,
  ): Promise<OwnerPart[]> {
    const partners = await loaders.load(this.projects.partners, project.id);
    const ids = [project.leadPartnerId, ...partners.map((partner) => partner.actorId)];
    const actors = await Promise.all(ids.map((id) => loaders.load(this.reference.actor, id)));
    const byId = new Map(actors.flatMap((actor) => (actor ? [[actor.id, actor] as const] : [])));
    const parts = ownerParts({ leadPartnerId: project.leadPartnerId, partners }, byId, attribution);
    const sum = ownerGroups.reduce((total, group) => total + parts[group], 0);
    return ownerGroups
      .filter((group) => parts[group] > 0)
      .map((ownerGroup) => ({ ownerGroup, share: parts[ownerGroup] / sum }));
  }

  @ResolveField(() => [ProjectPartner], { description: 'All partners with their cost shares, the lead partner first.' })
  partners(@Parent() project: Project, @Context('loaders') loaders: Loaders) {
    return loaders.load(this.projects.partners, project.id);
  }

  @ResolveField(() => [Municipality], { description: 'The municipalities served that are in the register.' })
  async municipalities(@Parent() project: Project, @Context('loaders') loaders: Loaders) {
    const found = project.municipalityCodes.map((code) => loaders.load(this.reference.municipality, code));
    return (await Promise.all(found)).filter((municipality) => municipality !== null);
  }

  @ResolveField(() => StrategyPriority, {
    nullable: true,
    description: 'The priority of the regional strategy it answers to.',
  })
  strategyPriority(@Parent() project: Project, @Context('loaders') loaders: Loaders) {
    return loaders.loadOrNull(this.reference.priority, project.strategyPriorityId);
  }

  @ResolveField(() => Actor, { nullable: true, description: 'Who takes over the result.' })
  receivingActor(@Parent() project: Project, @Context('loaders') loaders: Loaders) {
    return loaders.loadOrNull(this.reference.actor, project.receivingActorId);
  }

  @ResolveField(() => Actor, { nullable: true, description: 'The undertaking that receives aid.' })
  stateAidUndertaking(@Parent() project: Project, @Context('loaders') loaders: Loaders) {
    return loaders.loadOrNull(this.reference.actor, project.stateAidUndertakingId);
  }

  @ResolveField(() => [ProjectPhase], { description: 'The phases in order.' })
  phases(@Parent() project: Project, @Context('loaders') loaders: Loaders) {
    return loaders.load(this.projects.phases, project.id);
  }

  @ResolveField(() => [FinancingLine], { description: 'The sources of money in order.' })
  financing(@Parent() project: Project, @Context('loaders') loaders: Loaders) {
    return loaders.load(this.projects.financing, project.id);
  }

  @ResolveField(() => [YearAmount], { description: 'Cost per year; years without cost are left out.' })
  costs(@Parent() project: Project, @Context('loaders') loaders: Loaders) {
    return loaders.load(this.projects.costs, project.id);
  }
}

@Resolver(() => ProjectPartner)
export class ProjectPartnerResolver {
  constructor(private readonly reference: ReferenceService) {}

  @ResolveField(() => Actor, { nullable: true, description: 'The actor; null when it is not in the register.' })
  actor(@Parent() partner: ProjectPartner, @Context('loaders') loaders: Loaders) {
    return loaders.load(this.reference.actor, partner.actorId);
  }
}

@Resolver(() => ProjectPhase)
export class ProjectPhaseResolver {
  constructor(private readonly projects: ProjectService) {}

  @ResolveField(() => [YearAmount], { description: 'Cost per year; years without cost are left out.' })
  async costs(@Parent() phase: ProjectPhase, @Context('loaders') loaders: Loaders) {
    const costs = await loaders.load(this.projects.phaseCosts, phase.projectId);
    return costs.filter((cost) => cost.phaseNo === phase.phaseNo);
  }
}

@Resolver(() => FinancingLine)
export class FinancingLineResolver {
  constructor(
    private readonly projects: ProjectService,
    private readonly reference: ReferenceService,
  ) {}

  @ResolveField(() => [YearAmount], { description: 'Amount per year; years without are left out.' })
  async amounts(@Parent() line: FinancingLine, @Context('loaders') loaders: Loaders) {
    const amounts = await loaders.load(this.projects.financingAmounts, line.projectId);
    return amounts.filter((amount) => amount.financingNo === line.financingNo);
  }

  @ResolveField(() => Actor, {
    nullable: true,
    description: 'The financier; null when not stated or not in the register.',
  })
  financier(@Parent() line: FinancingLine, @Context('loaders') loaders: Loaders) {
    return loaders.loadOrNull(this.reference.actor, line.financierActorId);
  }
}
