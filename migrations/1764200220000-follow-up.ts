import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Follow-up: what projects are measured by, what they report, who carries their results on, and what was learnt. */
const steps = [
  `CREATE TABLE indicator (
    id text COLLATE "C" NOT NULL,
    application_id text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    unit text COLLATE "C" NOT NULL,
    counts_people boolean NOT NULL,
    direction text COLLATE "C" NOT NULL,
    accumulation text COLLATE "C" NOT NULL,
    baseline double precision,
    baseline_date date,
    target double precision,
    target_date date,
    method text COLLATE "C",
    owner_actor_id text COLLATE "C",
    perspectives text[] NOT NULL,
    note text COLLATE "C",
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT indicator_direction_ck CHECK (direction IN ('increase', 'decrease')),
    CONSTRAINT indicator_accumulation_ck CHECK (accumulation IN ('latest', 'sum')),
    CONSTRAINT indicator_perspectives_ck CHECK (perspectives <@ ARRAY['economic', 'social', 'environmental', 'gender_equality', 'integration', 'climate']),
    CONSTRAINT indicator_pk PRIMARY KEY (id),
    CONSTRAINT indicator_application_fk FOREIGN KEY (application_id) REFERENCES application(id) ON DELETE CASCADE,
    CONSTRAINT indicator_owner_fk FOREIGN KEY (owner_actor_id) REFERENCES actor(id))`,
  `CREATE INDEX indicator_application_ix ON indicator (application_id, id)`,
  `CREATE TABLE indicator_result (
    indicator_id text COLLATE "C" NOT NULL,
    date date NOT NULL,
    value double precision,
    women integer,
    men integer,
    not_stated integer,
    note text COLLATE "C",
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT indicator_result_pk PRIMARY KEY (indicator_id, date),
    CONSTRAINT indicator_result_indicator_fk FOREIGN KEY (indicator_id) REFERENCES indicator(id) ON DELETE CASCADE)`,
  `CREATE TABLE project_report (
    id text COLLATE "C" NOT NULL,
    application_id text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    period_from date NOT NULL,
    period_to date NOT NULL,
    due_date date NOT NULL,
    submitted_date date,
    standing text COLLATE "C",
    text text COLLATE "C",
    deviations text COLLATE "C",
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT project_report_kind_ck CHECK (kind IN ('progress', 'final')),
    CONSTRAINT project_report_standing_ck CHECK (standing IN ('on_track', 'late', 'closed')),
    CONSTRAINT project_report_pk PRIMARY KEY (id),
    CONSTRAINT project_report_application_fk FOREIGN KEY (application_id) REFERENCES application(id) ON DELETE CASCADE)`,
  `CREATE INDEX project_report_application_ix ON project_report (application_id, period_to, id)`,
  `CREATE TABLE handover (
    application_id text COLLATE "C" NOT NULL,
    takeover_year integer,
    running_cost_after_sek bigint,
    running_cost_owner_actor_id text COLLATE "C",
    is_key_person_dependent boolean,
    note text COLLATE "C",
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT handover_pk PRIMARY KEY (application_id),
    CONSTRAINT handover_application_fk FOREIGN KEY (application_id) REFERENCES application(id) ON DELETE CASCADE,
    CONSTRAINT handover_running_cost_owner_fk FOREIGN KEY (running_cost_owner_actor_id) REFERENCES actor(id))`,
  `CREATE TABLE lesson (
    id text COLLATE "C" NOT NULL,
    title text COLLATE "C" NOT NULL,
    text text COLLATE "C" NOT NULL,
    themes text[] NOT NULL,
    cycle_phases text[] NOT NULL,
    application_id text COLLATE "C",
    used_by_application_ids text[] NOT NULL,
    learnt_date date NOT NULL,
    search_text text COLLATE "C" NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT lesson_cycle_phases_ck CHECK (cycle_phases <@ ARRAY['foresight_idea', 'application', 'implementation', 'closure']),
    CONSTRAINT lesson_pk PRIMARY KEY (id),
    CONSTRAINT lesson_application_fk FOREIGN KEY (application_id) REFERENCES application(id) ON DELETE SET NULL)`,
  `CREATE INDEX lesson_date_ix ON lesson (learnt_date, id)`,
];

export class FollowUp1764200220000 implements MigrationInterface {
  readonly name = 'FollowUp1764200220000';

  async up(runner: QueryRunner): Promise<void> {
    for (const step of steps) await runner.query(step);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['lesson', 'handover', 'project_report', 'indicator_result', 'indicator'])
      await runner.query(`DROP TABLE ${table}`);
  }
}
