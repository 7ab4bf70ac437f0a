import { AsyncLocalStorage } from 'node:async_hooks';
import type { DataSource, EntityManager } from 'typeorm';
import { invariant } from '@fordela/domain';

/**
 * The only way to the database. Whoever needs it says how much must hold together, gets `tx`, and hands it to every repository
 * method called inside; a repository without `tx` cannot be written, so no statement escapes its transaction by slip.
 *
 * One unit inside another is refused as a bug on every database: the embedded one has a single session and would wait for itself,
 * a server would quietly run the inner one outside the outer's transaction.
 */
export class UnitOfWork {
  private readonly open = new AsyncLocalStorage<true>();

  constructor(private readonly dataSource: DataSource) {}

  /** All or nothing: what `work` wrote is committed when it returns and gone when it throws. */
  run<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.alone(() => this.dataSource.transaction(work));
  }

  /** Several reads of one moment: what others commit meanwhile is not seen. Writing in here is refused by the database. */
  snapshot<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.alone(() =>
      this.dataSource.transaction('REPEATABLE READ', async (tx) => {
        await tx.query('SET TRANSACTION READ ONLY');
        return work(tx);
      }),
    );
  }

  /** One read, without a transaction around it. */
  read<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.alone(() => work(this.dataSource.manager));
  }

  private async alone<T>(work: () => Promise<T>): Promise<T> {
    invariant(!this.open.getStore(), 'a unit of work was opened inside another: pass its tx on instead');
    return this.open.run(true, work);
  }
}
