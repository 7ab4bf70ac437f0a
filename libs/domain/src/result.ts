/**
 * The outcome of something a person can correct: a value, or the refusals that stand in its way.
 * Bugs are thrown (`InvariantError`); what the caller can act on is returned.
 */
export type Result<Value, Problem = readonly Refusal[]> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: Problem };

/** A place in the caller's own input: property names and zero-based indexes, outermost first. */
export type Path = readonly (string | number)[];

/** Figures and names a sentence about a refusal or finding is made from. Plain JSON. */
export type Params = Readonly<Record<string, string | number | boolean | null | readonly (string | number)[]>>;

/**
 * Why something was refused, as data: a stable code, the place in the input, and what the sentence needs.
 * The sentence itself is made at the edge, in the reader's language (`libs/wording`).
 */
export interface Refusal {
  readonly code: string;
  readonly path: Path;
  readonly params: Params;
}

/** A successful outcome. */
export function accept<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

/** A refused outcome. */
export function refuse<Problem>(refusal: Problem): { readonly ok: false; readonly refusal: Problem } {
  return { ok: false, refusal };
}

/** One refusal; `code` must have its wording in `libs/wording` (a test in `test/house` holds this). */
export function refusal(code: string, path: Path = [], params: Params = {}): Refusal {
  return { code, path, params };
}
