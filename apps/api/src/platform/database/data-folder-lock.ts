import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { StartUpError } from '../errors/start-up-error';

/** Who holds a data folder. `processStart` tells a process from a later one that was given the same number. */
interface LockHolder {
  readonly token: string;
  readonly pid: number;
  readonly host: string;
  readonly processStart: string | null;
}

/** The claim of this process on a data folder, until released. */
export interface DataFolderLock {
  release(): void;
}

const heldHere = new Set<string>();

/** When the process started, as the kernel counts it; null where there is no /proc or no such process. */
function processStart(pid: number): string | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1')
      .replace(/^.*\) /s, '')
      .split(' ');
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()}:${fields[19]}`;
  } catch {
    return null;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function isAlive(holder: LockHolder): boolean {
  if (holder.pid === process.pid) return heldHere.has(holder.token);
  if (!isRunning(holder.pid)) return false;
  const start = processStart(holder.pid);
  return start === null || holder.processStart === null || start === holder.processStart;
}

function readHolder(file: string): LockHolder | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as LockHolder;
  } catch (error) {
    // A lock without content is that of a process killed between creating and writing it; one that vanished was released.
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function createExclusively(file: string, content: string): boolean {
  try {
    writeFileSync(file, content, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

const notWritable = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'ENOENT', 'EEXIST', 'ENOSPC', 'EDQUOT']);

/**
 * Claims a data folder for this process, making the folder when it is not there. The embedded database itself would let a
 * second process in, and the first one's committed rows would vanish.
 *
 * Rule    The lock file is created exclusively and names process, computer and process start. It is taken over only when that
 *         process is gone on this computer, under a second exclusive file, so that two starting at once cannot both take it.
 * Errors  StartUpError `data-folder-in-use`, `data-folder-held-elsewhere` (another computer: cannot be checked from here) or
 *         `data-folder-not-writable`.
 */
export function lockDataFolder(folder: string): DataFolderLock {
  const file = join(folder, 'fordela.lock');
  const holder: LockHolder = {
    token: randomUUID(),
    pid: process.pid,
    host: hostname(),
    processStart: processStart(process.pid),
  };
  const content = JSON.stringify(holder);
  try {
    mkdirSync(folder, { recursive: true });
    if (!createExclusively(file, content)) takeOver(folder, file, content);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code && notWritable.has(code))
      throw new StartUpError('data-folder-not-writable', { folder, reason: code }, { cause: error });
    throw error;
  }
  heldHere.add(holder.token);
  return {
    release() {
      if (heldHere.delete(holder.token) && readHolder(file)?.token === holder.token) rmSync(file, { force: true });
    },
  };
}

function takeOver(folder: string, file: string, content: string): void {
  const guard = `${file}.takeover`;
  const guardHolder = readHolder(guard);
  if (guardHolder && !isAlive(guardHolder)) rmSync(guard, { force: true });
  const guardContent = JSON.stringify({ ...(JSON.parse(content) as LockHolder), token: randomUUID() });
  if (!createExclusively(guard, guardContent)) throw new StartUpError('data-folder-in-use', { folder, pid: null });
  try {
    const holder = readHolder(file);
    if (holder && holder.host !== hostname())
      throw new StartUpError('data-folder-held-elsewhere', { folder, host: holder.host, file });
    if (holder && isAlive(holder)) throw new StartUpError('data-folder-in-use', { folder, pid: holder.pid });
    writeFileSync(file, content);
  } finally {
    rmSync(guard, { force: true });
  }
}
