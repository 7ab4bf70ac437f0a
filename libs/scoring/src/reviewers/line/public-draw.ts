import { accept, at, refusal, refuse, sha256Hex, type Result } from '@fordela/domain';
import { compareIds } from '../../methods/common/ranks';

/** The rule of the draw, by name and version; part of its record. */
export const drawAlgorithm = 'fordela/draw@1: sha256(seed|id), ascending';

/** The shortest seed taken: long enough that the published commitment does not give it away by trying. */
const shortestSeed = 16;

/** Everything needed to repeat a draw with any tool that can compute SHA-256. Plain JSON. */
export interface DrawRecord {
  readonly algorithm: typeof drawAlgorithm;
  /** Published before the draw: SHA-256 of the seed. Whoever learns the seed afterwards can check that it was not changed. */
  readonly commitment: string;
  readonly seed: string;
  /** Those who took part, in code-unit order. */
  readonly ids: readonly string[];
  readonly places: number;
  /** In the order drawn: each id with SHA-256 of `seed|id` in hexadecimal. */
  readonly order: readonly { readonly id: string; readonly hash: string }[];
  readonly drawn: readonly string[];
}

/** What is published before a draw so that the seed cannot be chosen afterwards. */
export function seedCommitment(seed: string): string {
  return sha256Hex(seed);
}

/**
 * Draws lots so that anyone can repeat it: every id's lot is SHA-256 of `seed|id` as UTF-8, lots are sorted as text, and the first
 * `places` are drawn.
 *
 * Edges   The order of the ids does not matter. Equal hashes (never seen) would be ordered by id. places = 0 draws nobody.
 *         Adding or removing one id leaves the order of the others as it is.
 * Errors  Refusals: `draw-no-ids`; `draw-repeated-id`; `draw-places` (not a whole number from 0 to the number of ids); `draw-seed`
 *         (shorter than 16 characters, so that it could be found by trying); `draw-commitment` when a commitment is given that
 *         is not that of the seed.
 * @example publicDraw({ seed: '2026-06-11 lottodragning 7 12 19', ids: ['A', 'B'], places: 1, commitment: null })
 */
export function publicDraw(input: {
  readonly seed: string;
  readonly ids: readonly string[];
  readonly places: number;
  /** The commitment published beforehand, to be checked; null when there was none. */
  readonly commitment: string | null;
}): Result<DrawRecord> {
  const { seed, places } = input;
  if (input.ids.length === 0) return refuse([refusal('draw-no-ids', ['ids'])]);
  const ids = [...input.ids].sort(compareIds);
  const repeated = ids.find((id, index) => id === ids[index + 1]);
  if (repeated !== undefined) return refuse([refusal('draw-repeated-id', ['ids'], { id: repeated })]);
  if (!(Number.isInteger(places) && places >= 0 && places <= ids.length))
    return refuse([refusal('draw-places', ['places'], { places: String(places), most: ids.length })]);
  if ([...seed].length < shortestSeed) return refuse([refusal('draw-seed', ['seed'], { shortest: shortestSeed })]);
  const commitment = seedCommitment(seed);
  if (input.commitment !== null && input.commitment !== commitment)
    return refuse([refusal('draw-commitment', ['commitment'], { expected: commitment })]);
  const order = ids
    .map((id) => ({ id, hash: sha256Hex(`${seed}|${id}`) }))
    .sort((a, b) => compareIds(a.hash, b.hash) || compareIds(a.id, b.id));
  return accept({
    algorithm: drawAlgorithm,
    commitment,
    seed,
    ids,
    places,
    order,
    drawn: Array.from({ length: places }, (_, place) => at(order, place).id),
  });
}

/** True when the record is what its seed, ids and places give. */
export function verifyDraw(record: DrawRecord): boolean {
  const again = publicDraw({ ...record });
  return (
    again.ok &&
    JSON.stringify(again.value.order) === JSON.stringify(record.order) &&
    JSON.stringify(again.value.drawn) === JSON.stringify(record.drawn)
  );
}
