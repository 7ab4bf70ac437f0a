import { legalForms, ownerGroupOf } from '@fordela/domain';
import { swedishSortKey } from '../platform/swedish-sort-key';
import type { ApplicationFilter, ApplicationOrder } from './application-page.types';

/** A condition in SQL with its values, made so that every value is a parameter. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** What applications are sorted by, as SQL over application `a` and project `p`, and the type a cursor's value is read as. */
const orderColumns: Readonly<
  Record<ApplicationOrder['field'], { readonly sql: string; readonly type: string } | null>
> = {
  case_id: null,
  title: { sql: 'a.sort_title', type: 'text' },
  requested: { sql: 'a.requested_sek', type: 'bigint' },
  total_cost: { sql: 'p.total_cost_sek', type: 'bigint' },
  received: { sql: `coalesce(a.received_date, '0001-01-01')`, type: 'date' },
};

export interface OrderSql {
  /** Names the order in cursors. */
  readonly name: string;
  /** What a cursor holds, in order; the case id last, so that it is never the same twice. */
  readonly columns: readonly { readonly sql: string; readonly type: string }[];
  readonly direction: 'ASC' | 'DESC';
}

/** The order asked for, with the case id as the last word. */
export function orderSql({ field, direction }: ApplicationOrder): OrderSql {
  const column = orderColumns[field];
  const id = { sql: 'a.id', type: 'text' };
  return {
    name: `${field} ${direction}`,
    columns: column ? [column, id] : [id],
    direction: direction === 'descending' ? 'DESC' : 'ASC',
  };
}

/**
 * What comes after a cursor, as one comparison of rows: `(a.sort_title, a.id) > ($2, $3)`. Written with OR instead, the database
 * would not use the index (measured: 25 times slower at 100,000 rows).
 */
export function afterCondition(order: OrderSql, key: readonly (string | number)[], firstParameter: number): Condition {
  const columns = order.columns.map((column) => column.sql).join(', ');
  const values = order.columns.map((column, index) => `$${firstParameter + index}::${column.type}`).join(', ');
  return { sql: `(${columns}) ${order.direction === 'DESC' ? '<' : '>'} (${values})`, values: key };
}

/** The conditions of a filter over application `a`, project `p` and lead partner `l`; `[]` for none. */
export function filterConditions(filter: ApplicationFilter, firstParameter: number): Condition {
  const parts: string[] = [];
  const values: unknown[] = [];
  const add = (value: unknown, sql: (parameter: string) => string) => {
    if (value === null || value === undefined) return;
    values.push(value);
    parts.push(sql(`$${firstParameter + values.length - 1}`));
  };
  const forms =
    filter.ownerGroups && legalForms.filter((legalForm) => filter.ownerGroups!.includes(ownerGroupOf({ legalForm })));
  add(forms, (forms) => `l.legal_form = ANY(${forms})`);
  add(filter.projectTypes, (types) => `p.project_type = ANY(${types})`);
  add(filter.themes, (themes) => `p.themes && ${themes}::text[]`);
  add(filter.municipalityCodes, (codes) => `p.municipality_codes && ${codes}::text[]`);
  add(filter.strategyPriorityIds, (ids) => `p.strategy_priority_id = ANY(${ids})`);
  add(filter.leadPartnerIds, (ids) => `p.lead_partner_id = ANY(${ids})`);
  add(filter.requested?.min, (min) => `a.requested_sek >= ${min}`);
  add(filter.requested?.max, (max) => `a.requested_sek <= ${max}`);
  for (const word of swedishSortKey(filter.search ?? '')
    .split(/\s+/)
    .filter(Boolean))
    add(word, (word) => `strpos(a.search_text, ${word}) > 0`);
  return { sql: parts.map((part) => ` AND ${part}`).join(''), values };
}
