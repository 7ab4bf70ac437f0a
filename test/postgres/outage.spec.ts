import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import request from 'supertest';
import { createApplication, openPlatform, type OpenPlatform } from '../../apps/api/src/service';
import { describeOnDatabase, emptyDatabase, type TestDatabase } from '../support/database';

/** A line to the server that can be cut and mended. */
class Line {
  private server: Server | null = null;
  private readonly sockets = new Set<Socket>();
  port = 0;

  constructor(private readonly to: URL) {}

  async mend(): Promise<void> {
    this.server = createServer((from) => {
      const there = connect(Number(this.to.port || 5432), this.to.hostname);
      for (const socket of [from, there]) {
        this.sockets.add(socket);
        socket.on('error', () => undefined).on('close', () => this.sockets.delete(socket));
      }
      from.pipe(there).pipe(from);
    });
    await new Promise<void>((resolve) => this.server!.listen(this.port, '127.0.0.1', resolve));
    this.port = (this.server.address() as AddressInfo).port;
  }

  async cut(): Promise<void> {
    const closed = new Promise((resolve) => this.server!.close(resolve));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }
}

describeOnDatabase('when the database goes away', () => {
  let empty: TestDatabase;
  let line: Line;
  let platform: OpenPlatform;
  let server: Parameters<typeof request>[0];
  let close: () => Promise<void>;
  beforeAll(async () => {
    empty = await emptyDatabase();
    const url = new URL((empty.target as { url: string }).url);
    line = new Line(url);
    await line.mend();
    const through = new URL(url);
    through.hostname = '127.0.0.1';
    through.port = String(line.port);
    platform = await openPlatform({ database: { kind: 'server', url: through.toString() } });
    const app = await createApplication(platform, null, []);
    await app.init();
    server = app.getHttpServer();
    close = async () => {
      await app.close();
      await platform.close();
      await line.cut();
      await empty.drop();
    };
  });
  afterAll(() => close());

  const ask = async () =>
    (await request(server).post('/graphql').send({ query: '{ calls { id } }' })).body as {
      errors?: object[];
      data?: object;
    };

  it('says so, stays up, and answers again when it is back', async () => {
    expect(await ask()).toEqual({ data: { calls: [] } });
    await line.cut();
    expect((await ask()).errors?.[0]).toMatchObject({ extensions: { code: 'UNAVAILABLE', reason: 'database-away' } });
    expect((await request(server).get('/health')).status).toBe(503);
    await line.mend();
    expect(await ask()).toEqual({ data: { calls: [] } });
    expect((await request(server).get('/health')).status).toBe(200);
  });
});
