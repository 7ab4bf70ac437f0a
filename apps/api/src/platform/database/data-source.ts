import { types as pgTypes } from 'pg';
import { DataSource, type DataSourceOptions, type Logger, type MixedList } from 'typeorm';
import { invariant } from '@fordela/domain';
import { StartUpError } from '../errors/start-up-error';
import { openEmbeddedDatabase, openMemoryDatabase, type EmbeddedDatabase } from './embedded-database';
import { ReadableNames } from './naming';

/** Where the data are: a folder of the embedded database, memory (tests), or a PostgreSQL server. */
export type DatabaseTarget =
  | { readonly kind: 'folder'; readonly folder: string; readonly template?: string }
  | { readonly kind: 'memory'; readonly template: string | null }
  | { readonly kind: 'server'; readonly url: string };

/** What the tables are made of. */
export interface SchemaDefinition {
  readonly entities: MixedList<abstract new () => object>;
  readonly migrations: MixedList<new () => object>;
}

/** An open database. `close` ends the connections and, for the embedded one, the database itself. */
export interface Database {
  readonly dataSource: DataSource;
  readonly kind: 'embedded' | 'server';
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Told of every statement; for tests. */
  readonly logger?: Logger;
  /** Told when the embedded database dies or an idle connection breaks. */
  readonly onFailure?: (error: Error) => void;
}

/** The oldest PostgreSQL whose SQL we write, as `server_version_num` counts. */
const oldestServer = 150000;
const connectTimeoutMs = 10_000;
const serverPoolSize = 10;
/** No statement of ours is meant to take this long; the embedded database ignores it. */
const statementTimeoutMs = 60_000;

const int8 = 20;
const date = 1082;

function exactInteger(text: string): number {
  const value = Number(text);
  invariant(Number.isSafeInteger(value), `the database returned ${text}, beyond exact whole numbers`);
  return value;
}

/** Values as the domain has them: `bigint` is an exact number or a bug, a day is its own text and has no time zone. */
const valueTypes = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === int8) return exactInteger;
    if (oid === date) return (text: string) => text;
    return pgTypes.getTypeParser(oid, format ?? 'text');
  },
};

/**
 * Opens the database and connects to it; the schema is not touched.
 *
 * Errors  StartUpError with a code and sentence for everything a person can put right: a folder in use or not writable, a server
 *         that is down, refuses the password, lacks the database, or is older than PostgreSQL 15.
 */
export async function openDatabase(
  target: DatabaseTarget,
  schema: SchemaDefinition,
  options: OpenOptions = {},
): Promise<Database> {
  const embedded =
    target.kind === 'folder'
      ? await openEmbeddedDatabase(target.folder, target.template)
      : target.kind === 'memory'
        ? await openMemoryDatabase(target.template)
        : null;
  if (options.onFailure) embedded?.onFailure(options.onFailure);
  const dataSource = new DataSource({
    ...commonOptions(schema, options),
    ...(target.kind === 'server' ? serverOptions(target.url) : embeddedOptions(embedded!)),
  });
  try {
    await dataSource.initialize();
    await requireServerVersion(dataSource);
  } catch (error) {
    if (dataSource.isInitialized) await dataSource.destroy();
    await embedded?.close();
    throw target.kind === 'server' ? connectionError(error, target.url) : error;
  }
  return {
    dataSource,
    kind: embedded ? 'embedded' : 'server',
    async close() {
      if (dataSource.isInitialized) await dataSource.destroy();
      await embedded?.close();
    },
  };
}

function commonOptions(schema: SchemaDefinition, options: OpenOptions) {
  return {
    type: 'postgres',
    // TypeORM would otherwise ask for an extension that the embedded database lacks; we need neither.
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    namingStrategy: new ReadableNames(),
    entities: schema.entities,
    migrations: schema.migrations,
    migrationsTableName: 'schema_step',
    migrationsTransactionMode: 'all',
    connectTimeoutMS: connectTimeoutMs,
    applicationName: 'fordela',
    poolErrorHandler: (error: Error) => options.onFailure?.(error),
    ...(options.logger ? { logger: options.logger, logging: ['query'] } : { logging: false }),
  } satisfies DataSourceOptions;
}

/** One session: a query made outside a transaction, while that transaction waits for it, would wait for ever. Hence the time-out. */
function embeddedOptions(embedded: EmbeddedDatabase) {
  return {
    poolSize: 1,
    username: 'postgres',
    password: 'postgres',
    database: 'postgres',
    extra: { types: valueTypes, max: 1, allowExitOnIdle: true, stream: () => embedded.connect() },
  } satisfies Partial<DataSourceOptions>;
}

function serverOptions(url: string) {
  requireUrl(url);
  return {
    poolSize: serverPoolSize,
    // The address goes to `pg` as it is, which knows `sslmode`, sockets and the rest of what an address can say.
    extra: { connectionString: url, types: valueTypes, allowExitOnIdle: true, statement_timeout: statementTimeoutMs },
  } satisfies Partial<DataSourceOptions>;
}

function requireUrl(url: string): void {
  const protocol = URL.canParse(url) ? new URL(url).protocol : null;
  if (protocol !== 'postgres:' && protocol !== 'postgresql:') throw new StartUpError('database-url-invalid');
}

async function requireServerVersion(dataSource: DataSource): Promise<void> {
  const [row] = await dataSource.query<{ version: string; name: string }[]>(
    `SELECT current_setting('server_version_num') AS version, current_setting('server_version') AS name`,
  );
  invariant(row, 'the database did not tell its version');
  if (Number(row.version) < oldestServer) throw new StartUpError('database-too-old', { version: row.name });
}

const unreachable = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ECONNRESET',
]);
const starting = new Set(['57P03', '53300']);

/** What a person can do about a failed connection; the password in the address is never repeated. */
function connectionError(error: unknown, url: string): unknown {
  if (error instanceof StartUpError) return error;
  const { host, pathname, username } = new URL(url);
  const database = decodeURIComponent(pathname.slice(1));
  const { code, message } = error as { code?: string; message?: string };
  const cause = { cause: error };
  if (code === '28P01' || code === '28000')
    return new StartUpError('database-login-refused', { host, user: username }, cause);
  if (/password must be a string|SASL/i.test(message ?? ''))
    return new StartUpError('database-login-refused', { host, user: username }, cause);
  if (code === '3D000') return new StartUpError('database-missing', { host, database }, cause);
  if (code && starting.has(code)) return new StartUpError('database-not-ready', { host, reason: code }, cause);
  if ((code && unreachable.has(code)) || /timeout|terminated/i.test(message ?? ''))
    return new StartUpError('database-unreachable', { host, reason: code ?? message ?? '' }, cause);
  return error;
}
