import request from 'supertest';
import { sentence } from '@fordela/wording';
import { AppError } from '../../apps/api/src/platform/errors/app-error';
import { formatErrors } from '../../apps/api/src/platform/errors/format-error';
import { deepestQuery } from '../../apps/api/src/platform/graphql/query-limits';
import { describeOnDatabase } from '../support/database';
import { demoRound } from '../support/demo-round';
import { useTestApi } from '../support/test-api';

const callId = demoRound().call.id;

describeOnDatabase('errors', () => {
  const api = useTestApi();
  const first = async (query: string, variables?: object) => (await api().ask(query, variables)).errors?.[0];

  it('carry a stable code, a reason and a sentence in both languages', async () => {
    expect(await first('{ findings(callId: "NONE") { ruleId } }')).toMatchObject({
      message: 'There is no call NONE.',
      path: ['findings'],
      extensions: {
        code: 'NOT_FOUND',
        reason: 'call-not-found',
        params: { id: 'NONE' },
        messageSv: sentence('call-not-found', { id: 'NONE' }, 'sv'),
        messageEn: 'There is no call NONE.',
      },
    });
  });

  it('never show a stack trace or a statement', async () => {
    const answers = await Promise.all([
      api().ask('{ nope }'),
      api().ask('{ findings(callId: "NONE") { ruleId } }'),
      api().ask('query($id: ID!) { call(id: $id) { id } }', { id: 'a\u0000b' }),
      api().ask('{'),
    ]);
    for (const answer of answers) {
      expect(answer.errors).toHaveLength(1);
      expect(JSON.stringify(answer)).not.toMatch(/stacktrace|at .*\.(ts|js):|SELECT/);
    }
  });

  it('give what nobody foresaw an id to look it up in the log by', async () => {
    // A text with a zero byte cannot be in the database at all.
    const answer = await first('query($id: ID!) { call(id: $id) { id } }', { id: 'a\u0000b' });
    expect(answer).toMatchObject({
      extensions: { code: 'INTERNAL', params: { id: expect.stringMatching(/^[0-9a-f-]{36}$/) } },
    });
    expect(answer!.message).toContain((answer!.extensions!['params'] as { id: string }).id);
  });

  it('call what the asker wrote wrongly BAD_INPUT', async () => {
    for (const query of [
      '{',
      '{ nope }',
      '{ calls }',
      '{ call { id } }',
      'query($x: Int!) { calls { id } }',
      '{ applications(callId: "x", first: "y") { totalCount } }',
    ])
      expect((await first(query))?.extensions).toMatchObject({ code: 'BAD_INPUT' });
  });

  it('refuse a query that goes too deep or could come to too much, before any of it runs', async () => {
    let deep = 'id';
    for (let level = 0; level < deepestQuery; level += 1)
      deep = level % 2 ? `applications { ${deep} }` : `project { ${deep} }`;
    api().statements.length = 0;
    expect(
      (await first(`{ application(id: "SRM-26-001") { project { applications { ${deep} } } } }`))?.extensions,
    ).toMatchObject({
      code: 'BAD_INPUT',
      reason: 'query-too-deep',
    });
    const wide = 'project { applications { project { applications { project { partners { actor { name } } } } } } }';
    const many = Array.from(
      { length: 5 },
      (_, index) => `a${index}: applications(callId: "${callId}", first: 100) { edges { node { ${wide} } } }`,
    );
    expect((await first(`{ ${many.join(' ')} }`))?.extensions).toMatchObject({
      code: 'BAD_INPUT',
      reason: 'query-too-large',
    });
    const costly = Array.from({ length: 300 }, (_, index) => `s${index}: scores(callId: "${callId}") { __typename }`);
    expect((await first(`{ ${costly.join(' ')} }`))?.extensions).toMatchObject({
      code: 'BAD_INPUT',
      reason: 'query-too-large',
    });
    expect(api().statements).toEqual([]);
  });

  it('refuse a form from another site: only JSON is taken', async () => {
    const server = api().app.getHttpServer();
    const get = await request(server).get('/graphql').query({ query: '{ calls { id } }' });
    expect(get.body).toMatchObject({ errors: [{ extensions: { code: 'BAD_INPUT' } }] });
    const page = await request(server).get('/graphql').set('accept', 'text/html');
    expect(page.text).not.toContain('<html');
    const broken = await request(server).post('/graphql').set('content-type', 'application/json').send('{bad');
    expect([broken.status, JSON.stringify(broken.body)]).toEqual([400, expect.not.stringMatching(/\.js|\.ts/)]);
  });

  it('say that the database is away when it is', () => {
    const format = formatErrors({ next: () => 'the id' }, { log() {}, error() {}, warn() {} });
    const codes = [
      Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }),
      Object.assign(new Error('query'), { driverError: { code: '57P01' } }),
      new Error('timeout exceeded when trying to connect'),
      new AppError('TIME_LIMIT', 'computation-too-long', { seconds: 60 }),
      new Error('anything else'),
    ].map((error) => format({ message: error.message }, error).extensions?.['code']);
    expect(codes).toEqual(['UNAVAILABLE', 'UNAVAILABLE', 'UNAVAILABLE', 'TIME_LIMIT', 'INTERNAL']);
  });

  it('leaves health to whoever watches: 200 while the database answers', async () => {
    const health = await request(api().app.getHttpServer()).get('/health');
    expect([health.status, health.body]).toEqual([200, { status: 'ok' }]);
  });
});
