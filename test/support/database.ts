import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { embeddedTemplate } from './embedded-template';
import type { DatabaseTarget } from '../../apps/api/src/platform/database/data-source';

const kind = process.env['FORDELA_TEST_DATABASE'] ?? 'embedded';
const server = process.env['FORDELA_TEST_POSTGRES'] ?? '';

/** `describe`, on the database this run is about; skipped when that is a server and there is none. */
export const describeOnDatabase: jest.Describe = kind === 'postgres' && server === '' ? describe.skip : describe;

/** An empty database of the kind this run is about, and how to be rid of it. */
export interface TestDatabase {
  readonly target: DatabaseTarget;
  drop(): Promise<void>;
}

/** A fresh one each time: in memory, or a database of its own on the server. */
export async function emptyDatabase(): Promise<TestDatabase> {
  if (kind === 'embedded')
    return { target: { kind: 'memory', template: embeddedTemplate() }, drop: async () => undefined };
  const name = `fordela_test_${randomUUID().replaceAll('-', '')}`;
  await onServer(`CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    target: { kind: 'server', url: url.toString() },
    drop: () => onServer(`DROP DATABASE ${name} WITH (FORCE)`),
  };
}

async function onServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
