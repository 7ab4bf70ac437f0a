import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { selectRows } from '../platform/database/rows';
import { ImportPreview } from './import-preview.types';

/** Imports that have been read and not yet, or just, saved. */
@Injectable()
export class IntakeRepository {
  async preview(tx: EntityManager, id: string): Promise<ImportPreview | null> {
    return (await selectRows(tx, ImportPreview, 'WHERE t.id = $1', [id]))[0] ?? null;
  }

  async add(tx: EntityManager, preview: ImportPreview): Promise<void> {
    await tx.insert(ImportPreview, preview);
  }

  async markCommitted(tx: EntityManager, id: string, committedAt: Date, committed: object): Promise<void> {
    await tx.query('UPDATE import_preview SET committed_at = $2, committed = $3 WHERE id = $1', [
      id,
      committedAt,
      JSON.stringify(committed),
    ]);
  }

  /** A preview is for saving soon: older ones hold applications nobody chose to keep. */
  async removeOlderThan(tx: EntityManager, moment: Date): Promise<void> {
    await tx.query('DELETE FROM import_preview WHERE created_at < $1', [moment]);
  }
}
