import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { selectRows, upsertRows } from '../platform/database/rows';
import { Indicator, IndicatorResult } from './indicator.types';

/** Indicators and what was measured. */
@Injectable()
export class IndicatorRepository {
  byId(tx: EntityManager, ids: readonly string[]): Promise<readonly Indicator[]> {
    return selectRows(tx, Indicator, 'WHERE t.id = ANY($1)', [ids]);
  }

  ofApplications(tx: EntityManager, applicationIds: readonly string[]): Promise<readonly Indicator[]> {
    return selectRows(tx, Indicator, 'WHERE t.application_id = ANY($1)', [applicationIds]);
  }

  /** The indicators of one call's applications, or of all. */
  ofCall(tx: EntityManager, callId: string | null): Promise<readonly Indicator[]> {
    const condition = `WHERE $1::text IS NULL OR t.application_id IN (SELECT id FROM application WHERE call_id = $1)`;
    return selectRows(tx, Indicator, condition, [callId]);
  }

  /** Results by indicator and day, those taken back as well. */
  results(tx: EntityManager, indicatorIds: readonly string[]): Promise<readonly IndicatorResult[]> {
    return selectRows(tx, IndicatorResult, 'WHERE t.indicator_id = ANY($1)', [indicatorIds]);
  }

  /** The indicator, kept with its results from other writers until the transaction ends; null when there is none. */
  async forUpdate(tx: EntityManager, id: string): Promise<Indicator | null> {
    await tx.query('SELECT 1 FROM indicator WHERE id = $1 FOR UPDATE', [id]);
    return (await this.byId(tx, [id]))[0] ?? null;
  }

  async save(tx: EntityManager, indicator: Omit<Indicator, 'version'>): Promise<void> {
    await upsertRows<Omit<Indicator, 'version'>>(tx, Indicator, [indicator]);
  }

  async saveResult(tx: EntityManager, result: Omit<IndicatorResult, 'version'>): Promise<void> {
    await upsertRows<Omit<IndicatorResult, 'version'>>(tx, IndicatorResult, [result]);
  }
}
