import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { selectRows } from '../platform/database/rows';
import { DeMinimisAid } from '../reference/de-minimis-aid.types';

/** Earlier de minimis aid. */
@Injectable()
export class StateAidRepository {
  /** Keeps the undertaking's aid from other writers until the transaction ends; false when there is no such actor. */
  async lock(tx: EntityManager, actorId: string): Promise<boolean> {
    return (await tx.query<object[]>('SELECT 1 FROM actor WHERE id = $1 FOR UPDATE', [actorId])).length > 0;
  }

  ofUndertaking(tx: EntityManager, actorId: string): Promise<readonly DeMinimisAid[]> {
    return selectRows(tx, DeMinimisAid, 'WHERE t.undertaking_actor_id = $1', [actorId]);
  }

  async add(tx: EntityManager, aid: DeMinimisAid): Promise<void> {
    await tx.insert(DeMinimisAid, aid);
  }
}
