/** A bug: something that cannot happen unless our own code is wrong. Caught by nobody but the outermost edge. */
export class InvariantError extends Error {
  override readonly name = 'InvariantError';
}

/** Throws `InvariantError` with the message unless the condition holds. For bugs, never for bad input. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new InvariantError(message);
}

/** The element at the index; an `InvariantError` instead of `undefined` when there is none. */
export function at<T>(items: { readonly length: number; readonly [index: number]: T }, index: number): T {
  // The sentence is made only when it is needed: this runs millions of times.
  if (!(index >= 0 && index < items.length)) throw new InvariantError(`index ${index} outside 0..${items.length - 1}`);
  return items[index] as T;
}
