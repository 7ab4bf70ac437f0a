import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { selectList, selectRows, upsertRows } from '../platform/database/rows';
import { ProjectReport } from './project-report.types';

/** Progress and final reports. */
@Injectable()
export class ProjectReportRepository {
  byId(tx: EntityManager, ids: readonly string[]): Promise<readonly ProjectReport[]> {
    return selectRows(tx, ProjectReport, 'WHERE t.id = ANY($1)', [ids]);
  }

  /** The reports of applications, by the period they are about. */
  ofApplications(tx: EntityManager, applicationIds: readonly string[]): Promise<readonly ProjectReport[]> {
    return tx.query(
      `SELECT ${selectList(tx, ProjectReport, 't')} FROM project_report t WHERE t.application_id = ANY($1)
       ORDER BY t.application_id, t.period_to, t.id`,
      [applicationIds],
    );
  }

  /** What may be overdue on a day, in one call or all. */
  dueBefore(tx: EntityManager, callId: string | null, day: string): Promise<readonly ProjectReport[]> {
    return selectRows(
      tx,
      ProjectReport,
      `WHERE t.due_date < $2 AND (t.submitted_date IS NULL OR t.submitted_date > $2) AND ($1::text IS NULL
         OR t.application_id IN (SELECT id FROM application WHERE call_id = $1))`,
      [callId, day],
    );
  }

  /** The report, kept from other writers until the transaction ends; null when there is none. */
  async forUpdate(tx: EntityManager, id: string): Promise<ProjectReport | null> {
    await tx.query('SELECT 1 FROM project_report WHERE id = $1 FOR UPDATE', [id]);
    return (await this.byId(tx, [id]))[0] ?? null;
  }

  async save(tx: EntityManager, report: Omit<ProjectReport, 'version'>): Promise<void> {
    await upsertRows<Omit<ProjectReport, 'version'>>(tx, ProjectReport, [report]);
  }
}
