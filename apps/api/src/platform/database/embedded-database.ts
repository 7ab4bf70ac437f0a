import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads';
import { StartUpError } from '../errors/start-up-error';
import { workerFile } from '../worker-file';
import { lockDataFolder, type DataFolderLock } from './data-folder-lock';
import { MessageStream, type FromDatabase, type ToDatabase } from './message-stream';

/** PostgreSQL in a thread of this process. */
export interface EmbeddedDatabase {
  /** A connection to it, as the `pg` client expects a socket. There is one session: two open connections would share it. */
  connect(): MessageStream;
  /** Writes everything down, stops the thread and lets go of the folder. */
  close(): Promise<void>;
  /** Called once if the thread dies on its own. */
  onFailure(listener: (error: Error) => void): void;
}

/** The major version whose files this version of the product can read. */
const filesVersion = '18';

interface ThreadOptions {
  readonly folder: string | null;
  readonly template: string | null;
}

/**
 * Opens the database kept in `folder`, making it when there is none (out of `template`, if given). One process at a time.
 *
 * Errors  StartUpError: as `lockDataFolder`, `data-folder-other-version`, or `data-folder-damaged` when the files cannot be opened.
 */
export async function openEmbeddedDatabase(folder: string, template: string | null = null): Promise<EmbeddedDatabase> {
  const lock = lockDataFolder(folder);
  try {
    const files = join(folder, 'postgres');
    requireReadable(folder, join(files, 'PG_VERSION'));
    const { port, thread } = await startThread({ folder: files, template });
    return embedded(port, thread, lock);
  } catch (error) {
    lock.release();
    if (error instanceof StartUpError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartUpError('data-folder-damaged', { folder, reason }, { cause: error });
  }
}

/** A database in memory, for tests. `template` as for a folder: a file to keep the empty database in, for a faster start. */
export async function openMemoryDatabase(template: string | null = null): Promise<EmbeddedDatabase> {
  const { port, thread } = await startThread({ folder: null, template });
  return embedded(port, thread, null);
}

function requireReadable(folder: string, versionFile: string): void {
  if (!existsSync(versionFile)) return;
  const found = readFileSync(versionFile, 'utf8').trim();
  if (found !== filesVersion)
    throw new StartUpError('data-folder-other-version', { folder, found, expected: filesVersion });
}

async function startThread(options: ThreadOptions): Promise<{ port: MessagePort; thread: Worker }> {
  const { port1: port, port2 } = new MessageChannel();
  const { filename, execArgv } = workerFile(__filename, join(__dirname, 'pglite-thread'));
  const thread = new Worker(filename, {
    workerData: { ...options, port: port2 },
    transferList: [port2],
    execArgv: [...execArgv],
  });
  await new Promise<void>((resolve, reject) => {
    thread.once('error', reject);
    port.once('message', (message: FromDatabase) => {
      thread.off('error', reject);
      if (message.kind === 'ready') resolve();
      else reject(new Error(message.kind === 'failed' ? message.message : 'the database thread spoke out of turn'));
    });
  });
  thread.unref();
  port.unref();
  return { port, thread };
}

function embedded(port: MessagePort, thread: Worker, lock: DataFolderLock | null): EmbeddedDatabase {
  const streams = new Set<MessageStream>();
  const listeners: ((error: Error) => void)[] = [];
  let closing: Promise<void> | null = null;
  thread.on('error', (error) => {
    for (const stream of streams) stream.destroy(error as Error);
    for (const listener of listeners) listener(error as Error);
  });
  const send = (message: ToDatabase) => port.postMessage(message);
  return {
    connect() {
      const stream = new MessageStream(port);
      streams.add(stream);
      stream.once('close', () => streams.delete(stream));
      return stream;
    },
    onFailure: (listener) => void listeners.push(listener),
    close() {
      closing ??= new Promise<void>((resolve) => {
        thread.ref();
        thread.once('exit', () => resolve());
        port.on('message', (message: FromDatabase) => {
          if (message.kind === 'closed') void thread.terminate();
        });
        send({ kind: 'close' });
      }).finally(() => lock?.release());
      return closing;
    },
  };
}
