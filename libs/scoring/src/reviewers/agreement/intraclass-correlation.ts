import { accept, at, refusal, refuse, type Result } from '@fordela/domain';
import { fQuantile, fTail } from '../numbers/f-distribution';
import { completeTable, type MissingPolicy, type RatingTable } from './rating-table';

/**
 * Shrout and Fleiss's six forms. 1: each unit has its own reviewers; 2: the reviewers are a sample of those who might have rated,
 * and differences of level count as disagreement; 3: these reviewers are the only ones of interest, and level is disregarded.
 * `1`: one reviewer's rating; `k`: the mean of all k.
 */
export const intraclassForms = ['ICC(1,1)', 'ICC(2,1)', 'ICC(3,1)', 'ICC(1,k)', 'ICC(2,k)', 'ICC(3,k)'] as const;
export type IntraclassForm = (typeof intraclassForms)[number];

export interface IntraclassCorrelation {
  readonly form: IntraclassForm;
  /** Null when the form divides by zero on these data. */
  readonly value: number | null;
  /** Confidence limits; null when there is no residual variation to build them from. */
  readonly low: number | null;
  readonly high: number | null;
  /** F test of no differences between units; null when there is no residual variation. */
  readonly f: number | null;
  readonly degrees1: number;
  readonly degrees2: number;
  readonly pValue: number | null;
}

/** The analysis of variance that the six forms are made from. */
export interface MeanSquares {
  readonly betweenUnits: number;
  readonly withinUnits: number;
  readonly betweenReviewers: number;
  readonly residual: number;
}

export interface IntraclassCorrelations {
  readonly units: number;
  readonly reviewers: number;
  readonly droppedUnits: readonly number[];
  readonly meanSquares: MeanSquares;
  readonly forms: readonly IntraclassCorrelation[];
}

/** Two-way analysis of variance of a table without gaps. */
function meanSquares(rows: readonly (readonly number[])[]): MeanSquares {
  const n = rows.length;
  const k = at(rows, 0).length;
  const rowMeans = rows.map((row) => row.reduce((sum, x) => sum + x, 0) / k);
  const columnMeans = Array.from({ length: k }, (_, j) => rows.reduce((sum, row) => sum + at(row, j), 0) / n);
  const grand = rowMeans.reduce((sum, x) => sum + x, 0) / n;
  const square = (x: number) => x * x;
  const between = k * rowMeans.reduce((sum, x) => sum + square(x - grand), 0);
  const reviewers = n * columnMeans.reduce((sum, x) => sum + square(x - grand), 0);
  let within = 0;
  let residual = 0;
  rows.forEach((row, i) =>
    row.forEach((x, j) => {
      within += square(x - at(rowMeans, i));
      residual += square(x - at(rowMeans, i) - at(columnMeans, j) + grand);
    }),
  );
  return {
    betweenUnits: between / (n - 1),
    withinUnits: within / (n * (k - 1)),
    betweenReviewers: reviewers / (k - 1),
    residual: residual / ((n - 1) * (k - 1)),
  };
}

const quotient = (numerator: number, denominator: number): number | null =>
  denominator === 0 ? null : numerator / denominator;

/** Satterthwaite's degrees of freedom for form 2. */
function satterthwaite(squares: MeanSquares, n: number, k: number, rho: number): number {
  const ratio = squares.betweenReviewers / squares.residual;
  const b = n * (1 + (k - 1) * rho) - k * rho;
  const top = (k - 1) * (n - 1) * (k * rho * ratio + b) ** 2;
  return top / ((n - 1) * k * k * rho * rho * ratio * ratio + b * b);
}

/** Confidence limits of the single-rating form 2. */
function agreementLimits(squares: MeanSquares, n: number, k: number, rho: number, upper: number): [number, number] {
  const { betweenUnits: units, betweenReviewers: reviewers, residual } = squares;
  const degrees = satterthwaite(squares, n, k, rho);
  const rest = k * reviewers + (n * k - n - k) * residual;
  const low = fQuantile(upper, n - 1, degrees);
  const high = fQuantile(upper, degrees, n - 1);
  return [
    (n * (units - low * residual)) / (low * rest + n * units),
    (n * (high * units - residual)) / (rest + n * high * units),
  ];
}

/** Limits of forms 1 and 3 from their F ratio: for one rating, and for the mean of k. */
function ratioLimits(f: number, d1: number, d2: number, k: number, upper: number) {
  const low = f / fQuantile(upper, d1, d2);
  const high = f * fQuantile(upper, d2, d1);
  return {
    single: [(low - 1) / (low + k - 1), (high - 1) / (high + k - 1)] as const,
    average: [1 - 1 / low, 1 - 1 / high] as const,
  };
}

/**
 * The intraclass correlations of a table of ratings, all six forms with F-based confidence intervals.
 *
 * Shapes  table: n ≥ 2 units × k ≥ 2 reviewers. confidence: e.g. 0.95.
 * Edges   Gaps are refused, or the units with gaps are left out and listed (`missing`). Without residual variation the limits
 *         and tests are null.
 * Errors  Refusals: of the table; `icc-too-few-units`, `icc-too-few-reviewers`; `icc-no-variation` when all ratings are equal;
 *         `confidence-out-of-range`.
 * Source  Shrout & Fleiss, Psychological Bulletin 86 (1979) 420–428; limits as in McGraw & Wong, Psychological Methods 1 (1996).
 */
export function intraclassCorrelations(
  table: RatingTable,
  options: { readonly missing: MissingPolicy; readonly confidence: number },
): Result<IntraclassCorrelations> {
  if (!(options.confidence > 0 && options.confidence < 1))
    return refuse([refusal('confidence-out-of-range', ['confidence'], { confidence: String(options.confidence) })]);
  const complete = completeTable(table, options.missing);
  if (!complete.ok) return complete;
  const { rows, droppedUnits } = complete.value;
  const n = rows.length;
  if (n < 2) return refuse([refusal('icc-too-few-units', [], { units: n })]);
  const k = at(rows, 0).length;
  if (k < 2) return refuse([refusal('icc-too-few-reviewers', [], { reviewers: k })]);
  const first = at(at(rows, 0), 0);
  if (rows.every((row) => row.every((rating) => rating === first)))
    return refuse([refusal('icc-no-variation', [], { value: first })]);

  const squares = meanSquares(rows);
  const { betweenUnits: b, withinUnits: w, betweenReviewers: j, residual: e } = squares;
  const upper = 1 - (1 - options.confidence) / 2;
  const d1 = n - 1;
  const within = n * (k - 1);
  const crossed = (n - 1) * (k - 1);
  const oneWay = w > 0 && b > 0 ? ratioLimits(b / w, d1, within, k, upper) : null;
  const twoWay = e > 0 && b > 0 ? ratioLimits(b / e, d1, crossed, k, upper) : null;
  const agreement = quotient(b - e, b + (k - 1) * e + (k * (j - e)) / n);
  const limits = e > 0 && agreement !== null ? agreementLimits(squares, n, k, agreement, upper) : null;
  const stepUp = (rho: number) => (rho * k) / (1 + rho * (k - 1));

  const form = (
    name: IntraclassForm,
    value: number | null,
    bounds: readonly [number, number] | null | undefined,
    error: number,
    degrees2: number,
  ): IntraclassCorrelation => ({
    form: name,
    value,
    low: bounds?.[0] ?? null,
    high: bounds?.[1] ?? null,
    f: error > 0 ? b / error : null,
    degrees1: d1,
    degrees2,
    pValue: error > 0 ? fTail(b / error, d1, degrees2) : null,
  });
  return accept({
    units: n,
    reviewers: k,
    droppedUnits,
    meanSquares: squares,
    forms: [
      form('ICC(1,1)', quotient(b - w, b + (k - 1) * w), oneWay?.single, w, within),
      form('ICC(2,1)', agreement, limits, e, crossed),
      form('ICC(3,1)', quotient(b - e, b + (k - 1) * e), twoWay?.single, e, crossed),
      form('ICC(1,k)', quotient(b - w, b), oneWay?.average, w, within),
      form('ICC(2,k)', quotient(b - e, b + (j - e) / n), limits && [stepUp(limits[0]), stepUp(limits[1])], e, crossed),
      form('ICC(3,k)', quotient(b - e, b), twoWay?.average, e, crossed),
    ],
  });
}
