import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { selectList, selectRows, upsertRows } from '../platform/database/rows';
import { afterCondition, filterConditions, type OrderSql } from './application-query';
import type { ApplicationFilter } from './application-page.types';
import { Application, ApplicationRequest } from './application.types';
import { Call } from './call.types';
import { Dependency } from './dependency.types';

/** Which applications of a call: by filter, and by id when something outside the table has chosen them. */
export interface ApplicationChoice {
  readonly callId: string;
  readonly filter: ApplicationFilter;
  /** Only these; null for no such condition. */
  readonly among: readonly string[] | null;
  /** Not these; null for no such condition. */
  readonly notAmong: readonly string[] | null;
}

const tables = 'application a JOIN project p ON p.id = a.project_id JOIN actor l ON l.id = p.lead_partner_id';
const chosen = 'a.call_id = $1 AND ($2::text[] IS NULL OR a.id = ANY($2)) AND ($3::text[] IS NULL OR a.id <> ALL($3))';

/** A row with the values it is sorted by, for its cursor. */
export type SortedApplication = Application & { readonly orderKey: readonly (string | number)[] };

/** Calls, applications and the links between them. */
@Injectable()
export class CallRepository {
  calls(tx: EntityManager): Promise<readonly Call[]> {
    return selectRows(tx, Call);
  }

  callsById(tx: EntityManager, ids: readonly string[]): Promise<readonly Call[]> {
    return selectRows(tx, Call, 'WHERE t.id = ANY($1)', [ids]);
  }

  async saveCall(tx: EntityManager, call: Omit<Call, 'version'>): Promise<void> {
    await upsertRows<Omit<Call, 'version'>>(tx, Call, [call]);
  }

  applicationsById(tx: EntityManager, ids: readonly string[]): Promise<readonly Application[]> {
    return selectRows(tx, Application, 'WHERE t.id = ANY($1)', [ids]);
  }

  applicationsByProject(tx: EntityManager, projectIds: readonly string[]): Promise<readonly Application[]> {
    return selectRows(tx, Application, 'WHERE t.project_id = ANY($1)', [projectIds]);
  }

  requests(tx: EntityManager, applicationIds: readonly string[]): Promise<readonly ApplicationRequest[]> {
    return selectRows(tx, ApplicationRequest, 'WHERE t.application_id = ANY($1)', [applicationIds]);
  }

  dependencies(tx: EntityManager, fromIds: readonly string[]): Promise<readonly Dependency[]> {
    return selectRows(tx, Dependency, 'WHERE t.from_application_id = ANY($1)', [fromIds]);
  }

  /** One page in the order asked for, from after the cursor's key, in one statement. */
  async applicationPage(
    tx: EntityManager,
    { callId, filter, among, notAmong }: ApplicationChoice,
    order: OrderSql,
    after: readonly (string | number)[] | null,
    limit: number,
  ): Promise<readonly SortedApplication[]> {
    const values: unknown[] = [callId, among, notAmong];
    const conditions = filterConditions(filter, values.length + 1);
    values.push(...conditions.values);
    const from = after && afterCondition(order, after, values.length + 1);
    values.push(...(from?.values ?? []), limit);
    const rows = await tx.query<(Application & Record<string, string | number>)[]>(
      `SELECT ${selectList(tx, Application, 'a')}, ${order.columns.map(({ sql }, index) => `${sql} AS key${index}`).join(', ')}
       FROM ${tables} WHERE ${chosen}${conditions.sql}${from ? ` AND ${from.sql}` : ''}
       ORDER BY ${order.columns.map(({ sql }) => `${sql} ${order.direction}`).join(', ')} LIMIT $${values.length}`,
      values,
    );
    return rows.map((row) => ({
      ...row,
      orderKey: order.columns.map((_, index) => row[`key${index}`] as string | number),
    }));
  }

  async countApplications(tx: EntityManager, { callId, filter, among, notAmong }: ApplicationChoice): Promise<number> {
    const conditions = filterConditions(filter, 4);
    const [row] = await tx.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM ${tables} WHERE ${chosen}${conditions.sql}`,
      [callId, among, notAmong, ...conditions.values],
    );
    return row!.count;
  }
}
