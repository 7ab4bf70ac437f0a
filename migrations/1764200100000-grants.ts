import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people decide, what happens to the money, and what is known of it beside the calls. */
const tables = [
  `CREATE TABLE grant_decision (
    application_id text COLLATE "C" NOT NULL,
    no integer NOT NULL,
    kind text COLLATE "C" NOT NULL,
    amounts jsonb NOT NULL,
    decided_date date NOT NULL,
    decided_by text COLLATE "C" NOT NULL,
    delegation text COLLATE "C",
    minutes_reference text COLLATE "C",
    conditions text COLLATE "C" NOT NULL,
    reason text COLLATE "C" NOT NULL,
    conflict_notes text COLLATE "C" NOT NULL,
    above_frame_reason text COLLATE "C",
    scenario_id text COLLATE "C",
    recorded_by text COLLATE "C" NOT NULL,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT grant_decision_kind_ck CHECK (kind IN ('granted', 'rejected', 'returned')),
    CONSTRAINT grant_decision_pk PRIMARY KEY (application_id, no),
    CONSTRAINT grant_decision_application_fk FOREIGN KEY (application_id) REFERENCES application(id) ON DELETE CASCADE)`,
  `CREATE TABLE grant_event (
    application_id text COLLATE "C" NOT NULL,
    no integer NOT NULL,
    kind text COLLATE "C" NOT NULL,
    date date NOT NULL,
    reported_cost_sek bigint NOT NULL,
    approved_cost_sek bigint NOT NULL,
    paid_sek bigint NOT NULL,
    recovered_sek bigint NOT NULL,
    note text COLLATE "C" NOT NULL,
    recorded_by text COLLATE "C" NOT NULL,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT grant_event_kind_ck CHECK (kind IN ('advance', 'claim', 'recovery')),
    CONSTRAINT grant_event_pk PRIMARY KEY (application_id, no),
    CONSTRAINT grant_event_application_fk FOREIGN KEY (application_id) REFERENCES application(id) ON DELETE CASCADE)`,
  `CREATE TABLE earlier_grant (
    id text COLLATE "C" NOT NULL,
    year integer NOT NULL,
    title text COLLATE "C" NOT NULL,
    owner_group text COLLATE "C" NOT NULL,
    amount_sek bigint NOT NULL,
    source text COLLATE "C" NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT earlier_grant_owner_group_ck CHECK (owner_group IN ('region_own', 'municipal', 'other')),
    CONSTRAINT earlier_grant_pk PRIMARY KEY (id))`,
  `CREATE TABLE prefinancing_capacity (
    actor_id text COLLATE "C" NOT NULL,
    capacity_sek bigint NOT NULL,
    stated_date date NOT NULL,
    source text COLLATE "C" NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT prefinancing_capacity_pk PRIMARY KEY (actor_id))`,
];

export class Grants1764200100000 implements MigrationInterface {
  readonly name = 'Grants1764200100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of tables) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['prefinancing_capacity', 'earlier_grant', 'grant_event', 'grant_decision'])
      await runner.query(`DROP TABLE ${table}`);
  }
}
