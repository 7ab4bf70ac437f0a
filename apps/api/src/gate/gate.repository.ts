import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { selectRows } from '../platform/database/rows';
import { CompletionRequest, EligibilityRuling, FindingReview } from './gate-history.types';

/** What people have said of applications, in the order they said it. */
export interface GateHistory {
  readonly reviews: readonly FindingReview[];
  readonly rulings: readonly EligibilityRuling[];
  readonly requests: readonly CompletionRequest[];
}

@Injectable()
export class GateRepository {
  async history(tx: EntityManager, applicationIds: readonly string[]): Promise<GateHistory> {
    const condition = 'WHERE t.application_id = ANY($1)';
    return {
      reviews: await selectRows(tx, FindingReview, condition, [applicationIds]),
      rulings: await selectRows(tx, EligibilityRuling, condition, [applicationIds]),
      requests: await selectRows(tx, CompletionRequest, condition, [applicationIds]),
    };
  }

  /** Keeps the application's gate from other writers until the transaction ends; false when there is no such application. */
  async lock(tx: EntityManager, applicationId: string): Promise<boolean> {
    const found = await tx.query<object[]>('SELECT 1 FROM application WHERE id = $1 FOR UPDATE', [applicationId]);
    return found.length > 0;
  }

  async addReview(tx: EntityManager, review: FindingReview): Promise<void> {
    await tx.insert(FindingReview, review);
  }

  async addRuling(tx: EntityManager, ruling: EligibilityRuling): Promise<void> {
    await tx.insert(EligibilityRuling, { ...ruling, findingKeys: [...ruling.findingKeys] });
  }

  async addRequest(tx: EntityManager, request: CompletionRequest): Promise<void> {
    await tx.insert(CompletionRequest, request);
  }

  async answer(tx: EntityManager, applicationId: string, no: number, date: string): Promise<void> {
    await tx.query('UPDATE completion_request SET answered_date = $3 WHERE application_id = $1 AND no = $2', [
      applicationId,
      no,
      date,
    ]);
  }
}
