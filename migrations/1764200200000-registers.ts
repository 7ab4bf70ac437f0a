import type { MigrationInterface, QueryRunner } from 'typeorm';

const versioned = ['actor', 'municipality', 'call'];

/**
 * The registers can be edited: versions, further types of an actor, what it does where, and the plan that coverage is measured
 * against. Roles and further types stand beside the actor, not in it: scoring and allocation do not rest on them.
 */
const steps = [
  ...versioned.map((table) => `ALTER TABLE ${table} ADD COLUMN version integer NOT NULL DEFAULT 1`),
  `CREATE TABLE actor_further_type (
    actor_id text COLLATE "C" NOT NULL,
    actor_type text COLLATE "C" NOT NULL,
    CONSTRAINT actor_further_type_actor_type_ck CHECK (actor_type IN ('public', 'business_support', 'academia', 'civil_society', 'industry_cluster')),
    CONSTRAINT actor_further_type_pk PRIMARY KEY (actor_id, actor_type),
    CONSTRAINT actor_further_type_actor_fk FOREIGN KEY (actor_id) REFERENCES actor(id) ON DELETE CASCADE)`,
  `CREATE TABLE actor_role (
    actor_id text COLLATE "C" NOT NULL,
    role_no integer NOT NULL,
    role text COLLATE "C" NOT NULL,
    cycle_phases text[] NOT NULL,
    themes text[] NOT NULL,
    municipality_codes text[] NOT NULL,
    note text COLLATE "C",
    CONSTRAINT actor_role_cycle_phases_ck CHECK (cycle_phases <@ ARRAY['foresight_idea', 'application', 'implementation', 'closure']),
    CONSTRAINT actor_role_role_ck CHECK (role IN ('steering', 'coordination', 'funding', 'funding_guidance', 'advice', 'business_development', 'project_development', 'project_finance', 'research', 'education', 'social_innovation', 'delivery', 'testing', 'intermediary', 'receiver')),
    CONSTRAINT actor_role_pk PRIMARY KEY (actor_id, role_no),
    CONSTRAINT actor_role_actor_fk FOREIGN KEY (actor_id) REFERENCES actor(id) ON DELETE CASCADE)`,
  `CREATE TABLE report_frame (
    id text COLLATE "C" NOT NULL,
    frame jsonb NOT NULL,
    saved_at timestamptz NOT NULL,
    version integer NOT NULL DEFAULT 1,
    CONSTRAINT report_frame_pk PRIMARY KEY (id))`,
];

export class Registers1764200200000 implements MigrationInterface {
  readonly name = 'Registers1764200200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const step of steps) await runner.query(step);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['report_frame', 'actor_role', 'actor_further_type']) await runner.query(`DROP TABLE ${table}`);
    for (const table of versioned) await runner.query(`ALTER TABLE ${table} DROP COLUMN version`);
  }
}
