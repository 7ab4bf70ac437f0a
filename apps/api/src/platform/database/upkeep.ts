import type { Database } from './data-source';

const everyMs = 15 * 60_000;

interface PoolCounts {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
}

/**
 * What a server does by itself and the embedded database does not: removes dead rows, refreshes the planner's figures and writes a
 * checkpoint, now and then when nobody is waiting. (At close the database writes its own checkpoint.)
 */
export class Upkeep {
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly database: Database) {}

  start(): void {
    if (this.database.kind !== 'embedded') return;
    this.timer = setInterval(() => void this.tidy().catch(() => undefined), everyMs);
    this.timer.unref();
  }

  stop(): void {
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
  }

  /** Done now if no query is under way. */
  async tidy(): Promise<boolean> {
    const { totalCount, idleCount, waitingCount } = (
      this.database.dataSource.driver as unknown as { master: PoolCounts }
    ).master;
    if (waitingCount > 0 || idleCount < totalCount) return false;
    await this.database.dataSource.query('VACUUM (ANALYZE)');
    await this.database.dataSource.query('CHECKPOINT');
    return true;
  }
}
