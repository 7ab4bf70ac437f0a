import DataLoader from 'dataloader';

/** Many things fetched in one statement, by key; in the order of the keys. Its identity is what requests share a loader by. */
export interface Batch<Key, Value> {
  (keys: readonly Key[]): Promise<readonly Value[]>;
}

/**
 * The batch loaders of one GraphQL request, made as they are needed: all that is asked for in one level of a query becomes one
 * statement. Made in the request's context, never as a request-scoped provider (docs/adr/0006).
 */
export class Loaders {
  private readonly loaders = new Map<unknown, DataLoader<never, unknown>>();

  load<Key extends string, Value>(batch: Batch<Key, Value>, key: Key): Promise<Value> {
    let loader = this.loaders.get(batch) as DataLoader<Key, Value> | undefined;
    if (!loader) {
      loader = new DataLoader<Key, Value>(batch, { cacheMap: new Map() });
      this.loaders.set(batch, loader as unknown as DataLoader<never, unknown>);
    }
    return loader.load(key);
  }

  /** As `load`; null for no key. */
  async loadOrNull<Key extends string, Value>(batch: Batch<Key, Value>, key: Key | null): Promise<Value | null> {
    return key === null ? null : this.load(batch, key);
  }
}

/** What resolvers find in the context of a request. */
export interface RequestContext {
  readonly loaders: Loaders;
}

/** One value per key out of rows in any order; null where there is none. */
export function oneEach<Row>(
  keys: readonly string[],
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): (Row | null)[] {
  const found = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.map((key) => found.get(key) ?? null);
}

/** The rows of each key, in the order they came. */
export function listEach<Row>(keys: readonly string[], rows: readonly Row[], keyOf: (row: Row) => string): Row[][] {
  const lists = new Map<string, Row[]>(keys.map((key) => [key, []]));
  for (const row of rows) lists.get(keyOf(row))?.push(row);
  return keys.map((key) => lists.get(key) as Row[]);
}
