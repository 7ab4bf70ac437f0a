import { refusal, type Path, type Refusal } from '@fordela/domain';

/** Nesting deeper than this is refused: no criteria tree or task needs it, and it could exhaust the stack. */
const deepest = 64;

/**
 * What keeps a value from being plain, finite JSON: NaN and infinities, functions, symbols, big integers, an own `__proto__`
 * key, or nesting deeper than 64. Null when nothing does. Runs before anything else reads the file.
 */
export function plainJsonFault(value: unknown, path: Path = []): Refusal | null {
  if (value === null || value === undefined || typeof value === 'string' || typeof value === 'boolean') return null;
  if (typeof value === 'number')
    return Number.isFinite(value) ? null : refusal('allocation-not-finite', path, { value: String(value) });
  if (typeof value !== 'object') return refusal('allocation-wrong-type', path, { expected: 'JSON' });
  if (path.length > deepest) return refusal('allocation-too-deep', path.slice(0, 4), { deepest });
  const entries: Iterable<[string | number, unknown]> = Array.isArray(value) ? value.entries() : Object.entries(value);
  for (const [key, item] of entries) {
    if (key === '__proto__') return refusal('allocation-unknown-key', [...path, key], { key });
    const fault = plainJsonFault(item, [...path, key]);
    if (fault) return fault;
  }
  return null;
}
