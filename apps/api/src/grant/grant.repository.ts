import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { selectRows } from '../platform/database/rows';
import { GrantDecision } from './grant-decision.types';
import { GrantEvent } from './grant-event.types';

/** Decisions and what happened to grants, in the order they were recorded. */
@Injectable()
export class GrantRepository {
  decisions(tx: EntityManager, applicationIds: readonly string[]): Promise<readonly GrantDecision[]> {
    return selectRows(tx, GrantDecision, 'WHERE t.application_id = ANY($1)', [applicationIds]);
  }

  events(tx: EntityManager, applicationIds: readonly string[]): Promise<readonly GrantEvent[]> {
    return selectRows(tx, GrantEvent, 'WHERE t.application_id = ANY($1)', [applicationIds]);
  }

  async addDecision(tx: EntityManager, decision: GrantDecision): Promise<void> {
    await tx.insert(GrantDecision, { ...decision, amounts: [...decision.amounts] });
  }

  async addEvent(tx: EntityManager, event: GrantEvent): Promise<void> {
    await tx.insert(GrantEvent, event);
  }
}
