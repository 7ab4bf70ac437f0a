import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { invariant } from './invariant';

/**
 * The one text of a JSON value: object keys sorted by code unit, no white space, `undefined` properties left out.
 * Equal values give equal bytes whatever the order their properties were set in.
 *
 * Errors  InvariantError on NaN, infinities, functions and other values JSON cannot hold: a record with one could not be reproduced.
 * Source  In the manner of RFC 8785 (JSON Canonicalization Scheme).
 * @example canonicalJson({ b: 1, a: [true, null] }) // => '{"a":[true,null],"b":1}'
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    invariant(Number.isFinite(value), `cannot write ${value} as JSON`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  invariant(typeof value === 'object', `cannot write a ${typeof value} as JSON`);
  const entries = Object.entries(value as Record<string, unknown>)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
}

/**
 * SHA-256 of a text's UTF-8 bytes, in hexadecimal.
 * @example sha256Hex('abc') // => 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
 */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** SHA-256 of the canonical JSON, in hexadecimal: the same input gives the same 64 characters on every machine. */
export function fingerprint(value: unknown): string {
  return sha256Hex(canonicalJson(value));
}
