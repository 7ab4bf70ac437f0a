import { Duplex } from 'node:stream';
import type { MessagePort } from 'node:worker_threads';

/** From the client to the database thread. Bytes are the PostgreSQL protocol as it would go over a socket. */
export type ToDatabase =
  | { readonly kind: 'bytes'; readonly connection: number; readonly bytes: Uint8Array }
  | { readonly kind: 'hang-up'; readonly connection: number }
  | { readonly kind: 'close' };

/** From the database thread to the client. */
export type FromDatabase =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'bytes'; readonly connection: number; readonly bytes: Uint8Array }
  | { readonly kind: 'closed' };

let lastConnection = 0;

/**
 * What the `pg` client takes for a socket: its bytes go to the database thread and the answers come back, over a message port.
 * Holds the process open only while the client wants it to (`ref`), so that a command line ends when its work is done.
 */
export class MessageStream extends Duplex {
  private readonly connection = (lastConnection += 1);
  private readonly receive = (message: FromDatabase) => {
    if (message.kind === 'bytes' && message.connection === this.connection) this.push(message.bytes);
  };

  constructor(private readonly port: MessagePort) {
    super({ allowHalfOpen: false });
    port.on('message', this.receive);
  }

  /** As `net.Socket`: connected at once, since the thread is already there. */
  connect(): this {
    this.port.ref();
    process.nextTick(() => this.emit('connect'));
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    this.port.ref();
    return this;
  }

  unref(): this {
    this.port.unref();
    return this;
  }

  override _read(): void {
    // Answers are pushed as they come: the database thread answers one request at a time.
  }

  override _write(chunk: Uint8Array, _encoding: string, done: (error?: Error | null) => void): void {
    this.send({ kind: 'bytes', connection: this.connection, bytes: Uint8Array.from(chunk) });
    done();
  }

  override _final(done: (error?: Error | null) => void): void {
    this.push(null);
    done();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.port.off('message', this.receive);
    this.send({ kind: 'hang-up', connection: this.connection });
    this.port.unref();
    done(error);
  }

  private send(message: ToDatabase): void {
    this.port.postMessage(message);
  }
}
