import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which unit prepares an application, so that nobody prepares their own. */
export class PreparingUnit1764200310000 implements MigrationInterface {
  readonly name = 'PreparingUnit1764200310000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE application ADD COLUMN preparing_actor_id text COLLATE "C"');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE application DROP COLUMN preparing_actor_id');
  }
}
