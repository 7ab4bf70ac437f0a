import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { listEach, oneEach, type Batch } from '../platform/graphql/loaders';
import type { FinancingAmount, FinancingLine } from './financing-line.types';
import type { ProjectPartner } from './project-partner.types';
import type { PhaseCost, ProjectPhase } from './project-phase.types';
import { ProjectRepository } from './project.repository';
import type { Project, ProjectCost } from './project.types';

/** Projects and what is theirs, fetched in batches: one statement per level of a query. */
@Injectable()
export class ProjectService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: ProjectRepository,
  ) {}

  readonly project: Batch<string, Project | null> = (ids) =>
    this.unitOfWork.read(async (tx) => oneEach(ids, await this.repository.projects(tx, ids), ({ id }) => id));

  readonly costs: Batch<string, readonly ProjectCost[]> = this.perProject((tx, ids) => this.repository.costs(tx, ids));

  /** The lead partner first, then by actor. */
  readonly partners: Batch<string, readonly ProjectPartner[]> = this.perProject(async (tx, ids) => {
    const partners = await this.repository.partners(tx, ids);
    const leadFirst = (partner: ProjectPartner) => (partner.role === 'lead_partner' ? 0 : 1);
    return [...partners].sort((a, b) => leadFirst(a) - leadFirst(b));
  });

  readonly phases: Batch<string, readonly ProjectPhase[]> = this.perProject((tx, ids) =>
    this.repository.phases(tx, ids),
  );

  readonly phaseCosts: Batch<string, readonly PhaseCost[]> = this.perProject((tx, ids) =>
    this.repository.phaseCosts(tx, ids),
  );

  readonly financing: Batch<string, readonly FinancingLine[]> = this.perProject((tx, ids) =>
    this.repository.financing(tx, ids),
  );

  readonly financingAmounts: Batch<string, readonly FinancingAmount[]> = this.perProject((tx, ids) =>
    this.repository.financingAmounts(tx, ids),
  );

  private perProject<Row extends { readonly projectId: string }>(
    rows: (tx: EntityManager, ids: readonly string[]) => Promise<readonly Row[]>,
  ): Batch<string, readonly Row[]> {
    return (ids) =>
      this.unitOfWork.read(async (tx) => listEach(ids, await rows(tx, ids), ({ projectId }) => projectId));
  }
}
