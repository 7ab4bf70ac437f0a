import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { selectRows } from '../platform/database/rows';
import { FinancingAmount, FinancingLine } from './financing-line.types';
import { ProjectPartner } from './project-partner.types';
import { PhaseCost, ProjectPhase } from './project-phase.types';
import { Project, ProjectCost } from './project.types';

const ofProjects = 'WHERE t.project_id = ANY($1)';

/** Projects and what is theirs, many projects at a time. */
@Injectable()
export class ProjectRepository {
  projects(tx: EntityManager, ids: readonly string[]): Promise<readonly Project[]> {
    return selectRows(tx, Project, 'WHERE t.id = ANY($1)', [ids]);
  }

  costs(tx: EntityManager, projectIds: readonly string[]): Promise<readonly ProjectCost[]> {
    return selectRows(tx, ProjectCost, ofProjects, [projectIds]);
  }

  partners(tx: EntityManager, projectIds: readonly string[]): Promise<readonly ProjectPartner[]> {
    return selectRows(tx, ProjectPartner, ofProjects, [projectIds]);
  }

  phases(tx: EntityManager, projectIds: readonly string[]): Promise<readonly ProjectPhase[]> {
    return selectRows(tx, ProjectPhase, ofProjects, [projectIds]);
  }

  phaseCosts(tx: EntityManager, projectIds: readonly string[]): Promise<readonly PhaseCost[]> {
    return selectRows(tx, PhaseCost, ofProjects, [projectIds]);
  }

  financing(tx: EntityManager, projectIds: readonly string[]): Promise<readonly FinancingLine[]> {
    return selectRows(tx, FinancingLine, ofProjects, [projectIds]);
  }

  financingAmounts(tx: EntityManager, projectIds: readonly string[]): Promise<readonly FinancingAmount[]> {
    return selectRows(tx, FinancingAmount, ofProjects, [projectIds]);
  }
}
