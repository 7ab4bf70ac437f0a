import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { fingerprint } from '@fordela/domain';
import { Clock } from '../platform/clock';
import { Ids } from '../platform/ids';
import type { ImportPreview, PreviewImportInput } from './import-preview.types';
import { IntakeRepository } from './intake.repository';

const keptMs = 30 * 24 * 3600_000;

/** A file as it was sent. */
export interface ReadFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The part of keeping imports that happens in one transaction. */
@Injectable()
export class ImportKeeping {
  constructor(
    private readonly repository: IntakeRepository,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async keep(
    tx: EntityManager,
    { kind }: PreviewImportInput,
    callId: string,
    files: readonly ReadFile[],
    reading: object,
  ): Promise<ImportPreview> {
    const createdAt = this.clock.now();
    const preview: ImportPreview = {
      id: this.ids.next(),
      callId,
      kind,
      fileName: files.map(({ name }) => name).join(', '),
      contentFingerprint: fingerprint(files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString('base64')])),
      reading,
      createdAt,
      committedAt: null,
      committed: null,
    };
    await this.repository.removeOlderThan(tx, new Date(createdAt.getTime() - keptMs));
    await this.repository.add(tx, preview);
    return preview;
  }

  async markCommitted(tx: EntityManager, id: string, committed: object): Promise<void> {
    await this.repository.markCommitted(tx, id, this.clock.now(), committed);
  }
}
