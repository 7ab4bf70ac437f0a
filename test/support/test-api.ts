import type { NestExpressApplication } from '@nestjs/platform-express';
import type { GraphQLFormattedError } from 'graphql';
import request from 'supertest';
import type { Logger as StatementLogger } from 'typeorm';
import type { Round } from '@fordela/domain';
import type { UnitOfWork as UnitOfWorkType } from '../../apps/api/src/platform/database/unit-of-work';
import { Clock } from '../../apps/api/src/platform/clock';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work';
import { RoundService } from '../../apps/api/src/round/round.service';
import { createApplication, openPlatform, type OpenPlatform } from '../../apps/api/src/service';
import { emptyDatabase } from './database';
import { demoRound } from './demo-round';

export interface Answer {
  readonly data?: Record<string, never> | null;
  readonly errors?: readonly GraphQLFormattedError[];
}

/** The service on a fresh database, asked over HTTP as anybody would. */
export class TestApi {
  /** Every SQL statement since the last `statements.length = 0`, without those that begin and end transactions. */
  readonly statements: string[] = [];

  private constructor(
    readonly app: NestExpressApplication,
    readonly platform: OpenPlatform,
    private readonly drop: () => Promise<void>,
    statements: string[],
  ) {
    this.statements = statements;
  }

  /** With the demonstration portfolio, or another round, or none (null); at a moment that stands still, or as time goes. */
  static async open(round: Round | null = demoRound(), now: Date | null = null): Promise<TestApi> {
    const { target, drop } = await emptyDatabase();
    const statements: string[] = [];
    const platform = await openPlatform({ database: target }, 'always', { logger: recorder(statements) });
    const clock = now ? new StandingClock(now) : platform.clock;
    const app = await createApplication({ ...platform, clock }, null, []);
    await app.init();
    const api = new TestApi(app, platform, drop, statements);
    if (round) await api.rounds.save(round);
    return api;
  }

  get rounds(): RoundService {
    return this.app.get(RoundService, { strict: false });
  }

  get unitOfWork(): UnitOfWorkType {
    return this.app.get(UnitOfWork, { strict: false });
  }

  /** The answer to a query, errors and all. */
  async ask(query: string, variables: object = {}): Promise<Answer> {
    const response = await request(this.app.getHttpServer()).post('/graphql').send({ query, variables });
    return response.body as Answer;
  }

  /** The data of an answer; fails the test when there were errors. */
  async data<Data>(query: string, variables: object = {}): Promise<Data> {
    const { data, errors } = await this.ask(query, variables);
    expect(errors).toBeUndefined();
    return data as unknown as Data;
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.platform.close();
    await this.drop();
  }
}

/** For tests about what lies in the past and the future: they mean the same every year. */
class StandingClock extends Clock {
  constructor(private readonly moment: Date) {
    super();
  }

  now(): Date {
    return this.moment;
  }
}

/** Opened before the tests of a `describe` and closed after them: `const api = useTestApi(); … api().ask(…)`. */
export function useTestApi(round: Round | null = demoRound(), now: Date | null = null): () => TestApi {
  let api: TestApi | undefined;
  beforeAll(async () => {
    api = await TestApi.open(round, now);
  }, startMs);
  afterAll(() => api?.close(), startMs);
  return () => api as TestApi;
}

/** A busy machine's worst start of the embedded database. */
const startMs = 60_000;

function recorder(statements: string[]): StatementLogger {
  const nothing = () => undefined;
  return {
    logQuery: (query) => {
      if (!/^(START TRANSACTION|SET TRANSACTION|COMMIT|ROLLBACK)/.test(query)) statements.push(query);
    },
    logQueryError: nothing,
    logQuerySlow: nothing,
    logSchemaBuild: nothing,
    logMigration: nothing,
    log: nothing,
  };
}
