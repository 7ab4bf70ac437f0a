import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Logger, type LogLevel } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import helmet, { type HelmetOptions } from 'helmet';
import { migrations } from '../../../migrations/all';
import { AppModule } from './app.module';
import { loadDemo } from './demo';
import { entities } from './entities';
import type { Jobs } from './jobs';
import { QuietErrors } from './platform/errors/quiet-errors.filter';
import { StartUpError } from './platform/errors/start-up-error';
import { SystemClock } from './platform/clock';
import { ThreadPool } from './platform/compute/compute';
import { openDatabase, type Database, type OpenOptions } from './platform/database/data-source';
import { prepareSchema, type MigrationPolicy, type PreparedSchema } from './platform/database/prepare-schema';
import { Upkeep } from './platform/database/upkeep';
import { RandomIds } from './platform/ids';
import type { Platform } from './platform/platform.module';
import { productRoot } from './platform/product-root';
import type { Settings } from './platform/settings';
import { workerFile } from './platform/worker-file';

/** The service as it runs. */
export interface RunningService {
  readonly url: string;
  readonly database: Database['kind'];
  /** Takes no more requests, finishes those under way, writes everything down. */
  close(): Promise<void>;
}

/** Everything the service stands on, made from the settings. Whoever opens it closes it. */
export interface OpenPlatform extends Platform {
  readonly schema: PreparedSchema;
  close(): Promise<void>;
}

/**
 * Opens the database with this version's schema and the rest of the platform. The embedded database is brought up to date; a
 * server's only where `policy` says so, or where it is empty (docs/adr/0005).
 * Errors  StartUpError, whose message is ready to be printed.
 */
export async function openPlatform(
  settings: Pick<Settings, 'database'>,
  policy?: MigrationPolicy,
  options: OpenOptions = {},
): Promise<OpenPlatform> {
  const database = await openDatabase(settings.database, { entities, migrations }, options);
  try {
    const schema = await prepareSchema(
      database.dataSource,
      policy ?? (database.kind === 'embedded' ? 'always' : 'when-empty'),
    );
    const compute = new ThreadPool<Jobs>(workerFile(__filename, join(__dirname, 'jobs-thread')));
    const close = async () => {
      await compute.close();
      await database.close();
    };
    return { database, schema, compute, clock: new SystemClock(), ids: new RandomIds(), close };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** The web application on a platform, not yet listening. Tests ask it directly. */
export async function createApplication(
  platform: Platform,
  pageFolder: string | null,
  logLevels: LogLevel[] = shownLevels,
): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.on(platform, pageFolder), {
    logger: logLevels,
    bodyParser: false,
    abortOnError: false,
  });
  app.useBodyParser('json', { limit: largestRequest });
  app.useGlobalFilters(new QuietErrors(app.getHttpAdapter()));
  app.use(helmet(headers));
  return app;
}

/** Nothing is fetched from anywhere else. Encryption is for whoever stands in front: here it would lock out a plain local address. */
const headers: HelmetOptions = {
  contentSecurityPolicy: {
    directives: {
      'font-src': ["'self'"],
      'style-src': ["'self'", "'unsafe-inline'"],
      'upgrade-insecure-requests': null,
    },
  },
  hsts: false,
};

/** A spreadsheet travels inside a request as base64. */
const largestRequest = '20mb';

const shownLevels: LogLevel[] = ['error', 'warn'];

/** Where `npm run build:web` puts the page. */
export const builtPage = join(productRoot, 'dist/apps/web');

/**
 * Starts the service: database, demonstration portfolio at first start, GraphQL and the page.
 * Errors  StartUpError, whose message is ready to be printed; everything opened until then is closed again.
 */
export async function startService(settings: Settings, pageFolder: string = builtPage): Promise<RunningService> {
  const logger = new Logger('Fördela');
  const onFailure = (error: Error) => logger.error('the database connection failed', error.stack);
  const platform = await openPlatform(settings, undefined, { onFailure });
  try {
    const app = await createApplication(platform, pageFolder);
    if (settings.demo) await loadDemo(app);
    await listen(app, settings);
    const upkeep = new Upkeep(platform.database);
    upkeep.start();
    const { port } = app.getHttpServer().address() as AddressInfo;
    return {
      url: `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${port}`,
      database: platform.database.kind,
      async close() {
        upkeep.stop();
        await app.close();
        await platform.close();
      },
    };
  } catch (error) {
    await platform.close();
    throw error;
  }
}

async function listen(app: NestExpressApplication, { host, port }: Settings): Promise<void> {
  try {
    // A taken port is said in our own words below, not in the framework's as well.
    app.useLogger(false);
    await app.listen(port, host);
    app.useLogger(shownLevels);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    await app.close();
    if (code === 'EADDRINUSE') throw new StartUpError('port-in-use', { host, port }, { cause: error });
    if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new StartUpError('address-not-available', { host, port, reason: code }, { cause: error });
    throw error;
  }
}
