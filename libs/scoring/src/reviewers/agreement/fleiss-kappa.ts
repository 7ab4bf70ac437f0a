import { accept, at, refusal, refuse, type Result } from '@fordela/domain';
import { normalDistribution } from '../numbers/normal-distribution';
import type { RatingTable, RatingValue } from './rating-table';
import { codedTable } from './value-domain';

/**
 * What to do with units that have fewer ratings than others: `refuse`; `listwise` leaves out units that not all reviewers have
 * rated; `available` uses each unit's own number of ratings (at least two).
 */
export const fleissMissingPolicies = ['refuse', 'listwise', 'available'] as const;
export type FleissMissingPolicy = (typeof fleissMissingPolicies)[number];

/** Agreement on one value against all others. */
export interface ValueKappa {
  readonly value: RatingValue;
  /** Share of all ratings that are this value. */
  readonly share: number;
  /** Null for a value that nobody, or everybody, has used. */
  readonly kappa: number | null;
  readonly z: number | null;
  readonly pValue: number | null;
}

export interface FleissKappa {
  readonly kappa: number;
  readonly observedAgreement: number;
  readonly expectedAgreement: number;
  /** Standard error when there is no agreement beyond chance; null when units have different numbers of ratings. */
  readonly standardError: number | null;
  readonly z: number | null;
  readonly pValue: number | null;
  readonly byValue: readonly ValueKappa[];
  /** Pairwise agreement within each unit used, in their order. */
  readonly unitAgreement: readonly number[];
  readonly usedUnits: readonly number[];
  readonly droppedUnits: readonly number[];
}

/**
 * Fleiss' kappa from counts: how many reviewers gave each value to each unit.
 *
 * Shapes  counts: units × values; every unit has at least two ratings. It does not matter who rated which unit.
 * Edges   Units may differ in their number of ratings: each then counts with its own pairs, the shares with all ratings, and
 *         the tests are null.
 * Errors  Refusals: `fleiss-too-few-ratings` with the unit; `kappa-single-value` when all ratings are one value; `ratings-empty`.
 * Source  Fleiss, Psychological Bulletin 76 (1971) 378–382; standard errors: Fleiss, Nee & Landis, Psychological Bulletin 86 (1979).
 * @example fleissKappaOfCounts([[2, 0], [0, 2]], ['no', 'yes']) // kappa 1
 */
export function fleissKappaOfCounts(
  counts: readonly (readonly number[])[],
  values: readonly RatingValue[],
): Result<Omit<FleissKappa, 'usedUnits' | 'droppedUnits'>> {
  if (counts.length === 0) return refuse([refusal('ratings-empty')]);
  const sizes = counts.map((unit) => unit.reduce((sum, count) => sum + count, 0));
  const short = sizes.findIndex((size) => size < 2);
  if (short >= 0)
    return refuse([refusal('fleiss-too-few-ratings', [short], { unit: short, ratings: at(sizes, short) })]);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const shares = values.map((_, code) => counts.reduce((sum, unit) => sum + at(unit, code), 0) / total);
  const unitAgreement = counts.map((unit, i) => {
    const size = at(sizes, i);
    return unit.reduce((sum, count) => sum + count * (count - 1), 0) / (size * (size - 1));
  });
  const observed = unitAgreement.reduce((sum, agreement) => sum + agreement, 0) / counts.length;
  const expected = shares.reduce((sum, share) => sum + share * share, 0);
  if (shares.some((share) => share === 1)) return refuse([refusal('kappa-single-value')]);
  const kappa = (observed - expected) / (1 - expected);

  const m = at(sizes, 0);
  const equal = sizes.every((size) => size === m);
  const pairs = counts.length * m * (m - 1);
  const spread = shares.reduce((sum, share) => sum + share * (1 - share), 0);
  const skew = shares.reduce((sum, share) => sum + share * (1 - share) * (1 - 2 * share), 0);
  const standardError = equal ? Math.sqrt((2 * (spread * spread - skew)) / (pairs * spread * spread)) : null;
  const z = standardError ? kappa / standardError : null;
  return accept({
    kappa,
    observedAgreement: observed,
    expectedAgreement: expected,
    standardError,
    z,
    pValue: z === null ? null : 2 * normalDistribution(-Math.abs(z)),
    byValue: values.map((value, code) =>
      valueKappa(value, at(shares, code), counts, sizes, code, equal ? pairs : null),
    ),
    unitAgreement,
  });
}

function valueKappa(
  value: RatingValue,
  share: number,
  counts: readonly (readonly number[])[],
  sizes: readonly number[],
  code: number,
  pairs: number | null,
): ValueKappa {
  if (share === 0 || share === 1) return { value, share, kappa: null, z: null, pValue: null };
  const disagreement =
    counts.reduce((sum, unit, i) => {
      const count = at(unit, code);
      const size = at(sizes, i);
      return sum + (count * (size - count)) / (size * (size - 1));
    }, 0) / counts.length;
  const kappa = 1 - disagreement / (share * (1 - share));
  const z = pairs === null ? null : kappa / Math.sqrt(2 / pairs);
  return { value, share, kappa, z, pValue: z === null ? null : 2 * normalDistribution(-Math.abs(z)) };
}

/**
 * Fleiss' kappa of a table of ratings.
 *
 * Shapes  table: units × reviewers. values: in order, or null for those that occur.
 * Edges   Gaps are treated as `missing` says; units left out are listed.
 * Errors  As `fleissKappaOfCounts`; `rating-missing` for each gap under `refuse`; `fleiss-no-units` when no unit is left.
 */
export function fleissKappa(
  table: RatingTable<RatingValue>,
  options: { readonly values: readonly RatingValue[] | null; readonly missing: FleissMissingPolicy },
): Result<FleissKappa> {
  const coded = codedTable(table, options.values);
  if (!coded.ok) return coded;
  const { values, codes } = coded.value;
  const gaps = codes.flatMap((row, unit) =>
    row.flatMap((code, reviewer) =>
      code === null ? [refusal('rating-missing', [unit, reviewer], { unit, reviewer })] : [],
    ),
  );
  if (options.missing === 'refuse' && gaps.length > 0) return refuse(gaps);
  const width = at(codes, 0).length;
  const needed = options.missing === 'available' ? 2 : width;
  const usedUnits: number[] = [];
  const droppedUnits: number[] = [];
  codes.forEach((row, unit) => {
    const enough = row.filter((code) => code !== null).length >= needed;
    (enough ? usedUnits : droppedUnits).push(unit);
  });
  if (usedUnits.length === 0) return refuse([refusal('fleiss-no-units', [], { units: codes.length })]);
  const counts = usedUnits.map((unit) => {
    const count = new Array<number>(values.length).fill(0);
    for (const code of at(codes, unit)) if (code !== null) count[code] = at(count, code) + 1;
    return count;
  });
  const kappa = fleissKappaOfCounts(counts, values);
  return kappa.ok ? accept({ ...kappa.value, usedUnits, droppedUnits }) : kappa;
}
