import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A grant is a share of the cost decided on, whatever the project is said to cost later. Earlier decisions take today's cost. */
export class GrantCost1764200300000 implements MigrationInterface {
  readonly name = 'GrantCost1764200300000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE grant_decision ADD COLUMN total_cost_sek bigint');
    await runner.query(
      `UPDATE grant_decision d SET total_cost_sek = p.total_cost_sek
       FROM application a JOIN project p ON p.id = a.project_id WHERE a.id = d.application_id`,
    );
    await runner.query('ALTER TABLE grant_decision ALTER COLUMN total_cost_sek SET NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE grant_decision DROP COLUMN total_cost_sek');
  }
}
