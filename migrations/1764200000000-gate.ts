import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Changes of the rule book, and what people say of applications: appended, never changed. */
const tables = [
  `CREATE TABLE rule_book_edit (
    no integer NOT NULL,
    change jsonb NOT NULL,
    valid_from date NOT NULL,
    reason text COLLATE "C" NOT NULL,
    made_by text COLLATE "C" NOT NULL,
    made_at timestamptz NOT NULL,
    CONSTRAINT rule_book_edit_pk PRIMARY KEY (no))`,
  `CREATE TABLE finding_review (
    application_id text COLLATE "C" NOT NULL,
    no integer NOT NULL,
    finding_key text COLLATE "C" NOT NULL,
    decision text COLLATE "C" NOT NULL,
    reason text COLLATE "C" NOT NULL,
    reviewed_by text COLLATE "C" NOT NULL,
    reviewed_at timestamptz NOT NULL,
    CONSTRAINT finding_review_decision_ck CHECK (decision IN ('confirmed', 'overridden')),
    CONSTRAINT finding_review_pk PRIMARY KEY (application_id, no),
    CONSTRAINT finding_review_application_fk FOREIGN KEY (application_id) REFERENCES application(id) ON DELETE CASCADE)`,
  `CREATE TABLE eligibility_ruling (
    application_id text COLLATE "C" NOT NULL,
    no integer NOT NULL,
    ruling text COLLATE "C" NOT NULL,
    finding_keys text[] NOT NULL,
    reason text COLLATE "C" NOT NULL,
    ruled_by text COLLATE "C" NOT NULL,
    ruled_at timestamptz NOT NULL,
    CONSTRAINT eligibility_ruling_ruling_ck CHECK (ruling IN ('ineligible', 'reinstated')),
    CONSTRAINT eligibility_ruling_pk PRIMARY KEY (application_id, no),
    CONSTRAINT eligibility_ruling_application_fk FOREIGN KEY (application_id) REFERENCES application(id) ON DELETE CASCADE)`,
  `CREATE TABLE completion_request (
    application_id text COLLATE "C" NOT NULL,
    no integer NOT NULL,
    text text COLLATE "C" NOT NULL,
    answer_by date NOT NULL,
    requested_by text COLLATE "C" NOT NULL,
    requested_at timestamptz NOT NULL,
    answered_date date,
    CONSTRAINT completion_request_pk PRIMARY KEY (application_id, no),
    CONSTRAINT completion_request_application_fk FOREIGN KEY (application_id) REFERENCES application(id) ON DELETE CASCADE)`,
];

export class Gate1764200000000 implements MigrationInterface {
  readonly name = 'Gate1764200000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of tables) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['completion_request', 'eligibility_ruling', 'finding_review', 'rule_book_edit'])
      await runner.query(`DROP TABLE ${table}`);
  }
}
