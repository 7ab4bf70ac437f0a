import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { fingerprint } from '@fordela/domain';
import { Clock } from '../platform/clock';
import { UnitOfWork } from '../platform/database/unit-of-work';
import { oneEach, type Batch } from '../platform/graphql/loaders';
import type { EngineRecord, RecordKind } from './engine-record.types';
import { partFingerprints, recordId } from './part-fingerprints';
import { RecordRepository } from './record.repository';

/** What was asked of an engine and what it answered. */
export interface EngineAnswer {
  readonly kind: RecordKind;
  readonly engineVersion: string;
  readonly problem: object;
  readonly result: object;
}

/** A part of a record whose fingerprint is another than the one kept; null where there is none. */
export interface ChangedPart {
  readonly part: string;
  readonly recorded: string | null;
  readonly recomputed: string | null;
}

/** Keeps what the engines answer, so that it can be shown and computed again years later. */
@Injectable()
export class RecordService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: RecordRepository,
    private readonly clock: Clock,
  ) {}

  readonly record: Batch<string, EngineRecord | null> = (ids) =>
    this.unitOfWork.read(async (tx) => oneEach(ids, await this.repository.recordsById(tx, ids), ({ id }) => id));

  /** Keeps an answer within a unit of work; returns the id it can be found by. The same question has the same id. */
  async keep(tx: EntityManager, { kind, engineVersion, problem, result }: EngineAnswer): Promise<string> {
    const problemFingerprint = fingerprint(problem);
    const id = recordId({ kind, engineVersion, problemFingerprint });
    await this.repository.add(tx, {
      id,
      kind,
      engineVersion,
      problemFingerprint,
      problem,
      result,
      fingerprints: partFingerprints(result),
      recordedAt: this.clock.now(),
    });
    return id;
  }

  /** Parts of a record that are not what they were when it was kept. Without fingerprints only its own id can tell. */
  changedParts(record: EngineRecord): ChangedPart[] {
    const kept = { id: record.id, ...record.fingerprints };
    const now = { id: recordId(record), ...(record.fingerprints ? partFingerprints(record.result) : {}) };
    return changedBetween(kept, now);
  }
}

type Fingerprints = Readonly<Record<string, string>>;

function changedBetween(kept: Fingerprints, now: Fingerprints): ChangedPart[] {
  return [...new Set([...Object.keys(kept), ...Object.keys(now)])]
    .filter((part) => kept[part] !== now[part])
    .map((part) => ({ part, recorded: kept[part] ?? null, recomputed: now[part] ?? null }));
}
