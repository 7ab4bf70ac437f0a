import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { selectRows, upsertRows } from '../platform/database/rows';
import { BudgetFrame } from './budget-frame.types';

/** The yearly frames of calls. */
@Injectable()
export class BudgetRepository {
  frames(tx: EntityManager, callIds: readonly string[]): Promise<readonly BudgetFrame[]> {
    return selectRows(tx, BudgetFrame, 'WHERE t.call_id = ANY($1)', [callIds]);
  }

  async frame(tx: EntityManager, callId: string, year: number): Promise<BudgetFrame | null> {
    const [frame] = await selectRows(tx, BudgetFrame, 'WHERE t.call_id = $1 AND t.year = $2', [callId, year]);
    return frame ?? null;
  }

  async save(tx: EntityManager, frame: Omit<BudgetFrame, 'version'>): Promise<void> {
    await upsertRows<Omit<BudgetFrame, 'version'>>(tx, BudgetFrame, [frame]);
  }
}
