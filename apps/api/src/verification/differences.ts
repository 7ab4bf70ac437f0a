/** A place where two JSON values are not the same; null where one of them has nothing. */
export interface Difference {
  readonly path: readonly string[];
  readonly recorded: unknown;
  readonly recomputed: unknown;
}

/**
 * Every innermost place where two JSON values differ, in the order of the recorded one.
 *
 * Edges   Lists are compared place by place. A property that is null and one that is not there are the same, as they are on the wire.
 */
export function differencesBetween(recorded: unknown, recomputed: unknown, path: readonly string[] = []): Difference[] {
  if (recorded === recomputed) return [];
  const [then, now] = [partsOf(recorded), partsOf(recomputed)];
  if (!then || !now || Array.isArray(recorded) !== Array.isArray(recomputed)) {
    const difference = { path, recorded: recorded ?? null, recomputed: recomputed ?? null };
    return difference.recorded === null && difference.recomputed === null ? [] : [difference];
  }
  const names = [...new Set([...Object.keys(then), ...Object.keys(now)])];
  return names.flatMap((name) => differencesBetween(then[name], now[name], [...path, name]));
}

const partsOf = (value: unknown): Readonly<Record<string, unknown>> | null =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : null;
