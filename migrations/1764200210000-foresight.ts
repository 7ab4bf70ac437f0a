import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Horizon scanning: what has been seen in the world outside, and when each municipality first heard of a call. */
const steps = [
  `CREATE TABLE signal (
    id text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    title text COLLATE "C" NOT NULL,
    source text COLLATE "C" NOT NULL,
    theme text COLLATE "C",
    date date NOT NULL,
    deadline date,
    call_id text COLLATE "C",
    link text COLLATE "C",
    note text COLLATE "C",
    status text COLLATE "C" NOT NULL,
    importance integer,
    readiness integer,
    search_text text COLLATE "C" NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT signal_kind_ck CHECK (kind IN ('call', 'programme', 'policy', 'other')),
    CONSTRAINT signal_status_ck CHECK (status IN ('new', 'watched', 'acted', 'dismissed')),
    CONSTRAINT signal_pk PRIMARY KEY (id),
    CONSTRAINT signal_call_fk FOREIGN KEY (call_id) REFERENCES call(id) ON DELETE SET NULL)`,
  `CREATE INDEX signal_date_ix ON signal (date, id)`,
  `CREATE TABLE call_known_by (
    call_id text COLLATE "C" NOT NULL,
    municipality_code text COLLATE "C" NOT NULL,
    date date,
    source text COLLATE "C",
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT call_known_by_pk PRIMARY KEY (call_id, municipality_code),
    CONSTRAINT call_known_by_call_fk FOREIGN KEY (call_id) REFERENCES call(id) ON DELETE CASCADE,
    CONSTRAINT call_known_by_municipality_fk FOREIGN KEY (municipality_code) REFERENCES municipality(code))`,
];

export class Foresight1764200210000 implements MigrationInterface {
  readonly name = 'Foresight1764200210000';

  async up(runner: QueryRunner): Promise<void> {
    for (const step of steps) await runner.query(step);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['call_known_by', 'signal']) await runner.query(`DROP TABLE ${table}`);
  }
}
