import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Records hold the fingerprint of each part of their answer. Older ones have none: what they were cannot be known. */
export class RecordFingerprints1764200320000 implements MigrationInterface {
  readonly name = 'RecordFingerprints1764200320000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE engine_record ADD COLUMN fingerprints jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE engine_record DROP COLUMN fingerprints');
  }
}
