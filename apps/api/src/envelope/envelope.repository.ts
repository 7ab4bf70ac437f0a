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

  async saveEarlierGrants(tx: EntityManager, grants: readonly Omit<EarlierGrant, 'version'>[]): Promise<void> {
    await upsertRows<Omit<EarlierGrant, 'version'>>(tx, EarlierGrant, grants);
  }

  capacities(tx: EntityManager): Promise<readonly PrefinancingCapacity[]> {
    return selectRows(tx, PrefinancingCapacity);
  }

  async capacityForUpdate(tx: EntityManager, actorId: string): Promise<PrefinancingCapacity | null> {
    await tx.query('SELECT 1 FROM actor WHERE id = $1 FOR UPDATE', [actorId]);
    const [capacity] = await selectRows(tx, PrefinancingCapacity, 'WHERE t.actor_id = $1', [actorId]);
    return capacity ?? null;
  }

  async saveCapacity(tx: EntityManager, capacity: Omit<PrefinancingCapacity, 'version'>): Promise<void> {
    await upsertRows<Omit<PrefinancingCapacity, 'version'>>(tx, PrefinancingCapacity, [capacity]);
  }
}
