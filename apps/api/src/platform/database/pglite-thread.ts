import { existsSync, fsyncSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { workerData, type MessagePort } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** What the thread is told at its start. */
export interface PgliteThreadData {
  readonly port: MessagePort;
  /** Folder of the database files; null keeps everything in memory (tests). */
  readonly folder: string | null;
  /** File of an initialised empty database to start from instead of making one; it is made when it is not there (tests). */
  readonly template: string | null;
}
type Incoming = import('./message-stream').ToDatabase;
type Outgoing = import('./message-stream').FromDatabase;

const { port, folder, template } = workerData as PgliteThreadData;
const say = (message: Outgoing, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer);
const memorySettings = ['-c', 'shared_buffers=16MB'];
/** PGlite starts with -F (no fsync); a database that keeps its promises must not. */
const durableSettings = [...memorySettings, '-c', 'wal_sync_method=fsync'];

interface NodeFsModule {
  readonly NODEFS: { readonly stream_ops: { fsync?: (stream: { readonly nfd?: number }) => number } };
}

/** The files of a folder with a real fsync: PGlite's own file system has none, so a power cut could lose committed rows. */
class DurableNodeFS extends NodeFS {
  override async init(...args: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(...args);
    const preRun = emscriptenOpts.preRun as ((module: NodeFsModule) => void)[];
    preRun.push((module) => {
      module.NODEFS.stream_ops.fsync = (stream) => {
        if (stream.nfd !== undefined) fsyncSync(stream.nfd);
        return 0;
      };
    });
    return { emscriptenOpts };
  }
}

/** Writes a whole tree down. All files at once: the disk does them together, which one after the other takes it 18 times as long. */
async function syncTree(path: string): Promise<void> {
  const entries = readdirSync(path, { withFileTypes: true, recursive: true });
  const paths = entries
    .filter((entry) => entry.isFile() || entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
  await Promise.all([...paths, path].map(syncPath));
}

async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } catch (error) {
    // Some systems refuse to sync a folder; its files are synced all the same.
    if (!['EISDIR', 'EINVAL', 'EPERM', 'EBADF'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    await handle.close();
  }
}

async function openFolder(path: string): Promise<PGlite> {
  const startParams = [...PGlite.defaultStartParams.filter((flag) => flag !== '-F'), ...durableSettings];
  if (!existsSync(path)) {
    // Made beside and moved into place, so that a start that is killed half-way leaves nothing that looks like a database. Nothing
    // is promised while it is made, so it is written down once, when it is whole.
    const draft = `${path}.new`;
    rmSync(draft, { recursive: true, force: true });
    const made = await PGlite.create({ fs: new NodeFS(draft), ...(await fromTemplate()) });
    await made.close();
    await syncTree(draft);
    renameSync(draft, path);
    await syncPath(dirname(path));
  }
  return PGlite.create({ fs: new DurableNodeFS(path), startParams });
}

async function fromTemplate(): Promise<{ loadDataDir?: Blob }> {
  if (template === null) return {};
  if (!existsSync(template)) {
    const fresh = await PGlite.create();
    const draft = `${template}.${process.pid}`;
    writeFileSync(draft, Buffer.from(await (await fresh.dumpDataDir('none')).arrayBuffer()));
    await fresh.close();
    renameSync(draft, template);
  }
  return { loadDataDir: new Blob([readFileSync(template)]) };
}

async function openMemory(): Promise<PGlite> {
  return PGlite.create({ startParams: [...PGlite.defaultStartParams, ...memorySettings], ...(await fromTemplate()) });
}

/** Whole protocol messages out of a stream of bytes, however the bytes were cut. A start-up message has no type byte. */
class Splitter {
  private rest = new Uint8Array(0);

  *messages(bytes: Uint8Array): Generator<Uint8Array> {
    let buffer = bytes;
    if (this.rest.length > 0) {
      buffer = new Uint8Array(this.rest.length + bytes.length);
      buffer.set(this.rest);
      buffer.set(bytes, this.rest.length);
    }
    let start = 0;
    while (buffer.length - start >= 5) {
      const typeBytes = buffer[start] === 0 ? 0 : 1;
      const length = new DataView(buffer.buffer, buffer.byteOffset + start + typeBytes, 4).getUint32(0) + typeBytes;
      if (buffer.length - start < length) break;
      yield buffer.slice(start, start + length);
      start += length;
    }
    this.rest = buffer.slice(start);
  }
}

const terminate = 'X'.charCodeAt(0);

async function serve(): Promise<void> {
  const database = await (folder === null ? openMemory() : openFolder(folder));
  const splitters = new Map<number, Splitter>();
  const forget = async (connection: number) => {
    if (!splitters.delete(connection)) return;
    await database.exec('ROLLBACK');
    await database.exec('DISCARD ALL');
  };
  const answer = async (message: Incoming): Promise<void> => {
    if (message.kind === 'hang-up') return forget(message.connection);
    if (message.kind === 'close') {
      if (folder !== null) await database.exec('ROLLBACK; CHECKPOINT').catch(() => undefined);
      await database.close();
      say({ kind: 'closed' });
      port.close();
      return;
    }
    const splitter = splitters.get(message.connection) ?? new Splitter();
    splitters.set(message.connection, splitter);
    for (const request of splitter.messages(message.bytes)) {
      if (request[0] === terminate) {
        await forget(message.connection);
        continue;
      }
      await database.execProtocolRawStream(request, {
        onRawData: (data) => {
          const bytes = data.slice();
          say({ kind: 'bytes', connection: message.connection, bytes }, [bytes.buffer]);
        },
      });
    }
  };
  let queue = Promise.resolve();
  port.on('message', (message: Incoming) => {
    queue = queue.then(() => answer(message));
    // A failure here is the database itself giving up: let the thread die, so that the service hears of it.
    queue.catch((error: unknown) => {
      throw error;
    });
  });
  say({ kind: 'ready' });
}

serve().catch((error: unknown) => {
  say({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  port.close();
});
