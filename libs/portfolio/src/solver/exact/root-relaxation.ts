import { invariant } from '@fordela/domain';
import type { PreparedModel } from './prepared-model';
import { Relaxation } from './relaxation';

/** An extra row Σ coefficients·x ≤ upper that every feasible point is known to keep. */
export interface ValidCut {
  readonly indices: Int32Array;
  readonly coefficients: Float64Array;
  readonly upper: number;
}

/**
 * Tables by use, kept from one small model to the next: thousands of them would otherwise spend their time making them. Only scratch
 * space: nothing is read from it that the running solve has not written.
 */
const kept = new Map<string, Relaxation>();

/** Tables with more entries are not kept. */
const keptEntries = 20_000;

/** An empty table; the one of the last solve for the same use, where it is large enough. */
export function emptyTable(use: 'root' | 'counting' | 'core', rowCapacity: number, columns: number): Relaxation {
  const [rows, stride] = [Math.max(1, rowCapacity), Math.max(1, columns)];
  if (rows * stride > keptEntries) return new Relaxation(rows, stride, 1);
  const old = kept.get(use);
  if (old && old.rowCapacity >= rows && old.stride >= stride) {
    old.clear();
    return old;
  }
  const made = new Relaxation(rows, stride);
  kept.set(use, made);
  return made;
}

/** The model's relaxation without any row: every column non-basic at its better bound. Rows come in by `addRows`. */
export function emptyRelaxation(
  model: PreparedModel,
  objective: Float64Array,
  use: 'root' | 'counting',
  rowCapacity: number,
): Relaxation {
  const relaxation = emptyTable(use, rowCapacity, model.columns);
  relaxation.columns = model.columns;
  for (let j = 0; j < model.columns; j += 1) {
    const unit = model.columnScale[j] as number;
    const [lower, upper] = [(model.lower[j] as number) / unit, (model.upper[j] as number) / unit];
    invariant(Number.isFinite(lower) && Number.isFinite(upper), 'every column needs finite bounds');
    const c = (objective[j] as number) * unit;
    const atUpper = c > 0;
    relaxation.reduced[j] = c;
    relaxation.columnVariable[j] = j;
    relaxation.columnLower[j] = lower;
    relaxation.columnUpper[j] = upper;
    relaxation.atUpper[j] = atUpper ? 1 : 0;
    relaxation.objective += c * (atUpper ? upper : lower);
  }
  return relaxation;
}

/** Where each model column stands: k ≥ 0 non-basic in column k, −1−i basic in row i, −2^31 when it has been left out. */
const leftOut = -2147483648;

function places(relaxation: Relaxation, modelColumns: number): Int32Array {
  const place = new Int32Array(modelColumns).fill(leftOut);
  for (let k = 0; k < relaxation.columns; k += 1) {
    const variable = relaxation.columnVariable[k] as number;
    if (variable < modelColumns) place[variable] = k;
  }
  for (let i = 0; i < relaxation.rows; i += 1) {
    const variable = relaxation.rowVariable[i] as number;
    if (variable < modelColumns) place[variable] = -1 - i;
  }
  return place;
}

interface RowData {
  readonly variable: number;
  readonly indices: Int32Array | readonly number[];
  readonly coefficients: Float64Array | readonly number[];
  readonly from: number;
  readonly to: number;
  readonly lower: number;
  readonly upper: number;
  readonly scale: number;
}

/** Adds rows to a relaxation in whatever basis it is; their activities become basic. `values` holds the columns left out. */
export function addRows(
  relaxation: Relaxation,
  model: PreparedModel,
  rows: readonly RowData[],
  values: Float64Array,
): void {
  const place = places(relaxation, model.columns);
  const { stride } = relaxation;
  relaxation.reserve(relaxation.rows + rows.length);
  for (const row of rows) {
    const target = relaxation.rows * stride;
    relaxation.matrix.fill(0, target, target + stride);
    let [value, fallsTo, risesTo] = [0, 0, 0];
    for (let p = row.from; p < row.to; p += 1) {
      const j = row.indices[p] as number;
      const a = (row.coefficients[p] as number) * row.scale * (model.columnScale[j] as number);
      const at = place[j] as number;
      if (at === leftOut) {
        const fixed = (row.coefficients[p] as number) * row.scale * (values[j] as number);
        [value, fallsTo, risesTo] = [value + fixed, fallsTo + fixed, risesTo + fixed];
      } else if (at >= 0) {
        relaxation.matrix[target + at] = (relaxation.matrix[target + at] as number) + a;
        const [lower, upper] = [relaxation.columnLower[at] as number, relaxation.columnUpper[at] as number];
        value += a * (relaxation.atUpper[at] === 1 ? upper : lower);
        fallsTo += Math.min(a * lower, a * upper);
        risesTo += Math.max(a * lower, a * upper);
      } else {
        const i = -1 - at;
        const source = i * stride;
        for (let k = 0; k < relaxation.columns; k += 1)
          relaxation.matrix[target + k] =
            (relaxation.matrix[target + k] as number) + a * (relaxation.matrix[source + k] as number);
        value += a * (relaxation.rowValue[i] as number);
        const [lower, upper] = [relaxation.rowLower[i] as number, relaxation.rowUpper[i] as number];
        fallsTo += Math.min(a * lower, a * upper);
        risesTo += Math.max(a * lower, a * upper);
      }
    }
    const r = relaxation.rows;
    relaxation.rowVariable[r] = row.variable;
    relaxation.rowValue[r] = value;
    // A side that cannot bind gets the farthest activity that can occur: every variable stays boxed.
    relaxation.rowLower[r] = Math.max(row.lower * row.scale, Math.min(fallsTo, row.upper * row.scale));
    relaxation.rowUpper[r] = Math.min(row.upper * row.scale, Math.max(risesTo, row.lower * row.scale));
    relaxation.rows += 1;
  }
}

/** The data of one of the model's own rows. */
export function modelRow(model: PreparedModel, i: number): RowData {
  return {
    variable: model.columns + i,
    indices: model.indices,
    coefficients: model.coefficients,
    from: model.starts[i] as number,
    to: model.starts[i + 1] as number,
    lower: model.rowLower[i] as number,
    upper: model.rowUpper[i] as number,
    scale: model.rowScale[i] as number,
  };
}

/** The data of an extra row; `number` keeps its activity apart from the model's rows. */
export function cutRow(model: PreparedModel, cut: ValidCut, number: number): RowData {
  let largest = 0;
  for (const a of cut.coefficients) largest = Math.max(largest, Math.abs(a));
  return {
    variable: model.columns + model.rows + number,
    indices: cut.indices,
    coefficients: cut.coefficients,
    from: 0,
    to: cut.indices.length,
    lower: -Infinity,
    upper: cut.upper,
    scale: largest > 0 ? 1 / largest : 1,
  };
}

/** The relaxation's value of every column, in the model's units; `values` already holds those left out. */
export function readValues(relaxation: Relaxation, model: PreparedModel, values: Float64Array): void {
  for (let k = 0; k < relaxation.columns; k += 1) {
    const variable = relaxation.columnVariable[k] as number;
    if (variable < model.columns)
      values[variable] =
        (model.columnScale[variable] as number) *
        (relaxation.atUpper[k] === 1 ? (relaxation.columnUpper[k] as number) : (relaxation.columnLower[k] as number));
  }
  for (let i = 0; i < relaxation.rows; i += 1) {
    const variable = relaxation.rowVariable[i] as number;
    if (variable < model.columns)
      values[variable] = (model.columnScale[variable] as number) * (relaxation.rowValue[i] as number);
  }
}
