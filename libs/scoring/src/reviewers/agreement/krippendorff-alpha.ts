import { accept, at, refusal, refuse, type Result } from '@fordela/domain';
import { differenceFault, differenceMatrix, type Difference } from './difference';
import type { RatingTable, RatingValue } from './rating-table';
import { codedTable } from './value-domain';

export interface AlphaOptions {
  readonly difference: Difference;
  /** The values a rating may take, in order; null for those that occur. Needed for labels on an ordinal scale. */
  readonly values: readonly RatingValue[] | null;
}

/** Krippendorff's alpha with everything it was made from. */
export interface Alpha {
  readonly alpha: number;
  /** Mean difference within units, over pairs of ratings by different reviewers. */
  readonly observedDisagreement: number;
  /** Mean difference over all pairs of pairable ratings, whatever their unit. */
  readonly expectedDisagreement: number;
  readonly values: readonly RatingValue[];
  /** How often each two values meet in one unit, each unit's pairs weighted by 1/(ratings in it − 1). */
  readonly coincidences: readonly (readonly number[])[];
  readonly differences: readonly (readonly number[])[];
  /** Ratings that stand in a unit with at least one other. */
  readonly pairableRatings: number;
  readonly pairableUnits: readonly number[];
  /** Units with fewer than two ratings: they say nothing about agreement and are left out. */
  readonly unpairableUnits: readonly number[];
}

/** Counts of the values in each pairable unit: what alpha rests on, and what the bootstrap draws from. */
export interface UnitCounts {
  readonly values: readonly RatingValue[];
  readonly counts: readonly (readonly number[])[];
  readonly pairableUnits: readonly number[];
  readonly unpairableUnits: readonly number[];
}

/** Counts per unit, after the checks that do not depend on which units are drawn. */
export function unitCounts(table: RatingTable<RatingValue>, options: AlphaOptions): Result<UnitCounts> {
  const coded = codedTable(table, options.values);
  if (!coded.ok) return coded;
  const { values, codes } = coded.value;
  const fault = differenceFault(options.difference, values, options.values !== null);
  if (!fault.ok) return fault;
  const counts: number[][] = [];
  const pairableUnits: number[] = [];
  const unpairableUnits: number[] = [];
  codes.forEach((row, unit) => {
    const count = new Array<number>(values.length).fill(0);
    let ratings = 0;
    for (const code of row) {
      if (code === null) continue;
      count[code] = at(count, code) + 1;
      ratings += 1;
    }
    if (ratings < 2) {
      unpairableUnits.push(unit);
      return;
    }
    pairableUnits.push(unit);
    counts.push(count);
  });
  if (counts.length === 0) return refuse([refusal('alpha-no-pairable-unit', [], { units: table.length })]);
  return accept({ values, counts, pairableUnits, unpairableUnits });
}

/** Alpha and its disagreements from counts per unit; null when nothing but agreement could have been expected. */
export function alphaOfCounts(
  counts: readonly (readonly number[])[],
  values: readonly RatingValue[],
  difference: Difference,
): Pick<
  Alpha,
  'alpha' | 'observedDisagreement' | 'expectedDisagreement' | 'coincidences' | 'differences' | 'pairableRatings'
> | null {
  const size = values.length;
  const coincidences = values.map(() => new Array<number>(size).fill(0));
  const margins = new Array<number>(size).fill(0);
  let total = 0;
  for (const unit of counts) {
    const ratings = unit.reduce((sum, count) => sum + count, 0);
    total += ratings;
    unit.forEach((first, a) => {
      if (first === 0) return;
      margins[a] = at(margins, a) + first;
      const row = at(coincidences, a);
      unit.forEach((second, b) => {
        if (second > 0) row[b] = at(row, b) + (first * (a === b ? second - 1 : second)) / (ratings - 1);
      });
    });
  }
  const differences = differenceMatrix(difference, values, margins);
  let observed = 0;
  let expected = 0;
  for (let a = 0; a < size; a += 1)
    for (let b = 0; b < size; b += 1) {
      const delta = at(at(differences, a), b);
      observed += at(at(coincidences, a), b) * delta;
      expected += at(margins, a) * at(margins, b) * delta;
    }
  if (!(expected > 0)) return null;
  const observedDisagreement = observed / total;
  const expectedDisagreement = expected / (total * (total - 1));
  return {
    alpha: 1 - observedDisagreement / expectedDisagreement,
    observedDisagreement,
    expectedDisagreement,
    coincidences,
    differences,
    pairableRatings: total,
  };
}

/**
 * Krippendorff's alpha: 1 − observed / expected disagreement. 1 is perfect agreement, 0 what chance would give.
 *
 * Shapes  table: units × reviewers, any number of each, gaps allowed. Labels and numbers may be values.
 * Edges   Units with fewer than two ratings are left out and listed. The order of units and of reviewers does not matter.
 * Errors  Refusals: of the table; `alpha-no-pairable-unit`; `alpha-single-value` when every pairable rating is the same value, so
 *         that agreement says nothing; `alpha-no-expected-disagreement` when the given differences are all 0;
 *         labels where numbers or an order are needed; a difference matrix that is not symmetric with a zero diagonal.
 * Source  K. Krippendorff, Content Analysis (2004), ch. 11; Computing Krippendorff's Alpha-Reliability (2011).
 * @example krippendorffAlpha([[1, 1], [2, 2], [3, 4]], { difference: { kind: 'absolute' }, values: null }) // alpha 0.7619…
 */
export function krippendorffAlpha(table: RatingTable<RatingValue>, options: AlphaOptions): Result<Alpha> {
  const units = unitCounts(table, options);
  if (!units.ok) return units;
  const { values, counts, pairableUnits, unpairableUnits } = units.value;
  const used = values.filter((_, code) => counts.some((unit) => at(unit, code) > 0));
  if (used.length === 1) return refuse([refusal('alpha-single-value', [], { value: at(used, 0) })]);
  const alpha = alphaOfCounts(counts, values, options.difference);
  if (!alpha) return refuse([refusal('alpha-no-expected-disagreement')]);
  return accept({ ...alpha, values, pairableUnits, unpairableUnits });
}
