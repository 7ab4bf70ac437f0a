import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { selectList, selectRows } from '../platform/database/rows';
import { Scenario } from './scenario.types';

/** Named allocations. */
@Injectable()
export class ScenarioRepository {
  /** The scenarios of calls, the oldest first. */
  ofCalls(tx: EntityManager, callIds: readonly string[]): Promise<readonly Scenario[]> {
    return tx.query(
      `SELECT ${selectList(tx, Scenario, 't')} FROM scenario t WHERE t.call_id = ANY($1) ORDER BY t.call_id, t.created_at, t.id`,
      [callIds],
    );
  }

  byId(tx: EntityManager, ids: readonly string[]): Promise<readonly Scenario[]> {
    return selectRows(tx, Scenario, 'WHERE t.id = ANY($1)', [ids]);
  }

  /** The scenario, kept from other writers until the transaction ends; null when there is none. */
  async forUpdate(tx: EntityManager, id: string): Promise<Scenario | null> {
    await tx.query('SELECT 1 FROM scenario WHERE id = $1 FOR UPDATE', [id]);
    return (await this.byId(tx, [id]))[0] ?? null;
  }

  async add(tx: EntityManager, scenario: Omit<Scenario, 'version'>): Promise<void> {
    await tx.insert(Scenario, scenario);
  }

  async rename(tx: EntityManager, id: string, name: string, note: string, changedAt: Date): Promise<void> {
    await tx.query('UPDATE scenario SET name = $2, note = $3, changed_at = $4, version = version + 1 WHERE id = $1', [
      id,
      name,
      note,
      changedAt,
    ]);
  }

  async remove(tx: EntityManager, id: string): Promise<void> {
    await tx.query('DELETE FROM scenario WHERE id = $1', [id]);
  }
}
