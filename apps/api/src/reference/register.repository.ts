import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { removeOtherRows, selectRows, upsertRows } from '../platform/database/rows';
import { ActorFurtherType, ActorRole } from './actor-role.types';
import { Actor } from './actor.types';
import { Municipality } from './municipality.types';

/** An actor with what stands beside it in the register. */
export interface ActorRows {
  readonly actor: Omit<Actor, 'version'>;
  readonly furtherTypes: readonly ActorFurtherType[];
  readonly roles: readonly ActorRole[];
}

/** The registers, for whoever edits them. */
@Injectable()
export class RegisterRepository {
  /**
   * The one writer of a register until the transaction ends; readers go on. A whole register, since an entry may point to any
   * other and a new one has no row to hold on to.
   */
  async lock(tx: EntityManager, register: 'actor' | 'municipality'): Promise<void> {
    await tx.query(`LOCK TABLE ${register} IN SHARE ROW EXCLUSIVE MODE`);
  }

  actors(tx: EntityManager): Promise<readonly Actor[]> {
    return selectRows(tx, Actor);
  }

  municipalities(tx: EntityManager): Promise<readonly Municipality[]> {
    return selectRows(tx, Municipality);
  }

  roles(tx: EntityManager, actorIds: readonly string[]): Promise<readonly ActorRole[]> {
    return selectRows(tx, ActorRole, 'WHERE t.actor_id = ANY($1)', [actorIds]);
  }

  allRoles(tx: EntityManager): Promise<readonly ActorRole[]> {
    return selectRows(tx, ActorRole);
  }

  furtherTypes(tx: EntityManager, actorIds: readonly string[]): Promise<readonly ActorFurtherType[]> {
    return selectRows(tx, ActorFurtherType, 'WHERE t.actor_id = ANY($1)', [actorIds]);
  }

  /** The actor with its types and roles as given, and nothing else of them; one version on when anything differs. */
  async saveActor(tx: EntityManager, { actor, furtherTypes, roles }: ActorRows): Promise<void> {
    const own = await upsertRows<Omit<Actor, 'version'>>(tx, Actor, [actor]);
    const beside = [
      await upsertRows<ActorFurtherType>(tx, ActorFurtherType, furtherTypes),
      await upsertRows<ActorRole>(tx, ActorRole, roles),
    ];
    const removed =
      (await removeOtherRows<ActorFurtherType>(tx, ActorFurtherType, 'actorId', [actor.id], furtherTypes)) +
      (await removeOtherRows<ActorRole>(tx, ActorRole, 'actorId', [actor.id], roles));
    const differs = removed > 0 || beside.some(({ inserted, updated }) => inserted + updated > 0);
    if (own.unchanged === 1 && differs)
      await tx.query('UPDATE actor SET version = version + 1 WHERE id = $1', [actor.id]);
  }

  async saveMunicipality(tx: EntityManager, municipality: Omit<Municipality, 'version'>): Promise<void> {
    await upsertRows<Omit<Municipality, 'version'>>(tx, Municipality, [municipality]);
  }
}
