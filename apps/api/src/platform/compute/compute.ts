import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import { AppError } from '../errors/app-error';
import type { WorkerFile } from '../worker-file';

export interface JobOptions {
  /** After this the thread is ended and the caller gets TIME_LIMIT. */
  readonly timeLimitMs?: number;
}

/** Jobs by name, each a function of one JSON value. */
export type JobTable = Readonly<Record<string, (input: never) => unknown>>;
type Input<Job> = Job extends (input: infer Given) => unknown ? Given : never;
type Output<Job> = Job extends (input: never) => infer Result ? Awaited<Result> : never;

/** Heavy work elsewhere than where requests are answered. Its class is its own injection token. */
export abstract class Compute<Jobs extends JobTable = JobTable> {
  abstract run<Name extends keyof Jobs & string>(
    job: Name,
    input: Input<Jobs[Name]>,
    options?: JobOptions,
  ): Promise<Output<Jobs[Name]>>;
  abstract close(): Promise<void>;
}

const defaultTimeLimitMs = 60_000;
const idleMs = 60_000;
const longestQueue = 200;
const heapMegabytes = 1536;

/**
 * A pool of worker threads. A job that runs too long, uses up its memory or crashes ends its thread and nothing else: the caller
 * gets an error with a code, the next job gets a new thread.
 */
export class ThreadPool<Jobs extends JobTable> extends Compute<Jobs> {
  private readonly pool: Piscina;

  /** `program` exports a function that runs a job: `({ job, input }) => …`. At most so many `threads`: usually one core is left free. */
  constructor(program: WorkerFile, threads = Math.max(1, availableParallelism() - 1)) {
    super();
    this.pool = new Piscina({
      filename: program.filename,
      execArgv: [...program.execArgv],
      minThreads: 0,
      maxThreads: threads,
      maxQueue: longestQueue,
      idleTimeout: idleMs,
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
    });
    // A thread that ends on its own also rejects its job, which is where it is dealt with.
    this.pool.on('error', () => undefined);
  }

  async run<Name extends keyof Jobs & string>(
    job: Name,
    input: Input<Jobs[Name]>,
    options: JobOptions = {},
  ): Promise<Output<Jobs[Name]>> {
    const timeLimitMs = options.timeLimitMs ?? defaultTimeLimitMs;
    try {
      return (await this.pool.run({ job, input }, { signal: AbortSignal.timeout(timeLimitMs) })) as Output<Jobs[Name]>;
    } catch (error) {
      throw jobError(error, timeLimitMs);
    }
  }

  /** Threads alive now. */
  get threadCount(): number {
    return this.pool.threads.length;
  }

  async close(): Promise<void> {
    await this.pool.destroy();
  }
}

/** A thread that was ended or died says so by its code; what the job itself threw is a bug and goes on as it is. */
function jobError(error: unknown, timeLimitMs: number): unknown {
  const { name, code, message } = error as { name?: string; code?: string; message?: string };
  if (name === 'AbortError') return new AppError('TIME_LIMIT', 'computation-too-long', { seconds: timeLimitMs / 1000 });
  if (/^Task queue is at limit/.test(message ?? '')) return new AppError('UNAVAILABLE', 'computation-queue-full');
  if (code === 'ERR_WORKER_OUT_OF_MEMORY' || /^worker exited|Terminating worker|Worker stopped/i.test(message ?? ''))
    return new AppError('UNAVAILABLE', 'computation-failed', {}, { cause: error });
  return error;
}
