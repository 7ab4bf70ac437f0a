import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ReportFrame } from '@fordela/domain';
import { selectRows, upsertRows } from '../platform/database/rows';
import { StoredFrame } from './report-frame.types';

const id = 'plan';

/** The region's own plan, when it has saved one. */
@Injectable()
export class ReportFrameRepository {
  async find(tx: EntityManager): Promise<StoredFrame | null> {
    return (await selectRows(tx, StoredFrame))[0] ?? null;
  }

  /** The one writer until the transaction ends: there may be no row yet to hold on to. */
  async lock(tx: EntityManager): Promise<void> {
    await tx.query('LOCK TABLE report_frame IN SHARE ROW EXCLUSIVE MODE');
  }

  async save(tx: EntityManager, frame: ReportFrame, savedAt: Date): Promise<void> {
    await upsertRows<Omit<StoredFrame, 'version'>>(tx, StoredFrame, [{ id, frame, savedAt }]);
  }
}
