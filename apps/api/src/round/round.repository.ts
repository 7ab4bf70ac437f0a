import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { canonicalJson, type Round } from '@fordela/domain';
import { AppError } from '../platform/errors/app-error';
import { removeOtherRows, selectRows, upsertRows, type RowClass, type RowCounts } from '../platform/database/rows';
import { roundOf, roundTables, rowsOf, type NewRoundRows, type RoundRows, type RoundTable } from './round-rows';

/** What saving a round did, in the officer's words: applications by id; and to the rows, table by table. */
export interface SavedRound {
  readonly newApplicationIds: readonly string[];
  readonly changedApplicationIds: readonly string[];
  readonly unchangedApplicationIds: readonly string[];
  readonly rows: Readonly<Record<RoundTable, RowCounts>>;
}

/** Tells this lock from others in the same database. */
const roundLock = 0x726f756e;

const ofCall = 'WHERE t.call_id = $1';
const ofApplication = 'WHERE t.application_id IN (SELECT id FROM application WHERE call_id = $1)';
const ofProject = 'WHERE t.project_id IN (SELECT project_id FROM application WHERE call_id = $1)';

/** Which rows of each table belong to a call's round. Registers (municipalities, actors…) belong to every round whole. */
const conditions: Readonly<Record<RoundTable, string | null>> = {
  municipalities: null,
  strategyPriorities: null,
  actors: null,
  deMinimisHistory: null,
  calls: 'WHERE t.id = $1',
  projects: 'WHERE t.id IN (SELECT project_id FROM application WHERE call_id = $1)',
  projectCosts: ofProject,
  partners: ofProject,
  phases: ofProject,
  phaseCosts: ofProject,
  financing: ofProject,
  financingAmounts: ofProject,
  applications: ofCall,
  requests: ofApplication,
  dependencies: 'WHERE t.from_application_id IN (SELECT id FROM application WHERE call_id = $1)',
  budgetFrames: ofCall,
  criteria: ofCall,
  reviewers: ofCall,
  ratings: ofApplication,
};

/** By which property the rows of a table belong to the call, its projects or its applications; registers to none. */
const owners = {
  projectCosts: ['projectId', 'projects'],
  partners: ['projectId', 'projects'],
  phases: ['projectId', 'projects'],
  phaseCosts: ['projectId', 'projects'],
  financing: ['projectId', 'projects'],
  financingAmounts: ['projectId', 'projects'],
  requests: ['applicationId', 'applications'],
  dependencies: ['fromApplicationId', 'applications'],
  ratings: ['applicationId', 'applications'],
  budgetFrames: ['callId', 'calls'],
  criteria: ['callId', 'calls'],
  reviewers: ['callId', 'calls'],
} as const satisfies Partial<Record<RoundTable, readonly [string, 'projects' | 'applications' | 'calls']>>;

const tableNames = Object.keys(roundTables) as RoundTable[];

/** Whole rounds in and out of the database. */
@Injectable()
export class RoundRepository {
  /**
   * Keeps other writers of the call's round waiting until the transaction ends, so that what was loaded is still so when it is
   * saved. A call that is not yet stored is kept apart all the same, by its id.
   */
  async lock(tx: EntityManager, callId: string): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [roundLock, callId]);
  }

  /** The round of a call, complete and in order, in as many statements as there are tables; null when there is no such call. */
  async find(tx: EntityManager, callId: string): Promise<Round | null> {
    const rows: Partial<Record<RoundTable, readonly object[]>> = {};
    for (const table of tableNames) {
      const condition = conditions[table];
      rows[table] = await selectRows<object>(tx, roundTables[table], condition ?? '', condition ? [callId] : []);
      if (table === 'calls' && rows.calls?.length === 0) return null;
    }
    return roundOf(rows as unknown as RoundRows);
  }

  /** The round of a call. AppError NOT_FOUND when there is no such call. */
  async load(tx: EntityManager, callId: string): Promise<Round> {
    const round = await this.find(tx, callId);
    if (!round) throw new AppError('NOT_FOUND', 'call-not-found', { id: callId });
    return round;
  }

  /**
   * Makes the stored round equal to this one: what is new is inserted, what differs updated, what is equal left alone. Rows that
   * belong to one of its applications, or to the call, and are no longer in it are removed; applications and the registers'
   * entries never are. Saving again changes nothing.
   */
  async save(tx: EntityManager, round: Round): Promise<SavedRound> {
    const before = await this.find(tx, round.call.id);
    const rows = rowsOf(round);
    const counts: Partial<Record<RoundTable, RowCounts>> = {};
    for (const table of tableNames) {
      const type = roundTables[table] as RowClass<object>;
      const counted = await upsertRows<object>(tx, type, rows[table]);
      counts[table] = { ...counted, removed: await this.removeRest(tx, table, rows) };
    }
    return { ...changes(before, round), rows: counts as Record<RoundTable, RowCounts> };
  }

  private async removeRest(tx: EntityManager, table: RoundTable, rows: NewRoundRows): Promise<number> {
    if (!(table in owners)) return 0;
    const [property, owner] = owners[table as keyof typeof owners];
    const ids = rows[owner].map((row) => row.id);
    return removeOtherRows<object>(tx, roundTables[table] as RowClass<object>, property as never, ids, rows[table]);
  }
}

/** Which applications are new, changed or as they were, everything of theirs taken together. */
function changes(before: Round | null, after: Round): Omit<SavedRound, 'rows'> {
  const [stored, given] = [parts(before), parts(after)];
  const ids = after.applications.map((application) => application.id);
  const isNew = (id: string) => !stored.has(id);
  const isSame = (id: string) => stored.get(id) === given.get(id);
  return {
    newApplicationIds: ids.filter(isNew),
    changedApplicationIds: ids.filter((id) => !isNew(id) && !isSame(id)),
    unchangedApplicationIds: ids.filter((id) => !isNew(id) && isSame(id)),
  };
}

function parts(round: Round | null): Map<string, string> {
  const texts = (round?.applications ?? []).map((application): [string, string] => [
    application.id,
    canonicalJson([
      application,
      round!.dependencies.filter((link) => link.fromApplicationId === application.id),
      round!.ratings.filter((rating) => rating.applicationId === application.id),
    ]),
  ]);
  return new Map(texts);
}
