import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { selectList, selectRows } from '../platform/database/rows';
import { Actor } from './actor.types';
import { DeMinimisAid } from './de-minimis-aid.types';
import { Municipality } from './municipality.types';
import { StrategyPriority } from './strategy-priority.types';

/** The registers: what every call shares. */
@Injectable()
export class ReferenceRepository {
  municipalities(tx: EntityManager): Promise<readonly Municipality[]> {
    return selectRows(tx, Municipality);
  }

  municipalitiesByCode(tx: EntityManager, codes: readonly string[]): Promise<readonly Municipality[]> {
    return selectRows(tx, Municipality, 'WHERE t.code = ANY($1)', [codes]);
  }

  priorities(tx: EntityManager): Promise<readonly StrategyPriority[]> {
    return selectRows(tx, StrategyPriority);
  }

  prioritiesById(tx: EntityManager, ids: readonly string[]): Promise<readonly StrategyPriority[]> {
    return selectRows(tx, StrategyPriority, 'WHERE t.id = ANY($1)', [ids]);
  }

  actorsById(tx: EntityManager, ids: readonly string[]): Promise<readonly Actor[]> {
    return selectRows(tx, Actor, 'WHERE t.id = ANY($1)', [ids]);
  }

  /** Actors in the order of their ids, after the given one. */
  actorPage(tx: EntityManager, after: string | null, limit: number): Promise<readonly Actor[]> {
    return tx.query(
      `SELECT ${selectList(tx, Actor, 't')} FROM actor t WHERE $1::text IS NULL OR t.id > $1 ORDER BY t.id LIMIT $2`,
      [after, limit],
    );
  }

  async countActors(tx: EntityManager): Promise<number> {
    const [row] = await tx.query<{ count: number }[]>('SELECT count(*)::int AS count FROM actor');
    return row!.count;
  }

  aidByUndertaking(tx: EntityManager, actorIds: readonly string[]): Promise<readonly DeMinimisAid[]> {
    return selectRows(tx, DeMinimisAid, 'WHERE t.undertaking_actor_id = ANY($1)', [actorIds]);
  }
}
