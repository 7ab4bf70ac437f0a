import { refusal, type Path, type Refusal } from '../result';

/** The longest key of a register: it stands in lists, file names and case papers. */
const longestKey = 60;
const form = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u;

/**
 * Why a text cannot be the key of an actor or a call; `[]` when it can. Letters, digits, `.`, `_` and `-`, beginning with a letter
 * or digit: nothing that would have to be quoted in a file or an address.
 * @example keyRefusals('CALL 2026', ['id']).map((problem) => problem.code) // => ['key-form']
 */
export function keyRefusals(key: string, path: Path): readonly Refusal[] {
  return key.length <= longestKey && form.test(key) ? [] : [refusal('key-form', path, { key, most: longestKey })];
}
