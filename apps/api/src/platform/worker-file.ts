import { extname } from 'node:path';

/** Where a worker thread's program is, and the flags its thread needs. */
export interface WorkerFile {
  readonly filename: string;
  readonly execArgv: readonly string[];
}

/**
 * The program of a worker thread beside the calling module. Built, it is the `.js` the compiler wrote; in tests, which run the
 * TypeScript itself, it is the `.ts` with the hook that lets a thread read it (`FORDELA_TYPESCRIPT_HOOK`, set by test/support).
 */
export function workerFile(caller: string, path: string): WorkerFile {
  const extension = extname(caller);
  const hook = process.env['FORDELA_TYPESCRIPT_HOOK'];
  return { filename: `${path}${extension}`, execArgv: extension === '.ts' && hook ? ['--require', hook] : [] };
}
