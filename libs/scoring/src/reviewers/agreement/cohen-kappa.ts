import { accept, at, refusal, refuse, type Result } from '@fordela/domain';
import { normalQuantile } from '../../kernel/distributions';
import { normalDistribution } from '../numbers/normal-distribution';
import { completeTable, type MissingPolicy, type RatingTable, type RatingValue } from './rating-table';
import { codedTable } from './value-domain';

/**
 * How much of an agreement two different values are: `unweighted` none; `linear` and `quadratic` by their distance in the order of
 * the values; or a table of agreements in [0, 1] with ones on the diagonal.
 */
export type KappaWeights = 'unweighted' | 'linear' | 'quadratic' | readonly (readonly number[])[];

export interface KappaOptions {
  readonly weights: KappaWeights;
  /** The values in order; null for those that occur, sorted. */
  readonly values: readonly RatingValue[] | null;
  readonly missing: MissingPolicy;
  readonly confidence: number;
}

export interface CohenKappa {
  readonly kappa: number;
  readonly observedAgreement: number;
  readonly expectedAgreement: number;
  readonly values: readonly RatingValue[];
  /** How many units got value a (row) from the first reviewer and value b (column) from the second. */
  readonly counts: readonly (readonly number[])[];
  readonly units: number;
  readonly droppedUnits: readonly number[];
  /** Large-sample standard error of kappa, and the limits it gives; null where it vanishes. */
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
  /** Test of kappa = 0 with the standard error that holds there. */
  readonly z: number | null;
  readonly pValue: number | null;
}

function agreementWeights(weights: KappaWeights, size: number): Result<readonly (readonly number[])[]> {
  if (typeof weights === 'string') {
    const span = Math.max(1, size - 1);
    return accept(
      Array.from({ length: size }, (_, a) =>
        Array.from({ length: size }, (__, b) => {
          if (a === b) return 1;
          if (weights === 'unweighted') return 0;
          const distance = Math.abs(a - b) / span;
          return weights === 'linear' ? 1 - distance : 1 - distance * distance;
        }),
      ),
    );
  }
  if (weights.length !== size || weights.some((row) => row.length !== size))
    return refuse([refusal('kappa-weights-size', ['weights'], { expected: size })]);
  for (const [a, row] of weights.entries())
    for (const [b, entry] of row.entries())
      if (!(entry >= 0 && entry <= 1) || (a === b && entry !== 1) || entry !== at(at(weights, b), a))
        return refuse([refusal('kappa-weights-entry', ['weights', a, b], { value: String(entry) })]);
  return accept(weights);
}

/**
 * Cohen's kappa of two reviewers, plain or weighted: agreement beyond what their own habits would give by chance.
 *
 * Shapes  table: units × 2. confidence: e.g. 0.95.
 * Edges   Gaps are refused or the unit left out (`missing`). Linear and quadratic weights go by place in the order of the values,
 *         so state `values` when a level of the scale may be unused.
 * Errors  Refusals: of the table and its values; `kappa-two-reviewers`; `kappa-no-units`; `kappa-single-value` when expected
 *         agreement is complete; weights of wrong size or outside [0, 1]; `confidence-out-of-range`.
 * Source  Cohen, Educational and Psychological Measurement 20 (1960) 37–46; Psychological Bulletin 70 (1968) 213–220;
 *         standard errors: Fleiss, Cohen & Everitt, Psychological Bulletin 72 (1969) 323–327.
 */
export function cohenKappa(table: RatingTable<RatingValue>, options: KappaOptions): Result<CohenKappa> {
  if (!(options.confidence > 0 && options.confidence < 1))
    return refuse([refusal('confidence-out-of-range', ['confidence'], { confidence: String(options.confidence) })]);
  const coded = codedTable(table, options.values);
  if (!coded.ok) return coded;
  const width = at(table, 0).length;
  if (width !== 2) return refuse([refusal('kappa-two-reviewers', [], { reviewers: width })]);
  const complete = completeTable(coded.value.codes, options.missing);
  if (!complete.ok) return complete;
  const { rows, droppedUnits } = complete.value;
  const n = rows.length;
  if (n === 0) return refuse([refusal('kappa-no-units')]);
  const { values } = coded.value;
  const weighting = agreementWeights(options.weights, values.length);
  if (!weighting.ok) return weighting;
  const weight = (a: number, b: number) => at(at(weighting.value, a), b);

  const counts = values.map(() => new Array<number>(values.length).fill(0));
  for (const row of rows) {
    const line = at(counts, at(row, 0));
    line[at(row, 1)] = at(line, at(row, 1)) + 1;
  }
  const codes = values.map((_, code) => code);
  const share = (a: number, b: number) => at(at(counts, a), b) / n;
  const first = codes.map((a) => codes.reduce((sum, b) => sum + share(a, b), 0));
  const second = codes.map((b) => codes.reduce((sum, a) => sum + share(a, b), 0));
  const over = (term: (a: number, b: number) => number) =>
    codes.reduce((sum, a) => sum + codes.reduce((inner, b) => inner + term(a, b), 0), 0);
  const observed = over((a, b) => weight(a, b) * share(a, b));
  const expected = over((a, b) => weight(a, b) * at(first, a) * at(second, b));
  if (!(1 - expected > 1e-15)) return refuse([refusal('kappa-single-value')]);
  const kappa = (observed - expected) / (1 - expected);

  const rowWeight = codes.map((a) => codes.reduce((sum, b) => sum + weight(a, b) * at(second, b), 0));
  const columnWeight = codes.map((b) => codes.reduce((sum, a) => sum + weight(a, b) * at(first, a), 0));
  const scale = n * (1 - expected) ** 2;
  const nullVariance =
    (over((a, b) => at(first, a) * at(second, b) * (weight(a, b) - at(rowWeight, a) - at(columnWeight, b)) ** 2) -
      expected ** 2) /
    scale;
  const variance =
    (over((a, b) => share(a, b) * (weight(a, b) - (at(rowWeight, a) + at(columnWeight, b)) * (1 - kappa)) ** 2) -
      (kappa - expected * (1 - kappa)) ** 2) /
    scale;
  const standardError = Math.sqrt(Math.max(0, variance));
  const reach = normalQuantile(1 - (1 - options.confidence) / 2) * standardError;
  const z = nullVariance > 1e-15 ? kappa / Math.sqrt(nullVariance) : null;
  return accept({
    kappa,
    observedAgreement: observed,
    expectedAgreement: expected,
    values,
    counts,
    units: n,
    droppedUnits,
    standardError,
    low: kappa - reach,
    high: Math.min(1, kappa + reach),
    z,
    pValue: z === null ? null : 2 * normalDistribution(-Math.abs(z)),
  });
}
