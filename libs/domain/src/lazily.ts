/**
 * A value made on first use and kept: schemas and task lists are costly to make and never change. Loading the module makes nothing;
 * mark the call as pure, so that a page that does not use it does not carry it.
 */
export function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}
