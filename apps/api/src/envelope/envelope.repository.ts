import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { selectRows, upsertRows } from '../platform/database/rows';
import { EarlierGrant } from './earlier-grant.types';
import { PrefinancingCapacity } from './prefinancing-capacity.types';

/** What is known of the money beside the calls: earlier years, and what actors can lie out with. */
@Injectable()
export class EnvelopeRepository {
  earlierGrants(tx: EntityManager): Promise<readonly EarlierGrant[]> {
    return selectRows(tx, EarlierGrant);
  }

  /** All of them, with the table held until the transaction ends: nobody adds one in between. */
  async earlierGrantsForUpdate(tx: EntityManager): Promise<readonly EarlierGrant[]> {
    await tx.query('LOCK TABLE earlier_grant IN SHARE ROW EXCLUSIVE MODE');
    return this.earlierGrants(tx);
  }

  async removeEarlierGrant(tx: EntityManager, id: string): Promise<void> {
    await tx.query('DELETE FROM earlier_grant WHERE id = $1', [id]);
  }

  async saveEarlierGrants(tx: EntityManager, grants: readonly Omit<EarlierGrant, 'version'>[]): Promise<void> {
    await upsertRows<Omit<EarlierGrant, 'version'>>(tx, EarlierGrant, grants);
  }

  capacities(tx: EntityManager): Promise<readonly PrefinancingCapacity[]> {
    return selectRows(tx, PrefinancingCapacity);
  }

  /** Holds an actor until the transaction ends; false when there is none. */
  async lockActor(tx: EntityManager, actorId: string): Promise<boolean> {
    return (await tx.query<unknown[]>('SELECT 1 FROM actor WHERE id = $1 FOR UPDATE', [actorId])).length > 0;
  }

  async capacity(tx: EntityManager, actorId: string): Promise<PrefinancingCapacity | null> {
    const [capacity] = await selectRows(tx, PrefinancingCapacity, 'WHERE t.actor_id = $1', [actorId]);
    return capacity ?? null;
  }

  async saveCapacity(tx: EntityManager, capacity: Omit<PrefinancingCapacity, 'version'>): Promise<void> {
    await upsertRows<Omit<PrefinancingCapacity, 'version'>>(tx, PrefinancingCapacity, [capacity]);
  }
}
