import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Piscina } from 'piscina';
import { AppError } from '../errors/app-error';
import { workerFile } from '../worker-file';
import type { JobInput, JobName, JobOutput } from './jobs';

export interface JobOptions {
  /** After this the thread is ended and the caller gets TIME_LIMIT. */
  readonly timeLimitMs?: number;
}

/** Heavy work elsewhere than where requests are answered. Its class is its own injection token. */
export abstract class Compute {
  abstract run<Name extends JobName>(job: Name, input: JobInput<Name>, options?: JobOptions): Promise<JobOutput<Name>>;
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
export class ThreadPool extends Compute {
  private readonly pool: Piscina;

  /** `program` is for tests of the pool itself. */
  constructor(program = workerFile(__filename, join(__dirname, 'compute-thread'))) {
    super();
    this.pool = new Piscina({
      filename: program.filename,
      execArgv: [...program.execArgv],
      minThreads: 0,
      maxThreads: Math.max(1, availableParallelism() - 1),
      maxQueue: longestQueue,
      idleTimeout: idleMs,
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
    });
    // A thread that ends on its own also rejects its job, which is where it is dealt with.
    this.pool.on('error', () => undefined);
  }

  async run<Name extends JobName>(
    job: Name,
    input: JobInput<Name>,
    options: JobOptions = {},
  ): Promise<JobOutput<Name>> {
    const timeLimitMs = options.timeLimitMs ?? defaultTimeLimitMs;
    try {
      return (await this.pool.run({ job, input }, { signal: AbortSignal.timeout(timeLimitMs) })) as JobOutput<Name>;
    } catch (error) {
      throw jobError(error, timeLimitMs);
    }
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
