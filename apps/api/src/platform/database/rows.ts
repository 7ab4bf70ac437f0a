import type { EntityManager, EntityMetadata } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata';

/** The class of a stored thing. */
export type RowClass<Row> = abstract new () => Row;

/** What saving did to a table's rows. */
export interface RowCounts {
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly removed: number;
}

/**
 * Whole tables in and out, one statement each, by the columns the stored class declares: a new plain field needs no change here.
 * Rows are plain objects of the class's properties, ordered by primary key.
 */
export async function selectRows<Row>(
  tx: EntityManager,
  row: RowClass<Row>,
  condition = '',
  parameters: readonly unknown[] = [],
): Promise<readonly Row[]> {
  const metadata = tx.connection.getMetadata(row);
  return tx.query(
    `SELECT ${columnList(metadata, 't')} FROM "${metadata.tableName}" t ${condition} ORDER BY ${keys(metadata, 't')}`,
    [...parameters],
  );
}

/** The columns as `t.cost_share_pct AS "costSharePct"`, for statements that need more than `selectRows`. */
export function selectList<Row>(tx: EntityManager, row: RowClass<Row>, alias: string): string {
  return columnList(tx.connection.getMetadata(row), alias);
}

/**
 * Inserts the rows that are new and updates those that differ, by primary key; what is equal is left alone, its version too.
 * Edges  `[]` does nothing. Two rows with one key are a bug of the caller and fail in the database.
 */
export async function upsertRows<Row extends object>(
  tx: EntityManager,
  row: RowClass<Row>,
  rows: readonly Row[],
): Promise<RowCounts> {
  if (rows.length === 0) return { inserted: 0, updated: 0, unchanged: 0, removed: 0 };
  const metadata = tx.connection.getMetadata(row);
  const columns = metadata.columns.filter((column) => !column.isVersion);
  const plain = columns.filter((column) => !column.isPrimary).map((column) => `"${column.databaseName}"`);
  const names = columns.map((column) => `"${column.databaseName}"`).join(', ');
  const version = metadata.versionColumn ? `, ${metadata.versionColumn.databaseName} = t.version + 1` : '';
  const each = (prefix: string) => plain.map((name) => `${prefix}.${name}`).join(', ');
  const onConflict =
    plain.length === 0
      ? 'DO NOTHING'
      : `DO UPDATE SET ${plain.map((name) => `${name} = excluded.${name}`).join(', ')}${version}
         WHERE ROW(${each('t')}) IS DISTINCT FROM ROW(${each('excluded')})`;
  const [count] = await tx.query<{ inserted: number; updated: number }[]>(
    `WITH saved AS (
       INSERT INTO "${metadata.tableName}" AS t (${names}) SELECT ${names} FROM ${recordset(tx, columns, '$1')}
       ON CONFLICT (${keys(metadata)}) ${onConflict}
       RETURNING (t.xmax = 0) AS is_new)
     SELECT count(*) FILTER (WHERE is_new)::int AS inserted, count(*) FILTER (WHERE NOT is_new)::int AS updated FROM saved`,
    [json(columns, rows)],
  );
  const { inserted, updated } = count!;
  return { inserted, updated, unchanged: rows.length - inserted - updated, removed: 0 };
}

/** Removes the rows whose `scope` property is one of `owners` and whose key is not among `rows`; returns how many. */
export async function removeOtherRows<Row extends object>(
  tx: EntityManager,
  row: RowClass<Row>,
  scope: keyof Row & string,
  owners: readonly string[],
  rows: readonly Row[],
): Promise<number> {
  const metadata = tx.connection.getMetadata(row);
  const primary = metadata.primaryColumns;
  const same = primary.map((column) => `r."${column.databaseName}" = t."${column.databaseName}"`).join(' AND ');
  const owner = metadata.findColumnWithPropertyName(scope)!.databaseName;
  const [count] = await tx.query<{ removed: number }[]>(
    `WITH gone AS (
       DELETE FROM "${metadata.tableName}" t WHERE t."${owner}" = ANY($1)
         AND NOT EXISTS (SELECT 1 FROM ${recordset(tx, primary, '$2')} WHERE ${same})
       RETURNING 1)
     SELECT count(*)::int AS removed FROM gone`,
    [owners, json(primary, rows)],
  );
  return count!.removed;
}

const columnList = (metadata: EntityMetadata, alias: string) =>
  metadata.columns.map((column) => `${alias}."${column.databaseName}" AS "${column.propertyName}"`).join(', ');

const keys = (metadata: EntityMetadata, alias?: string) =>
  metadata.primaryColumns.map((column) => (alias ? `${alias}.` : '') + `"${column.databaseName}"`).join(', ');

function recordset(tx: EntityManager, columns: readonly ColumnMetadata[], parameter: string): string {
  const types = columns.map((column) => {
    const type = tx.connection.driver.normalizeType(column);
    return `"${column.databaseName}" ${type}${column.isArray ? '[]' : ''}`;
  });
  return `json_to_recordset(${parameter}::json) AS r(${types.join(', ')})`;
}

function json<Row extends object>(columns: readonly ColumnMetadata[], rows: readonly Row[]): string {
  const records = rows.map((row) =>
    Object.fromEntries(columns.map((column) => [column.databaseName, column.getEntityValue(row) ?? null])),
  );
  return JSON.stringify(records);
}
