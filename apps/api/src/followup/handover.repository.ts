import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { selectRows, upsertRows } from '../platform/database/rows';
import { Handover } from './handover.types';

/** What is known of who carries results on. */
@Injectable()
export class HandoverRepository {
  ofApplications(tx: EntityManager, applicationIds: readonly string[]): Promise<readonly Handover[]> {
    return selectRows(tx, Handover, 'WHERE t.application_id = ANY($1)', [applicationIds]);
  }

  async save(tx: EntityManager, handover: Omit<Handover, 'version'>): Promise<void> {
    await upsertRows<Omit<Handover, 'version'>>(tx, Handover, [handover]);
  }
}
