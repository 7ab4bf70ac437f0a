import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { selectRows } from '../platform/database/rows';
import { EngineRecord } from './engine-record.types';

/** What the engines have answered. Records are added and read, never changed. */
@Injectable()
export class RecordRepository {
  recordsById(tx: EntityManager, ids: readonly string[]): Promise<readonly EngineRecord[]> {
    return selectRows(tx, EngineRecord, 'WHERE t.id = ANY($1)', [ids]);
  }

  /** Adds the record unless it is there already. */
  async add(tx: EntityManager, record: EngineRecord): Promise<void> {
    await tx.query(
      `INSERT INTO engine_record (id, kind, engine_version, problem_fingerprint, problem, result, fingerprints, recorded_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (id) DO NOTHING`,
      [
        record.id,
        record.kind,
        record.engineVersion,
        record.problemFingerprint,
        JSON.stringify(record.problem),
        JSON.stringify(record.result),
        JSON.stringify(record.fingerprints),
        record.recordedAt,
      ],
    );
  }
}
